// Two published years side by side.
#pragma once

#include "app/compare_years.h"
#include "base/html.h"
#include "web/http.h"

#include <vector>

namespace web {

// `years` that can be chosen, newest first; `comparison` is none when fewer than two years were published.
[[nodiscard]] base::Html compare_content(const Request& request, const std::vector<int>& years,
                                         const app::YearComparison* comparison);

}  // namespace web
