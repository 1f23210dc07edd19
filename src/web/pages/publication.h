// Around a publication: the rounds and what was published in them, the preview, the check before publishing, the
// differences of a correction.
#pragma once

#include "app/correct_publication.h"
#include "app/preview_ranking.h"
#include "app/view_ranking.h"
#include "base/html.h"
#include "web/http.h"
#include "web/layout.h"

#include <span>
#include <vector>

namespace web {

// Number, dates, publisher, file and hash of one publication.
[[nodiscard]] base::Html publication_card(const Request& request, const domain::Publication& publication);

// Every round: its sheet, its publications, the next step.
[[nodiscard]] base::Html publications_content(const Request& request,
                                              const std::vector<app::RoundRanking>& rounds);

// The preview's choices and the decision as typed, read from the address.
[[nodiscard]] app::PublishOrder publish_order(const Request& request, domain::RoundId round);

// The table that would be frozen, with "assessed but not ranked" per unit, and the decision to be filled in.
[[nodiscard]] base::Html preview_content(const Request& request, const app::RankingPreview& preview,
                                         const app::PublishOrder& order,
                                         std::span<const base::Error> refusals);

// What will be frozen, once more, and the button.
[[nodiscard]] base::Html check_content(const Request& request, const app::RankingPreview& preview,
                                       const app::PublishOrder& order,
                                       const std::vector<app::StandingDifference>& differences,
                                       std::span<const base::Error> refusals);

// Row by row: before and after.
[[nodiscard]] base::Html differences_table(const Request& request,
                                           const std::vector<app::StandingDifference>& differences);

[[nodiscard]] std::string preview_address(domain::RoundId round);

}  // namespace web
