// What publishing a stored upload would freeze, computed afresh and stored nowhere: index, places and bands of every
// peer group by its framework of the year, and the change on last year's publication.
//
// Units are grouped as the register groups them. Units are followed from year to year by who they are, not by name.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/upload_repository.h"
#include "base/result.h"
#include "domain/publication.h"
#include "domain/round.h"
#include "domain/sheet.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct PreviewChoices {
    domain::UploadId upload;  // none: the round's newest stored upload
    // Assessed but not ranked. None: as the sheet says.
    std::optional<std::vector<domain::UnitId>> unranked;
};

struct RankingPreview {
    domain::Round round;
    Upload upload;
    domain::Publication draft;  // everything but the decision, the publisher and the snapshot's hash
    std::vector<domain::PublishedStanding> rows;
    std::vector<domain::SheetIssue> issues;        // an error blocks publishing
    std::optional<domain::Publication> current;    // published already: publishing now would correct it
    std::optional<domain::Publication> last_year;  // what changes were computed from
    // SHA-256 over all of the above that would be frozen. Publishing names it, so that nobody freezes what they didn't see.
    std::string fingerprint;

    [[nodiscard]] bool blocked() const;
};

// Invalid when the round has no stored upload, or a unit stands in no peer group; Conflict when a newer upload of the round
// was stored.
[[nodiscard]] base::Result<RankingPreview> preview_ranking(Repositories& repositories, const Actor& actor,
                                                           domain::RoundId round,
                                                           const PreviewChoices& choices = {});

}  // namespace app
