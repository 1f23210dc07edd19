// The people who sign in, their roles and scopes. Users are never deleted, only disabled: history and audit name them.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/user.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct Credential {
    domain::UserId user;
    bool disabled = false;
    std::string password_hash;          // argon2id, as libsodium writes it
    bool must_change_password = false;  // given by an administrator, to be replaced at the first sign-in
};

struct UserFilter {
    std::string text;                  // part of a name or login, marks ignored
    std::optional<domain::Role> role;  // none: any
    bool disabled_too = false;
    int page = 1;
    int size = 50;
};

struct UserPage {
    std::vector<domain::User> rows;  // by given name
    int total = 0;
};

class UserRepository {
public:
    virtual ~UserRepository() = default;

    // By given name.
    [[nodiscard]] virtual std::vector<domain::User> all() = 0;
    [[nodiscard]] virtual UserPage page(const UserFilter& filter) = 0;
    // Those not disabled who hold the role, whatever its scope.
    [[nodiscard]] virtual std::vector<domain::User> holding(domain::Role role) = 0;
    [[nodiscard]] virtual std::optional<domain::User> find(domain::UserId id) = 0;
    [[nodiscard]] virtual std::optional<domain::User> by_login(std::string_view login) = 0;

    // With its grants. Conflict when the login is taken.
    [[nodiscard]] virtual base::Result<domain::UserId> add(const Actor& actor, const domain::User& user,
                                                           std::string_view password_hash,
                                                           bool must_change_password) = 0;
    // With its grants; the login stays. Conflict when `user.version` is stale.
    [[nodiscard]] virtual base::Result<void> save(const Actor& actor, const domain::User& user) = 0;
    virtual void set_language(domain::UserId user, std::string_view language) = 0;

    [[nodiscard]] virtual std::optional<Credential> credential(std::string_view login) = 0;
    [[nodiscard]] virtual std::optional<Credential> credential(domain::UserId user) = 0;
    virtual void set_password(domain::UserId user, std::string_view password_hash,
                              bool must_change_password) = 0;
};

}  // namespace app
