// A judgement put into words: every criterion of one award for one unit, with article and evidence.
#pragma once

#include "rules/judgement.h"

#include <string_view>

namespace rules {

// How some actual values begin; what follows is the item or the place.
inline constexpr std::string_view had_item = "đã nhận ở mục ";
inline constexpr std::string_view shared_place = "đồng hạng ";
inline constexpr std::string_view at_place = "hạng ";
// What may follow an actual value in brackets: an officer's decision with its reason.
inline constexpr std::string_view moved_into_place = "thay hạng trống";
inline constexpr std::string_view was_chosen = "cán bộ chọn: ";

[[nodiscard]] domain::Verdict verdict_of(const Judgement& judgement, std::size_t award, std::size_t group,
                                         std::uint32_t candidate);

}  // namespace rules
