// Sign-in and sign-out, the first administrator's page, one's own account, and the language.
#include "app/first_administrator.h"
#include "app/own_account.h"
#include "app/session.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"
#include "web/cookies.h"
#include "web/layout.h"
#include "web/pages/identity.h"
#include "web/routes.h"
#include "web/texts.h"

#include <array>

namespace web {

namespace {

using app::Repositories;
using base::Result;

Response sign_in_page(const Request& request, const Services& services, std::string_view next,
                      const std::optional<base::Error>& refusal, int status)
{
    PageFrame frame{.title = tr(request, "Đăng nhập")};
    frame.refused = refusal.has_value();
    frame.bare = true;
    return show(request, services, frame, sign_in_content(request, next, refusal), status);
}

std::string_view own_or_nothing(std::string_view address)
{
    return own_path(address) ? address : std::string_view();
}

Response show_sign_in(const Request& request, Services& services)
{
    if (request.user) return Response::see_other("/overview");
    return sign_in_page(request, services, own_or_nothing(request.query_value("next")), {}, 200);
}

int sign_in_status(const base::Error& refusal)
{
    if (refusal.kind != base::ErrorKind::Unavailable) return 422;
    return refusal.field.empty() ? 503 : 429;
}

Response sign_in(const Request& request, Services& services)
{
    const auto next = own_or_nothing(request.form_value("next"));
    const auto token =
        app::sign_in(services.storage,
                     {std::string(request.form_value("login")), std::string(request.form_value("password")),
                      request.remote, request.now, request.id, request.session_token});
    if (!token) return sign_in_page(request, services, next, token.error(), sign_in_status(token.error()));
    auto response = Response::see_other(next.empty() ? "/overview" : next);
    response.headers.push_back(set_session_cookie(services, *token));
    const auto session = services.find_session(*token, request.now);
    if (session && *session && !(*session)->user.language.empty())
        response.headers.push_back(set_language_cookie(services, (*session)->user.language));
    return response;
}

Response sign_out(const Request& request, Services& services)
{
    const auto done = services.storage.transact([&](Repositories& repositories) {
        return app::sign_out(repositories, request.actor(), request.session_token);
    });
    if (!done) return respond(request, services, done.error());
    auto response = Response::see_other("/sign-in");
    response.headers.push_back(clear_session_cookie(services));
    return response;
}

std::string setup_token(const Request& request)
{
    return request.path_values.find("token")->second;
}

Response setup_page(const Request& request, const Services& services, std::span<const base::Error> refusals,
                    int status)
{
    PageFrame frame{.title = tr(request, "Bắt đầu dùng Vinh Danh")};
    frame.provenance << tr(request, "Liên kết này dùng được một lần, trong 30 phút.");
    frame.refused = !refusals.empty();
    frame.bare = true;
    return show(request, services, frame, setup_content(request, setup_token(request), refusals), status);
}

Response show_setup(const Request& request, Services& services)
{
    const auto open = services.storage.transact([&](Repositories& repositories) {
        return app::check_first_administrator_link(repositories, setup_token(request), request.now);
    });
    if (!open) return respond(request, services, open.error());
    return setup_page(request, services, {}, 200);
}

Response setup(const Request& request, Services& services)
{
    const app::FirstAdministrator wanted{setup_token(request), std::string(request.form_value("login")),
                                         std::string(request.form_value("name")),
                                         std::string(request.form_value("password")),
                                         std::string(request.form_value("repeated"))};
    const auto created = app::create_first_administrator(services.storage, wanted, request.now, request.id);
    if (created) return Response::see_other("/sign-in?xong=quan-tri");
    if (created.error().field.empty()) return respond(request, services, created.error());
    auto faults = app::first_administrator_faults(wanted);
    if (faults.empty()) faults.push_back(created.error());
    return setup_page(request, services, faults, 422);
}

Response account_page(const Request& request, Services& services, std::span<const base::Error> refusals,
                      int status)
{
    const auto view = services.storage.transact([&](Repositories& repositories) -> Result<AccountView> {
        const auto credential = repositories.users().credential(request.user->id);
        return AccountView{repositories.units().all(), credential && credential->must_change_password};
    });
    if (!view) return respond(request, services, view.error());
    PageFrame frame{.title = tr(request, "Tài khoản của tôi")};
    frame.refused = !refusals.empty();
    return show(request, services, frame, account_content(request, *view, refusals), status);
}

Response show_account(const Request& request, Services& services)
{
    return account_page(request, services, {}, 200);
}

Response change_own_password(const Request& request, Services& services)
{
    const auto given = services.storage.transact([&](Repositories& repositories) -> Result<bool> {
        const auto credential = repositories.users().credential(request.user->id);
        return credential && credential->must_change_password;
    });
    const auto changed = app::change_password(
        services.storage, request.actor(),
        {std::string(request.form_value("present")), std::string(request.form_value("password")),
         std::string(request.form_value("repeated")), request.session_token});
    // Whoever had to change a given password before anything else now goes to work.
    if (changed) return Response::see_other(given && *given ? "/overview" : "/account?xong=mat-khau");
    return account_page(request, services, std::array{changed.error()}, status_of(changed.error().kind));
}

Response sign_out_elsewhere(const Request& request, Services& services)
{
    const auto done = services.storage.transact([&](Repositories& repositories) {
        return app::sign_out_elsewhere(repositories, request.actor(), request.session_token);
    });
    if (!done) return respond(request, services, done.error());
    return Response::see_other("/account?xong=phien");
}

// Remembered with the user, so that the next browser speaks it too.
Response with_language(const Request& request, Services& services, std::string_view language,
                       std::string_view back)
{
    if (request.user) {
        const auto chosen = services.storage.transact([&](Repositories& repositories) {
            return app::choose_language(repositories, request.actor(), language);
        });
        if (!chosen) return respond(request, services, chosen.error());
    }
    auto response = Response::see_other(back);
    response.headers.push_back(set_language_cookie(services, language));
    return response;
}

Response choose_own_language(const Request& request, Services& services)
{
    const auto language = request.form_value("language");
    return with_language(request, services, language == "en" ? "en" : "vi", "/account?xong=ngon-ngu");
}

// The switch in the header: a link, so that it works before sign-in.
Response switch_language(const Request& request, Services& services)
{
    const auto back = request.query_value("back");
    return with_language(request, services, request.query_value("to") == "en" ? "en" : "vi",
                         own_path(back) ? back : "/");
}

}  // namespace

std::span<const Route> identity_routes()
{
    using enum rights::Permission;
    static constexpr std::array routes = {
        Route{"GET", "/sign-in", show_sign_in, Public},
        Route{"POST", "/sign-in", sign_in, Public},
        Route{"POST", "/sign-out", sign_out, SignedIn},
        Route{"GET", "/first-administrator/{token}", show_setup, Public},
        Route{"POST", "/first-administrator/{token}", setup, Public},
        Route{"GET", "/account", show_account, SignedIn},
        Route{"POST", "/account/password", change_own_password, SignedIn},
        Route{"POST", "/account/language", choose_own_language, SignedIn},
        Route{"POST", "/account/sessions", sign_out_elsewhere, SignedIn},
        Route{"GET", "/language", switch_language, Public},
    };
    return routes;
}

}  // namespace web
