// Handlers of the desk and the brief; their routes stand in dossier_routes.cpp.
#pragma once

#include "web/http.h"

namespace web {

[[nodiscard]] Response desk(const Request& request, Services& services);
[[nodiscard]] Response desk_check(const Request& request, Services& services);
[[nodiscard]] Response desk_approvals(const Request& request, Services& services);
[[nodiscard]] Response brief(const Request& request, Services& services);

}  // namespace web
