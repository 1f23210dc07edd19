#include "app/first_administrator.h"

#include "access/password.h"
#include "app/audit_trail.h"
#include "app/manage_users.h"
#include "app/session_repository.h"
#include "app/system_actor.h"
#include "app/user_repository.h"
#include "base/digest.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::chrono::minutes link_lives{30};

base::Error link_gone()
{
    return base::not_found(
        "Liên kết này đã dùng hoặc đã hết hạn. Hãy khởi động lại máy chủ để có liên kết mới.");
}

bool somebody_administers(Repositories& repositories)
{
    for (const auto& user : repositories.users().holding(domain::Role::Administrator))
        for (const auto& grant : user.grants)
            if (grant.role == domain::Role::Administrator && grant.province) return true;
    return false;
}

FirstAdministrator tidied(FirstAdministrator form)
{
    form.login = base::lowered(form.login);
    form.name = base::tidy(form.name);
    return form;
}

domain::User administrator(const FirstAdministrator& wanted)
{
    domain::User user;
    user.login = wanted.login;
    user.name = wanted.name;
    user.post = "Quản trị hệ thống";
    user.grants = {{domain::Role::Administrator, std::nullopt, true}};
    return user;
}

}  // namespace

base::Result<std::optional<std::string>> open_first_administrator_link(Repositories& repositories,
                                                                       base::Instant now)
{
    if (somebody_administers(repositories)) return std::optional<std::string>();
    auto token = base::random_token();
    repositories.sessions().put_setup_link(base::sha256(token), now.plus(link_lives));
    return std::optional(std::move(token));
}

base::Result<void> check_first_administrator_link(Repositories& repositories, std::string_view token,
                                                  base::Instant now)
{
    if (!repositories.sessions().has_setup_link(base::sha256(token), now)) return link_gone();
    return {};
}

std::vector<base::Error> first_administrator_faults(const FirstAdministrator& form)
{
    const auto wanted = tidied(form);
    std::vector<base::Error> faults;
    if (wanted.name.empty()) faults.push_back(base::invalid("Hãy nhập họ và tên.", "name"));
    if (const auto checked = check_login(wanted.login); !checked) faults.push_back(checked.error());
    if (const auto checked = rights::check_password(wanted.password, wanted.login, wanted.name); !checked)
        faults.push_back(checked.error());
    if (wanted.password != wanted.repeated)
        faults.push_back(base::invalid("Hai lần nhập mật khẩu không giống nhau.", "repeated"));
    return faults;
}

base::Result<void> create_first_administrator(Transactor& transactor, const FirstAdministrator& form,
                                              base::Instant now, std::string request_id)
{
    const auto wanted = tidied(form);
    const auto link = transactor.transact([&](Repositories& repositories) {
        return check_first_administrator_link(repositories, wanted.token, now);
    });
    if (!link) return link;
    if (auto faults = first_administrator_faults(wanted); !faults.empty()) return faults.front();
    const auto hash = rights::hash_password(wanted.password);
    if (!hash) return hash.error();
    return transactor.transact([&](Repositories& repositories) -> base::Result<void> {
        if (!repositories.sessions().take_setup_link(base::sha256(wanted.token), now)) return link_gone();
        if (somebody_administers(repositories)) return link_gone();
        const auto actor = system_actor(now, request_id);
        const auto user = administrator(wanted);
        const auto id = repositories.users().add(actor, user, *hash, false);
        if (!id) return id.error();
        repositories.audit().append(
            actor, {"user/" + id->text(), "user.first_administrator", user.name, {}, {}, {}});
        return {};
    });
}

}  // namespace app
