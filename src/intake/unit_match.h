// Which unit of the register a name in a sheet means. The same spelling as a unit's code, official name, short name or
// known variant is sure, and so is one typed without marks when no other unit reads alike; anything weaker (other marks,
// abbreviations such as "Sở TT-TT", "TP" for "Thành phố", a missing "huyện") is only offered, for an officer to choose. Huyện X and thành phố X are two units and never taken for each
// other.
#pragma once

#include "base/text.h"
#include "domain/unit.h"

#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct UnitCandidate {
    domain::UnitId unit;
    int likeness = 0;  // percent, for ordering and for the page
};

struct UnitMatch {
    domain::UnitId unit;      // set when the match is sure
    bool by_variant = false;  // sure, but the sheet writes it differently from the official name
    std::vector<UnitCandidate> candidates;  // when unsure: best first, at most 5; may be empty

    [[nodiscard]] bool sure() const { return static_cast<bool>(unit); }
};

// Built once per register, then asked for each row.
class UnitMatcher {
public:
    explicit UnitMatcher(const std::vector<domain::Unit>& units);

    // `code` is the sheet's code column, or empty; a known code wins unless the name is surely another unit.
    [[nodiscard]] UnitMatch match(std::string_view name, std::string_view code = {}) const;

private:
    struct Entry {
        domain::UnitId unit;
        base::Spelling official;
        std::vector<base::Spelling> spellings;  // code, official name, short name, variants
        std::string expanded;                   // official name with abbreviations written out
    };

    // The units that are surely meant: those spelled so, else those that read so without marks.
    [[nodiscard]] std::vector<const Entry*> sure(const base::Spelling& written) const;

    std::vector<Entry> entries_;
};

// What two spellings of one unit in a sheet share: "TP. Hồng Ngự" and "UBND thành phố Hồng Ngự" both become
// "tp hồng ngự". Used to find a unit listed twice or in last year's sheet, never to choose a unit of the register.
[[nodiscard]] base::Spelling unit_key(std::string_view name);

// Whether a province has only one unit of that name: a department, a district, a city. Communes and divisions of
// districts may share theirs.
[[nodiscard]] bool one_in_a_province(const base::Spelling& key);

}  // namespace intake
