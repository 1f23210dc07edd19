#include "base/html.h"

#include <array>

namespace base {

namespace {

constexpr std::string_view entity_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

constexpr auto special = [] {
    std::array<bool, 256> found{};
    for (const char c : {'&', '<', '>', '"', '\''})
        found[static_cast<unsigned char>(c)] = true;
    return found;
}();

}  // namespace

void Html::escape(std::string_view plain)
{
    std::size_t done = 0;  // runs without special characters go in at once
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (!special[static_cast<unsigned char>(plain[i])]) continue;
        text_.append(plain, done, i - done).append(entity_of(plain[i]));
        done = i + 1;
    }
    text_.append(plain, done);
}

std::string url(std::string_view address)
{
    const bool own = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\");
    const bool fragment = address.starts_with('#') || address.starts_with('?');
    return own || fragment || address.starts_with("https://") ? std::string(address) : "#";
}

std::string url_encoded(std::string_view text)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '_' || byte == '.' ||
                           byte == '~';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    return out;
}

}  // namespace base
