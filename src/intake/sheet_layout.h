// What each row of a sheet is: heading, group, unit, or something skipped with its reason. Nothing is read as a number
// yet.
#pragma once

#include "domain/sheet.h"
#include "intake/sheet_view.h"
#include "intake/table_head.h"

#include <optional>
#include <string>
#include <vector>

namespace intake {

struct UnitRow {
    std::size_t index = 0;  // of the view
    std::size_t table = 0;
    std::size_t group = 0;
    std::optional<std::size_t> maximum_row;  // index of the row that gives every column's maximum
    bool perhaps_group = false;              // a bare name among units: a forgotten score or a heading
};

struct GroupHeading {
    std::string name;
    int row = 0;  // 0: none of its own
};

struct SheetLayout {
    std::vector<TableHead> tables;  // more than one when the heading is repeated
    std::vector<GroupHeading> groups;
    std::vector<UnitRow> units;
    std::vector<domain::SkippedRow> skipped;
    std::vector<domain::SheetIssue> issues;
};

// No tables when the sheet has no heading that names units and values.
[[nodiscard]] SheetLayout lay_out(const SheetView& view);

}  // namespace intake
