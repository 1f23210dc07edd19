// Numbers as workbooks store them: the shortest text of a binary double, up to 17 digits and often with an exponent.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace intake {

// The plain decimal text of a stored number, rounded half up to 15 significant digits and at most 15 decimals, without
// trailing zeros: "96.849999999999994" -> "96.85", "1.5E-3" -> "0.0015". Text arithmetic only, so that nothing is lost
// to binary fractions. Nothing for text that is no number or lies outside 10^-30 .. 10^30.
[[nodiscard]] std::optional<std::string> stored_number(std::string_view text);

// The same for a cell shown as a percentage: 0.9685 -> "96.85".
[[nodiscard]] std::optional<std::string> stored_percentage(std::string_view text);

}  // namespace intake
