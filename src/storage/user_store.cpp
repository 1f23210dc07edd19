#include "storage/user_store.h"

#include "base/text.h"
#include "storage/stale_write.h"
#include "storage/user_rows.h"

namespace storage {
namespace {

std::vector<domain::User> users_of(Rows rows)
{
    std::vector<domain::User> users;
    while (rows.next()) {
        if (users.empty() || users.back().id != rows.id<domain::UserId>(1)) users.push_back(user_of(rows));
        add_grant_of(rows, users.back());
    }
    return users;
}

std::optional<domain::User> one_user(Rows rows)
{
    auto users = users_of(std::move(rows));
    if (users.empty()) return std::nullopt;
    return std::move(users.front());
}

std::optional<app::Credential> one_credential(Rows rows)
{
    if (!rows.next()) return std::nullopt;
    return app::Credential{rows.id<domain::UserId>(1), rows.boolean(2), rows.text(3), rows.boolean(4)};
}

}  // namespace

constexpr std::string_view all_users = R"(
SELECT u.id, u.login, u.name, u.post, u.unit_id, u.language, u.disabled, u.version, u.must_change_password,
       g.role, g.unit_id, g.province
FROM app_user u LEFT JOIN user_grant g ON g.user_id = u.id
ORDER BY u.name_key, u.id, g.id)";

std::vector<domain::User> UserStore::all()
{
    return users_of(connection_.query(all_users));
}

constexpr std::string_view names_of_users = R"(
SELECT u.id, u.name, u.login FROM app_user u WHERE (? OR NOT u.disabled)
    AND (? IS NULL OR EXISTS (SELECT 1 FROM user_grant g WHERE g.user_id = u.id AND g.role = ?))
ORDER BY u.name_key, u.id)";

const std::string users_among = R"(
SELECT u.id, u.login, u.name, u.post, u.unit_id, u.language, u.disabled, u.version, u.must_change_password,
       g.role, g.unit_id, g.province
FROM app_user u LEFT JOIN user_grant g ON g.user_id = u.id
WHERE u.id IN ()";

// Names have no folded column: an office has some hundred users, whose names are folded here in a millisecond.
app::UserPage UserStore::page(const app::UserFilter& filter)
{
    const auto wanted = base::folded(filter.text);
    const auto role = filter.role ? std::optional(domain::role_code(*filter.role)) : std::nullopt;
    const auto first = static_cast<std::int64_t>(filter.page - 1) * filter.size;
    app::UserPage page;
    Parameters shown;
    auto names = connection_.query(names_of_users, {filter.disabled_too, role, role});
    while (names.next()) {
        if (base::folded(names.text(2)).find(wanted) == std::string::npos &&
            base::folded(names.text(3)).find(wanted) == std::string::npos)
            continue;
        if (page.total >= first && page.total < first + filter.size)
            shown.emplace_back(names.id<domain::UserId>(1));
        ++page.total;
    }
    if (shown.empty()) return page;
    // As many places on the last page as on a full one, so that the statement is prepared once.
    shown.resize(static_cast<std::size_t>(filter.size), shown.back());
    std::string places = "?";
    for (int i = 1; i < filter.size; ++i)
        places += ", ?";
    page.rows =
        users_of(connection_.query(users_among + places + ") ORDER BY u.name_key, u.id, g.id", shown));
    return page;
}

constexpr std::string_view users_holding = R"(
SELECT u.id, u.login, u.name, u.post, u.unit_id, u.language, u.disabled, u.version, u.must_change_password,
       g.role, g.unit_id, g.province
FROM app_user u JOIN user_grant g ON g.user_id = u.id
WHERE NOT u.disabled AND EXISTS (SELECT 1 FROM user_grant h WHERE h.user_id = u.id AND h.role = ?)
ORDER BY u.name_key, u.id, g.id)";

std::vector<domain::User> UserStore::holding(domain::Role role)
{
    return users_of(connection_.query(users_holding, {domain::role_code(role)}));
}

constexpr std::string_view find_user = R"(
SELECT u.id, u.login, u.name, u.post, u.unit_id, u.language, u.disabled, u.version, u.must_change_password,
       g.role, g.unit_id, g.province
