// What numbering, correcting and issuing a decision share: its audit entries and what the typed form puts into it.
#pragma once

#include "app/audit_trail.h"
#include "app/decide.h"
#include "app/number_decision.h"
#include "base/number_words.h"

#include <nlohmann/json.hpp>

namespace app {

[[nodiscard]] inline std::string audited(const domain::Decision& decision)
{
    return nlohmann::ordered_json{
        {"number", decision.number.text()},
        {"date", decision.number.date.iso()},
        {"signer", decision.signer.name},
        {"authority", decision.authority == domain::Authority::Body ? "body" : "head"},
        {"money", base::grouped(decision.money)},
        {"state", decision.issued() ? "issued" : "numbered"}}
        .dump();
}

[[nodiscard]] inline AuditEntry decision_entry(std::string action, const domain::Decision& decision,
                                               std::string before, std::string after, std::string reason = {})
{
    return {.stream = "decision/" + decision.id.text(),
            .action = std::move(action),
            .subject = "Quyết định số " + decision.number.text() + " – " + decision.award_name,
            .before = std::move(before),
            .after = std::move(after),
            .reason = std::move(reason)};
}

// Number, date, authority, signer, grounds and money as typed and reckoned.
void fill_typed(domain::Decision& decision, Repositories& repositories, const Actor& actor,
                const DecisionForm& form, const DecisionDraft& draft);

}  // namespace app
