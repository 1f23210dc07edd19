#include "app/own_account.h"

#include "access/password.h"
#include "app/audit_trail.h"
#include "app/session.h"
#include "app/session_repository.h"
#include "app/user_repository.h"
#include "base/digest.h"

namespace app {
namespace {

std::string attempts_key(const Actor& actor)
{
    return base::sha256("password:" + actor.user.id.text());
}

base::Error must_wait(base::Instant until, base::Instant now)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(until.time() - now.time());
    return base::unavailable(
        {"Đã nhập sai nhiều lần. Hãy chờ {} giây rồi thử lại.", {std::to_string(left.count())}});
}

// The present hash, once the attempt is counted (see sign_in: counting locks).
base::Result<std::string> present_hash(Transactor& transactor, const Actor& actor)
{
    return transactor.transact([&](Repositories& repositories) -> base::Result<std::string> {
        auto& sessions = repositories.sessions();
        const auto key = attempts_key(actor);
        const int failures = sessions.count_attempt(key, actor.now, actor.now.plus(-std::chrono::hours(1)));
        const auto blocked_until = sessions.attempts(key).blocked_until;
        if (blocked_until > actor.now) return must_wait(blocked_until, actor.now);
        const auto delay = sign_in_delay(failures, 5);
        if (delay.count() > 0) sessions.block(key, actor.now.plus(delay));
        const auto credential = repositories.users().credential(actor.user.id);
        return credential ? credential->password_hash : std::string();
    });
}

base::Result<void> check_change(const Actor& actor, const PasswordChange& change)
{
    if (const auto checked = rights::check_password(change.wanted, actor.user.login, actor.user.name);
        !checked)
        return checked;
    if (change.wanted != change.repeated)
        return base::invalid("Hai lần nhập mật khẩu không giống nhau.", "repeated");
    if (change.wanted == change.present)
        return base::invalid("Mật khẩu mới phải khác mật khẩu hiện tại.", "password");
    return {};
}

}  // namespace

base::Result<void> change_password(Transactor& transactor, const Actor& actor, const PasswordChange& change)
{
    if (const auto checked = check_change(actor, change); !checked) return checked;
    const auto present = present_hash(transactor, actor);
    if (!present) return present.error();
    const auto right = rights::verify_password(*present, change.present);
    if (!right) return right.error();
    if (!*right) return base::invalid("Mật khẩu hiện tại không đúng.", "present");
    const auto hash = rights::hash_password(change.wanted);
    if (!hash) return hash.error();
    return transactor.transact([&](Repositories& repositories) -> base::Result<void> {
        repositories.users().set_password(actor.user.id, *hash, false);
        repositories.sessions().end_all(actor.user.id, base::sha256(change.token));
        repositories.sessions().clear_attempts(attempts_key(actor));
        repositories.audit().append(
            actor, {"user/" + actor.user.id.text(), "user.password_changed", actor.user.name, {}, {}, {}});
        return {};
    });
}

base::Result<void> choose_language(Repositories& repositories, const Actor& actor, std::string_view language)
{
    if (language != "vi" && language != "en")
        return base::invalid("Hãy chọn một trong các ngôn ngữ.", "language");
    repositories.users().set_language(actor.user.id, language);
    return {};
}

}  // namespace app
