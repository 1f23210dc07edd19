// A published ranking was wrong: a new publication names the old one, says why, and shows row by row what differs. The
// old one stays readable.
#pragma once

#include "app/publish_ranking.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

// One unit whose published row differs. A unit that came or went has one side only.
struct StandingDifference {
    domain::UnitId unit;
    std::string name;
    std::string group;
    int decimals = 2;
    std::optional<domain::PublishedStanding> before;
    std::optional<domain::PublishedStanding> after;
};

// Rows that differ in place, index, band or change; in the order of the new list, then those that went.
[[nodiscard]] std::vector<StandingDifference>
differences(const domain::Publication& before, const std::vector<domain::PublishedStanding>& before_rows,
            const domain::Publication& after, const std::vector<domain::PublishedStanding>& after_rows);

// Those between a correction and the publication it replaces; none for a first publication.
[[nodiscard]] base::Result<std::vector<StandingDifference>>
corrected_rows(Repositories& repositories, const Actor& actor, const domain::Publication& correction);

struct CorrectionOrder {
    PublishOrder publish;
    domain::PublicationId replaces;  // must be the round's current publication
    std::string reason;
};

// Invalid without a reason, or when neither a row nor the decision differs.
[[nodiscard]] base::Result<domain::PublicationId>
correct_publication(Repositories& repositories, const Actor& actor, const CorrectionOrder& order);

}  // namespace app
