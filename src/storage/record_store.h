// Commendation records and the words they are found by, on MySQL/MariaDB.
#pragma once

#include "app/record_repository.h"
#include "storage/connection.h"

namespace storage {

class RecordStore final : public app::RecordRepository {
public:
    explicit RecordStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] app::RecordPage search(const app::RecordFilter& filter) override;
    [[nodiscard]] std::vector<domain::CommendationRecord> of_unit(domain::UnitId unit) override;
    [[nodiscard]] std::vector<domain::CommendationRecord> of_collective(domain::UnitId unit,
                                                                        int year) override;
    [[nodiscard]] std::vector<domain::CommendationRecord> of_person(domain::PersonId person) override;
    [[nodiscard]] std::vector<int> years() override;
    [[nodiscard]] int count() override;
    void add(const domain::Decision& decision, const domain::AwardKind& award, int year,
             const std::vector<domain::DecisionRecipient>& recipients) override;
    void correct(const domain::Decision& decision,
                 const std::vector<domain::DecisionRecipient>& recipients) override;

private:
    std::vector<domain::CommendationRecord> records(const std::string& sql, const Parameters& values);
    void put_words(domain::DecisionId decision);

    Connection& connection_;
};

}  // namespace storage
