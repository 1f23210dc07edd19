// The one door to a dossier's next state.
#pragma once

#include "base/result.h"
#include "domain/dossier.h"
#include "domain/nominee.h"
#include "domain/user.h"
#include "workflow/transition.h"

#include <string>
#include <vector>

namespace workflow {

// What the table's preconditions and duties ask about a dossier's nominees.
struct NomineeFacts {
    int named = 0;  // no empty places
    int empty_places = 0;
    int without_verdict = 0;  // named ones the appraiser has not judged in this pass
    int standing = 0;
    std::vector<domain::UserId> nominators;  // everyone who added or filled a nominee
    std::vector<domain::UserId> appraisers;  // everyone who gave an appraiser's verdict in this pass

    friend bool operator==(const NomineeFacts&, const NomineeFacts&) = default;
};

[[nodiscard]] NomineeFacts facts_of(const std::vector<domain::Nominee>& nominees);

// Why this person can't take this action on the dossier as it is, in a sentence that says what is missing; nothing when
// `take` would succeed (a reason may still be asked for).
[[nodiscard]] std::optional<base::Error> refusal(const domain::Dossier& dossier, DossierAction action,
                                                 const domain::User& user, const NomineeFacts& facts);

// The actions that would succeed, in table order: the buttons of a page.
[[nodiscard]] std::vector<DossierAction> open_actions(const domain::Dossier& dossier,
                                                      const domain::User& user, const NomineeFacts& facts);

struct Taken {
    domain::Dossier after;  // its version is still the one seen; storing raises it
    domain::DossierStep step;
};

// The dossier after the action, and the history row that must be stored with it.
[[nodiscard]] base::Result<Taken> take(const domain::Dossier& dossier, DossierAction action,
                                       const domain::User& user, base::Instant now, const std::string& reason,
                                       const NomineeFacts& facts);

// Whether this person may record verdicts of that step on the dossier as it is; the refusal otherwise.
[[nodiscard]] std::optional<base::Error> verdict_refusal(const domain::Dossier& dossier,
                                                         domain::VerdictStep step, const domain::User& user,
                                                         const NomineeFacts& facts);

// The step whose verdicts are given in a state, or nothing.
[[nodiscard]] std::optional<domain::VerdictStep> verdict_step_in(DossierState state);

// The role that holds a dossier in a state; none once nothing is left to do.
[[nodiscard]] std::optional<Role> holder(DossierState state);

}  // namespace workflow
