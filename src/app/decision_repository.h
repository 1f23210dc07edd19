// Decisions with their recipients and numbers.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/decision.h"

#include <optional>
#include <vector>

namespace app {

class DecisionRepository {
public:
    virtual ~DecisionRepository() = default;

    [[nodiscard]] virtual std::optional<domain::Decision> find(domain::DecisionId id) = 0;
    // In the order they were numbered; at most one per award.
    [[nodiscard]] virtual std::vector<domain::Decision> of_dossier(domain::DossierId dossier) = 0;
    [[nodiscard]] virtual std::vector<domain::Decision> of_round(domain::RoundId round) = 0;
    // Newest date first.
    [[nodiscard]] virtual std::vector<domain::Decision> page(int page, int size) = 0;
    [[nodiscard]] virtual int count() = 0;
    // By ordinal.
    [[nodiscard]] virtual std::vector<domain::DecisionRecipient> recipients(domain::DecisionId id) = 0;
    // Newest first.
    [[nodiscard]] virtual std::vector<domain::VoidNumber> void_numbers(domain::DecisionId id) = 0;
    // The highest number of that symbol and year, void ones included: a hint for the typist, never a proposal.
    [[nodiscard]] virtual std::optional<domain::DecisionNumber> highest_number(const std::string& symbol,
                                                                               int year) = 0;

    // Stores decision, number and recipients. Conflict when the dossier has a decision of this award already or the
    // number is or was used in that year.
    [[nodiscard]] virtual base::Result<domain::DecisionId>
    add(const Actor& actor, const domain::Decision& decision,
        const std::vector<domain::DecisionRecipient>& recipients) = 0;
    // Keeps the old number as void and stores the new one, with dates, signer, grounds and money of `decision` and the
    // recipients' money. Conflict when `decision.version` is stale, the decision is issued, or the number was used.
    [[nodiscard]] virtual base::Result<void>
    renumber(const Actor& actor, const domain::Decision& decision,
             const std::vector<domain::DecisionRecipient>& recipients, const std::string& reason) = 0;
    // As renumber, the number staying: date of the same year, signer, authority, grounds and money.
    [[nodiscard]] virtual base::Result<void>
    save(const Actor& actor, const domain::Decision& decision,
         const std::vector<domain::DecisionRecipient>& recipients) = 0;
    // Conflict when the version is stale or it is issued already.
    [[nodiscard]] virtual base::Result<void> issue(const Actor& actor, domain::DecisionId id,
                                                   int version) = 0;
};

}  // namespace app
