// An officer runs a rule set over the round's published ranking and the run is kept whole; or decides with a reason
// between units of equal place that a quota would cut through, which gives another run.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/run_repository.h"
#include "base/result.h"
#include "domain/ids.h"
#include "rules/propose.h"

#include <string>
#include <vector>

namespace app {

// Over the round's current publication. Invalid when the round has none. Decisions taken on ties in an earlier run hold
// as long as its publication does.
[[nodiscard]] base::Result<domain::RunId> run_proposals(Repositories& repositories, const Actor& actor,
                                                        domain::RoundId round,
                                                        domain::RuleSetVersionId version,
                                                        const ProposalRun* earlier = nullptr);

// The same standings and rules with one more decision.
[[nodiscard]] base::Result<domain::RunId> decide_tie(Repositories& repositories, const Actor& actor,
                                                     domain::RunId run, const rules::TieDecision& decision);

}  // namespace app
