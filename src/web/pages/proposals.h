// Proposals: each round's runs, and one run with its reasons, ties, near misses and the way to a dossier.
#pragma once

#include "app/view_proposals.h"
#include "base/html.h"
#include "documents/table_book.h"
#include "web/layout.h"

#include <string>
#include <vector>

namespace web {

[[nodiscard]] base::Html rounds_content(const Request& request, const std::vector<app::RoundRuns>& rounds);

[[nodiscard]] PageFrame proposals_frame(const Request& request, const app::ProposalsView& view);
// `errors` of a refused tie decision or ground.
[[nodiscard]] base::Html proposals_content(const Request& request, const domain::Reference& reference,
                                           const app::ProposalsView& view,
                                           const std::vector<base::Error>& errors = {});

// What is warned about, with the forms that settle it.
[[nodiscard]] base::Html proposal_warnings(const Request& request, const domain::Reference& reference,
                                           const app::ProposalsView& view,
                                           const std::vector<base::Error>& errors);
// "Sát nút" and everybody else who was tried.
[[nodiscard]] base::Html missed_cards(const Request& request, const domain::Reference& reference,
                                      const app::ProposalsView& view);

// The same facts as a workbook.
[[nodiscard]] std::vector<documents::TableSheet>
proposal_sheets(const Request& request, const domain::Reference& reference, const app::ProposalsView& view);

[[nodiscard]] std::string run_address(domain::RunId run, std::string_view page = {});

}  // namespace web
