// The heading of a result table: one to four rows, wherever they stand below the titles, with merged cells.
#pragma once

#include "intake/headings.h"
#include "intake/sheet_view.h"

#include <array>
#include <optional>
#include <vector>

namespace intake {

struct TableColumn {
    int column = 0;  // from 1
    HeadingPath headings;
    ColumnMeaning meaning;
};

struct TableHead {
    std::size_t first = 0;  // row indexes of the view
    std::size_t last = 0;
    std::vector<TableColumn> columns;

    // The column with this role, or null; parts have several.
    [[nodiscard]] const TableColumn* with(domain::ColumnRole role) const;
    [[nodiscard]] TableColumn* with(domain::ColumnRole role);
    [[nodiscard]] int unit_column() const { return with(domain::ColumnRole::Unit)->column; }
};

// The heading that begins with the row at `from` or, when `search`, with the first row after it that is one.
[[nodiscard]] std::optional<TableHead> table_head(const SheetView& view, std::size_t from, bool search);

}  // namespace intake
