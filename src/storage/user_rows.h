// A user's columns as UserStore and SessionStore both select them: id, login, name, post, unit_id, language, disabled,
// version, must_change_password, then role, unit_id and province of one grant (NULLs when there is none). A user with several
// grants takes several rows, one after the other.
#pragma once

#include "domain/user.h"
#include "storage/connection.h"
#include "storage/error.h"

namespace storage {

[[nodiscard]] inline domain::User user_of(Rows& rows)
{
    domain::User user;
    user.id = rows.id<domain::UserId>(1);
    user.login = rows.text(2);
    user.name = rows.text(3);
    user.post = rows.text(4);
    user.unit = rows.maybe_id<domain::UnitId>(5);
    user.language = rows.text(6);
    user.disabled = rows.boolean(7);
    user.version = static_cast<int>(rows.integer(8));
    return user;
}

inline void add_grant_of(Rows& rows, domain::User& user)
{
    const auto code = rows.maybe_text(10);
    if (!code) return;
    const auto role = domain::role_from_code(*code);
    if (!role) throw DatabaseError(Failure::Other, 0, "user_grant: unknown role " + *code);
    user.grants.push_back({*role, rows.maybe_id<domain::UnitId>(11), rows.boolean(12)});
}

}  // namespace storage
