// Users and their roles: what an administrator does on the users page and `vinhdanh user` on the command line. Passwords
// are made and hashed before the transaction (a hash takes a tenth of a second) and shown once.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/user_repository.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace app {

struct GivenPassword {
    std::string plain;  // to be shown once and never stored
    std::string hash;
};

// Random; the user replaces it at the first sign-in.
[[nodiscard]] base::Result<GivenPassword> random_given_password();

// 3 to 40 lower-case letters, digits, dots, dashes; begins with a letter.
[[nodiscard]] base::Result<void> check_login(std::string_view login);
// Name present and lengths within bounds; every grant reaches the province or a unit, none twice.
[[nodiscard]] base::Result<void> check_user(const domain::User& user);

[[nodiscard]] base::Result<domain::UserId> add_user(Repositories& repositories, const Actor& actor,
                                                    const domain::User& user, std::string_view password_hash);
// Name, post, unit, grants, disabled. Disabling ends the user's sessions. Nobody locks themselves out: one's own
// administrator role and account stay as they are.
[[nodiscard]] base::Result<void> change_user(Repositories& repositories, const Actor& actor,
                                             const domain::User& user);
// Ends the user's sessions; the password must be changed at the next sign-in.
[[nodiscard]] base::Result<void> reset_password(Repositories& repositories, const Actor& actor,
                                                domain::UserId user, std::string_view password_hash);

[[nodiscard]] base::Result<std::vector<domain::User>> list_users(Repositories& repositories,
                                                                 const Actor& actor);
[[nodiscard]] base::Result<UserPage> search_users(Repositories& repositories, const Actor& actor,
                                                  const UserFilter& filter);
[[nodiscard]] base::Result<domain::User> find_user(Repositories& repositories, const Actor& actor,
                                                   domain::UserId user);
[[nodiscard]] base::Result<domain::User> find_user_by_login(Repositories& repositories, const Actor& actor,
                                                            std::string_view login);

}  // namespace app
