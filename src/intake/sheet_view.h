// A sheet's cells by address, with merged cells answering for every cell they cover.
#pragma once

#include "domain/grid.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace intake {

class SheetView {
public:
    // `sheet` must outlive the view; rows and cells are in order.
    explicit SheetView(const domain::GridSheet& sheet);

    [[nodiscard]] const domain::GridSheet& sheet() const { return sheet_; }
    [[nodiscard]] std::size_t rows() const { return sheet_.rows.size(); }
    [[nodiscard]] const domain::GridRow& row(std::size_t index) const { return sheet_.rows[index]; }
    [[nodiscard]] int last_column() const { return last_column_; }

    // The cell at an address of its own; null when empty or covered by a merge.
    [[nodiscard]] const domain::GridCell* own(std::size_t index, int column) const;
    // The same, but a covered cell gives the merge's first cell.
    [[nodiscard]] const domain::GridCell* covering(std::size_t index, int column) const;
    // The merge that covers an address; null for none.
    [[nodiscard]] const domain::MergedCells* merge_at(int row, int column) const;

    // The tidied text of such a cell; empty for none.
    [[nodiscard]] std::string own_text(std::size_t index, int column) const;
    [[nodiscard]] std::string covering_text(std::size_t index, int column) const;

private:
    const domain::GridSheet& sheet_;
    std::unordered_map<int, std::vector<const domain::MergedCells*>> merges_by_row_;
    std::unordered_map<int, std::size_t> index_by_row_;
    int last_column_ = 0;
};

}  // namespace intake
