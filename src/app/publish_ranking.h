// Freezes a round's ranking with the decision that announces it. What is frozen is what the officer saw: anything that
// changed meanwhile (a newer upload, a framework, a unit's name, last year's publication) refuses it.
#pragma once

#include "app/preview_ranking.h"

#include <string>
#include <vector>

namespace app {

struct PublishOrder {
    domain::RoundId round;
    PreviewChoices choices;
    std::string seen;  // RankingPreview::fingerprint of the page the officer confirmed
    std::string decision_number;
    std::optional<base::Date> decision_date;
    std::optional<base::Date> conference_date;
};

// What is wrong with the decision as typed, each with its form field.
[[nodiscard]] std::vector<base::Error> decision_faults(const PublishOrder& order, const base::Date& today);

// The first publication of a round; a published round is corrected instead (correct_publication.h).
[[nodiscard]] base::Result<domain::PublicationId>
publish_ranking(Repositories& repositories, const Actor& actor, const PublishOrder& order);

// Shared by the two ways of publishing: the preview as it stands now, if it still is what was seen and may be frozen.
[[nodiscard]] base::Result<RankingPreview> confirmed_preview(Repositories& repositories, const Actor& actor,
                                                             const PublishOrder& order);
// Freezes the preview, writes the audit. `reason` is a correction's.
[[nodiscard]] base::Result<domain::PublicationId>
freeze_preview(Repositories& repositories, const Actor& actor, const PublishOrder& order,
               RankingPreview preview, const std::string& reason);

}  // namespace app
