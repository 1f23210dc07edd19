// What the proposal pages show: a stored run with what became of it, and each round's runs.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/rule_set_repository.h"
#include "app/run_repository.h"
#include "base/result.h"
#include "domain/dossier.h"
#include "domain/publication.h"
#include "domain/reference.h"
#include "domain/round.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct ProposalsView {
    ProposalRun run;
    domain::Round round;
    domain::Publication publication;
    domain::RuleSetId rule_set;
    int newest_rule_version = 1;
    std::optional<RunSummary> newer;         // a later run of the round
    std::optional<std::int64_t> money;       // none: an amount is not known for that day
    base::Date money_day;                    // whose base salary and coefficients it was reckoned with
    std::optional<domain::Dossier> dossier;  // the living one made from this run
    int filled = 0;                          // of its individual places
    std::string own_unit;                    // the viewer's own unit, when the run proposes it

    [[nodiscard]] int people() const;
};

[[nodiscard]] base::Result<ProposalsView> view_proposals(Repositories& repositories, const Actor& actor,
                                                         const domain::Reference& reference,
                                                         domain::RunId run);

// A round with what can be run in it and what was.
struct RoundRuns {
    domain::Round round;
    std::optional<domain::Publication> publication;
    std::vector<RunSummary> runs;           // newest first
    std::vector<RuleSetSummary> rule_sets;  // of the round's year
};

// Newest year first.
[[nodiscard]] base::Result<std::vector<RoundRuns>> rounds_with_runs(Repositories& repositories,
                                                                    const Actor& actor);

// Names the legal ground of one award in a new version of the run's rule set and runs it again. Conflict when the rule
// set has been changed since.
[[nodiscard]] base::Result<domain::RunId> name_ground(Repositories& repositories, const Actor& actor,
                                                      domain::RunId run, const std::string& award,
                                                      const std::string& ground);

// The whole result as a draft dossier.
[[nodiscard]] base::Result<domain::DossierId> dossier_of_run(Repositories& repositories, const Actor& actor,
                                                             domain::RunId run);

}  // namespace app
