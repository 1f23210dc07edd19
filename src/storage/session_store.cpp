#include "storage/session_store.h"

#include "storage/user_rows.h"

namespace storage {
namespace {

Bytes bytes(std::string_view digest)
{
    return {std::string(digest)};
}

}  // namespace

constexpr std::string_view find_session = R"(
SELECT u.id, u.login, u.name, u.post, u.unit_id, u.language, u.disabled, u.version, u.must_change_password,
       g.role, g.unit_id, g.province, s.started_at, s.last_seen_at
FROM session s JOIN app_user u ON u.id = s.user_id LEFT JOIN user_grant g ON g.user_id = u.id
WHERE s.token_digest = ? AND NOT u.disabled ORDER BY g.id)";

std::optional<app::StoredSession> SessionStore::find(std::string_view token_digest)
{
    auto rows = connection_.query(find_session, {bytes(token_digest)});
    if (!rows.next()) return std::nullopt;
    app::StoredSession session{user_of(rows), rows.instant(13), rows.instant(14), rows.boolean(9)};
    do
        add_grant_of(rows, session.user);
    while (rows.next());
    return session;
}

constexpr std::string_view start_session = R"(
INSERT INTO session (token_digest, user_id, started_at, last_seen_at, address) VALUES (?, ?, ?, ?, ?))";

void SessionStore::start(std::string_view token_digest, domain::UserId user, base::Instant now,
                         std::string_view address)
{
    connection_.execute(start_session, {bytes(token_digest), user, now, now, address.substr(0, 64)});
}

constexpr std::string_view session_seen = "UPDATE session SET last_seen_at = ? WHERE token_digest = ?";

void SessionStore::seen(std::string_view token_digest, base::Instant now)
{
    connection_.execute(session_seen, {now, bytes(token_digest)});
}

constexpr std::string_view end_session = "DELETE FROM session WHERE token_digest = ?";

void SessionStore::end(std::string_view token_digest)
{
    connection_.execute(end_session, {bytes(token_digest)});
}

constexpr std::string_view end_other_sessions = "DELETE FROM session WHERE user_id = ? AND token_digest <> ?";

void SessionStore::end_all(domain::UserId user, std::string_view kept_digest)
{
    connection_.execute(end_other_sessions, {user, bytes(kept_digest)});
}

constexpr std::string_view forget_sessions = "DELETE FROM session WHERE started_at < ?";

void SessionStore::forget_older_than(base::Instant started_before)
{
    connection_.execute(forget_sessions, {started_before});
}

constexpr std::string_view read_attempts = R"(
SELECT failures, blocked_until FROM sign_in_attempt WHERE attempt_key = ?)";

app::Attempts SessionStore::attempts(std::string_view key)
{
    auto rows = connection_.query(read_attempts, {bytes(key)});
    if (!rows.next()) return {};
    return {static_cast<int>(rows.integer(1)), rows.instant(2)};
}

// `failures` is set before `last_at`, which it reads. The row stays locked until the transaction ends, so that the
// number read afterwards is this attempt's own.
constexpr std::string_view count_one_attempt = R"(
INSERT INTO sign_in_attempt (attempt_key, failures, last_at, blocked_until) VALUES (?, 1, ?, ?)
ON DUPLICATE KEY UPDATE failures = IF(last_at < ?, 1, failures + 1), last_at = ?)";

int SessionStore::count_attempt(std::string_view key, base::Instant now, base::Instant forgotten_before)
{
    connection_.execute(count_one_attempt, {bytes(key), now, now, forgotten_before, now});
    return attempts(key).failures;
}

constexpr std::string_view block_attempts = R"(
UPDATE sign_in_attempt SET blocked_until = ? WHERE attempt_key = ?)";

void SessionStore::block(std::string_view key, base::Instant until)
{
    connection_.execute(block_attempts, {until, bytes(key)});
}

constexpr std::string_view forget_attempts = "DELETE FROM sign_in_attempt WHERE attempt_key = ?";

void SessionStore::clear_attempts(std::string_view key)
{
    connection_.execute(forget_attempts, {bytes(key)});
}

constexpr std::string_view forget_old_attempts = "DELETE FROM sign_in_attempt WHERE last_at < ?";

void SessionStore::forget_attempts_before(base::Instant last)
{
    connection_.execute(forget_old_attempts, {last});
}

constexpr std::string_view one_attempt_less = R"(
UPDATE sign_in_attempt SET failures = failures - 1 WHERE attempt_key = ? AND failures > 0)";

void SessionStore::take_back_attempt(std::string_view key)
{
    connection_.execute(one_attempt_less, {bytes(key)});
}

constexpr std::string_view write_setup_link = R"(
INSERT INTO setup_link (id, token_digest, expires_at) VALUES (1, ?, ?)
ON DUPLICATE KEY UPDATE token_digest = ?, expires_at = ?)";

void SessionStore::put_setup_link(std::string_view token_digest, base::Instant expires)
{
    connection_.execute(write_setup_link, {bytes(token_digest), expires, bytes(token_digest), expires});
}

constexpr std::string_view delete_setup_link = R"(
DELETE FROM setup_link WHERE id = 1 AND token_digest = ? AND expires_at > ?)";

bool SessionStore::take_setup_link(std::string_view token_digest, base::Instant now)
{
    return connection_.execute(delete_setup_link, {bytes(token_digest), now}) == 1;
}

constexpr std::string_view look_for_setup_link = R"(
SELECT 1 FROM setup_link WHERE id = 1 AND token_digest = ? AND expires_at > ?)";

bool SessionStore::has_setup_link(std::string_view token_digest, base::Instant now)
{
    return connection_.query(look_for_setup_link, {bytes(token_digest), now}).next();
}

}  // namespace storage
