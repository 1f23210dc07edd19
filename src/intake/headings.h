// What a column of a result sheet is, told from its heading alone (and, for place and band, corrected by what stands
// below it). Headings match without case, marks and spacing; they may be in Vietnamese or English.
#pragma once

#include "base/decimal.h"
#include "domain/sheet.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// A column's headings from the top row down, without repetitions.
using HeadingPath = std::vector<std::string>;

struct ColumnMeaning {
    domain::ColumnRole role = domain::ColumnRole::Unused;
    base::Message reading;                 // in words, for the preview
    std::string name;                      // of a part: as written
    std::optional<base::Decimal> maximum;  // "Tổng điểm (tối đa 80)"
};

// True when the text alone would be read as some column of a result table; numbers never are.
[[nodiscard]] bool known_heading(std::string_view text);
[[nodiscard]] bool unit_heading(std::string_view text);
[[nodiscard]] bool value_heading(std::string_view text);  // points, percent, a part, a place

// Decides all columns together, because "Điểm" means one thing alone and another beside "Tổng điểm".
[[nodiscard]] std::vector<ColumnMeaning> column_meanings(const std::vector<HeadingPath>& paths);

[[nodiscard]] base::Message reading_of(domain::ColumnRole role);

}  // namespace intake
