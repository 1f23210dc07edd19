// A unit's page: places by year beside its awards, in one chart and two tables.
#pragma once

#include "app/unit_history.h"
#include "base/html.h"
#include "web/http.h"
#include "web/layout.h"

namespace web {

[[nodiscard]] PageFrame unit_frame(const Request& request, const app::UnitHistory& history);
[[nodiscard]] base::Html unit_content(const Request& request, const app::UnitHistory& history);

}  // namespace web
