#include "web/pages/unit.h"

#include "base/text.h"
#include "documents/charts.h"
#include "web/components.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>
#include <map>
#include <set>

namespace web {

using base::Html;
using domain::RecipientKind;

namespace {

constexpr std::size_t most_years = 8;  // on the chart; the table has all

// One line per award and decision: "Cờ thi đua · QĐ 412", for people with their number.
std::vector<std::string> award_lines(const Request& request,
                                     const std::vector<domain::CommendationRecord>& records, int year,
                                     RecipientKind kind)
{
    // How many, and the number without its symbol.
    std::map<std::pair<domain::DecisionId, std::string>, std::pair<int, std::string>> counted;
    for (const auto& record : records)
        if (record.year == year && record.kind == kind) {
            auto& entry = counted[{record.decision, record.award_short_name}];
            ++entry.first;
            entry.second = record.number.digits();
        }
    std::vector<std::string> lines;
    for (const auto& [what, entry] : counted)
        lines.push_back((kind == RecipientKind::Individual ? std::to_string(entry.first) + " " : "") +
                        tr(request, "{} · QĐ {}", {what.second, entry.second}));
    return lines;
}

documents::HistoryChart chart_of(const Request& request, const app::UnitHistory& history)
{
    std::set<int> years;
    for (const auto& year : history.years)
        years.insert(year.year);
    for (const auto& record : history.records)
        years.insert(record.year);
    while (years.size() > most_years)
        years.erase(years.begin());
    documents::HistoryChart chart;
    chart.words = {
        "unit-history", tr(request, "Thứ hạng và khen thưởng theo năm"),
        tr(request,
           "Thứ hạng của {} theo năm, bên dưới là khen thưởng của tập thể và cá nhân; số liệu ở các "
           "bảng dưới.",
           {history.unit.official_name})};
    chart.place_word = tr(request, "hạng");
    chart.collective_word = tr(request, "Tập thể");
    chart.individual_word = tr(request, "Cá nhân");
    for (const int year : years) {
        documents::HistoryYear entry;
        entry.year = year;
        const auto found = std::ranges::find(history.years, year, &domain::UnitYear::year);
        if (found != history.years.end()) {
            entry.place = found->place;
            entry.value = found->index.vietnamese(found->decimals) + (found->illustrative ? "*" : "");
            entry.published = !found->illustrative;
            entry.highlighted = found->place == 1;
            chart.units = std::max(chart.units, found->of);
        }
        entry.collective = award_lines(request, history.records, year, RecipientKind::Collective);
        entry.individual = award_lines(request, history.records, year, RecipientKind::Individual);
        chart.years.push_back(std::move(entry));
    }
    return chart;
}

Html legend(const Request& request)
{
    const auto mark = [](Html& html, base::Literal css_class, const std::string& word) {
        html << "<span><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><circle class=\"" << Html(css_class)
             << "\" cx=\"7\" cy=\"7\" r=\"5\"/></svg>" << word << "</span>";
    };
    Html html;
    html << "<p class=\"legend\">";
    mark(html, "history-point", tr(request, "đã công bố"));
    mark(html, "history-point history-hollow", tr(request, "minh họa (*)"));
    mark(html, "award-mark award-collective", tr(request, "khen tập thể"));
    mark(html, "award-mark award-individual", tr(request, "khen cá nhân"));
    html << "</p>";
    return html;
}

Html results(const Request& request, const app::UnitHistory& history)
{
    if (history.years.empty())
        return card({.title = tr(request, "Kết quả chấm điểm")},
                    muted(tr(request, "Đơn vị chưa có trong bảng xếp hạng nào được công bố.")));
    Table table(tr(request, "Kết quả chấm điểm"), {{tr(request, "Năm"), Align::Left, Phone::Title},
                                                   {tr(request, "Hạng"), Align::Right},
                                                   {tr(request, "Chỉ số"), Align::Right},
                                                   {tr(request, "Thay đổi"), Align::Right},
                                                   {tr(request, "Xếp loại")},
                                                   {tr(request, "Nguồn")}});
    for (const auto& year : history.years) {
        const auto star = year.illustrative ? "*" : "";
        table.row({link("/rankings/" + year.publication.text(), std::to_string(year.year)),
                   year.place ? std::to_string(*year.place) + "\u00a0/\u00a0" + std::to_string(year.of)
                              : tr(request, "không xếp hạng"),
                   year.index.vietnamese(year.decimals) + star, delta(request, year.change, year.decimals),
                   year.band.empty() ? dash() : Html::text(year.band),
                   year.illustrative ? tr(request, "minh họa") : tr(request, "đã công bố")});
    }
    return card({.title = tr(request, "Kết quả chấm điểm"),
                 .right = link("/compare", tr(request, "So sánh năm")),
                 .padded = false},
                table.html());
}

Html decision_cell(const Request& request, const domain::CommendationRecord& record)
{
    Html html;
    html << "<span class=\"nw\">";
    if (request.may(rights::Permission::ViewDossiers))
        html << link("/decisions/" + record.decision.text(), record.number.text());
    else
        html << record.number.text();
    html << "</span><br>" << muted(record.number.date.vietnamese());
    return html;
}

Html awards(const Request& request, const app::UnitHistory& history)
{
    if (history.records.empty())
        return card({.title = tr(request, "Khen thưởng")},
                    muted(tr(request, "Chưa có lượt khen thưởng nào trong sổ.")));
    Table table(tr(request, "Khen thưởng"), {{tr(request, "Được khen"), Align::Left, Phone::Title},
                                             {tr(request, "Hình thức")},
                                             {tr(request, "Năm"), Align::Right},
                                             {tr(request, "Quyết định")}});
    int people = 0;
    for (const auto& record : history.records) {
        Html who;
        who << "<span class=\"b\">" << Html::text(record.salutation.empty() ? "" : record.salutation + " ")
            << record.name << Html::text(record.illustrative ? "*" : "") << "</span>";
        if (!record.post.empty()) who << "<br>" << muted(record.post);
        if (record.kind == RecipientKind::Individual) ++people;
        table.row(
            {who, record.award_short_name, std::to_string(record.year), decision_cell(request, record)});
    }
    return card({.title = tr(request, "Khen thưởng"),
                 .count = tr(request, "{} tập thể, {} cá nhân",
                             {std::to_string(static_cast<int>(history.records.size()) - people),
                              std::to_string(people)}),
                 .right = link("/records?tim=" + base::url_encoded(history.unit.official_name),
                               tr(request, "Tìm trong sổ")),
                 .padded = false},
                table.html());
}

Html names(const Request& request, const app::UnitHistory& history)
{
    if (history.names.size() < 2) return {};
    Table table(tr(request, "Các tên đã dùng"),
                {{tr(request, "Tên"), Align::Left, Phone::Title}, {tr(request, "Từ ngày")}});
    for (const auto& name : history.names)
        table.row({name.official_name, name.from.vietnamese()});
    return card({.title = tr(request, "Các tên đã dùng"),
                 .note = tr(request, "quyết định và danh sách giữ tên vào ngày ký"),
                 .padded = false},
                table.html());
}

}  // namespace

PageFrame unit_frame(const Request& request, const app::UnitHistory& history)
{
    PageFrame frame{.title = history.unit.official_name, .menu = "/units"};
    frame.crumbs = {{tr(request, "Đơn vị"), "/units"}};
    std::vector<std::string> facts;
    if (history.group) facts.push_back(history.group->name);
    facts.push_back(tr(request, "mã {}", {history.unit.code}));
    if (history.unit.ended)
        facts.push_back(tr(request, "đã kết thúc {}", {history.unit.ended->vietnamese()}));
    if (!history.unit.short_name.empty())
        facts.push_back(tr(request, "tên khác: {}", {history.unit.short_name}));
    frame.provenance << base::join(facts, " · ");
    if (request.may(rights::Permission::ManageUnits))
        frame.actions << button_link("/units/" + history.unit.id.text() + "/edit", tr(request, "Sửa đơn vị"),
                                     Look::Quiet, "pencil");
    return frame;
}

Html unit_content(const Request& request, const app::UnitHistory& history)
{
    Html html;
    if (history.years.empty() && history.records.empty()) {
        html << empty_state(tr(request, "Chưa có kết quả và khen thưởng"),
                            tr(request,
                               "Khi kết quả được công bố và quyết định được cấp số, thứ hạng và khen thưởng "
                               "của đơn vị hiện ở đây."),
                            button_link("/rankings", tr(request, "Xem bảng xếp hạng")))
             << names(request, history);
        return html;
    }
    Html chart;
    chart << chart_box(tr(request, "Biểu đồ thứ hạng và khen thưởng"),
                       documents::history_chart(chart_of(request, history)))
          << legend(request);
    html << card({.title = tr(request, "Thứ hạng và khen thưởng theo năm"),
                  .note = tr(request, "nền vàng: hạng nhất")},
                 chart)
         << halves(results(request, history), awards(request, history)) << names(request, history);
    return html;
}

}  // namespace web
