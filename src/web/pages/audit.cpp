#include "web/pages/audit.h"

#include "app/audit_changes.h"
#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

constexpr int page_size = 50;

// What can be asked for: an action's prefix and its words.
std::vector<Option> kinds(const Request& request)
{
    return {{"", tr(request, "Mọi việc")},
            {"session.", tr(request, "Đăng nhập, đăng xuất")},
            {"user.", tr(request, "Người dùng và vai trò")},
            {"unit.", tr(request, "Đơn vị")},
            {"group.", tr(request, "Khối")},
            {"round.", tr(request, "Đợt khen thưởng")},
            {"office.", tr(request, "Thông tin cơ quan")},
            {"signer.", tr(request, "Người ký")},
            {"upload.", tr(request, "Nhập kết quả")},
            {"framework.", tr(request, "Cách chấm điểm")},
            {"publication.", tr(request, "Công bố xếp hạng")},
            {"rule_set.", tr(request, "Bộ quy tắc")},
            {"proposals.", tr(request, "Đề xuất")},
            {"place.", tr(request, "Cá nhân đề nghị")},
            {"nominee.", tr(request, "Trường hợp đề nghị")},
            {"dossier.", tr(request, "Hồ sơ")},
            {"decision.", tr(request, "Quyết định")}};
}

Html filters(const Request& request, const AuditView& view, const app::AuditFilter& filter,
             std::span<const base::Error> refusals)
{
    std::vector<Option> people = {{"", tr(request, "Mọi người")}};
    for (const auto& user : view.people)
        people.push_back({user.id.text(), user.name});
    Html fields;
    fields << select({.name = "viec", .label = tr(request, "Việc"), .value = filter.action}, kinds(request))
           << select({.name = "nguoi",
                      .label = tr(request, "Ai làm"),
                      .value = filter.actor ? filter.actor->text() : std::string()},
                     people)
           << input({.name = "tu",
                     .label = tr(request, "Từ ngày"),
                     .value = std::string(request.query_value("tu")),
                     .error = error_of(request, refusals, "tu"),
                     .inputmode = "numeric",
                     .narrow = true,
                     .placeholder = "30/03/2022"})
           << input({.name = "den",
                     .label = tr(request, "Đến ngày"),
                     .value = std::string(request.query_value("den")),
                     .error = error_of(request, refusals, "den"),
                     .inputmode = "numeric",
                     .narrow = true,
                     .placeholder = "30/03/2022"});
    std::vector<Chip> chips;
    if (!filter.stream.empty()) {
        fields << hidden("muc", filter.stream);
        chips.push_back({tr(request, "Chỉ một đối tượng"), with_query(request, "muc", {})});
    }
    return filter_bar(request, "/audit", fields, {}, chips);
}

Html chain_notice(const Request& request, const app::AuditPage& page)
{
    if (!page.verified || page.entries.empty()) return {};
    if (page.broken.empty())
        return notice(Tone::Ok,
                      tr(request, "Đã tính lại chuỗi mã băm của đối tượng này từ mục đầu tiên: nguyên vẹn."));
    std::string places;
    for (const auto sequence : page.broken)
        places += (places.empty() ? "" : ", ") + std::to_string(sequence);
    return notice(Tone::Error, tr(request,
                                  "Chuỗi mã băm bị đứt ở mục số {}. Nhật ký đã bị sửa hoặc thiếu; hãy báo "
                                  "ngay người chịu trách nhiệm an toàn thông tin.",
                                  {places}));
}

// Some entries keep the whole object before and after; what stayed the same is not a change and is not struck through.
std::pair<std::string, std::string> differing(const app::AuditEntry& entry)
{
    if (entry.before.empty() || entry.after.empty()) return {entry.before, entry.after};
    const auto before = nlohmann::json::parse(entry.before, nullptr, false);
    const auto after = nlohmann::json::parse(entry.after, nullptr, false);
    if (!before.is_object() || !after.is_object()) return {entry.before, entry.after};
    const auto change = app::audit_change({}, {}, {}, before, after);
    return {change.before, change.after};
}

