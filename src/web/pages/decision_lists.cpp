// The preview of a decision's list, and the list of all decisions.
#include "app/print_decision.h"
#include "base/number_words.h"
#include "web/components.h"
#include "web/pages/decision.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;

namespace {

constexpr std::size_t preview_rows = 14;

Html preview_row(const documents::AwardListRow& row, int number)
{
    Html html;
    html << "<tr><td class=\"c\">" << number << "</td><td>" << row.name << "</td><td>" << row.post
         << Html::text(row.post.empty() ? "" : ", ") << row.unit << "</td><td>" << row.achievement
         << "</td><td>" << row.form << "</td><td class=\"r\">" << base::grouped(row.money) << "</td></tr>";
    return html;
}

Html preview_head(const documents::AwardList& list)
{
    Html html;
    html << "<div class=\"ph\"><b>DANH SÁCH</b>";
    for (const auto& line : list.subject)
        html << "<b>" << line << "</b>";
    for (const auto& line : list.attached)
        html << "<i>" << line << "</i>";
    html << "</div>";
    return html;
}

}  // namespace

// The paper is Vietnamese in either language of the page.
Html list_preview(const Request& request, const app::DecisionPage& page)
{
    const auto list = app::list_preview(page);
    Html table;
    table << "<div class=\"desk2\"><div class=\"paper\" lang=\"vi\">" << preview_head(list)
          << "<table><caption class=\"visually-hidden\">"
          << tr(request, "Những dòng đầu của danh sách kèm theo quyết định")
          << "</caption><thead><tr><th scope=\"col\">STT</th><th scope=\"col\">Họ tên, tập thể</th><th "
             "scope=\"col\">"
             "Chức vụ, đơn vị</th><th scope=\"col\">Thành tích</th><th scope=\"col\">Hình thức</th><th "
             "scope=\"col\">Tiền (đ)</th></tr></thead><tbody>";
    std::size_t shown = 0, all = 0;
    for (const auto& group : list.groups) {
        all += group.rows.size();
        if (shown == preview_rows) continue;
        table << "<tr class=\"g\"><td class=\"c\"><b>" << group.mark << "</b></td><td colspan=\"4\"><b>"
              << group.heading << "</b></td><td class=\"r\"><b>" << base::grouped(group.subtotal())
              << "</b></td></tr>";
        int number = 0;
        for (const auto& row : group.rows) {
            if (shown == preview_rows) break;
            table << preview_row(row, ++number);
            ++shown;
        }
    }
    table << "</tbody></table>";
    if (all > shown)
        table << "<p class=\"mt-2 mb-0\">" << tr(request, "… và {} dòng nữa.", {std::to_string(all - shown)})
              << "</p>";
    table << "<p class=\"mt-2 mb-0\"><b>" << list.total_heading << ": " << base::grouped(list.total())
          << " đ</b> <i>(" << list.total_in_words() << ")</i></p></div></div>";
    Html link_to;
    if (const auto& decision = page.tabs[page.current].decision;
        decision && request.may(rights::Permission::PrintDocuments))
        link_to << link(decision_file_address(decision->id, "list.pdf"),
                        tr(request, "Xem cả danh sách (PDF)"));
    return card({.title = tr(request, "Xem trước danh sách"), .right = link_to, .padded = false}, table);
}

Html decision_list_content(const Request& request, const app::DecisionList& list, int page, int size)
{
    Html html;
    if (!list.waiting.empty()) {
        Table waiting(tr(request, "Hồ sơ chờ số"), {{tr(request, "Hồ sơ"), Align::Left, Phone::Title},
                                                    {tr(request, "Phê duyệt lúc")},
                                                    {tr(request, "Việc"), Align::Right, Phone::Block}});
        for (const auto& dossier : list.waiting)
            waiting.row({link(decisions_address(dossier.id), dossier.code() + " – " + dossier.title),
                         dossier.approved_at ? dossier.approved_at->vietnamese() : std::string(),
                         button_link(decisions_address(dossier.id),
                                     request.may(rights::Permission::NumberDecision) ? tr(request, "Ghi số")
                                                                                     : tr(request, "Xem"))});
        html << card({.title = tr(request, "Chờ ghi số"),
                      .count = std::to_string(list.waiting.size()),
                      .padded = false},
                     waiting.html());
    }
    if (list.decisions.empty()) {
        if (list.waiting.empty())
            html << empty_state(tr(request, "Chưa có quyết định nào"),
                                tr(request, "Hồ sơ được Chủ tịch phê duyệt sẽ hiện ở đây để văn thư ghi số."),
                                button_link("/dossiers", tr(request, "Xem các hồ sơ")));
        return html;
    }
    Table table(tr(request, "Quyết định khen thưởng"),
                {{tr(request, "Số"), Align::Left, Phone::Title},
                 {tr(request, "Ngày ký")},
                 {tr(request, "Hình thức")},
                 {tr(request, "Tập thể"), Align::Right},
                 {tr(request, "Cá nhân"), Align::Right},
                 {tr(request, "Tiền thưởng"), Align::Right},
                 {tr(request, "Trạng thái"), Align::Left, Phone::Corner}});
    for (const auto& decision : list.decisions)
        table.row({link(decisions_address(decision.dossier, decision.award), decision.number.text()),
                   decision.number.date.vietnamese(), decision.award_name,
                   std::to_string(decision.collectives), std::to_string(decision.individuals),
                   dong(decision.money),
                   decision.issued() ? state(Tone::Ok, tr(request, "Đã ban hành"))
                                     : state(Tone::Warn, tr(request, "Chờ ban hành"))});
    Html body = table.html();
    const auto pages = pages_of(list.total, size);
    if (pages > 1)
        body << pager(request, static_cast<std::size_t>(page), pages,
                      tr(request, "{} quyết định", {std::to_string(list.total)}));
    html << card({.title = tr(request, "Đã có số"), .count = std::to_string(list.total), .padded = false},
                 body);
    return html;
}

}  // namespace web
