#include "web/csrf.h"

#include "base/digest.h"

namespace web {
namespace {

constexpr std::size_t length = 16;

std::string secret_of(std::string_view session_token)
{
    return base::sha256("form " + std::string(session_token)).substr(0, length);
}

std::string mixed(std::string_view a, std::string_view b)
{
    std::string out;
    for (std::size_t i = 0; i < length; ++i)
        out += static_cast<char>(a[i] ^ b[i]);
    return out;
}

// Lower-case hexadecimal of exactly 2 × length digits.
bool unhex(std::string_view text, std::string& bytes)
{
    if (text.size() != 4 * length) return false;
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    for (std::size_t i = 0; i < text.size(); i += 2) {
        if (digit(text[i]) < 0 || digit(text[i + 1]) < 0) return false;
        bytes += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
    }
    return true;
}

}  // namespace

std::string masked_csrf_token(std::string_view session_token)
{
    const auto mask = base::random_bytes(length);
    return base::hex(mask) + base::hex(mixed(mask, secret_of(session_token)));
}

bool csrf_token_matches(std::string_view field, std::string_view session_token)
{
    std::string bytes;
    if (session_token.empty() || !unhex(field, bytes)) return false;
    const std::string_view both = bytes;
    return base::same_secret(mixed(both.substr(0, length), both.substr(length)), secret_of(session_token));
}

}  // namespace web
