// A unit's place within its peer group. Units with equal values share a place and the next places are skipped
// (1, 2, 2, 4) unless the framework names parts that decide.
#pragma once

#include "base/decimal.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace domain {

struct Standing {
    std::optional<int> place;  // none: assessed but not ranked
    std::string unit;
    std::string key;                      // who the unit is across years; empty: its folded name says so
    base::Decimal index;                  // rounded to the framework's decimals
    std::string band;                     // empty when the framework has none
    std::optional<base::Decimal> change;  // this year's rounded index minus last year's; none for a new unit
    std::optional<int> change_places;     // positive: rose
    bool framework_changed = false;       // the change compares two different frameworks
    std::string tie_break;  // the part that decided between equal values; empty: none was needed
    std::vector<std::pair<std::string, base::Decimal>> parts;
    std::string sheet;  // evidence
    int row = 0;
    std::string evidence;  // "PAR 2021!F8"
};

struct GroupStandings {
    std::string name;
    int decimals = 2;
    std::optional<base::Decimal> mean;  // of the rounded indexes of ranked units; none when there is none
    std::optional<base::Decimal> median;
    std::vector<std::pair<std::string, int>> band_counts;  // in the framework's order
    int rose = 0;
    int fell = 0;
    std::vector<Standing> standings;  // by place, then row; units without a place last
};

}  // namespace domain
