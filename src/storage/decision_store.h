// Decisions, their numbers and recipients, on MySQL/MariaDB.
#pragma once

#include "app/decision_repository.h"
#include "storage/connection.h"

namespace storage {

class DecisionStore final : public app::DecisionRepository {
public:
    explicit DecisionStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::optional<domain::Decision> find(domain::DecisionId id) override;
    [[nodiscard]] std::vector<domain::Decision> of_dossier(domain::DossierId dossier) override;
    [[nodiscard]] std::vector<domain::Decision> of_round(domain::RoundId round) override;
    [[nodiscard]] std::vector<domain::Decision> page(int page, int size) override;
    [[nodiscard]] int count() override;
    [[nodiscard]] std::vector<domain::DecisionRecipient> recipients(domain::DecisionId id) override;
    [[nodiscard]] std::vector<domain::VoidNumber> void_numbers(domain::DecisionId id) override;
    [[nodiscard]] std::optional<domain::DecisionNumber> highest_number(const std::string& symbol,
                                                                       int year) override;

    [[nodiscard]] base::Result<domain::DecisionId>
    add(const app::Actor& actor, const domain::Decision& decision,
        const std::vector<domain::DecisionRecipient>& recipients) override;
    [[nodiscard]] base::Result<void> renumber(const app::Actor& actor, const domain::Decision& decision,
                                              const std::vector<domain::DecisionRecipient>& recipients,
                                              const std::string& reason) override;
    [[nodiscard]] base::Result<void> save(const app::Actor& actor, const domain::Decision& decision,
                                          const std::vector<domain::DecisionRecipient>& recipients) override;
    [[nodiscard]] base::Result<void> issue(const app::Actor& actor, domain::DecisionId id,
                                           int version) override;

private:
    std::vector<domain::Decision> decisions(const std::string& sql, const Parameters& values);
    base::Result<void> give_number(domain::DecisionId id, const domain::DecisionNumber& number);
    base::Error stale(domain::DecisionId id);
    void put_money(domain::DecisionId id, const std::vector<domain::DecisionRecipient>& recipients);

    Connection& connection_;
};

}  // namespace storage
