// What a reader should know before agreeing to a nominee: the criteria the rule set found, the unit's standing, earlier
// awards for the same year, somebody of the same name elsewhere in the dossier. A check informs; who refuses is a
// person, with a reason.
#pragma once

#include "app/repositories.h"
#include "base/message.h"
#include "domain/dossier.h"
#include "domain/nominee.h"
#include "domain/round.h"
#include "domain/verdict.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct NomineeCheck {
    enum class Found { Good, Warning, Unmet, Unknown };

    Found found = Found::Good;
    base::Message title;   // what was looked at
    base::Message seen;    // what was found
    std::string basis;     // the clause of law or of the rule set; empty: a check of our own
    std::string evidence;  // sheet and cell, decision number
    // A criterion of the rule set says title and seen itself; they are empty then.
    std::optional<domain::Criterion> criterion = {};
};

using NomineeChecks = std::map<domain::NomineeId, std::vector<NomineeCheck>>;

// Of all nominees of the dossier; empty places have none.
[[nodiscard]] NomineeChecks nominee_checks(Repositories& repositories, const domain::Dossier& dossier,
                                           const domain::Round& round,
                                           const std::vector<domain::Nominee>& nominees);

// How many are good, and how many are not.
struct CheckCount {
    int good = 0;
    int warnings = 0;
    int unmet = 0;
    int unknown = 0;
};
[[nodiscard]] CheckCount count_checks(const std::vector<NomineeCheck>& checks);

}  // namespace app
