// The ranking page: what was published for one peer group, as a table, tiles and charts.
#pragma once

#include "app/view_ranking.h"
#include "base/html.h"
#include "web/http.h"
#include "web/layout.h"

#include <string>

namespace web {

[[nodiscard]] PageFrame ranking_frame(const Request& request, const app::RankingPage& page);
[[nodiscard]] base::Html ranking_content(const Request& request, const app::RankingPage& page,
                                         const app::StandingFilter& filter);

// Before anything was published.
[[nodiscard]] base::Html no_ranking(const Request& request);

[[nodiscard]] std::string ranking_address(domain::PublicationId publication);
// "Quyết định số 97/QĐ-UBND-HC ngày 30/03/2022"
[[nodiscard]] std::string decision_words(const Request& request, const domain::Publication& publication);

}  // namespace web
