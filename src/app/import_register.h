// An understood sheet held against the register of units: what each name means, and what the register finds wrong.
#pragma once

#include "app/import_sheet.h"
#include "domain/sheet.h"
#include "domain/unit.h"

#include <vector>

namespace app {

[[nodiscard]] std::vector<std::vector<UnitReading>> read_units(const domain::ResultSheet& sheet,
                                                               const std::vector<domain::Unit>& units,
                                                               const UnitChoices& choices);

// The issues of rows that are left out count no more.
void leave_out_skipped_rows(domain::ResultSheet& sheet, const std::vector<std::vector<UnitReading>>& units);

// Errors: two rows that are the same unit. Warnings: units of the register's group that the sheet's group lacks, units
// whose register group is another one than that of most rows around them.
void add_register_issues(domain::ResultSheet& sheet, const std::vector<std::vector<UnitReading>>& units,
                         const std::vector<domain::Unit>& present,
                         const std::vector<domain::PeerGroup>& groups);

}  // namespace app
