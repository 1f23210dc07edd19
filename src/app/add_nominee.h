// A free nomination: somebody the rule set did not propose, added to a draft by an officer who says why. No place is
// needed; a collective or an individual.
#pragma once

#include "app/actor.h"
#include "app/choose_person.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/reference.h"

#include <string>

namespace app {

struct FreeNomination {
    domain::DossierId dossier;
    domain::RecipientKind kind = domain::RecipientKind::Collective;
    domain::UnitId unit;  // the collective, or where the person works
    std::string award;
    std::string reason;
    std::string achievement;  // empty: the dossier's default citation
    PersonEntry person;       // of an individual
};

// The award must be one that collectives, or individuals, can hold today.
[[nodiscard]] base::Result<domain::NomineeId> add_nominee(Repositories& repositories, const Actor& actor,
                                                          const domain::Reference& reference,
                                                          const FreeNomination& nomination);

// Takes a nominee out of a draft, with a reason; an individual place is emptied instead of removed.
[[nodiscard]] base::Result<void> remove_nominee(Repositories& repositories, const Actor& actor,
                                                domain::NomineeId id, int seen, const std::string& reason);

// The nominee's own achievement in a draft; empty: the default citation.
[[nodiscard]] base::Result<void> change_achievement(Repositories& repositories, const Actor& actor,
                                                    domain::NomineeId id, int seen,
                                                    const std::string& achievement);

}  // namespace app
