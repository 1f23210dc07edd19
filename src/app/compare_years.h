// Two published years side by side, group by group.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/publication.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

// One unit in both years. A new unit has no earlier row, one that went has no later row.
struct YearPair {
    domain::UnitId unit;
    std::string name;
    std::optional<domain::PublishedStanding> earlier;
    std::optional<domain::PublishedStanding> later;
    std::optional<base::Decimal> change;  // of the rounded indexes, when both years have one
    std::optional<int> change_places;     // positive: rose; only when ranked in both
};

struct GroupComparison {
    domain::PeerGroupId id;
    std::string name;
    int decimals = 2;
    std::optional<base::Decimal> earlier_mean;
    std::optional<base::Decimal> later_mean;
    bool framework_changed = false;  // the two years were scored differently: changes are only indicative
    std::vector<YearPair> pairs;     // in the later year's order; units that went come last
    int rose = 0;
    int fell = 0;

    // The largest changes first, at most `most`; only units that really rose (fell).
    [[nodiscard]] std::vector<const YearPair*> risers(std::size_t most) const;
    [[nodiscard]] std::vector<const YearPair*> fallers(std::size_t most) const;
};

struct YearComparison {
    domain::Publication earlier;
    domain::Publication later;
    std::vector<GroupComparison> groups;
};

// The current publications of the two years. Invalid when they are not in order; NotFound when one was not published.
[[nodiscard]] base::Result<YearComparison> compare_years(Repositories& repositories, const Actor& actor,
                                                         int earlier, int later);

}  // namespace app
