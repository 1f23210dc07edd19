// One condition of an award on one unit: met, not met or not known; and the same in words.
#pragma once

#include "domain/rule_set.h"
#include "domain/standing.h"
#include "domain/verdict.h"

#include <cstdint>
#include <string_view>

namespace rules {

enum class Answer : std::uint8_t { No, Yes, Unknown };

// How alternatives are put into one text: each by its name ("hạng 1", "tăng điểm >= 5"), with this between them.
inline constexpr std::string_view or_else = " hoặc ";
[[nodiscard]] std::string_view called(domain::CriterionCode code);

[[nodiscard]] std::optional<bool> met_of(Answer answer);

// Band conditions read the framework's bands: this band or a better one. Without any bands there, the standing's own
// band answers when it is the same one, and nothing is known otherwise.
[[nodiscard]] Answer judge(const domain::Condition& condition, const domain::Standing& standing,
                           const domain::Framework& framework);

// Code, required, actual and met; article and evidence are the caller's. Of several alternatives the first one met
// speaks for all (else the first unknown, else the first). Values are shown with the standings' decimals.
[[nodiscard]] domain::Criterion explain(const domain::Condition& condition, const domain::Standing& standing,
                                        const domain::Framework& framework, int decimals);

// "+1.20", "-0.36", "0.00".
[[nodiscard]] std::string with_sign(const base::Decimal& change, int decimals);

}  // namespace rules
