#include "base/html.h"

namespace base {

void Html::escape(std::string_view plain)
{
    text_.reserve(text_.size() + plain.size());
    for (const char c : plain) {
        switch (c) {
        case '&':
            text_ += "&amp;";
            break;
        case '<':
            text_ += "&lt;";
            break;
        case '>':
            text_ += "&gt;";
            break;
        case '"':
            text_ += "&quot;";
            break;
        case '\'':
            text_ += "&#39;";
            break;
        default:
            text_ += c;
        }
    }
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
