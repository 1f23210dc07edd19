// The steps of a dossier. Each is one line of workflow/transition.h taken by one person in one transaction that also
// writes the history row and the audit entry. `seen` is the version the person's page showed: when somebody was faster,
// the answer is Conflict "Hồ sơ đã được … xử lý lúc …".
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/dossier.h"
#include "domain/nominee.h"

#include <string>
#include <vector>

namespace app {

// Empty individual places must be acknowledged; otherwise Invalid on the field "accept_empty" with their number.
[[nodiscard]] base::Result<domain::Dossier> submit_dossier(Repositories& repositories, const Actor& actor,
                                                           domain::DossierId id, int seen,
                                                           bool accept_empty_places);

// By the submitter, while nobody has acted.
[[nodiscard]] base::Result<domain::Dossier> recall_dossier(Repositories& repositories, const Actor& actor,
                                                           domain::DossierId id, int seen);

// submitted -> appraised: every named nominee has the appraiser's verdict (app/record_verdicts.h).
[[nodiscard]] base::Result<domain::Dossier> appraise_dossier(Repositories& repositories, const Actor& actor,
                                                             domain::DossierId id, int seen);

// appraised -> with_chair: the director agrees to everyone standing without a verdict of his own.
[[nodiscard]] base::Result<domain::Dossier> forward_dossier(Repositories& repositories, const Actor& actor,
                                                            domain::DossierId id, int seen);

// with_chair -> approved: as forward, for the chair.
[[nodiscard]] base::Result<domain::Dossier> approve_dossier(Repositories& repositories, const Actor& actor,
                                                            domain::DossierId id, int seen);

// submitted -> draft by an appraiser, with_chair -> submitted by the chair; with a reason.
[[nodiscard]] base::Result<domain::Dossier> return_dossier(Repositories& repositories, const Actor& actor,
                                                           domain::DossierId id, int seen,
                                                           const std::string& reason);

[[nodiscard]] base::Result<domain::Dossier> reject_dossier(Repositories& repositories, const Actor& actor,
                                                           domain::DossierId id, int seen,
                                                           const std::string& reason);

[[nodiscard]] base::Result<domain::Dossier> withdraw_dossier(Repositories& repositories, const Actor& actor,
                                                             domain::DossierId id, int seen,
                                                             const std::string& reason);

// approved -> decided: the last line of making the dossier's decisions, in their transaction.
[[nodiscard]] base::Result<domain::Dossier> mark_decided(Repositories& repositories, const Actor& actor,
                                                         domain::DossierId id, int seen);

// Who goes into the decisions of an approved dossier: named and refused by nobody, in list order.
[[nodiscard]] std::vector<domain::Nominee> approved_nominees(Repositories& repositories,
                                                             domain::DossierId id);

}  // namespace app
