// What changed from one rule set to the next, for the history of versions and for marking changed values on screen.
#pragma once

#include "domain/rule_set.h"

#include <string>
#include <vector>

namespace rules {

// Short Vietnamese phrases without award codes, in the order of the rule set: "Mục 1: điểm từ 80 → từ 90".
[[nodiscard]] std::vector<std::string> describe_changes(const domain::RuleSet& before,
                                                        const domain::RuleSet& after);

// One condition in words, as the history names it: "hạng 2–3", "điểm từ 80".
[[nodiscard]] std::string condition_phrase(const domain::Condition& condition);

}  // namespace rules
