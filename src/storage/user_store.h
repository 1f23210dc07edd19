// Users and their grants on MySQL/MariaDB.
#pragma once

#include "app/user_repository.h"
#include "storage/connection.h"

namespace storage {

class UserStore final : public app::UserRepository {
public:
    explicit UserStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::vector<domain::User> all() override;
    [[nodiscard]] app::UserPage page(const app::UserFilter& filter) override;
    [[nodiscard]] std::vector<domain::User> holding(domain::Role role) override;
    [[nodiscard]] std::optional<domain::User> find(domain::UserId id) override;
    [[nodiscard]] std::optional<domain::User> by_login(std::string_view login) override;
    [[nodiscard]] base::Result<domain::UserId> add(const app::Actor& actor, const domain::User& user,
                                                   std::string_view password_hash,
                                                   bool must_change_password) override;
    [[nodiscard]] base::Result<void> save(const app::Actor& actor, const domain::User& user) override;
    void set_language(domain::UserId user, std::string_view language) override;
    [[nodiscard]] std::optional<app::Credential> credential(std::string_view login) override;
    [[nodiscard]] std::optional<app::Credential> credential(domain::UserId user) override;
    void set_password(domain::UserId user, std::string_view password_hash,
                      bool must_change_password) override;

private:
    void insert_grants(domain::UserId user, const std::vector<domain::Grant>& grants);

    Connection& connection_;
};

}  // namespace storage
