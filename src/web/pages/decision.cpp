#include "web/pages/decision.h"

#include "app/decision_words.h"
#include "base/number_words.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;
using domain::RecipientKind;

namespace {

std::string counted(const Request& request, int collectives, int individuals)
{
    if (individuals == 0) return tr(request, "{} tập thể", {std::to_string(collectives)});
    if (collectives == 0) return tr(request, "{} cá nhân", {std::to_string(individuals)});
    return tr(request, "{} tập thể, {} cá nhân", {std::to_string(collectives), std::to_string(individuals)});
}

Html state_of(const Request& request, const std::optional<domain::Decision>& decision)
{
    if (!decision) return state(Tone::Ask, tr(request, "Chưa có số"));
    if (decision->issued()) return state(Tone::Ok, tr(request, "Đã ban hành"));
    return state(Tone::Warn, tr(request, "Chờ ban hành"));
}

Html grounds(const Request& request, const app::DecisionPage& page)
{
    Html html;
    html << "<ol class=\"grounds\">";
    const auto& lines = page.draft.grounds;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool last = i + 1 == lines.size();
        html << "<li><em>" << lines[i] << Html::text(last ? "." : ";") << "</em>"
             << "<span>" << tag(Tone::Ok, last ? tr(request, "từ hồ sơ") : tr(request, "còn hiệu lực"))
             << "</span></li>";
    }
    html << "</ol><p class=\"hint\">"
         << tr(request, "Các dòng có hiệu lực vào ngày {}; đổi ngày ký thì chúng được lấy lại khi lưu.",
               {page.day.vietnamese()})
         << "</p>";
    return card({.title = tr(request, "Căn cứ")}, html);
}

Html money(const Request& request, const app::DecisionPage& page)
{
    const auto& lines = page.draft.money;
    const auto salary = lines.empty() ? 0 : lines.front().base_salary;
    Table table(tr(request, "Tiền thưởng"), {{tr(request, "Đối tượng"), Align::Left, Phone::Title},
                                             {tr(request, "Số lượng"), Align::Right},
                                             {tr(request, "Hệ số × {}", {dong(salary)}), Align::Right},
                                             {tr(request, "Thành tiền"), Align::Right}});
    table.dense();
    int count = 0;
    for (const auto& line : lines) {
        const auto kind =
            line.kind == RecipientKind::Collective ? tr(request, "Tập thể") : tr(request, "Cá nhân");
        const int decimals = line.coefficient.scale() > 1 ? line.coefficient.scale() : 1;
        table.row({kind, std::to_string(line.count),
                   line.coefficient.vietnamese(decimals) + " = " + dong(line.each), dong(line.total)});
        count += line.count;
    }
    table.total({tr(request, "Cộng"), std::to_string(count), std::string(), dong(page.draft.total)});
    Html body;
    body << table.html() << "<p class=\"hint px-3 py-2\">"
         << tr(request, "Bằng chữ: {} đồng. Mức lương cơ sở và hệ số lấy theo ngày ký.",
               {base::in_words(page.draft.total)})
         << "</p>";
    return card({.title = tr(request, "Tiền thưởng"), .padded = false}, body);
}

// What the award itself will say, which is not who signs the decision.
Html issuer_note(const Request& request, const app::DecisionPage& page)
{
    const auto& numbered = page.tabs[page.current].decision;
    const auto& office = numbered ? numbered->office : page.office;
    return muted(tr(request, "In trên hiện vật: “{} tặng {}”.",
                    {app::issuer_in_full(page.draft.award.issuer, office), page.draft.award.short_name}));
}

Html void_numbers(const Request& request, const app::DecisionTab& tab)
{
    Html html;
    for (const auto& each : tab.void_numbers)
        html << notice(Tone::Warn,
                       tr(request,
                          "Số {} đã hủy lúc {} bởi {}: “{}”. Số hủy được giữ trong sổ, không dùng lại.",
                          {each.number.text(), each.voided_at.vietnamese(), each.voided_by, each.reason}));
    return html;
}

Html done(const Request& request)
{
    const auto what = request.query_value("xong");
    if (what == "so")
        return notice(Tone::Ok, tr(request, "Đã cấp số; danh sách, tiền và thứ tự đã được khóa."));
    if (what == "sua")
        return notice(Tone::Ok, tr(request, "Đã sửa quyết định. Nếu số đã đổi, số cũ được giữ là số hủy."));
    if (what == "ban-hanh") return notice(Tone::Ok, tr(request, "Quyết định đã được đánh dấu ban hành."));
    return {};
}

}  // namespace

std::string decisions_address(domain::DossierId dossier, std::string_view award)
{
    return "/dossiers/" + dossier.text() + "/decisions" +
           (award.empty() ? "" : "?hinh-thuc=" + base::url_encoded(award));
}

std::string decision_file_address(domain::DecisionId decision, std::string_view file)
{
    return "/decisions/" + decision.text() + "/files/" + std::string(file);
}

