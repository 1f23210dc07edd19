// Which unit of the register a name in a sheet means. Equality after folding with a unit's code, official name, short
// name or known variant is sure; anything weaker (abbreviations such as "Sở TT-TT", "TP" for "Thành phố", a missing
// "huyện") is only offered, for an officer to choose. Huyện X and thành phố X are two units and never taken for each
// other.
#pragma once

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
        std::string official;                // folded
        std::vector<std::string> spellings;  // folded: code, official name, short name, variants
        std::string expanded;                // official name with abbreviations written out
    };
    std::vector<Entry> entries_;
};

// The key two spellings of one unit in the same sheet share: "TP. Hồng Ngự" and "UBND thành phố Hồng Ngự" ->
// "thanh pho hong ngu". Used to find a unit listed twice, never to choose a unit of the register.
[[nodiscard]] std::string unit_key(std::string_view name);

}  // namespace intake
