#include "web/pages/compare.h"

#include "documents/charts.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/ranking.h"
#include "web/pages/ranking_charts.h"
#include "web/pages/ranking_table.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

namespace {

using app::GroupComparison;
using app::YearComparison;
using app::YearPair;
using base::Html;

constexpr std::size_t most_named = 5;

Html year_form(const Request& request, const std::vector<int>& years, const YearComparison* comparison)
{
    std::vector<Option> options;
    for (const int year : years)
        options.push_back({.value = std::to_string(year), .text = std::to_string(year)});
    Html fields;
    fields << select({.name = "truoc",
                      .label = tr(request, "Năm trước"),
                      .value = comparison ? std::to_string(comparison->earlier.year) : ""},
                     options)
           << select({.name = "sau",
                      .label = tr(request, "Năm sau"),
                      .value = comparison ? std::to_string(comparison->later.year) : ""},
                     options);
    return card({.padded = false}, filter_bar(request, "/compare", fields));
}

Html named(const Request& request, const std::string& title, const std::vector<const YearPair*>& pairs,
           int decimals)
{
    Html body;
    if (pairs.empty())
        body << "<p class=\"mut\">" << tr(request, "Không có đơn vị nào.") << "</p>";
    else {
        body << "<ol>";
        for (const auto* pair : pairs) {
            body << "<li>" << pair->name << " " << delta(request, pair->change, decimals);
            if (pair->change_places) body << " · " << place_delta(request, pair->change_places);
            body << "</li>";
        }
        body << "</ol>";
    }
    return card({.title = title, .level = 3}, body);
}

Html slope_card(const Request& request, const YearComparison& comparison, const GroupComparison& group)
{
    documents::SlopeChart chart;
    chart.words = {.id = "bien-dong-" + group.id.text(),
                   .title = tr(request, "{}: chỉ số {} → {}",
                               {group.name, std::to_string(comparison.earlier.year),
                                std::to_string(comparison.later.year)}),
                   .description = tr(request, "Mỗi đường là một đơn vị, nối chỉ số năm trước với năm nay.")};
    chart.before_heading = std::to_string(comparison.earlier.year);
    chart.after_heading = std::to_string(comparison.later.year);
    for (const auto& pair : group.pairs) {
        if (!pair.change) continue;
        const auto& before = pair.earlier->standing.index;
        const auto& after = pair.later->standing.index;
        chart.slopes.push_back({.label = chart_label(pair.name),
                                .before = before,
                                .after = after,
                                .before_text = before.vietnamese(group.decimals),
                                .after_text = after.vietnamese(group.decimals)});
    }
    if (chart.slopes.size() < 2) return {};
    return card({.title = chart.words.title, .level = 3},
                chart_box(chart.words.title, documents::slope_chart(chart)));
}

Html side(const Request& request, const std::optional<domain::PublishedStanding>& row, int decimals)
{
    if (!row) return dash();
    Html cell;
    if (row->standing.place)
        cell << tr(request, "hạng {}", {std::to_string(*row->standing.place)});
    else
        cell << tr(request, "không xếp hạng");
    cell << " · " << index_cell(request, *row, decimals);
    return cell;
}

Html pairs_table(const Request& request, const YearComparison& comparison, const GroupComparison& group)
{
    Table table(
        group.name,
        {{.heading = tr(request, "Cơ quan, đơn vị"), .phone = Phone::Title},
         {.heading = tr(request, "Năm {}", {std::to_string(comparison.earlier.year)}), .align = Align::Right},
         {.heading = tr(request, "Năm {}", {std::to_string(comparison.later.year)}), .align = Align::Right},
         {.heading = tr(request, "Tăng giảm"), .align = Align::Right},
         {.heading = tr(request, "Thứ hạng"), .align = Align::Right}});
    for (const auto& pair : group.pairs) {
        Html unit;
        unit << pair.name;
        if (!pair.earlier) unit << " " << tag(Tone::Ask, tr(request, "mới"));
        if (!pair.later) unit << " " << tag(Tone::Warn, tr(request, "không còn"));
        table.row({unit, side(request, pair.earlier, group.decimals),
                   side(request, pair.later, group.decimals), delta(request, pair.change, group.decimals),
                   place_delta(request, pair.change_places)});
    }
    return table.html();
}

Html group_part(const Request& request, const YearComparison& comparison, const GroupComparison& group)
{
    std::string note =
        tr(request, "{} tăng điểm, {} giảm điểm", {std::to_string(group.rose), std::to_string(group.fell)});
    if (group.earlier_mean && group.later_mean)
        note += " · " + tr(request, "trung bình {} → {}",
                           {group.earlier_mean->vietnamese(group.decimals),
                            group.later_mean->vietnamese(group.decimals)});
    Html html;
    if (group.framework_changed)
        html << notice(Tone::Warn,
                       tr(request, "{}: hai năm chấm theo cách khác nhau, mức tăng giảm chỉ để tham khảo.",
                          {group.name}));
    html << card({.title = group.name, .note = note, .padded = false},
                 pairs_table(request, comparison, group));
    Html movers = named(request, tr(request, "Tăng nhiều nhất"), group.risers(most_named), group.decimals);
    movers << named(request, tr(request, "Giảm nhiều nhất"), group.fallers(most_named), group.decimals);
    const auto chart = slope_card(request, comparison, group);
    html << (chart.empty() ? movers : halves(chart, movers));
    return html;
}

}  // namespace

Html compare_content(const Request& request, const std::vector<int>& years, const YearComparison* comparison)
{
    if (years.size() < 2)
        return card({}, empty_state(tr(request, "Chưa đủ hai năm để so sánh"),
                                    tr(request, "Cần ít nhất hai năm đã công bố kết quả xếp hạng."),
                                    link("/publications", tr(request, "Xem các lần công bố"))));
    Html html = year_form(request, years, comparison);
    if (!comparison) return html;
    std::vector<domain::PublishedStanding> rows;
    for (const auto& group : comparison->groups) {
        html << group_part(request, *comparison, group);
        for (const auto& pair : group.pairs) {
            if (pair.earlier) rows.push_back(*pair.earlier);
            if (pair.later) rows.push_back(*pair.later);
        }
    }
    html << made_up_note(request, rows);
    return html;
}

}  // namespace web
