// The encodings Vietnamese offices' text files come in. UTF-8 and UTF-16 are told by their bytes; windows-1258, TCVN3
// (ABC fonts) and VISCII by trying each and judging how Vietnamese the outcome looks. A guess is always shown and can be
// overruled.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// The names used everywhere: "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258", "TCVN3", "VISCII".
[[nodiscard]] const std::vector<std::string>& encodings();

// The likeliest encoding; judged on the first 64 KB.
[[nodiscard]] std::string recognised_encoding(std::string_view bytes);

// The text as UTF-8 in NFC without a byte order mark, or nothing when the bytes are not in that encoding.
[[nodiscard]] std::optional<std::string> decoded(std::string_view bytes, std::string_view encoding);

// Text of old ABC fonts that came through Unicode as Latin letters ("Së Néi vô"): "Sở Nội vụ". Other characters stay.
[[nodiscard]] std::string from_abc_letters(std::string_view text);

// Whether texts that hold Latin-1 letters read better as ABC font text than as they stand.
[[nodiscard]] bool looks_like_abc(std::string_view sample);

// How Vietnamese a text looks; higher is better, 0 for plain ASCII without Vietnamese words.
[[nodiscard]] int vietnamese_score(std::string_view text);

}  // namespace intake
