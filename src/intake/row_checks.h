// What contradicts itself in a sheet that could be read: units listed twice (errors), and scores, percentages, places,
// totals and bands that do not go together (warnings).
#pragma once

#include "domain/sheet.h"

#include <vector>

namespace intake {

// The issues of one group, in row order per kind.
[[nodiscard]] std::vector<domain::SheetIssue> check_group(const domain::SheetGroup& group);

// The issues between groups: spellings of one band, and a unit that stands in two groups or sheets.
[[nodiscard]] std::vector<domain::SheetIssue> check_sheets(const std::vector<domain::SheetGroup>& groups);

}  // namespace intake
