// Proposal runs: the frozen standings, the rule set version, the officer's decisions on ties and the whole result. A run
// never changes; another decision or another version gives another run.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/proposal.h"
#include "domain/standing.h"
#include "rules/propose.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct ProposalRun {
    domain::RunId id;
    domain::RoundId round;
    domain::PublicationId publication;
    domain::RuleSetVersionId rule_set_version;
    int number = 1;  // 1, 2, 3, ... within the round
    int rule_version = 1;
    domain::RuleSet rules;
    std::vector<domain::GroupStandings> standings;
    std::vector<rules::TieDecision> decisions;
    domain::ProposalResult result;
    domain::UserId run_by;
    std::string run_by_name;
    base::Instant run_at;
};

// A run without its contents.
struct RunSummary {
    domain::RunId id;
    domain::RoundId round;
    domain::PublicationId publication;
    domain::RuleSetVersionId rule_set_version;
    domain::RuleSetId rule_set;
    int number = 1;
    int rule_version = 1;
    std::string rule_name;
    std::string run_by_name;
    base::Instant run_at;
};

class RunRepository {
public:
    virtual ~RunRepository() = default;

    [[nodiscard]] virtual std::optional<ProposalRun> find(domain::RunId id) = 0;
    // The newest run of a round.
    [[nodiscard]] virtual std::optional<RunSummary> newest(domain::RoundId round) = 0;
    // Newest first.
    [[nodiscard]] virtual std::vector<RunSummary> of_round(domain::RoundId round) = 0;
    [[nodiscard]] virtual std::vector<RunSummary> of_rule_set(domain::RuleSetId rule_set) = 0;
    // Stores it whole under the round's next number; `id`, `number` and who and when are set here.
    [[nodiscard]] virtual base::Result<domain::RunId> add(const Actor& actor, const ProposalRun& run) = 0;
};

}  // namespace app