Event event_of(const Request& request, const app::StoredAuditEntry& stored)
{
    Event event;
    event.text << "<strong>" << tr(request, audit_action_name(stored.entry.action)) << "</strong> – "
               << "<a href=\"" << base::url("/audit?muc=" + base::url_encoded(stored.entry.stream)) << "\">"
               << (stored.entry.subject.empty() ? tr(request, "đối tượng này") : stored.entry.subject)
               << "</a>";
    const auto [before, after] = differing(stored.entry);
    event.before = audit_values(request, before);
    event.after = audit_values(request, after);
    event.reason = stored.entry.reason;
    event.when = stored.at.vietnamese() + " · " + stored.actor_name + " · " +
                 tr(request, "mục số {}", {std::to_string(stored.sequence)});
    return event;
}

Html older(const Request& request, const app::AuditPage& page)
{
    Html html;
    if (!request.query_value("truoc").empty())
        html << button_link(with_query(request, "truoc", {}), tr(request, "Mới nhất"), Look::Quiet) << " ";
    if (page.more)
        html << button_link(with_query(request, "truoc", std::to_string(page.entries.back().id)),
                            tr(request, "Cũ hơn"), Look::Outline, "arrow-right");
    Html bar;
    if (!html.empty()) bar << "<p>" << html << "</p>";
    return bar;
}

}  // namespace

app::AuditFilter audit_filter(const Request& request)
{
    app::AuditFilter filter;
    filter.stream = request.query_value("muc").substr(0, 96);
    filter.action = request.query_value("viec").substr(0, 64);
    filter.actor = Request::parse_id<domain::UserId>(request.query_value("nguoi"));
    filter.from = base::Date::parse(base::tidy(request.query_value("tu")));
    filter.to = base::Date::parse(base::tidy(request.query_value("den")));
    filter.before_id = Request::positive_number(request.query_value("truoc")).value_or(0);
    filter.limit = page_size;
    return filter;
}

std::vector<base::Error> audit_filter_errors(const Request& request)
{
    std::vector<base::Error> errors;
    for (const auto* name : {"tu", "den"}) {
        const auto typed = request.query_value(name);
        if (!base::tidy(typed).empty() && !base::Date::parse(base::tidy(typed)))
            errors.push_back(base::invalid(
                {"“{}” không phải là ngày. Ghi ngày/tháng/năm, ví dụ 30/03/2022.", {std::string(typed)}},
                name));
    }
    const auto from = base::Date::parse(base::tidy(request.query_value("tu")));
    const auto to = base::Date::parse(base::tidy(request.query_value("den")));
    if (from && to && *to < *from)
        errors.push_back(base::invalid("“Đến ngày” phải từ “Từ ngày” trở đi.", "den"));
    return errors;
}

Html audit_content(const Request& request, const AuditView& view, const app::AuditFilter& filter,
                   std::span<const base::Error> refusals)
{
    Html html;
    Card frame{
        .title = tr(request, "Các việc đã làm"), .note = tr(request, "mới nhất trước"), .padded = false};
    Html list = filters(request, view, filter, refusals);
    if (!refusals.empty())
        return html << notice(Tone::Error, tr(request, "Chưa lọc được nhật ký. Hãy sửa ngày rồi lọc lại."))
                    << card({.padded = false}, list);
    html << chain_notice(request, view.page);
    if (view.page.entries.empty()) {
        list << empty_state(
            tr(request, "Không có mục nào khớp"),
            tr(request, "Nhật ký ghi mọi thay đổi và không xóa được. Hãy bỏ bớt điều kiện lọc."),
            button_link("/audit", tr(request, "Bỏ lọc")));
        return html << card(frame, list);
    }
    std::vector<Event> events;
    for (const auto& stored : view.page.entries)
        events.push_back(event_of(request, stored));
    list << timeline(request, events);
    html << card(frame, list) << older(request, view.page);
    return html;
}

}  // namespace web
