// What an officer decided about the names of a sheet that are surely nobody's: kept with the upload as JSON, by the
// folded name, so that a sheet uploaded again finds its choices again.
#pragma once

#include "domain/ids.h"

#include <map>
#include <string>
#include <string_view>

namespace app {

struct UnitChoice {
    enum class Kind {
        Open,  // not decided yet: blocks storing
        Unit,  // this unit of the register; the spelling becomes one of its variants
        Add,   // a new unit, added when the sheet is stored
        Skip,  // the row is left out
    };
    Kind kind = Kind::Open;
    domain::UnitId unit = {};
    std::string code = {};  // of a new unit, as are the next two
    std::string name = {};
    domain::PeerGroupId group = {};

    friend bool operator==(const UnitChoice&, const UnitChoice&) = default;
};

using UnitChoices = std::map<std::string, UnitChoice>;  // by choice_key

[[nodiscard]] std::string choice_key(std::string_view name);

[[nodiscard]] std::string to_json(const UnitChoices& choices);
// Unreadable text gives no choices: they can be made again.
[[nodiscard]] UnitChoices choices_from_json(std::string_view text);

}  // namespace app
