// A rule set's file form: one JSON text, the same on disk, in the database and in every stored run. Decimals are
// strings ("80"), counts are integers, unknown or doubled keys are errors. Equal rule sets give equal bytes.
#pragma once

#include "base/message.h"
#include "domain/rule_set.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rules {

// What is wrong and where: "awards[0].all[1].floor".
struct RuleProblem {
    std::string path;
    base::Message message;
    friend bool operator==(const RuleProblem&, const RuleProblem&) = default;
};

struct RuleSetReading {
    std::optional<domain::RuleSet> rules;  // only when there is no problem
    std::vector<RuleProblem> problems;     // all of them, in the order of the file
};

[[nodiscard]] RuleSetReading read_rule_set(std::string_view json);

// Indented by two spaces, keys in the order of the manual, one newline at the end.
[[nodiscard]] std::string write_rule_set(const domain::RuleSet& rules);

// What the composer on the screen has room for: a larger file would lose its end there.
inline constexpr std::size_t most_awards = 50;
inline constexpr std::size_t most_conditions = 20;  // of one award, or alternatives of one condition
inline constexpr std::size_t most_bands = 50;

// What a form or a file of the right shape may still get wrong: no award at all, a band nobody defined, a last place
// before the first, a floor nobody can reach, individuals without a number.
[[nodiscard]] std::vector<RuleProblem> check_rule_set(const domain::RuleSet& rules);

}  // namespace rules
