// Vietnamese text. Everything that enters the program goes through `nfc` once, at the border; everything that is
// searched goes through `folded`; everything that is listed by name is ordered by `name_key`. No database collation
// decides anything.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// The text in Unicode normalisation form C, or nothing when the bytes are not valid UTF-8.
[[nodiscard]] std::optional<std::string> nfc(std::string_view text);

// White space of every kind (no-break, narrow, ideographic, zero-width) becomes one plain space; none at the ends.
[[nodiscard]] std::string tidy(std::string_view text);

// For searching and matching: lower case, no marks, đ as d, tidied; letters, digits and single spaces only.
// "Sở TT-TT" -> "so tt tt"; "Đặng Thị Ước" -> "dang thi uoc".
[[nodiscard]] std::string folded(std::string_view text);

// A name to be told from others. Marks count, since "Xã Bình Thành" and "Xã Bình Thạnh" are two places; where in the
// syllable the tone is written does not ("Hòa", "Hoà"), nor do case and punctuation.
struct Spelling {
    explicit Spelling(std::string_view name);

    std::string folded;
    std::string marked;  // the same words with their marks, each word's tone at its end
    bool bare = false;   // typed without any marks: "Xa Binh Thanh"
};

// Equal marks, or equal letters when one of the two is bare.
[[nodiscard]] bool same_name(const Spelling& a, const Spelling& b);

// Lower case with the marks kept, tidied: headings and band names are compared so.
[[nodiscard]] std::string lowered(std::string_view text);

// Upper case by Vietnamese rules, for headings on papers.
[[nodiscard]] std::string uppered(std::string_view text);

// Bytes that sort Vietnamese names the way offices do: given name first (the last word), then the words before it,
// by the Vietnamese alphabet (a ă â b … d đ e ê …) and then by tone. Compare with <; store as binary.
[[nodiscard]] std::string name_key(std::string_view full_name);

// Bytes that sort any text by the Vietnamese alphabet from its first letter.
[[nodiscard]] std::string sort_key(std::string_view text);

// How many characters a reader sees (code points of the NFC form).
[[nodiscard]] std::size_t length(std::string_view text);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace base
