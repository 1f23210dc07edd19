// What the papers of Decree 30/2020 have in common. A view holds words and numbers already chosen and in Vietnamese;
// the renderers only lay out, so that the same view gives the same bytes at every reprint. Texts are NFC.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Title lines above the blank for signature and seal ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), then the
// name without academic or honorary titles.
struct SignatureBlock {
    std::vector<std::string> title;
    std::string name;
};

// Rendering draws with these families; every one must hold the 146 Vietnamese letters, since Pango replaces a missing
// letter silently. Called once at start: Unavailable names the family and the first letter it lacks.
[[nodiscard]] base::Result<void> check_fonts();

inline constexpr std::string_view pdf_type = "application/pdf";
inline constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

}  // namespace documents