PageFrame decision_frame(const Request& request, const app::DecisionPage& page)
{
    PageFrame frame{.title = tr(request, "Quyết định: {}", {page.dossier.title}), .menu = "/decisions"};
    frame.crumbs = {{tr(request, "Quyết định"), "/decisions"},
                    {page.dossier.code(), "/dossiers/" + page.dossier.id.text()}};
    if (page.dossier.approved_at)
        frame.provenance << tr(request, "{} được {} phê duyệt {} · mỗi hình thức một quyết định · tổng {}",
                               {page.dossier.code(), page.approved_by_name,
                                page.dossier.approved_at->vietnamese(), dong(page.total)});
    return frame;
}

Html decision_tabs(const Request& request, const app::DecisionPage& page)
{
    Html html;
    html << "<nav class=\"dtabs\" aria-label=\"" << tr(request, "Hình thức khen thưởng") << "\">";
    for (std::size_t i = 0; i < page.tabs.size(); ++i) {
        const auto& tab = page.tabs[i];
        html << "<a class=\"card2 dcard\" href=\"" << base::url(decisions_address(page.dossier.id, tab.award))
             << "\"";
        if (i == page.current) html << " aria-current=\"page\"";
        html << "><span class=\"row2\"><span><span class=\"sm mut\">" << tab.award_name << " · "
             << counted(request, tab.collectives, tab.individuals) << "</span><br><span class=\"n\">"
             << (tab.decision ? tr(request, "Số {}", {tab.decision->number.text()})
                              : tr(request, "Chưa có số"))
             << "</span></span>" << state_of(request, tab.decision) << "</span><span class=\"sm mut\">";
        if (tab.decision) html << tr(request, "ngày {}", {tab.decision->number.date.vietnamese()}) << " · ";
        html << "<b class=\"b text-body\">" << dong(tab.total) << "</b></span></a>";
    }
    html << "</nav>";
    return html;
}

app::DecisionForm usual_form(const app::DecisionPage& page)
{
    app::DecisionForm form;
    form.authority = page.draft.award.authority;
    form.symbol = page.office.decision_symbol;
    form.date = page.day;
    if (!page.signers.empty()) form.signer = page.signers.front().id;
    if (!page.draft.grounds.empty()) form.proposal = page.draft.grounds.back();
    if (const auto& decision = page.tabs[page.current].decision) {
        form.number = decision->number.number;
        form.symbol = decision->number.symbol;
        form.date = decision->number.date;
        form.signer = decision->signer.id;
        form.authority = decision->authority;
    }
    return form;
}

Html decision_content(const Request& request, const app::DecisionPage& page, const app::DecisionForm& typed,
                      std::string_view reason, std::span<const base::Error> refusals)
{
    const auto& tab = page.tabs[page.current];
    Html html;
    if (!refusals.empty()) html << error_summary(request, refusals);
    html << done(request) << decision_tabs(request, page);
    if (tab.decision && tab.decision->entered_late)
        html << notice(Tone::Ask,
                       tr(request, "Nhập sau: quyết định đề ngày {}, được nhập lúc {}.",
                          {tab.decision->number.date.vietnamese(), tab.decision->numbered_at.vietnamese()}));
    html << "<div class=\"dcols\"><div class=\"col\">" << void_numbers(request, tab)
         << card({.title = tr(request, "Số, ngày và người ký"), .id = "so"},
                 [&] {
                     Html body = decision_form(request, page, typed, reason, refusals);
                     body << issuer_note(request, page);
                     return body;
                 }())
         << decision_files(request, page) << grounds(request, page) << money(request, page)
         << "</div><div class=\"col\">" << list_preview(request, page) << "</div></div>";
    return html;
}

Html issue_content(const Request& request, const app::DecisionPage& page)
{
    const auto& decision = *page.tabs[page.current].decision;
    CheckPage check;
    check.question = tr(request, "Đánh dấu Quyết định số {} đã ban hành?", {decision.number.text()});
    check.answers = {
        {tr(request, "Hình thức"), Html::text(decision.award_name)},
        {tr(request, "Ngày ký"), Html::text(decision.number.date.vietnamese())},
        {tr(request, "Người ký"), Html::text(decision.signer.title + " " + decision.signer.name)},
        {tr(request, "Người nhận"), Html::text(counted(request, decision.collectives, decision.individuals))},
        {tr(request, "Tổng tiền thưởng"), Html::text(dong(decision.money))}};
    check.consequence =
        tr(request, "Sau khi ban hành, số, ngày, danh sách và tiền không sửa được; muốn đổi phải ra "
                    "quyết định mới dẫn chiếu số này.");
    check.action = "/decisions/" + decision.id.text() + "/issue";
    check.fields << hidden("version", std::to_string(decision.version));
    check.button = {.text = tr(request, "Đánh dấu đã ban hành"), .icon = "check2-square"};
    check.back = decisions_address(page.dossier.id, decision.award);
    return check_page(request, check);
}

}  // namespace web
