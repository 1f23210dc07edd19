// Sessions, attempts to sign in and the setup link on MySQL/MariaDB.
#pragma once

#include "app/session_repository.h"
#include "storage/connection.h"

namespace storage {

class SessionStore final : public app::SessionRepository {
public:
    explicit SessionStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::optional<app::StoredSession> find(std::string_view token_digest) override;
    void start(std::string_view token_digest, domain::UserId user, base::Instant now,
               std::string_view address) override;
    void seen(std::string_view token_digest, base::Instant now) override;
    void end(std::string_view token_digest) override;
    void end_all(domain::UserId user, std::string_view kept_digest) override;
    void forget_older_than(base::Instant started_before) override;

    [[nodiscard]] app::Attempts attempts(std::string_view key) override;
    [[nodiscard]] int count_attempt(std::string_view key, base::Instant now,
                                    base::Instant forgotten_before) override;
    void block(std::string_view key, base::Instant until) override;
    void clear_attempts(std::string_view key) override;
    void take_back_attempt(std::string_view key) override;

    void put_setup_link(std::string_view token_digest, base::Instant expires) override;
    [[nodiscard]] bool take_setup_link(std::string_view token_digest, base::Instant now) override;
    [[nodiscard]] bool has_setup_link(std::string_view token_digest, base::Instant now) override;

    // Attempts whose last failure is older: foreign logins would else pile up for ever.
    void forget_attempts_before(base::Instant last);

private:
    Connection& connection_;
};

}  // namespace storage
