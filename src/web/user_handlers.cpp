// Users and roles.
#include "app/manage_users.h"
#include "app/unit_repository.h"
#include "web/admin_handlers.h"
#include "web/components.h"
#include "web/pages/users.h"
#include "web/texts.h"

namespace web {

namespace {

using app::Repositories;
using base::Result;

PageFrame below_users(const Request& request, std::string title, bool refused)
{
    PageFrame frame{.title = std::move(title)};
    frame.crumbs = {{tr(request, "Người dùng"), "/users"}};
    frame.menu = "/users";
    frame.refused = refused;
    return frame;
}

struct OneUser {
    domain::User user;
    std::vector<domain::Unit> units;
};

Result<OneUser> read_user(const Request& request, Services& services, domain::UserId id)
{
    return services.storage.transact([&](Repositories& repositories) -> Result<OneUser> {
        OneUser one{{}, repositories.units().all()};
        if (!id) return one;
        const auto user = app::find_user(repositories, request.actor(), id);
        if (!user) return user.error();
        one.user = *user;
        return one;
    });
}

Response user_page(const Request& request, Services& services, domain::UserId id,
                   std::span<const base::Error> refusals, int status)
{
    const auto one = read_user(request, services, id);
    if (!one) return respond(request, services, one.error());
    const auto title = id ? tr(request, "Sửa người dùng") : tr(request, "Thêm người dùng");
    return show(request, services, below_users(request, title, !refusals.empty()),
                user_form_content(request, one->user, one->units, refusals), status);
}

Response password_page(const Request& request, Services& services, domain::UserId id,
                       std::string_view password)
{
    const auto one = read_user(request, services, id);
    if (!one) return respond(request, services, one.error());
    auto response = show(request, services, below_users(request, tr(request, "Mật khẩu mới"), false),
                         given_password_content(request, one->user, password));
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

// Runs once per form; the second time the password is not known any more.
template <class Act>
Response give_password(const Request& request, Services& services, std::string_view route,
                       domain::UserId shown_on_refusal, const Act& act)
{
    const auto given = app::random_given_password();
    if (!given) return respond(request, services, given.error());
    bool acted = false;
    const auto done = services.storage.once(
        request.submission(route), [&](Repositories& repositories) -> Result<std::string> {
            const Result<domain::UserId> id = act(repositories, given->hash);
            if (!id) return id.error();
            acted = true;
            return id->text();
        });
    if (done) {
        const auto id = Request::parse_id<domain::UserId>(*done).value_or(domain::UserId{});
        return password_page(request, services, id,
                             acted ? std::string_view(given->plain) : std::string_view());
    }
    return answer_form(request, services, done, [&](std::span<const base::Error> refusals, int status) {
        return user_page(request, services, shown_on_refusal, refusals, status);
    });
}

}  // namespace

Response list_users(const Request& request, Services& services)
{
    const auto filter = user_filter(request);
    const auto view = services.storage.transact([&](Repositories& repositories) -> Result<UsersView> {
        auto users = app::search_users(repositories, request.actor(), filter);
        if (!users) return users.error();
        return UsersView{std::move(*users), repositories.units().all()};
    });
    if (!view) return respond(request, services, view.error());
    PageFrame frame{.title = tr(request, "Người dùng và vai trò")};
    frame.menu = "/users";
    frame.actions << button_link("/users/new", tr(request, "Thêm người dùng"), Look::Primary, "person-plus");
    return show(request, services, frame, users_content(request, *view, filter));
}

Response new_user(const Request& request, Services& services)
{
    return user_page(request, services, {}, {}, 200);
}

Response add_user(const Request& request, Services& services)
{
    return give_password(
        request, services, "/users", {}, [&](Repositories& repositories, const std::string& hash) {
            return app::add_user(repositories, request.actor(), user_form(request, {}), hash);
        });
}

Response edit_user(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::UserId>("user");
    if (!id) return not_found(request, services);
    return user_page(request, services, *id, {}, 200);
}

Response change_user(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::UserId>("user");
    if (!id) return not_found(request, services);
    const auto saved = services.storage.once(
        request.submission("/users/{user}"), [&](Repositories& repositories) -> Result<std::string> {
            const auto stored = app::find_user(repositories, request.actor(), *id);
            if (!stored) return stored.error();
            const auto changed = app::change_user(repositories, request.actor(), user_form(request, *stored));
            if (!changed) return changed.error();
            return "/users/" + id->text() + "?xong=luu";
        });
    return answer_form(request, services, saved, [&](std::span<const base::Error> refusals, int status) {
        return user_page(request, services, *id, refusals, status);
    });
}

Response reset_password(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::UserId>("user");
    if (!id) return not_found(request, services);
    return give_password(request, services, "/users/{user}/password", *id,
                         [&](Repositories& repositories, const std::string& hash) -> Result<domain::UserId> {
                             const auto reset = app::reset_password(repositories, request.actor(), *id, hash);
                             if (!reset) return reset.error();
                             return *id;
                         });
}

}  // namespace web
