// What several use cases of a dossier share: the limits of its texts, its audit stream, the order of its lists.
#pragma once

#include "base/result.h"
#include "base/text.h"
#include "domain/dossier.h"
#include "domain/rule_set.h"

#include <optional>
#include <string>

namespace app {

inline constexpr std::size_t longest_title = 300;
inline constexpr std::size_t longest_name = 200;  // of a person and of a post
inline constexpr std::size_t longest_achievement = 1000;
inline constexpr std::size_t longest_reason = 2000;

[[nodiscard]] inline std::optional<base::Error> dossier_text_fault(const domain::Dossier& dossier)
{
    if (dossier.title.empty()) return base::invalid("Hãy ghi tên hồ sơ.", "title");
    if (base::length(dossier.title) > longest_title)
        return base::invalid("Tên hồ sơ không được dài quá 300 ký tự.", "title");
    if (base::length(dossier.default_citation) > longest_achievement)
        return base::invalid("Thành tích không được dài quá 1000 ký tự.", "default_citation");
    return std::nullopt;
}

[[nodiscard]] inline std::string dossier_stream(domain::DossierId id)
{
    return "dossier/" + id.text();
}

// Lists go by award, then collectives before individuals; each such block has room for half a million.
inline constexpr int positions_of_award = 1'000'000;

[[nodiscard]] constexpr int first_position(int award_order, domain::RecipientKind kind)
{
    return award_order * positions_of_award +
           (kind == domain::RecipientKind::Individual ? positions_of_award / 2 : 0);
}

}  // namespace app
