// Results of one year -> index, places, bands, change on last year. The tie rule lives here and nowhere else.
//
//   index = (points + bonus up to its cap - penalty up to its cap) / the unit's maximum x 100
//
// A framework of basis Computed takes points and maximum when both are there, else the printed percentage, else the
// points as they are; Published takes the printed percentage first. Bonus and penalty belong to points: a printed
// percentage already holds them. The index is rounded once, half up, to the framework's decimals. Places follow the
// rounded index or the exact quotient (cross products of whole numbers, never floating point). Equal values share a
// place and the next is skipped, unless the framework names parts that decide between them.
// Source: facts of the published tables (Tây Ninh 2023: 19 of 19 rows), see the README.
#pragma once

#include "domain/framework.h"
#include "domain/sheet.h"
#include "domain/standing.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ranking {

// A unit's value as a fraction: index = part / whole x 100. Views and the row are borrowed and outlive the call.
struct Candidate {
    std::string_view unit;
    std::string_view key;
    base::Decimal part;
    base::Decimal whole;                    // never zero
    const domain::SheetRow* row = nullptr;  // parts and evidence; may be none
    bool ranked = true;
};

struct Options {
    bool framework_changed = false;  // last year's places came from another framework: changes are marked
};

struct Ranking {
    std::vector<domain::GroupStandings> groups;  // in sheet order
    std::vector<domain::SheetIssue> issues;      // a tie part missing, a row without any value, ...
};

// Ranks every group. A unit marked unranked is assessed but gets no place and counts for no mean and no band. A row
// without any usable value is left out with an issue. `previous` may hold other groups; units are found by key, else by
// name, first in the group of the same name.
[[nodiscard]] Ranking rank(std::span<const domain::SheetGroup> groups, const domain::Framework& framework,
                           std::span<const domain::GroupStandings> previous = {},
                           const Options& options = {});

// One group of candidates, in the order of their rows.
[[nodiscard]] domain::GroupStandings rank_group(std::string name, std::span<const Candidate> candidates,
                                                const domain::Framework& framework,
                                                std::vector<domain::SheetIssue>& issues);

// The highest band whose lower bound the index reaches; empty below all of them.
[[nodiscard]] std::string band_of(const base::Decimal& index, const domain::Framework& framework);

}  // namespace ranking
