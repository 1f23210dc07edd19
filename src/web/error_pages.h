// Pages for what goes wrong before or around a handler; `respond` and `not_found` for handlers are in web/layout.h.
#pragma once

#include "web/http.h"
#include "web/services.h"

namespace web {

[[nodiscard]] Response no_permission(const Request& request, const Services& services);
// The CSRF token is missing, old or another session's.
[[nodiscard]] Response stale_form(const Request& request, const Services& services);
// 400, 405 or 413.
[[nodiscard]] Response refused_request(const Request& request, const Services& services, int status);
// An exception reached the edge; the log has it under the request's id.
[[nodiscard]] Response failure(const Request& request, const Services& services);

}  // namespace web
