#include "web/pages/ranking_charts.h"

#include "app/print_ranking.h"
#include "base/text.h"
#include "documents/charts.h"
#include "web/components.h"
#include "web/pages/ranking_table.h"
#include "web/texts.h"

#include <algorithm>
#include <array>

namespace web {

namespace {

using base::Decimal;
using base::Html;
using domain::PublishedStanding;

// Shares of a maximum from which a heat cell takes the next stronger colour.
constexpr std::array level_from = {65, 75, 85, 95};

constexpr std::size_t longest_label = 28;

int level_of(const Decimal& percent)
{
    int level = 0;
    for (const int from : level_from)
        if (percent >= Decimal(from)) ++level;
    return level;
}

Html bars(const Request& request, const app::RankingPage& page)
{
    const auto& group = page.shown();
    documents::BarChart chart;
    chart.words = {.id = "bieu-do-cot",
                   .title = tr(request, "Chỉ số năm {}", {std::to_string(page.publication.year)}),
                   .description =
                       tr(request, "Chỉ số của từng đơn vị trong {}, trên thang 100.", {group.name()})};
    const auto* mark = app::marked_band(group);
    if (mark) {
        chart.mark = mark->from;
        chart.mark_label = tr(request, "{} từ {}", {mark->name, mark->from.vietnamese(mark->from.scale())});
    }
    chart.bars.reserve(page.standings.rows.size());
    for (const auto& row : page.standings.rows) {
        const auto& standing = row.standing;
        if (standing.index > chart.maximum) chart.maximum = standing.index;
        chart.bars.push_back({.label = chart_label(standing.unit),
                              .value = standing.index,
                              .text = standing.index.vietnamese(group.summary.decimals),
                              .weak = mark && standing.index < mark->from});
    }
    return card({.title = chart.words.title}, chart_box(chart.words.title, documents::bar_chart(chart)));
}

Html slopes(const Request& request, const app::RankingPage& page)
{
    const auto last = std::to_string(page.publication.year - 1);
    const int decimals = page.shown().summary.decimals;
    documents::SlopeChart chart;
    chart.words = {.id = "bien-dong",
                   .title =
                       tr(request, "Biến động chỉ số {} → {}", {last, std::to_string(page.publication.year)}),
                   .description = tr(request, "Mỗi đường là một đơn vị, nối chỉ số năm trước với năm nay.")};
    chart.before_heading = last;
    chart.after_heading = std::to_string(page.publication.year);
    chart.slopes.reserve(page.standings.rows.size());
    for (const auto& row : page.standings.rows) {
        const auto& standing = row.standing;
        if (!standing.change) continue;
        const auto before = standing.index - *standing.change;
        chart.slopes.push_back({.label = chart_label(standing.unit),
                                .before = before,
                                .after = standing.index,
                                .before_text = before.vietnamese(decimals),
                                .after_text = standing.index.vietnamese(decimals)});
    }
    if (chart.slopes.empty()) return {};
    Html body = chart_box(chart.words.title, documents::slope_chart(chart));
    if (const auto drawn = documents::drawn_slopes(chart); drawn < chart.slopes.size())
        body << "<p class=\"mut sm\">"
             << tr(request, "Chỉ vẽ {} trong {} đơn vị thay đổi nhiều nhất.",
                   {std::to_string(drawn), std::to_string(chart.slopes.size())})
             << "</p>";
    return card({.title = chart.words.title}, body);
}

// Nearly always the row has its parts in the order of the headings.
const Decimal* part_of(const PublishedStanding& row, const std::string& name, std::size_t likely)
{
    const auto& parts = row.standing.parts;
    if (likely < parts.size() && parts[likely].first == name) return &parts[likely].second;
    for (const auto& [part, value] : parts)
        if (part == name) return &value;
    return nullptr;
}

// Each area as a share of its maximum; where the sheet does not name one, of the best unit's points.
Html heat(const Request& request, const app::RankingPage& page, const std::vector<std::string>& parts)
{
    documents::HeatMap map;
    map.words = {.id = "linh-vuc",
                 .title = tr(request, "Tỷ lệ đạt điểm theo lĩnh vực (%)"),
                 .description = tr(request, "Màu đậm hơn là đạt cao hơn; số ghi trong ô.")};
    std::vector<Decimal> wholes;
    bool without_maximum = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        const auto heading = part_heading(part);
        map.columns.push_back(heading.name);
        Decimal whole = heading.maximum.value_or(Decimal());
        if (!heading.maximum)
            for (const auto& row : page.standings.rows)
                if (const auto* value = part_of(row, part, i)) whole = std::max(whole, *value);
        wholes.push_back(whole);
        if (!heading.maximum) without_maximum = true;
    }
    if (without_maximum) {
        map.words.title = tr(request, "Điểm theo lĩnh vực so với đơn vị cao nhất (%)");
        map.words.description =
            tr(request, "Bảng không ghi điểm tối đa của lĩnh vực nên 100 là điểm của đơn vị cao nhất.");
    }
    map.rows.reserve(page.standings.rows.size());
    for (const auto& row : page.standings.rows) {
        documents::HeatRow line{.label = chart_label(row.standing.unit), .cells = {}};
        line.cells.reserve(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto* value = part_of(row, parts[i], i);
            if (!value || wholes[i].zero()) {
                line.cells.emplace_back();
                continue;
            }
            const auto percent = Decimal::quotient(*value, wholes[i], 2, 0);
            line.cells.push_back({.text = percent.text(), .level = level_of(percent)});
        }
        map.rows.push_back(std::move(line));
    }
    Html body;
    body << "<p class=\"mut sm\">" << map.words.description << "</p>"
         << chart_box(map.words.title, documents::heat_map(map));
    return card({.title = map.words.title}, body);
}

}  // namespace

PartHeading part_heading(const std::string& heading)
{
    constexpr std::string_view before_maximum = "(tối đa ";
    const auto at = heading.rfind(before_maximum);
    if (at == std::string::npos || !heading.ends_with(')')) return {heading, std::nullopt};
    const auto start = at + before_maximum.size();
    auto number = heading.substr(start, heading.size() - start - 1);
    std::replace(number.begin(), number.end(), ',', '.');
    const auto maximum = base::Decimal::parse(number);
    if (!maximum || maximum->zero()) return {heading, std::nullopt};
    return {base::tidy(heading.substr(0, at)), maximum};
}

std::string chart_label(const std::string& unit)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> shorter = {
        {{"Ủy ban nhân dân", "UBND"}, {"Văn phòng", "VP"}, {"Ban Quản lý", "BQL"}}};
    auto text = unit;
    for (const auto& [whole, brief] : shorter)
        if (const auto at = text.find(whole); at != std::string::npos) text.replace(at, whole.size(), brief);
    if (base::length(text) <= longest_label) return text;
    // Whole words, as many as fit.
    std::string cut;
    for (const auto& word : base::split(text, ' ')) {
        if (base::length(cut) + base::length(word) + 1 >= longest_label) break;
        cut += (cut.empty() ? "" : " ") + word;
    }
    return cut + "…";
}

Html trend_charts(const Request& request, const app::RankingPage& page)
{
    if (page.standings.rows.size() < 2) return {};
    const auto slope = slopes(request, page);
    return slope.empty() ? bars(request, page) : halves(bars(request, page), slope);
}

Html area_chart(const Request& request, const app::RankingPage& page, const std::vector<std::string>& parts)
{
    return parts.empty() ? Html() : heat(request, page, parts);
}

}  // namespace web
