#include "web/pages/desk.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/brief.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"
#include "workflow/words.h"

#include <algorithm>

namespace web {

using base::Html;
using domain::DossierAction;

std::vector<ChosenDossier> chosen_dossiers(const Request& request)
{
    std::vector<ChosenDossier> chosen;
    for (const auto& value : request.form_values("dossier")) {
        const auto parts = base::split(value, ':');
        if (parts.size() != 2) continue;
        const auto id = Request::parse_id<domain::DossierId>(parts[0]);
        const auto seen = Request::positive_number(parts[1]);
        if (id && seen) chosen.push_back({*id, static_cast<int>(*seen)});
    }
    return chosen;
}

namespace {

// Director and chair pass several on at once; the others work on one dossier at a time.
bool in_bulk(const app::DossierLine& line)
{
    const auto next = app::next_action(line.dossier.state);
    return (next == DossierAction::Approve || next == DossierAction::Forward) && !line.lock &&
           line.facts.standing > 0;
}

std::string line_value(const domain::Dossier& dossier)
{
    return dossier.id.text() + ":" + std::to_string(dossier.version);
}

Html queue_mark(const Request& request, const app::DossierLine& line)
{
    Html html;
    if (line.lock)
        html << icon("lock-fill") << hidden_text(tr(request, "không duyệt được"));
    else if (in_bulk(line))
        html << checkbox_only("dossier", line_value(line.dossier),
                              tr(request, "Chọn {}", {line.dossier.title}));
    return html;
}

Html queue_item(const Request& request, const app::DossierLine& line, bool here)
{
    const auto& dossier = line.dossier;
    Html html;
    html << (here ? Html("<li class=\"on\">") : Html("<li>")) << "<div class=\"ck\">"
         << queue_mark(request, line) << "</div><div><a class=\"t\" href=\""
         << base::url("/desk?ho-so=" + dossier.id.text()) << "\""
         << (here ? Html(" aria-current=\"true\">") : Html(">")) << dossier.title << "</a><p>"
         << dossier.code() << " · " << tr(request, "chuyển đến {}", {dossier.state_since.vietnamese()})
         << "</p>";
    if (line.lock) html << "<p><b>" << tr(request, line.lock->message) << "</b></p>";
    html << "<div class=\"ln\"><span>"
         << tr(request, "{} đối tượng · {}", {std::to_string(line.facts.standing), dong(line.money)})
         << "</span><b>" << tr(request, "đã chờ {}", {held_for(request, dossier.state_since)}) << "</b></div>"
         << "<p>" << dossier_state(request, dossier.state) << "</p></div></li>";
    return html;
}

Html queue(const Request& request, const std::vector<app::DossierLine>& lines,
           const std::optional<app::DossierView>& chosen)
{
    bool any = false;
    bool forwarding = true;
    Html fields("<ul class=\"q\">");
    for (const auto& line : lines) {
        fields << queue_item(request, line, chosen && chosen->dossier.id == line.dossier.id);
        if (!in_bulk(line)) continue;
        any = true;
        forwarding = forwarding && app::next_action(line.dossier.state) == DossierAction::Forward;
    }
    fields << "</ul>";
    if (any)
        fields << "<div class=\"selbar\">"
               << submit({.text = forwarding ? tr(request, "Chuyển các hồ sơ đã chọn…")
                                             : tr(request, "Duyệt các hồ sơ đã chọn…"),
                          .icon = "check2-square"})
               << "<p class=\"d\">"
               << tr(request, "Trang kiểm tra liệt kê lại đối tượng và tiền thưởng trước khi ký duyệt.")
               << "</p></div>";
    return card({.title = tr(request, "Hàng chờ"),
                 .count = std::to_string(lines.size()),
                 .note = tr(request, "cũ nhất trước"),
                 .padded = false},
                any ? form(request, "/desk/check", fields) : fields);
}

}  // namespace

Html desk_content(const Request& request, const std::vector<app::DossierLine>& lines,
                  const std::optional<app::DossierView>& chosen)
{
    if (lines.empty())
        return empty_state(tr(request, "Không có hồ sơ nào chờ bạn"),
                           tr(request, "Hồ sơ đến lượt bạn sẽ hiện ở đây, hồ sơ chờ lâu nhất đứng đầu."),
                           button_link("/dossiers", tr(request, "Xem mọi hồ sơ")));
    Html brief;
    if (chosen) {
        brief << card({.title = chosen->dossier.title,
                       .note = chosen->dossier.code(),
                       .right = dossier_state(request, chosen->dossier.state)},
                      dossier_stages(request, chosen->dossier, chosen->history))
              << brief_content(request, *chosen, {});
    }
    Html html;
    html << "<div class=\"desk\"><div class=\"col\">" << queue(request, lines, chosen)
         << "</div><div class=\"col\">" << brief << "</div></div>";
    return html;
}

namespace {

Html items_table(const Request& request, const std::vector<DeskItem>& items)
{
    Table table(tr(request, "Các hồ sơ đã chọn"),
                {{.heading = tr(request, "Hồ sơ"), .phone = Phone::Title},
                 {.heading = tr(request, "Hình thức"), .phone = Phone::Block},
                 {.heading = tr(request, "Đối tượng"), .align = Align::Right},
                 {.heading = tr(request, "Tiền thưởng"), .align = Align::Right}});
    for (const auto& item : items) {
        Html title;
        title << "<b>" << item.view.dossier.title << "</b><br><small class=\"mut\">"
              << item.view.dossier.code() << "</small>";
        if (item.refusal) {
            table.row({title, tag(Tone::Error, tr(request, item.refusal->message)), dash(), dash()},
                      RowKind::Omitted);
            continue;
        }
        Html forms;
        for (const auto& group : item.view.groups)
            if (group.standing > 0) forms << "<span>" << award_heading(request, group) << "</span><br>";
        table.row({title, forms, std::to_string(item.view.facts.standing), dong(item.view.total)});
    }
    return table.html();
}

}  // namespace

Html desk_check_content(const Request& request, const std::vector<DeskItem>& items)
{
    int people = 0;
    std::int64_t money = 0;
    std::size_t open = 0;
    bool approving = false;
    CheckPage page;
    for (const auto& item : items) {
        if (item.refusal) continue;
        ++open;
        people += item.view.facts.standing;
        money += item.view.total;
        approving = approving || item.action == DossierAction::Approve;
        page.fields << hidden("dossier", item.view.dossier.id.text() + ":" + std::to_string(item.seen));
    }
    if (open == 0) {
        Html html = card({.padded = false}, items_table(request, items));
        html << empty_state(tr(request, "Không có hồ sơ nào duyệt được"),
                            tr(request, "Hãy quay lại hàng chờ và chọn hồ sơ khác."),
                            button_link("/desk", tr(request, "Quay lại hàng chờ"), Look::Primary));
        return html;
    }
    const auto count = std::to_string(open);
    page.question = approving ? tr(request, "Phê duyệt {} hồ sơ?", {count})
                              : tr(request, "Chuyển {} hồ sơ lên Chủ tịch?", {count});
    page.answers = {{tr(request, "Hồ sơ"), Html::text(count)},
                    {tr(request, "Đối tượng"), Html::text(std::to_string(people))},
                    {tr(request, "Tiền thưởng"), Html::text(dong(money))}};
    page.details = items_table(request, items);
    page.consequence =
        approving ? tr(request, "Sau khi phê duyệt, văn thư lập quyết định; danh sách không sửa được nữa.")
                  : tr(request, "Sau khi chuyển, hồ sơ chờ Chủ tịch phê duyệt.");
    page.action = "/desk/approvals";
    page.button = {.text = approving ? tr(request, "Phê duyệt {} đối tượng", {std::to_string(people)})
                                     : tr(request, "Chuyển {} đối tượng", {std::to_string(people)}),
                   .icon = "check2-square"};
    page.back = "/desk";
    return check_page(request, page);
}

Html desk_results_content(const Request& request, const std::vector<DeskResult>& results)
{
    const auto failed = std::count_if(results.begin(), results.end(),
                                      [](const DeskResult& result) { return result.refusal.has_value(); });
    const auto done = static_cast<std::ptrdiff_t>(results.size()) - failed;
    Html html;
    if (failed == 0)
        html << notice(Tone::Ok, tr(request, "Xong cả {} hồ sơ.", {std::to_string(done)}));
    else
        html << notice(Tone::Warn, tr(request, "Xong {} hồ sơ, {} hồ sơ chưa xử lý được.",
                                      {std::to_string(done), std::to_string(failed)}));
    Table table(tr(request, "Kết quả từng hồ sơ"),
                {{.heading = tr(request, "Hồ sơ"), .phone = Phone::Title},
                 {.heading = tr(request, "Kết quả"), .phone = Phone::Block}});
    for (const auto& result : results) {
        Html outcome;
        if (result.refusal)
            outcome << tag(Tone::Error, tr(request, "chưa xử lý")) << " "
                    << tr(request, result.refusal->message);
        else
            outcome << tag(Tone::Ok, tr(request, workflow::action_done(result.action)));
        table.row({link(dossier_address(result.id), result.title), outcome});
    }
    html << card({.title = tr(request, "Kết quả từng hồ sơ"), .padded = false}, table.html());
    html << acts({}, button_link("/desk", tr(request, "Về hàng chờ"), Look::Primary));
    return html;
}

}  // namespace web
