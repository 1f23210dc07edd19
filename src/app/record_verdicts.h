// What the appraiser, the director or the chair says about single nominees, while the dossier is with them. The step is
// the one the dossier's state stands for; the submitter never judges. Refusing needs a reason. A nominee refused at an
// earlier step is not asked about again, and an empty place has nobody to judge.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/dossier.h"
#include "domain/ids.h"

#include <string>
#include <vector>

namespace app {

struct GivenVerdict {
    domain::NomineeId nominee;
    bool agreed = false;
    std::string reason;  // needed when refused: the error's field is "reason_<nominee>"
};

// Verdicts equal to what is stored already change nothing. All or nothing.
[[nodiscard]] base::Result<domain::Dossier> record_verdicts(Repositories& repositories, const Actor& actor,
                                                            domain::DossierId id, int seen,
                                                            const std::vector<GivenVerdict>& verdicts);

// The same, and the appraisal is complete.
[[nodiscard]] base::Result<domain::Dossier> complete_appraisal(Repositories& repositories, const Actor& actor,
                                                               domain::DossierId id, int seen,
                                                               const std::vector<GivenVerdict>& verdicts);

}  // namespace app
