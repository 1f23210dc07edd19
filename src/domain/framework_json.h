// A framework as one JSON text with fixed order of keys and decimals as strings: what is stored with each framework
// version and inside every snapshot, and what audit entries show.
#pragma once

#include "domain/framework.h"

#include <optional>
#include <string>
#include <string_view>

namespace domain {

[[nodiscard]] std::string framework_json(const Framework& framework);

// Nothing when the text is not such a JSON: unknown keys, wrong types, malformed decimals.
[[nodiscard]] std::optional<Framework> framework_from_json(std::string_view text);

}  // namespace domain
