// The preview of a decision's list, and the list of all decisions.
#include "base/number_words.h"
#include "web/components.h"
#include "web/pages/decision.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;
using domain::RecipientKind;

namespace {

constexpr std::size_t preview_rows = 14;

Html preview_row(const domain::DecisionRecipient& recipient, const domain::AwardKind& award, int number)
{
    Html html;
    html << "<tr><td class=\"c\">" << number << "</td><td>" << recipient.addressed() << "</td><td>"
         << recipient.post << Html::text(recipient.post.empty() ? "" : ", ") << recipient.unit_name
         << "</td><td>" << recipient.achievement << "</td><td>" << award.short_name << "</td><td class=\"r\">"
         << base::grouped(recipient.money) << "</td></tr>";
    return html;
}

Html group_row(const std::string& mark, const std::string& text)
{
    Html html;
    html << "<tr class=\"g\"><td class=\"c\"><b>" << mark << "</b></td><td colspan=\"5\"><b>" << text
         << "</b></td></tr>";
    return html;
}

}  // namespace

// The paper is Vietnamese in either language of the page.
Html list_preview(const Request& request, const app::DecisionPage& page)
{
    const auto& recipients = page.draft.recipients;
    Html table;
    table << "<div class=\"desk2\"><div class=\"paper\" lang=\"vi\"><div class=\"ph\"><b>DANH SÁCH</b><b>"
          << page.draft.award.name << "</b><i>" << page.draft.citation
          << "</i></div><table><caption class=\"visually-hidden\">"
          << tr(request, "Những dòng đầu của danh sách kèm theo quyết định")
          << "</caption><thead><tr><th scope=\"col\">STT</th><th scope=\"col\">Họ tên, tập thể</th><th "
             "scope=\"col\">"
             "Chức vụ, đơn vị</th><th scope=\"col\">Thành tích</th><th scope=\"col\">Hình thức</th><th "
             "scope=\"col\">Tiền (đ)</th></tr></thead><tbody>";
    int number = 0;
    std::size_t shown = 0;
    const auto count = [&](RecipientKind kind) {
        return std::count_if(recipients.begin(), recipients.end(),
                             [&](const auto& each) { return each.kind == kind; });
    };
    for (const auto& recipient : recipients) {
        if (shown == preview_rows) break;
        const bool opens = shown == 0 || recipient.kind != recipients[shown - 1].kind;
        if (opens) {
            const bool collective = recipient.kind == RecipientKind::Collective;
            table << group_row(shown == 0 ? "A" : "B", (collective ? "Tập thể (" : "Cá nhân (") +
                                                           std::to_string(count(recipient.kind)) + ")");
            number = 0;
        }
        table << preview_row(recipient, page.draft.award, ++number);
        ++shown;
    }
    table << "</tbody></table>";
    if (recipients.size() > shown)
        table << "<p class=\"mt-2 mb-0\">"
              << tr(request, "… và {} dòng nữa.", {std::to_string(recipients.size() - shown)}) << "</p>";
    table << "<p class=\"mt-2 mb-0\"><b>Tổng cộng: " << base::grouped(page.draft.total)
          << " đồng</b></p></div></div>";
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
    const auto pages = static_cast<std::size_t>((list.total + size - 1) / size);
    if (pages > 1)
        body << pager(request, static_cast<std::size_t>(page), pages,
                      tr(request, "{} quyết định", {std::to_string(list.total)}));
    html << card({.title = tr(request, "Đã có số"), .count = std::to_string(list.total), .padded = false},
                 body);
    return html;
}

}  // namespace web
