// A judgement put into words: every criterion of one award for one unit, with article and evidence.
#pragma once

#include "rules/judgement.h"

namespace rules {

[[nodiscard]] domain::Verdict verdict_of(const Judgement& judgement, std::size_t award, std::size_t group,
                                         std::uint32_t candidate);

}  // namespace rules
