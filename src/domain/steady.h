// Scores as they are compared and added: at most 9 decimals and below a million, so that no sum or quotient of a sheet's
// values can leave the range of base::Decimal.
#pragma once

#include "base/decimal.h"

namespace domain {

inline constexpr std::int64_t largest_score = 999'999;
inline constexpr int steady_decimals = 9;

[[nodiscard]] inline base::Decimal steady(const base::Decimal& value)
{
    return value.rounded(steady_decimals);
}

}  // namespace domain
