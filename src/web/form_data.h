// What a query string and a form's body say: names and values, decoded once, valid UTF-8 in NFC, without control
// characters but tab and line breaks (which become "\n"). Pure functions; anything malformed gives nothing.
#pragma once

#include "web/http.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

using Fields = std::vector<std::pair<std::string, std::string>>;
using Files = std::map<std::string, UploadedFile, std::less<>>;

inline constexpr std::size_t most_fields = 4000;

// One percent-encoded piece; `plus_is_space` as in forms, not as in paths. Bytes only, no check of the text.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

// Text as the program keeps it, or nothing when it is no proper text.
[[nodiscard]] std::optional<std::string> clean_text(std::string_view bytes);

// application/x-www-form-urlencoded, also the part of an address after "?".
[[nodiscard]] std::optional<Fields> parse_urlencoded(std::string_view text);

// multipart/form-data (RFC 7578). A file field left empty by the browser is not listed.
struct Multipart {
    Fields fields;
    Files files;
};
[[nodiscard]] std::optional<Multipart> parse_multipart(std::string_view body, std::string_view content_type);

// The last component of a name a browser sent, without control characters: a label, never a path.
[[nodiscard]] std::string file_label(std::string_view name);

// "a=b; c=d" of the Cookie header. Malformed pieces are left out.
[[nodiscard]] std::map<std::string, std::string, std::less<>> parse_cookies(std::string_view header);

}  // namespace web
