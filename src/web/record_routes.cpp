// The commendation records and a unit's page.
#include "app/search_records.h"
#include "app/unit_history.h"
#include "web/layout.h"
#include "web/pages/record.h"
#include "web/pages/unit.h"
#include "web/routes.h"
#include "web/services.h"
#include "web/texts.h"

#include <array>

namespace web {

namespace {

using app::Repositories;

Response records(const Request& request, Services& services)
{
    const auto filter = record_filter(request);
    const auto found = services.storage.transact(
        [&](Repositories& r) { return app::search_records(r, request.actor(), filter); });
    if (!found) return respond(request, services, found.error());
    return show(request, services, {.title = tr(request, "Sổ khen thưởng"), .menu = "/records"},
                record_content(request, *found, filter, *services.reference));
}

Response unit(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::UnitId>("unit");
    if (!id) return not_found(request, services);
    const auto history = services.storage.transact(
        [&](Repositories& r) { return app::unit_history(r, request.actor(), *id); });
    if (!history) return respond(request, services, history.error());
    return show(request, services, unit_frame(request, *history), unit_content(request, *history));
}

}  // namespace

std::span<const Route> record_routes()
{
    using enum rights::Permission;
    static const std::array routes = {
        Route{"GET", "/records", records, ViewRecords},
        Route{"GET", "/units/{unit}", unit, ViewResults},
    };
    return routes;
}

}  // namespace web
