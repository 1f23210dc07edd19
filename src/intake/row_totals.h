// Totals that hold more or less than the points: sheets without a total, and totals that already hold bonus and penalty.
#pragma once

#include "intake/row_values.h"

#include <vector>

namespace intake {

// A table without a column of totals or percentages: the parts together are the points.
void add_up_parts(const TableHead& head, const std::vector<ValuedRow*>& rows);

// When the printed total already holds bonus and penalty, they are taken out of the points, because the index adds them.
// True when that was done.
[[nodiscard]] bool take_bonus_out(const std::vector<ValuedRow*>& rows);

}  // namespace intake
