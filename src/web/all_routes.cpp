#include "web/router.h"
#include "web/routes.h"

#include <array>

namespace web {

Router all_routes()
{
    const std::array tables = {identity_routes(), overview_routes(), import_routes(),  ranking_routes(),
                               rule_set_routes(), proposal_routes(), nominee_routes(), dossier_routes(),
                               decision_routes(), record_routes(),   admin_routes()};
    return Router(tables);
}

}  // namespace web
