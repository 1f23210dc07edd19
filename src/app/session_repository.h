// Sessions, sign-in throttling and the first administrator's link. The database holds SHA-256 digests (32 bytes) of
// tokens only: who reads it can't sign in with what they find.
#pragma once

#include "base/date.h"
#include "domain/user.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace app {

struct StoredSession {
    domain::User user;
    base::Instant started;
    base::Instant last_seen;
    bool must_change_password = false;
};

// How far attempts at one login or from one address have gone.
struct Attempts {
    int failures = 0;
    base::Instant blocked_until;
};

class SessionRepository {
public:
    virtual ~SessionRepository() = default;

    // The session with its user and grants: one statement. Ended sessions and disabled users are not found; limits of time are
    // the caller's.
    [[nodiscard]] virtual std::optional<StoredSession> find(std::string_view token_digest) = 0;
    virtual void start(std::string_view token_digest, domain::UserId user, base::Instant now,
                       std::string_view address) = 0;
    virtual void seen(std::string_view token_digest, base::Instant now) = 0;
    virtual void end(std::string_view token_digest) = 0;
    // Every session of the user but the one kept; an empty digest keeps none.
    virtual void end_all(domain::UserId user, std::string_view kept_digest) = 0;
    virtual void forget_older_than(base::Instant started_before) = 0;

    // The key stands for a login or an address. Missing: no failures.
    [[nodiscard]] virtual Attempts attempts(std::string_view key) = 0;
    // Counts one attempt, atomically, and returns how many there are now. A count that has rested since `forgotten_before` begins
    // anew.
    [[nodiscard]] virtual int count_attempt(std::string_view key, base::Instant now,
                                            base::Instant forgotten_before) = 0;
    virtual void block(std::string_view key, base::Instant until) = 0;
    virtual void clear_attempts(std::string_view key) = 0;
    // One less: the attempt was rightful, which says nothing about the others.
    virtual void take_back_attempt(std::string_view key) = 0;

    // One link at a time; a new one replaces the old.
    virtual void put_setup_link(std::string_view token_digest, base::Instant expires) = 0;
    // Takes the link away: true when it was there and has not expired.
    [[nodiscard]] virtual bool take_setup_link(std::string_view token_digest, base::Instant now) = 0;
    [[nodiscard]] virtual bool has_setup_link(std::string_view token_digest, base::Instant now) = 0;
};

}  // namespace app
