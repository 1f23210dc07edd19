#include "intake/sheet_view.h"

#include "base/text.h"

#include <algorithm>

namespace intake {
namespace {

// Merges over whole columns are decoration; following them would cost more than they tell.
constexpr int tallest_merge = 2000;
constexpr std::size_t most_merged_rows = 100'000;

}  // namespace

SheetView::SheetView(const domain::GridSheet& sheet) : sheet_(sheet)
{
    std::size_t merged_rows = 0;
    for (const auto& merge : sheet.merged) {
        if (merge.last_row - merge.first_row >= tallest_merge) continue;
        for (int row = merge.first_row; row <= merge.last_row && merged_rows < most_merged_rows;
             ++row, ++merged_rows)
            merges_by_row_[row].push_back(&merge);
    }
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        index_by_row_.emplace(sheet.rows[i].row, i);
        if (!sheet.rows[i].cells.empty())
            last_column_ = std::max(last_column_, sheet.rows[i].cells.back().column);
    }
}

const domain::GridCell* SheetView::own(std::size_t index, int column) const
{
    const auto& cells = sheet_.rows[index].cells;
    const auto found = std::lower_bound(cells.begin(), cells.end(), column,
                                        [](const auto& cell, int wanted) { return cell.column < wanted; });
    return found != cells.end() && found->column == column ? &*found : nullptr;
}

const domain::MergedCells* SheetView::merge_at(int row, int column) const
{
    const auto found = merges_by_row_.find(row);
    if (found == merges_by_row_.end()) return nullptr;
    for (const auto* merge : found->second)
        if (merge->first_column <= column && column <= merge->last_column) return merge;
    return nullptr;
}

const domain::GridCell* SheetView::covering(std::size_t index, int column) const
{
    if (const auto* cell = own(index, column)) return cell;
    const auto* merge = merge_at(sheet_.rows[index].row, column);
    if (!merge) return nullptr;
    const auto first = index_by_row_.find(merge->first_row);
    return first == index_by_row_.end() ? nullptr : own(first->second, merge->first_column);
}

std::string SheetView::own_text(std::size_t index, int column) const
{
    const auto* cell = own(index, column);
    return cell ? base::tidy(cell->text) : std::string();
}

std::string SheetView::covering_text(std::size_t index, int column) const
{
    const auto* cell = covering(index, column);
    return cell ? base::tidy(cell->text) : std::string();
}

}  // namespace intake
