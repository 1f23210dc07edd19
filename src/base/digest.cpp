#include "base/digest.h"

#include <sodium.h>
#include <stdexcept>

namespace base {
namespace {

const unsigned char* octets(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

void ready()
{
    static const bool started = sodium_init() >= 0;
    if (!started) throw std::runtime_error("libsodium can't start");
}

}  // namespace

std::string sha256(std::string_view bytes)
{
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()), octets(bytes), bytes.size());
    return digest;
}

std::string hex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), octets(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::string sha256_hex(std::string_view bytes)
{
    return hex(sha256(bytes));
}

std::string random_bytes(std::size_t count)
{
    ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token(std::size_t bytes)
{
    const std::string raw = random_bytes(bytes);
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(raw.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), octets(raw), raw.size(), variant);
    text.pop_back();
    return text;
}

bool same_secret(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace base
