// The money that goes with an award: coefficient × the base salary in force on the day of the decision, by default
// rounded up to ten thousand đồng (Decree 152/2025, art. 49 and 50-54; before it Decree 98/2023, art. 54, and Decree
// 91/2017, art. 68-73). The regime of the dossier plays no part: only the decision's date does.
#pragma once

#include "base/result.h"
#include "domain/reference.h"

namespace rules {

// What one recipient gets and how it was found; frozen with the decision.
struct Reward {
    std::int64_t base_salary = 0;
    base::Decimal coefficient;
    std::int64_t raw = 0;  // before rounding, whole đồng
    domain::Rounding rounding = domain::Rounding::Ceil10000;
    std::int64_t paid = 0;
    std::string source;  // of the coefficient
};

// Invalid when the data of that day has no coefficient or no base salary: an amount is never guessed.
[[nodiscard]] base::Result<Reward> reward_of(const domain::Reference& reference, std::string_view award,
                                             domain::Subject subject, const base::Date& decided_on);

[[nodiscard]] std::int64_t rounded_reward(std::int64_t raw, domain::Rounding mode);

}  // namespace rules
