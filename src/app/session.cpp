#include "app/session.h"

#include "access/password.h"
#include "app/audit_trail.h"
#include "app/session_repository.h"
#include "app/user_repository.h"
#include "base/digest.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int free_by_login = 5;
constexpr int free_by_address = 20;

struct Keys {
    std::string login;
    std::string address;
};

Keys keys_of(const SignInAttempt& attempt)
{
    return {base::sha256("login:" + base::lowered(attempt.login)),
            base::sha256("address:" + attempt.address)};
}

base::Error must_wait(base::Instant until, base::Instant now)
{
    const auto left = std::chrono::ceil<seconds>(until.time() - now.time());
    return {base::ErrorKind::Unavailable,
            {"Đã thử sai nhiều lần. Hãy chờ {} giây rồi đăng nhập lại.", {std::to_string(left.count())}},
            "login"};
}

base::Error wrong()
{
    return base::forbidden("Tên đăng nhập hoặc mật khẩu không đúng.");
}

// Counts the attempt before the password is looked at and before asking whether the key is blocked: counting locks the
// key's row, so that many attempts at once follow one another instead of slipping through together. A refusal rolls
// the count back.
base::Result<void> count(SessionRepository& sessions, const std::string& key, int free_failures,
                         base::Instant now)
{
    const int failures = sessions.count_attempt(key, now, now.plus(-hours(1)));
    const auto blocked_until = sessions.attempts(key).blocked_until;
    if (blocked_until > now) return must_wait(blocked_until, now);
    const auto delay = sign_in_delay(failures, free_failures);
    if (delay > seconds(0)) sessions.block(key, now.plus(delay));
    return {};
}

using MaybeCredential = std::optional<Credential>;

base::Result<MaybeCredential> admit(Transactor& transactor, const SignInAttempt& attempt, const Keys& keys)
{
    return transactor.transact([&](Repositories& repositories) -> base::Result<MaybeCredential> {
        auto& sessions = repositories.sessions();
        if (auto counted = count(sessions, keys.login, free_by_login, attempt.now); !counted)
            return counted.error();
        if (auto counted = count(sessions, keys.address, free_by_address, attempt.now); !counted)
            return counted.error();
        return repositories.users().credential(base::lowered(attempt.login));
    });
}

// True when the password is right; takes as long when there is nobody to compare with.
base::Result<bool> right_password(const std::optional<Credential>& credential, std::string_view password)
{
    if (credential && !credential->disabled)
        return rights::verify_password(credential->password_hash, password);
    const auto wasted = rights::verify_nothing(password);
    if (!wasted) return wasted.error();
    return false;
}

base::Result<std::string> start_session(Repositories& repositories, const SignInAttempt& attempt,
                                        const Keys& keys, domain::UserId id,
                                        const std::optional<std::string>& new_hash)
{
    const auto user = repositories.users().find(id);
    if (!user || user->disabled) return wrong();
    auto& sessions = repositories.sessions();
    const int failed_before = sessions.attempts(keys.login).failures - 1;
    sessions.clear_attempts(keys.login);
    sessions.take_back_attempt(keys.address);
    if (!attempt.old_token.empty()) sessions.end(base::sha256(attempt.old_token));
    sessions.forget_older_than(attempt.now.plus(-hours(24)));
    auto token = base::random_token();
    sessions.start(base::sha256(token), id, attempt.now, attempt.address);
    if (new_hash)
        repositories.users().set_password(id, *new_hash,
                                          repositories.users().credential(id)->must_change_password);
    // Failures are told with the success that follows: writing each down would make a known login answer slower than an
    // unknown one.
    const nlohmann::json told = {{"failed_before", std::max(failed_before, 0)}, {"address", attempt.address}};
    repositories.audit().append({*user, attempt.now, attempt.request_id},
                                {"user/" + id.text(), "session.started", user->name, {}, told.dump(), {}});
    return token;
}

}  // namespace

base::Result<std::optional<SignedIn>> find_session(Repositories& repositories, std::string_view token,
                                                   base::Instant now, const SessionLimits& limits)
{
    const auto digest = base::sha256(token);
    auto& sessions = repositories.sessions();
    auto session = sessions.find(digest);
    if (!session) return std::optional<SignedIn>();
    if (session->started.plus(limits.absolute) <= now || session->last_seen.plus(limits.idle) <= now)
        return std::optional<SignedIn>();
    if (session->last_seen.plus(minutes(1)) <= now) sessions.seen(digest, now);
    return std::optional(SignedIn{std::move(session->user), session->must_change_password});
}

seconds sign_in_delay(int failures, int free_failures)
{
    constexpr seconds longest = minutes(15);
    if (failures <= free_failures) return seconds(0);
    const int doublings = std::min(failures - free_failures, 10);
    return std::min(seconds(1LL << doublings), longest);
}

base::Result<std::string> sign_in(Transactor& transactor, const SignInAttempt& attempt)
{
    const auto keys = keys_of(attempt);
    const auto admitted = admit(transactor, attempt, keys);
    if (!admitted) return admitted.error();
    const auto& credential = *admitted;
    const auto right = right_password(credential, attempt.password);
    if (!right) return right.error();
    if (!*right) return wrong();
    std::optional<std::string> new_hash;
    if (rights::needs_rehash(credential->password_hash))
        if (auto hash = rights::hash_password(attempt.password); hash) new_hash = *hash;
    return transactor.transact([&](Repositories& repositories) {
        return start_session(repositories, attempt, keys, credential->user, new_hash);
    });
}

base::Result<void> sign_out(Repositories& repositories, const Actor& actor, std::string_view token)
{
    repositories.sessions().end(base::sha256(token));
    repositories.audit().append(
        actor, {"user/" + actor.user.id.text(), "session.ended", actor.user.name, {}, {}, {}});
    return {};
}

base::Result<void> sign_out_elsewhere(Repositories& repositories, const Actor& actor, std::string_view token)
{
    repositories.sessions().end_all(actor.user.id, base::sha256(token));
    repositories.audit().append(
        actor, {"user/" + actor.user.id.text(), "session.ended_elsewhere", actor.user.name, {}, {}, {}});
    return {};
}

}  // namespace app