FROM app_user u LEFT JOIN user_grant g ON g.user_id = u.id
WHERE u.id = ? ORDER BY g.id)";

std::optional<domain::User> UserStore::find(domain::UserId id)
{
    return one_user(connection_.query(find_user, {id}));
}

constexpr std::string_view find_user_by_login = R"(
SELECT u.id, u.login, u.name, u.post, u.unit_id, u.language, u.disabled, u.version, u.must_change_password,
       g.role, g.unit_id, g.province
FROM app_user u LEFT JOIN user_grant g ON g.user_id = u.id
WHERE u.login = ? ORDER BY g.id)";

std::optional<domain::User> UserStore::by_login(std::string_view login)
{
    return one_user(connection_.query(find_user_by_login, {login}));
}

constexpr std::string_view insert_user = R"(
INSERT INTO app_user (login, name, name_key, post, unit_id, language, disabled, password_hash, must_change_password,
                      changed_by, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

base::Result<domain::UserId> UserStore::add(const app::Actor& actor, const domain::User& user,
                                            std::string_view password_hash, bool must_change_password)
{
    try {
        connection_.execute(insert_user, {user.login, user.name, Bytes{base::name_key(user.name)}, user.post,
                                          user.unit, user.language, user.disabled, password_hash,
                                          must_change_password, actor.user.name, actor.now});
    } catch (const DatabaseError& error) {
        if (!error.duplicate("app_user_login")) throw;
        return {base::Error{
            base::ErrorKind::Conflict, {"Tên đăng nhập “{}” đã có người dùng.", {user.login}}, "login"}};
    }
    const domain::UserId id{connection_.last_insert_id()};
    insert_grants(id, user.grants);
    return id;
}

constexpr std::string_view update_user = R"(
UPDATE app_user SET name = ?, name_key = ?, post = ?, unit_id = ?, disabled = ?, version = version + 1,
    changed_by = ?, changed_at = ?
WHERE id = ? AND version = ?)";

constexpr std::string_view user_changed = "SELECT changed_by, changed_at FROM app_user WHERE id = ?";

constexpr std::string_view delete_grants = "DELETE FROM user_grant WHERE user_id = ?";

base::Result<void> UserStore::save(const app::Actor& actor, const domain::User& user)
{
    const auto matched =
        connection_.execute(update_user, {user.name, Bytes{base::name_key(user.name)}, user.post, user.unit,
                                          user.disabled, actor.user.name, actor.now, user.id, user.version});
    if (matched == 0) return stale_write(connection_.query(user_changed, {user.id}));
    connection_.execute(delete_grants, {user.id});
    insert_grants(user.id, user.grants);
    return {};
}

constexpr std::string_view insert_grant = R"(
INSERT INTO user_grant (user_id, role, unit_id, province) VALUES (?, ?, ?, ?))";

void UserStore::insert_grants(domain::UserId user, const std::vector<domain::Grant>& grants)
{
    for (const auto& grant : grants)
        connection_.execute(insert_grant, {user, domain::role_code(grant.role), grant.unit, grant.province});
}

constexpr std::string_view update_language = "UPDATE app_user SET language = ? WHERE id = ?";

void UserStore::set_language(domain::UserId user, std::string_view language)
{
    connection_.execute(update_language, {language, user});
}

constexpr std::string_view credential_by_login = R"(
SELECT id, disabled, password_hash, must_change_password FROM app_user WHERE login = ?)";

std::optional<app::Credential> UserStore::credential(std::string_view login)
{
    return one_credential(connection_.query(credential_by_login, {login}));
}

constexpr std::string_view credential_by_id = R"(
SELECT id, disabled, password_hash, must_change_password FROM app_user WHERE id = ?)";

std::optional<app::Credential> UserStore::credential(domain::UserId user)
{
    return one_credential(connection_.query(credential_by_id, {user}));
}

constexpr std::string_view update_password = R"(
UPDATE app_user SET password_hash = ?, must_change_password = ? WHERE id = ?)";

void UserStore::set_password(domain::UserId user, std::string_view password_hash, bool must_change_password)
{
    connection_.execute(update_password, {password_hash, must_change_password, user});
}

}  // namespace storage
