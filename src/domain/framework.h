// How results of one year and group become an index, places and bands. All of it is data of (framework, group, year);
// nothing here has a default that a province could mistake for law.
#pragma once

#include "base/decimal.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

struct Band {
    std::string name;    // "Tốt"
    base::Decimal from;  // lower bound, inclusive

    friend bool operator==(const Band&, const Band&) = default;
};

struct Framework {
    // Computed: points and maximum give the index; Published: the percentage printed in the sheet is taken.
    enum class Basis { Computed, Published };
    enum class RankOn { Rounded, Exact };

    Basis basis = Basis::Computed;
    int decimals = 2;
    RankOn rank_on = RankOn::Rounded;
    std::vector<std::string>
        ties;  // names of parts that decide between equal values, in order; empty: share the place
    std::vector<Band> bands;                 // highest first; empty: no bands
    std::optional<base::Decimal> bonus_cap;  // none: no cap
    std::optional<base::Decimal> penalty_cap;

    friend bool operator==(const Framework&, const Framework&) = default;
};

}  // namespace domain
