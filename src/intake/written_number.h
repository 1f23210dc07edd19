// Numbers typed as text: "90,94", "90.94", "1.234,56", "90,94 %". Whether a comma or a dot is the decimal sign is decided
// once per column and shown; a column that mixes both is not guessed at.
#pragma once

#include "base/decimal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

enum class DecimalSign { None, Comma, Dot };

struct WrittenNumber {
    base::Decimal value;
    bool percent = false;  // carried a percent sign
};

// What one text says about its column: None for whole numbers and for texts that are no number.
[[nodiscard]] DecimalSign decimal_sign(std::string_view text);

// The sign most of a column's texts use; nothing when as many use the one as the other.
struct ColumnSign {
    DecimalSign sign = DecimalSign::None;
    bool mixed = false;  // both occur: those that differ from `sign` are errors
};
[[nodiscard]] ColumnSign column_sign(const std::vector<std::string>& texts);

// The number, or nothing when it can't be read with that decimal sign. White space of every kind, a percent sign, a
// leading plus and the word "điểm" are allowed.
[[nodiscard]] std::optional<WrittenNumber> written_number(std::string_view text, DecimalSign sign);

// "-", "–", "x", "…": how people write "nothing here".
[[nodiscard]] bool stands_for_empty(std::string_view text);

}  // namespace intake
