// What changed from one rule set to the next, for the history of versions. Facts in parts, so that a page can word each in
// its reader's language; what is stored and audited is the Vietnamese.
#pragma once

#include "base/message.h"
#include "domain/rule_set.h"

#include <functional>
#include <string>
#include <vector>

namespace rules {

// Puts one message into the reader's language.
using Say = std::function<std::string(const base::Message&)>;
[[nodiscard]] std::string in_vietnamese(const base::Message& message);

// Alternatives; most conditions are one.
using Phrase = std::vector<base::Message>;

struct RuleChange {
    int item = 0;        // its number in the rule set, from 1; 0: of the whole
    base::Message what;  // "số lượng mỗi khối"; empty: before and after speak for themselves
    Phrase before;       // both empty: `what` says it all
    Phrase after;
};

// Without award codes, in the order of the rule set.
[[nodiscard]] std::vector<RuleChange> describe_changes(const domain::RuleSet& before,
                                                       const domain::RuleSet& after);

// One condition, as the history names it: "hạng 2–3", "điểm từ 80".
[[nodiscard]] Phrase condition_phrase(const domain::Condition& condition);

// "hạng 1 hoặc tăng từ 5 điểm".
[[nodiscard]] std::string in_words(const Phrase& phrase, const Say& say);
// "Mục 1: điểm từ 80 → điểm từ 90".
[[nodiscard]] std::string in_words(const RuleChange& change, const Say& say);

}  // namespace rules
