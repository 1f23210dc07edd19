#include "intake/table_head.h"

#include "base/text.h"
#include "intake/row_words.h"

#include <algorithm>

namespace intake {
namespace {

using domain::CellKind;
using domain::ColumnRole;

constexpr std::size_t tallest_head = 5;
constexpr std::size_t deepest_head = 200;  // rows of titles before the first heading

// The column whose own cell in this row reads as the heading of units; 0 for none.
int unit_heading_column(const SheetView& view, std::size_t index)
{
    for (const auto& cell : view.row(index).cells)
        if (cell.kind == CellKind::Text && unit_heading(cell.text)) return cell.column;
    return 0;
}

bool number_like(const domain::GridCell& cell)
{
    if (cell.kind != CellKind::Text) return true;
    const auto text = base::tidy(cell.text);
    return !text.empty() && text.find_first_not_of("0123456789.,%- ") == std::string::npos;
}

bool wide(const SheetView& view, std::size_t index, const domain::GridCell& cell)
{
    const auto* merge = view.merge_at(view.row(index).row, cell.column);
    return merge && merge->last_column > merge->first_column;
}

// A row above the unit heading belongs to it when it names groups of columns and leaves the unit column alone.
bool continues_upwards(const SheetView& view, std::size_t index, int unit_column)
{
    if (view.covering(index, unit_column)) return false;
    return std::any_of(view.row(index).cells.begin(), view.row(index).cells.end(), [&](const auto& cell) {
        return cell.column > unit_column && cell.kind == CellKind::Text &&
               (wide(view, index, cell) || known_heading(cell.text));
    });
}

// A row below it does when it holds only texts, none of them in the unit column.
bool continues_downwards(const SheetView& view, std::size_t first, std::size_t index, int unit_column)
{
    const auto& row = view.row(index);
    if (view.own(index, unit_column)) return false;
    const auto* merge = view.merge_at(row.row, unit_column);
    if (merge && merge->first_row > view.row(first).row) return false;
    bool right_of_unit = false;
    for (const auto& cell : row.cells) {
        if (number_like(cell)) return false;
        right_of_unit = right_of_unit || cell.column > unit_column;
    }
    // A lone numeral or group name left of the units begins the table's body.
    if (!row.cells.empty() && row.cells.front().column < unit_column &&
        (group_numeral(row.cells.front().text) || without_numeral(row.cells.front().text)))
        return false;
    return right_of_unit;
}

void add_heading(HeadingPath& path, std::string text)
{
    if (text.empty()) return;
    if (!path.empty() && path.back() == text) return;
    path.push_back(std::move(text));
}

// The heading texts of a block by row and column, with merged cells filled. CSV has no merges: there a heading spreads to
// the right over blank cells as long as each column has a heading of its own below.
std::vector<std::vector<std::string>> heading_texts(const SheetView& view, std::size_t first,
                                                    std::size_t last)
{
    const auto columns = static_cast<std::size_t>(view.last_column());
    std::vector<std::vector<std::string>> texts(last - first + 1, std::vector<std::string>(columns + 1));
    for (std::size_t r = 0; r < texts.size(); ++r)
        for (std::size_t c = 1; c <= columns; ++c)
            texts[r][c] = view.covering_text(first + r, static_cast<int>(c));
    const auto below = [&](std::size_t r, std::size_t c) {
        return r + 1 < texts.size() && !texts[r + 1][c].empty() && texts[r + 1][c] != texts[r][c];
    };
    for (std::size_t r = 0; r + 1 < texts.size(); ++r)
        for (std::size_t c = 2; c <= columns; ++c)
            if (texts[r][c].empty() && below(r, c) && below(r, c - 1)) texts[r][c] = texts[r][c - 1];
    return texts;
}

std::vector<TableColumn> columns_of(const SheetView& view, std::size_t first, std::size_t last)
{
    std::vector<TableColumn> columns;
    std::vector<HeadingPath> paths;
    const auto texts = heading_texts(view, first, last);
    for (int column = 1; column <= view.last_column(); ++column) {
        HeadingPath path;
        for (const auto& row : texts)
            add_heading(path, row[static_cast<std::size_t>(column)]);
        if (path.empty()) continue;
        columns.push_back({column, path, {}});
        paths.push_back(std::move(path));
    }
    auto meanings = column_meanings(paths);
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i].meaning = std::move(meanings[i]);
    return columns;
}

bool usable(const TableHead& head)
{
    if (!head.with(ColumnRole::Unit)) return false;
    return head.with(ColumnRole::Points) || head.with(ColumnRole::Percent) || head.with(ColumnRole::Part) ||
           head.with(ColumnRole::Place);
}

std::optional<TableHead> head_at(const SheetView& view, std::size_t index)
{
    const int unit_column = unit_heading_column(view, index);
    if (unit_column == 0) return std::nullopt;
    TableHead head;
    head.first = head.last = index;
    while (head.first > 0 && index - head.first < tallest_head &&
           continues_upwards(view, head.first - 1, unit_column))
        --head.first;
    while (head.last + 1 < view.rows() && head.last - head.first + 1 < tallest_head &&
           continues_downwards(view, head.first, head.last + 1, unit_column))
        ++head.last;
    head.columns = columns_of(view, head.first, head.last);
    if (!usable(head)) return std::nullopt;
    return head;
}

}  // namespace

const TableColumn* TableHead::with(ColumnRole role) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const TableColumn& column) { return column.meaning.role == role; });
    return found == columns.end() ? nullptr : &*found;
}

TableColumn* TableHead::with(ColumnRole role)
{
    const auto* found = std::as_const(*this).with(role);
    return found ? &columns[static_cast<std::size_t>(found - columns.data())] : nullptr;
}

std::optional<TableHead> table_head(const SheetView& view, std::size_t from, bool search)
{
    const auto until = std::min(view.rows(), search ? from + deepest_head : from + 1);
    for (std::size_t index = from; index < until; ++index) {
        if (auto head = head_at(view, index)) return head;
    }
    return std::nullopt;
}

}  // namespace intake
