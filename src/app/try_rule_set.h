// What would change if the rules said otherwise: a changed rule set beside the saved one, over the published ranking.
// Nothing is stored and no run is touched.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/proposal.h"
#include "domain/publication.h"
#include "domain/reference.h"
#include "domain/rule_set.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

// How many get one award, by the saved rules and by the changed ones.
struct AwardCount {
    std::string award;
    domain::RecipientKind kind = domain::RecipientKind::Collective;
    int before = 0;
    int after = 0;
};

// A criterion of an award that a unit does not meet.
struct Unmet {
    std::string award;
    domain::Criterion criterion;
};

// A unit whose award the change gives, takes or swaps.
struct AwardMove {
    std::string unit;
    std::string group;
    std::optional<int> place;
    base::Decimal index;
    int decimals = 2;
    std::string before;      // the award it had; empty: none
    std::string after;       // the award it gets; empty: none
    std::vector<Unmet> why;  // of a loss: what is not met by the changed rules, award by award
};

struct RuleTrial {
    domain::Publication publication;
    std::vector<domain::GroupStandings> standings;
    std::optional<domain::ProposalResult> saved;  // none: a rule set never saved
    domain::ProposalResult tried;
    std::vector<AwardCount> counts;  // in the order of the changed rules, then what only the saved ones have
    std::vector<AwardMove> enters;   // gets an award it did not have
    std::vector<AwardMove> leaves;   // loses its award and gets none, or another
    std::int64_t money_before = 0;
    std::int64_t money_after = 0;
    bool money_known = false;  // false: the reference data have no amount for some award on that day
};

// Over the current publication of that year; NotFound when nothing of it is published.
[[nodiscard]] base::Result<RuleTrial> try_rule_set(Repositories& repositories, const Actor& actor,
                                                   const domain::Reference& reference,
                                                   const std::optional<domain::RuleSet>& saved,
                                                   const domain::RuleSet& changed);

// The money of a whole result by the amounts of that day; nothing when one of them is not known.
[[nodiscard]] std::optional<std::int64_t> money_of(const domain::ProposalResult& result,
                                                   const domain::Reference& reference, const base::Date& day);

// The day the awards are likely decided on: the conference, else the publication's decision.
[[nodiscard]] base::Date reward_day(const domain::Publication& publication);

// A unit shown once, at the award it came nearest to: the one that would still be missed by least. By group and place.
[[nodiscard]] std::vector<domain::Proposal> nearest_misses(const domain::ProposalResult& result);

}  // namespace app
