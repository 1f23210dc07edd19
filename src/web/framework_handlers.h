// Handlers of the frameworks' pages; their routes stand in web/ranking_routes.cpp.
#pragma once

#include "web/http.h"

namespace web {

[[nodiscard]] Response frameworks(const Request& request, Services& services);
[[nodiscard]] Response framework(const Request& request, Services& services);
[[nodiscard]] Response save_framework(const Request& request, Services& services);

}  // namespace web
