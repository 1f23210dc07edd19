// Rule sets and their versions on MySQL/MariaDB.
#pragma once

#include "app/rule_set_repository.h"
#include "storage/connection.h"

namespace storage {

class RuleSetStore final : public app::RuleSetRepository {
public:
    explicit RuleSetStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::vector<app::RuleSetSummary> all() override;
    [[nodiscard]] std::optional<app::RuleSetVersion> newest(domain::RuleSetId id) override;
    [[nodiscard]] std::optional<app::RuleSetVersion> version(domain::RuleSetVersionId id) override;
    [[nodiscard]] std::optional<app::RuleSetVersion> version(domain::RuleSetId id, int number) override;
    [[nodiscard]] std::vector<app::RuleSetVersion> versions(domain::RuleSetId id) override;
    [[nodiscard]] base::Result<domain::RuleSetVersionId>
    add(const app::Actor& actor, const domain::RuleSet& rules, const std::string& note) override;
    [[nodiscard]] base::Result<domain::RuleSetVersionId> add_version(const app::Actor& actor,
                                                                     domain::RuleSetId id, int seen,
                                                                     const domain::RuleSet& rules,
                                                                     const std::string& note) override;

private:
    domain::RuleSetVersionId insert(const app::Actor& actor, domain::RuleSetId id, int number,
                                    const domain::RuleSet& rules, const std::string& note);

    Connection& connection_;
};

}  // namespace storage
