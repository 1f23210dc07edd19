// Reads the reference data of config/reference/: award_kinds.json, reward_coefficients.json, base_salaries.json,
// rounding.json, legal_basis_lines.json, decision_lines.json, regimes.json. Dates are "2022-03-30", decimals are strings; an unknown or
// missing key, a wrong kind of value, a row that ends before it begins or two rows of one thing that overlap are
// refused with file and key.
#pragma once

#include "base/result.h"
#include "domain/reference.h"

#include <map>
#include <string>

namespace rules {

inline constexpr const char* reference_files[] = {
    "award_kinds.json",       "reward_coefficients.json", "base_salaries.json", "rounding.json",
    "legal_basis_lines.json", "decision_lines.json",      "regimes.json"};

// File name to its text. All must be there; the error's field is "file: key".
[[nodiscard]] base::Result<domain::Reference>
parse_reference(const std::map<std::string, std::string>& texts);

}  // namespace rules
