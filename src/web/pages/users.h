// Users and roles: the list, one user's form with roles and scopes, and the password that is shown once.
#pragma once

#include "app/user_repository.h"
#include "base/html.h"
#include "domain/unit.h"
#include "domain/user.h"
#include "web/http.h"

#include <span>
#include <string_view>
#include <vector>

namespace web {

// From the address: tim (part of a name), vaitro (role), khoa=1 (disabled ones too), trang (page).
[[nodiscard]] app::UserFilter user_filter(const Request& request);

struct UsersView {
    app::UserPage users;
    std::vector<domain::Unit> units;
};
[[nodiscard]] base::Html users_content(const Request& request, const UsersView& view,
                                       const app::UserFilter& filter);

// `user` with id 0: a new one.
[[nodiscard]] base::Html user_form_content(const Request& request, const domain::User& user,
                                           const std::vector<domain::Unit>& units,
                                           std::span<const base::Error> refusals);
[[nodiscard]] domain::User user_form(const Request& request, domain::User stored);

// `password` empty: the form was sent a second time, and the password was shown the first time.
[[nodiscard]] base::Html given_password_content(const Request& request, const domain::User& user,
                                                std::string_view password);

}  // namespace web
