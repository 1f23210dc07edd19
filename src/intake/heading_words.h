// The words of one heading, before its neighbours are asked.
#pragma once

#include "base/decimal.h"

#include <optional>
#include <string>
#include <string_view>

namespace intake {

// What one heading says, before its neighbours are asked.
enum class Hint {
    None,
    Ordinal,
    Unit,
    Code,
    Group,
    Total,     // "Tổng điểm"
    Achieved,  // "Điểm đạt được"
    Score,     // "Điểm": the total unless something better is there
    Maximum,
    Percent,
    Bonus,
    Penalty,
    BonusOrPenalty,
    Place,
    Band,
    Part,
    SelfScore,
    Remark,
    Source,
    Change,
};

[[nodiscard]] Hint hint_of(std::string_view heading);

// "(tối đa 65)", "max65", "thang điểm 100": the heading's own maximum, cut out so that it does not read as a column of
// maxima.
struct Stripped {
    std::string text;  // folded
    std::optional<base::Decimal> maximum;
};
[[nodiscard]] Stripped stripped(std::string_view heading);

// "Thẩm định", "Khảo sát", "Lĩnh vực …": names of parts of a score. `folded` is folded text.
[[nodiscard]] bool part_words(std::string_view folded);

}  // namespace intake
