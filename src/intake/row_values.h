// From laid-out rows to values: which decimal sign each column uses, and each cell as a number, a place or a band.
#pragma once

#include "domain/sheet.h"
#include "intake/sheet_layout.h"

#include <string>
#include <vector>

namespace intake {

// One table's rows with their values, in sheet order. `group` is the layout's group, or a name from a group column.
struct ValuedRow {
    domain::SheetRow row;
    std::size_t group = 0;
    std::string group_name;  // from a group column; empty: the layout's group
    bool broken = false;     // an issue about one of its cells was raised
};

struct SheetValues {
    std::vector<ValuedRow> rows;
    std::vector<domain::ColumnReading> columns;
    std::vector<domain::SheetIssue> issues;
};

[[nodiscard]] SheetValues read_values(const SheetView& view, SheetLayout& layout);

}  // namespace intake
