// What a rule set proposes from a standing, with the reason of each.
#pragma once

#include "base/message.h"
#include "domain/rule_set.h"
#include "domain/verdict.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

struct Proposal {
    std::string award;
    RecipientKind kind = RecipientKind::Collective;
    std::string recipient;  // the unit's name
    std::string group;
    std::optional<int> place;
    Verdict verdict;
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

// A unit that gives individuals, and how many.
struct IndividualPlace {
    std::string unit;
    std::string group;
    std::string award;
    int count = 0;
    friend bool operator==(const IndividualPlace&, const IndividualPlace&) = default;
};

struct ProposalWarning {
    std::string code;  // "tie_at_quota", "ground_missing", "criterion_unknown", ...
    std::string award;
    std::string group;
    base::Message message;
    std::vector<std::string> recipients;  // the units it is about
    friend bool operator==(const ProposalWarning&, const ProposalWarning&) = default;
};

struct ProposalResult {
    std::vector<Proposal> proposals;    // in award order, then group, then place
    std::vector<Proposal> just_missed;  // failed exactly one criterion of an award and hold none
    std::vector<Proposal>
        others;  // every other candidate that was tried, so that nobody is silently left out
    std::vector<IndividualPlace> individual_places;
    std::vector<ProposalWarning> warnings;
    friend bool operator==(const ProposalResult&, const ProposalResult&) = default;
};

}  // namespace domain
