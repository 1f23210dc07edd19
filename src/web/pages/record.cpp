#include "web/pages/record.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;
using domain::RecipientKind;

namespace {

// Awards of the search: those the catalogue still knows, each once.
std::vector<Option> award_options(const Request& request, const domain::Reference& reference)
{
    std::vector<Option> options = {{"", tr(request, "Tất cả")}};
    for (const auto& award : reference.awards)
        if (std::ranges::find(options, award.code, &Option::value) == options.end())
            options.push_back({award.code, award.short_name});
    return options;
}

Html search_form(const Request& request, const app::FoundRecords& found, const app::RecordFilter& filter,
                 const domain::Reference& reference)
{
    std::vector<Option> years = {{"", tr(request, "Tất cả")}};
    for (const int year : found.years)
        years.push_back({std::to_string(year), std::to_string(year)});
    const std::string kind = !filter.kind                                ? ""
                             : *filter.kind == RecipientKind::Collective ? "tap-the"
                                                                         : "ca-nhan";
    Html html;
    html << "<form class=\"bar\" method=\"get\" action=\"/records\" role=\"search\">"
         << input({.name = "tim",
                   .label = tr(request, "Tên, đơn vị hoặc số quyết định"),
                   .value = filter.text,
                   .type = "search",
                   .placeholder = tr(request, "gõ không dấu cũng được")})
         << select({.name = "hinh-thuc", .label = tr(request, "Hình thức"), .value = filter.award},
                   award_options(request, reference))
         << select({.name = "nam",
                    .label = tr(request, "Năm kết quả"),
                    .value = filter.year == 0 ? "" : std::to_string(filter.year)},
                   years)
         << select({.name = "loai", .label = tr(request, "Đối tượng"), .value = kind},
                   {{"", tr(request, "Tất cả")},
                    {"tap-the", tr(request, "Tập thể")},
                    {"ca-nhan", tr(request, "Cá nhân")}})
         << submit({.text = tr(request, "Tìm"), .icon = "search"}) << "</form>";
    return html;
}

Html recipient_cell(const domain::CommendationRecord& record)
{
    Html html;
    const auto name = (record.salutation.empty() ? "" : record.salutation + " ") + record.name;
    if (record.kind == RecipientKind::Collective)
        html << "<a class=\"b\" href=\"" << base::url("/units/" + record.unit.text()) << "\">" << name
             << "</a>";
    else
        html << "<span class=\"b\">" << name << "</span>";
    if (record.illustrative) html << "*";
    return html;
}

Html unit_cell(const domain::CommendationRecord& record)
{
    Html html;
    if (!record.post.empty()) html << record.post << "<br>";
    if (record.kind == RecipientKind::Individual)
        html << link("/units/" + record.unit.text(), record.unit_name);
    else
        html << record.unit_name;
    return html;
}

Html results(const Request& request, const app::FoundRecords& found, const app::RecordFilter& filter)
{
    Table table(tr(request, "Kết quả tra cứu"), {{tr(request, "Họ tên, tập thể"), Align::Left, Phone::Title},
                                                 {tr(request, "Chức vụ, đơn vị")},
                                                 {tr(request, "Hình thức")},
                                                 {tr(request, "Năm"), Align::Right},
                                                 {tr(request, "Quyết định")},
                                                 {tr(request, "Số sổ vàng"), Align::Right},
                                                 {tr(request, "Tiền thưởng"), Align::Right}});
    for (const auto& record : found.page.rows) {
        Html decision;
        if (request.may(rights::Permission::ViewDossiers))
            decision << link("/decisions/" + record.decision.text(), record.number.text());
        else
            decision << record.number.text();
        decision << "<br>" << muted(record.number.date.vietnamese());
        if (!record.issued) decision << " " << tag(Tone::Warn, tr(request, "chờ ban hành"));
        table.row({recipient_cell(record), unit_cell(record), record.award_short_name,
                   std::to_string(record.year), decision, std::to_string(record.ordinal),
                   dong(record.money)});
    }
    Html html = table.html();
    const auto pages = pages_of(found.page.total, filter.size);
    if (pages > 1)
        html << pager(request, static_cast<std::size_t>(filter.page), pages,
                      tr(request, "{} lượt khen thưởng", {std::to_string(found.page.total)}));
    return html;
}

}  // namespace

app::RecordFilter record_filter(const Request& request)
{
    const auto number = [&](std::string_view name, std::int64_t most) {
        const auto value = Request::positive_number(request.query_value(name)).value_or(0);
        return static_cast<int>(std::min(value, most));
    };
    app::RecordFilter filter;
    filter.text = request.query_value("tim");
    filter.award = request.query_value("hinh-thuc");
    filter.year = number("nam", 9999);
    if (request.query_value("loai") == "tap-the") filter.kind = RecipientKind::Collective;
    if (request.query_value("loai") == "ca-nhan") filter.kind = RecipientKind::Individual;
    filter.page = page_asked(request);
    return filter;
}

Html record_content(const Request& request, const app::FoundRecords& found, const app::RecordFilter& filter,
                    const domain::Reference& reference)
{
    if (found.all == 0)
        return empty_state(tr(request, "Sổ khen thưởng còn trống"),
                           tr(request, "Mỗi quyết định được cấp số sẽ ghi từng tập thể, cá nhân vào sổ này."),
                           request.may(rights::Permission::ViewDossiers)
                               ? button_link("/decisions", tr(request, "Xem các quyết định"))
                               : Html());
    Html body = search_form(request, found, filter, reference);
    if (found.page.rows.empty())
        body << empty_state(tr(request, "Không tìm thấy ai"),
                            tr(request, "Thử ít chữ hơn, hoặc bỏ bớt điều kiện lọc."),
                            button_link("/records", tr(request, "Bỏ lọc")));
    else
        body << results(request, found, filter);
    return card({.title = tr(request, "Lượt khen thưởng"),
                 .count = std::to_string(found.page.total),
                 .padded = false},
                body);
}

}  // namespace web
