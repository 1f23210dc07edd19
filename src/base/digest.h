// SHA-256, random tokens and constant-time comparison, all by libsodium.
#pragma once

#include <string>
#include <string_view>

namespace base {

[[nodiscard]] std::string sha256(std::string_view bytes);      // 32 bytes
[[nodiscard]] std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits
[[nodiscard]] std::string hex(std::string_view bytes);
// `bytes` random bytes as URL-safe text without padding.
[[nodiscard]] std::string random_token(std::size_t bytes = 32);
[[nodiscard]] std::string random_bytes(std::size_t count);
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace base
