#include "access/password.h"

#include "base/text.h"

#include <algorithm>
#include <chrono>
#include <semaphore>
#include <sodium.h>

namespace rights {
namespace {

constexpr auto passes = crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE;
constexpr std::size_t greatest_length = 200;

// The memory of a hash is the process's, so the limit is too.
std::counting_semaphore<2> turns(2);

class Turn {
public:
    Turn() : mine_(turns.try_acquire_for(std::chrono::seconds(5))) {}
    ~Turn()
    {
        if (mine_) turns.release();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    explicit operator bool() const { return mine_; }

private:
    bool mine_;
};

base::Error busy()
{
    return base::unavailable("Máy chủ đang bận. Hãy thử lại sau ít giây.");
}

bool one_character_repeated(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [&](char c) { return c == text.front(); });
}

}  // namespace

base::Result<void> check_password(std::string_view password, std::string_view login, std::string_view name)
{
    if (base::length(password) < least_password_length)
        return base::invalid({"Mật khẩu cần ít nhất {} ký tự.", {std::to_string(least_password_length)}},
                             "password");
    if (base::length(password) > greatest_length)
        return base::invalid({"Mật khẩu dài nhất {} ký tự.", {std::to_string(greatest_length)}}, "password");
    const auto plain = base::folded(password);
    if (!plain.empty() && (plain == base::folded(login) || plain == base::folded(name)))
        return base::invalid("Mật khẩu không được trùng tên đăng nhập hoặc họ tên.", "password");
    if (one_character_repeated(password))
        return base::invalid("Mật khẩu không được chỉ gồm một ký tự lặp lại.", "password");
    return {};
}

base::Result<std::string> hash_password(std::string_view password)
{
    const Turn turn;
    if (!turn) return busy();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(hash, password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return busy();  // out of memory
    return std::string(hash);
}

base::Result<bool> verify_password(std::string_view hash, std::string_view password)
{
    const Turn turn;
    if (!turn) return busy();
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

base::Result<void> verify_nothing(std::string_view password)
{
    // A hash that nobody keeps costs what a comparison costs.
    const auto wasted = hash_password(password);
    if (!wasted) return wasted.error();
    return {};
}

bool needs_rehash(std::string_view hash)
{
    return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), passes, memory) != 0;
}

std::string random_password()
{
    // 30 signs without 0 o 1 i l u: nothing to misread on a printed slip, no word by accident.
    constexpr std::string_view signs = "23456789abcdefghjkmnpqrstvwxyz";
    static_assert(signs.size() == 30);
    std::string password;
    for (int place = 0; place < 20; ++place) {
        if (place > 0 && place % 5 == 0) password += '-';
        password += signs[randombytes_uniform(static_cast<std::uint32_t>(signs.size()))];
    }
    return password;
}

}  // namespace rights
