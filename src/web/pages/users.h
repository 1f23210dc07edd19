// Users and roles: the list, one user's form with roles and scopes, and the password that is shown once.
#pragma once

#include "base/html.h"
#include "domain/unit.h"
#include "domain/user.h"
#include "web/http.h"

#include <span>
#include <string_view>
#include <vector>

namespace web {

struct UsersView {
    std::vector<domain::User> users;  // by given name
    std::vector<domain::Unit> units;
};
// Searched by "tim", limited by "vaitro"; disabled ones when "khoa" is 1.
[[nodiscard]] base::Html users_content(const Request& request, const UsersView& view);

// `user` with id 0: a new one.
[[nodiscard]] base::Html user_form_content(const Request& request, const domain::User& user,
                                           const std::vector<domain::Unit>& units,
                                           std::span<const base::Error> refusals);
[[nodiscard]] domain::User user_form(const Request& request, domain::User stored);

// `password` empty: the form was sent a second time, and the password was shown the first time.
[[nodiscard]] base::Html given_password_content(const Request& request, const domain::User& user,
                                                std::string_view password);

}  // namespace web
