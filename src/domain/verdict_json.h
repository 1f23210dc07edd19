// A verdict as one JSON text with a fixed order of keys, as stored with each nominee.
#pragma once

#include "domain/verdict.h"

#include <optional>
#include <string>
#include <string_view>

namespace domain {

[[nodiscard]] std::string verdict_json(const Verdict& verdict);

// Nothing when the text is no such JSON.
[[nodiscard]] std::optional<Verdict> verdict_from_json(std::string_view text);

}  // namespace domain
