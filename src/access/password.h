// Passwords: argon2id by libsodium, 64 MiB and two passes each, about a tenth of a second. At most two are computed at
// once in the whole process, so that a flood of sign-ins can't exhaust memory; a caller waits up to five seconds for its turn
// and is then told Unavailable. Never hash while holding a database connection.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace rights {

inline constexpr std::size_t least_password_length = 12;  // characters, as NIST SP 800-63B and OWASP advise

// At least twelve characters, at most 200, not the login or the name, not one character over and over.
[[nodiscard]] base::Result<void> check_password(std::string_view password, std::string_view login,
                                                std::string_view name);

[[nodiscard]] base::Result<std::string> hash_password(std::string_view password);
[[nodiscard]] base::Result<bool> verify_password(std::string_view hash, std::string_view password);
// Takes as long as verify_password and says nothing: for logins that don't exist.
[[nodiscard]] base::Result<void> verify_nothing(std::string_view password);
// The hash was made with weaker settings than today's.
[[nodiscard]] bool needs_rehash(std::string_view hash);

// Random, for the first sign-in: four groups of five letters and digits that can't be mistaken for each other,
// about 98 bits.
[[nodiscard]] std::string random_password();

}  // namespace rights
