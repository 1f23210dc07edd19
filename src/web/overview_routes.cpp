// The overview and the help page.
#include "app/overview.h"
#include "web/layout.h"
#include "web/pages/help.h"
#include "web/pages/overview.h"
#include "web/routes.h"
#include "web/texts.h"

#include <array>

namespace web {
namespace {

Response overview(const Request& request, Services& services)
{
    const auto view = services.storage.transact([&](app::Repositories& repositories) {
        return app::view_overview(repositories, request.actor(), *services.reference);
    });
    if (!view) return respond(request, services, view.error());
    PageFrame frame{.title = tr(request, "Tổng quan")};
    frame.provenance = overview_provenance(request, *view);
    frame.menu = "/overview";
    return show(request, services, frame, overview_content(request, *view));
}

Response help(const Request& request, Services& services)
{
    PageFrame frame{.title = tr(request, "Hướng dẫn")};
    frame.provenance << tr(request, "Làm quen trong năm phút, rồi tra từng từ khi cần.");
    frame.menu = "/help";
    return show(request, services, frame, help_content(request));
}

}  // namespace

std::span<const Route> overview_routes()
{
    using enum rights::Permission;
    static constexpr std::array routes = {
        Route{"GET", "/overview", overview, SignedIn},
        Route{"GET", "/help", help, SignedIn},
    };
    return routes;
}

}  // namespace web
