// What a row of a sheet is worth under a framework.
#pragma once

#include "ranking/rank.h"

#include <optional>

namespace ranking {

// Nothing when the row holds no usable value: no points, no percentage, or a maximum that is not positive.
[[nodiscard]] std::optional<Candidate> candidate_of(const domain::SheetRow& row,
                                                    const domain::Framework& framework);

// "PAR 2021!F8 ÷ G8", "C8": the cells the index comes from.
[[nodiscard]] std::string evidence_of(const domain::SheetRow& row, const domain::Framework& framework);

}  // namespace ranking
