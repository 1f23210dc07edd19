// A new draft, from a proposal run or empty.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/proposal.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct DossierDraft {
    domain::RoundId round;
    std::optional<domain::RunId> run;
    std::string title;             // empty: the round's
    std::string default_citation;  // empty: the round's
    // What the officer took over from the run. Units are named as in the run; a name that is in no register line is
    // refused.
    std::vector<domain::Proposal> proposals;
    std::vector<domain::IndividualPlace> places;
};

// Collectives keep their criteria; each individual place becomes one empty nominee per count. A run is turned into at
// most one living dossier: a second one is a Conflict naming the first.
[[nodiscard]] base::Result<domain::DossierId> create_dossier(Repositories& repositories, const Actor& actor,
                                                             const DossierDraft& draft);

}  // namespace app
