#include "web/pages/ranking_table.h"

#include "web/components.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>
#include <array>

namespace web {

namespace {

using base::Html;
using domain::PublishedStanding;

constexpr int rows_a_page = 30;

struct OrderName {
    app::StandingOrder order;
    std::string_view name;
};
constexpr std::array order_names = {
    OrderName{app::StandingOrder::Place, "hang"}, OrderName{app::StandingOrder::Index, "chiso"},
    OrderName{app::StandingOrder::Change, "diem"}, OrderName{app::StandingOrder::ChangePlaces, "bac"},
    OrderName{app::StandingOrder::Unit, "donvi"}};

std::string_view order_name(app::StandingOrder order)
{
    for (const auto& each : order_names)
        if (each.order == order) return each.name;
    return order_names.front().name;
}

// A heading that sorts: the first click gives the order people expect (best or largest first), the next the opposite.
Column sortable(const Request& request, const app::StandingFilter& filter, std::string heading,
                app::StandingOrder order, bool descending_first)
{
    Column column{.heading = std::move(heading)};
    const bool chosen = filter.order == order;
    const bool descending = chosen ? !filter.descending : descending_first;
    // From the first page again, with the other filters kept.
    column.sort_address = request.path + "?khoi=" + filter.group.text();
    if (!filter.band.empty()) column.sort_address += "&loai=" + base::url_encoded(filter.band);
    if (!filter.text.empty()) column.sort_address += "&tim=" + base::url_encoded(filter.text);
    column.sort_address += (descending ? "&xep=-" : "&xep=") + std::string(order_name(order));
    if (chosen) column.sorted = filter.descending ? Column::Sorted::Descending : Column::Sorted::Ascending;
    return column;
}

Html part_cell(const PublishedStanding& row, const std::string& name)
{
    for (const auto& [part, value] : row.standing.parts)
        if (part == name) return Html::text(value.vietnamese(std::max(value.scale(), 2)));
    return dash();
}

Html unit_cell(const Request& request, const PublishedStanding& row)
{
    Html cell;
    cell << "<a href=\"" << base::url("/units/" + row.unit.text()) << "\">" << row.standing.unit << "</a>";
    if (!row.code.empty()) cell << "<br>" << muted(tr(request, "Mã {}", {row.code}));
    if (!row.standing.tie_break.empty())
        cell << "<br>" << muted(tr(request, "Bằng điểm, xếp theo {}", {row.standing.tie_break}));
    return cell;
}

std::vector<Column> columns_of(const Request& request, const app::RankingPage& page,
                               const app::StandingFilter& filter, const std::vector<std::string>& parts)
{
    using app::StandingOrder;
    const auto year = page.publication.year;
    std::vector<Column> columns;
    columns.push_back(sortable(request, filter, tr(request, "Hạng"), StandingOrder::Place, false));
    columns.back().phone = Phone::Rank;
    columns.push_back(sortable(request, filter, tr(request, "Cơ quan, đơn vị"), StandingOrder::Unit, false));
    columns.back().phone = Phone::Title;
    columns.push_back(sortable(request, filter, tr(request, "Chỉ số {}", {std::to_string(year)}),
                               StandingOrder::Index, true));
    columns.back().align = Align::Right;
    if (page.publication.compared_with) {
        columns.push_back(sortable(request, filter, tr(request, "So với {}", {std::to_string(year - 1)}),
                                   StandingOrder::Change, true));
        columns.back().align = Align::Right;
        columns.push_back(
            sortable(request, filter, tr(request, "Thứ hạng"), StandingOrder::ChangePlaces, true));
        columns.back().align = Align::Right;
    }
    if (!page.shown().framework.bands.empty()) columns.push_back({.heading = tr(request, "Xếp loại")});
    if (parts.size() <= widest_parts)
        for (const auto& part : parts)
            columns.push_back({.heading = part, .align = Align::Right});
    return columns;
}

std::vector<Cell> cells_of(const Request& request, const app::RankingPage& page, const PublishedStanding& row,
                           const std::vector<std::string>& parts)
{
    const auto& group = page.shown();
    const auto& standing = row.standing;
    std::vector<Cell> cells;
    cells.reserve(6 + parts.size());
    cells.emplace_back(place_cell(request, standing));
    cells.emplace_back(unit_cell(request, row));
    Html index = index_cell(request, row, group.summary.decimals);
    index << meter(standing.index, base::Decimal(100));
    cells.emplace_back(std::move(index));
    if (page.publication.compared_with) {
        if (standing.change) {
            cells.emplace_back(delta(request, standing.change, group.summary.decimals));
            cells.emplace_back(place_delta(request, standing.change_places));
        } else {
            cells.emplace_back(muted(tr(request, "mới")));
            cells.emplace_back(dash());
        }
    }
    if (!group.framework.bands.empty()) cells.emplace_back(band_cell(group.framework, standing.band));
    if (parts.size() <= widest_parts)
        for (const auto& part : parts)
            cells.emplace_back(part_cell(row, part));
    return cells;
}

}  // namespace

app::StandingFilter standing_filter(const Request& request)
{
    app::StandingFilter filter;
    filter.group =
        Request::parse_id<domain::PeerGroupId>(request.query_value("khoi")).value_or(domain::PeerGroupId{});
    filter.band = request.query_value("loai");
    filter.text = request.query_value("tim");
    auto order = request.query_value("xep");
    filter.descending = order.starts_with('-');
    if (filter.descending) order.remove_prefix(1);
    for (const auto& each : order_names)
        if (each.name == order) filter.order = each.order;
    filter.page = page_asked(request);
    filter.size = rows_a_page;
    return filter;
}

std::vector<std::string> part_names(const std::vector<PublishedStanding>& rows)
{
    std::vector<std::string> names;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.standing.parts.size(); ++i) {
            const auto& name = row.standing.parts[i].first;
            if (i < names.size() && names[i] == name) continue;  // as in the rows before
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
    return names;
}

Html ranking_table(const Request& request, const app::RankingPage& page, const app::StandingFilter& filter,
                   const std::vector<std::string>& parts)
{
    Table table(
        tr(request, "Xếp hạng {} năm {}", {page.shown().name(), std::to_string(page.publication.year)}),
        columns_of(request, page, filter, parts));
    for (const auto& row : page.standings.rows)
        table.row(cells_of(request, page, row, parts));
    return table.html();
}

// Seven or eight areas do not fit beside the ranking: their points stand in a table of their own, folded away.
Html parts_table(const Request& request, const app::RankingPage& page, const std::vector<std::string>& parts)
{
    std::vector<Column> columns = {{.heading = tr(request, "Hạng"), .phone = Phone::Rank},
                                   {.heading = tr(request, "Cơ quan, đơn vị"), .phone = Phone::Title}};
    for (const auto& part : parts)
        columns.push_back({.heading = part, .align = Align::Right});
    Table table(tr(request, "Điểm từng lĩnh vực"), std::move(columns));
    table.dense();
    for (const auto& row : page.standings.rows) {
        std::vector<Cell> cells;
        cells.emplace_back(row.standing.place ? Html::text(std::to_string(*row.standing.place)) : dash());
        cells.emplace_back(row.standing.unit);
        for (const auto& part : parts)
            cells.emplace_back(part_cell(row, part));
        table.row(std::move(cells));
    }
    return card({.title = tr(request, "Điểm từng lĩnh vực"), .id = "diem", .padded = false}, table.html());
}

Html place_cell(const Request& request, const domain::Standing& standing)
{
    if (standing.place) return rank_circle(*standing.place);
    return muted(tr(request, "không xếp hạng"));
}

Html index_cell(const Request& request, const PublishedStanding& row, int decimals)
{
    Html cell;
    cell << "<b>" << row.standing.index.vietnamese(decimals);
    if (row.illustrative)
        cell << "<span aria-hidden=\"true\">*</span>" << hidden_text(tr(request, "(số liệu minh họa)"));
    cell << "</b>";
    return cell;
}

Html band_cell(const domain::Framework& framework, const std::string& name)
{
    if (name.empty()) return dash();
    int level = 1;
    for (const auto& each : framework.bands) {
        if (each.name == name) break;
        ++level;
    }
    return band(name, level);
}

Html made_up_note(const Request& request, const std::vector<PublishedStanding>& rows)
{
    const auto any = [&](bool PublishedStanding::*flag) {
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.*flag; });
    };
    Html html;
    if (any(&PublishedStanding::illustrative))
        html << "<p class=\"mut sm\">" << tr(request, "* Số liệu minh họa, không phải số liệu đã công bố.")
             << "</p>";
    if (any(&PublishedStanding::parts_illustrative))
        html << "<p class=\"mut sm\">" << tr(request, "Điểm từng lĩnh vực là số liệu minh họa.") << "</p>";
    return html;
}

}  // namespace web
