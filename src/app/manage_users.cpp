#include "app/manage_users.h"

#include "access/password.h"
#include "access/permission.h"
#include "app/audit_changes.h"
#include "app/session_repository.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

base::Error not_yours()
{
    return base::forbidden("Chỉ người quản trị hệ thống được quản lý người dùng.");
}

base::Error no_such_user()
{
    return base::not_found("Không tìm thấy người dùng này.");
}

bool may(const Actor& actor)
{
    return rights::allowed(actor.user, rights::Permission::ManageUsers);
}

bool administers(const domain::User& user)
{
    return !user.disabled && rights::allowed(user, rights::Permission::ManageUsers);
}

std::string unit_name(Repositories& repositories, std::optional<domain::UnitId> id)
{
    if (!id) return {};
    const auto unit = repositories.units().find(*id);
    return unit ? unit->official_name : std::string();
}

// As the audit keeps it: codes for roles, the unit's name of that day.
nlohmann::json described(Repositories& repositories, const domain::User& user)
{
    std::vector<std::string> grants;
    for (const auto& grant : user.grants) {
        std::string text(domain::role_code(grant.role));
        if (grant.unit) text += ": " + unit_name(repositories, grant.unit);
        grants.push_back(std::move(text));
    }
    return {{"login", user.login},
            {"name", user.name},
            {"post", user.post},
            {"unit", unit_name(repositories, user.unit)},
            {"grants", base::join(grants, "; ")},
            {"disabled", user.disabled}};
}

base::Result<void> check_units(Repositories& repositories, const domain::User& user)
{
    const auto unknown = [&](std::optional<domain::UnitId> unit) {
        return unit && !repositories.units().find(*unit);
    };
    if (unknown(user.unit)) return base::invalid("Không tìm thấy đơn vị công tác đã chọn.", "unit");
    for (const auto& grant : user.grants)
        if (unknown(grant.unit)) return base::invalid("Không tìm thấy đơn vị của vai trò.", "grants");
    return {};
}

std::string stream_of(domain::UserId id)
{
    return "user/" + id.text();
}

}  // namespace

base::Result<GivenPassword> random_given_password()
{
    GivenPassword given{rights::random_password(), {}};
    auto hash = rights::hash_password(given.plain);
    if (!hash) return hash.error();
    given.hash = std::move(*hash);
    return given;
}

base::Result<void> check_login(std::string_view login)
{
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto fits = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-'; };
    if (login.size() < 3 || login.size() > 40 || !letter(login.front()) ||
        !std::all_of(login.begin(), login.end(), fits))
        return base::invalid("Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch "
                             "nối, bắt đầu bằng chữ.",
                             "login");
    return {};
}

base::Result<void> check_user(const domain::User& user)
{
    if (user.name.empty()) return base::invalid("Hãy nhập họ và tên.", "name");
    if (base::length(user.name) > 100)
        return base::invalid({"Họ và tên dài nhất {} ký tự.", {"100"}}, "name");
    if (base::length(user.post) > 200) return base::invalid({"Chức vụ dài nhất {} ký tự.", {"200"}}, "post");
    for (auto grant = user.grants.begin(); grant != user.grants.end(); ++grant) {
        if (grant->province == grant->unit.has_value())
            return base::invalid("Mỗi vai trò cần một phạm vi: toàn tỉnh hoặc một đơn vị.", "grants");
        if (std::find(user.grants.begin(), grant, *grant) != grant)
            return base::invalid("Một vai trò với cùng phạm vi được ghi hai lần.", "grants");
    }
    return {};
}

base::Result<domain::UserId> add_user(Repositories& repositories, const Actor& actor,
                                      const domain::User& user, std::string_view password_hash)
{
    if (!may(actor)) return not_yours();
    if (const auto checked = check_login(user.login); !checked) return checked.error();
    if (const auto checked = check_user(user); !checked) return checked.error();
    if (const auto checked = check_units(repositories, user); !checked) return checked.error();
    const auto id = repositories.users().add(actor, user, password_hash, true);
    if (!id) return id;
    repositories.audit().append(actor, audit_change(stream_of(*id), "user.added", user.name,
                                                    nlohmann::json::object(), described(repositories, user)));
    return id;
}

base::Result<void> change_user(Repositories& repositories, const Actor& actor, const domain::User& user)
{
    if (!may(actor)) return not_yours();
    if (const auto checked = check_user(user); !checked) return checked.error();
    if (const auto checked = check_units(repositories, user); !checked) return checked.error();
    const auto before = repositories.users().find(user.id);
    if (!before) return no_such_user();
    if (actor.user.id == user.id && administers(*before) && !administers(user))
        return base::invalid("Không thể tự bỏ quyền quản trị hoặc tự khóa tài khoản của mình.", "grants");
    if (const auto saved = repositories.users().save(actor, user); !saved) return saved.error();
    if (user.disabled) repositories.sessions().end_all(user.id, {});
    repositories.audit().append(actor, audit_change(stream_of(user.id), "user.changed", user.name,
                                                    described(repositories, *before),
                                                    described(repositories, user)));
    return {};
}

base::Result<void> reset_password(Repositories& repositories, const Actor& actor, domain::UserId user,
                                  std::string_view password_hash)
{
    if (!may(actor)) return not_yours();
    const auto found = repositories.users().find(user);
    if (!found) return no_such_user();
    repositories.users().set_password(user, password_hash, true);
    repositories.sessions().end_all(user, {});
    repositories.audit().append(actor, {stream_of(user), "user.password_reset", found->name, {}, {}, {}});
    return {};
}

base::Result<std::vector<domain::User>> list_users(Repositories& repositories, const Actor& actor)
{
    if (!may(actor)) return not_yours();
    return repositories.users().all();
}

base::Result<UserPage> search_users(Repositories& repositories, const Actor& actor, const UserFilter& filter)
{
    if (!may(actor)) return not_yours();
    return repositories.users().page(filter);
}

base::Result<domain::User> find_user(Repositories& repositories, const Actor& actor, domain::UserId user)
{
    if (!may(actor)) return not_yours();
    const auto found = repositories.users().find(user);
    if (!found) return no_such_user();
    return *found;
}

base::Result<domain::User> find_user_by_login(Repositories& repositories, const Actor& actor,
                                              std::string_view login)
{
    if (!may(actor)) return not_yours();
    const auto found = repositories.users().by_login(base::lowered(login));
    if (!found) return no_such_user();
    return *found;
}

}  // namespace app
