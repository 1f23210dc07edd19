// Proposal runs on MySQL/MariaDB, each kept whole.
#pragma once

#include "app/run_repository.h"
#include "storage/connection.h"

namespace storage {

class RunStore final : public app::RunRepository {
public:
    explicit RunStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::optional<app::ProposalRun> find(domain::RunId id) override;
    [[nodiscard]] std::optional<app::RunSummary> newest(domain::RoundId round) override;
    [[nodiscard]] std::vector<app::RunSummary> of_round(domain::RoundId round) override;
    [[nodiscard]] std::vector<app::RunSummary> of_rule_set(domain::RuleSetId rule_set) override;
    [[nodiscard]] base::Result<domain::RunId> add(const app::Actor& actor,
                                                  const app::ProposalRun& run) override;

private:
    Connection& connection_;
};

}  // namespace storage
