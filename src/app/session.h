// Signing in and staying signed in. A session is a random token in the browser and its digest in the database; it ends
// after some idle time, after a working day at the latest, at sign-out, and when the password changes elsewhere.
#pragma once

#include "app/actor.h"
#include "app/transactor.h"
#include "base/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace app {

struct SessionLimits {
    std::chrono::minutes idle{30};
    std::chrono::minutes absolute{12 * 60};
};

struct SignedIn {
    domain::User user;
    bool must_change_password = false;  // the password was given by an administrator
};

// Who the token belongs to; nothing when it is unknown, ended or timed out. An error means that the database is away. Costs one
// statement, and a second one at most once a minute to note that the user is still there.
[[nodiscard]] base::Result<std::optional<SignedIn>> find_session(Repositories& repositories,
                                                                 std::string_view token, base::Instant now,
                                                                 const SessionLimits& limits = {});

struct SignInAttempt {
    std::string login;
    std::string password;
    std::string address;  // of the client
    base::Instant now;
    std::string request_id;
    std::string old_token;  // the browser's present session, if any: it ends
};

// The new session's token. The same Forbidden for an unknown login, a wrong password and a disabled user, in the same
// time. After some failures each further one makes the login, and the address, wait longer: Unavailable (with field
// "login") then says how long, whatever the password. Runs transactions of its own, since a refusal must be counted and
// hashing must not hold a connection.
[[nodiscard]] base::Result<std::string> sign_in(Transactor& transactor, const SignInAttempt& attempt);

// How long further attempts must wait after so many failures in a row: 5 are free for a login, 20 for an address; then 2, 4,
// 8 ... seconds, a quarter of an hour at most. An hour without attempts forgets them.
[[nodiscard]] std::chrono::seconds sign_in_delay(int failures, int free_failures);

[[nodiscard]] base::Result<void> sign_out(Repositories& repositories, const Actor& actor,
                                          std::string_view token);
// Ends every session of the actor but this one.
[[nodiscard]] base::Result<void> sign_out_elsewhere(Repositories& repositories, const Actor& actor,
                                                    std::string_view token);

}  // namespace app
