// Commendation records: every award of every recipient, found without marks.
#pragma once

#include "base/result.h"
#include "domain/decision.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct RecordFilter {
    std::string
        text;  // words of a name, unit or decision number, marks ignored; every word must begin a word
    std::string award;  // code; empty: all
    int year = 0;       // of the results; 0: all
    std::optional<domain::RecipientKind> kind;
    int page = 1;
    int size = 30;
};

struct RecordPage {
    std::vector<domain::CommendationRecord> rows;  // newest decision first, then by ordinal
    int total = 0;
};

class RecordRepository {
public:
    virtual ~RecordRepository() = default;

    [[nodiscard]] virtual RecordPage search(const RecordFilter& filter) = 0;
    // Of the collective itself and of people rewarded while working there, newest first.
    [[nodiscard]] virtual std::vector<domain::CommendationRecord> of_unit(domain::UnitId unit) = 0;
    // Of the collective itself, for the results of one year.
    [[nodiscard]] virtual std::vector<domain::CommendationRecord> of_collective(domain::UnitId unit,
                                                                                int year) = 0;
    [[nodiscard]] virtual std::vector<domain::CommendationRecord> of_person(domain::PersonId person) = 0;
    [[nodiscard]] virtual std::vector<int> years() = 0;  // newest first
    [[nodiscard]] virtual int count() = 0;

    // Writes one record per recipient; called in the transaction that numbers the decision.
    virtual void add(const domain::Decision& decision, const domain::AwardKind& award, int year,
                     const std::vector<domain::DecisionRecipient>& recipients) = 0;
    // Carries a corrected number, date and money into the decision's records.
    virtual void correct(const domain::Decision& decision,
                         const std::vector<domain::DecisionRecipient>& recipients) = 0;
};

}  // namespace app
