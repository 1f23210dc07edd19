// The list of dossiers, one dossier, and the small forms of its steps.
#pragma once

#include "app/view_dossier.h"
#include "base/html.h"
#include "base/result.h"
#include "domain/round.h"
#include "web/http.h"

#include <span>
#include <string>
#include <vector>

namespace web {

constexpr int dossiers_a_page = 30;
// From the address: tinh-trang (state); trang (page) is page_asked.
[[nodiscard]] std::optional<domain::DossierState> dossier_state_asked(const Request& request);
[[nodiscard]] base::Html dossiers_content(const Request& request, const app::DossierPage& page);

// A dossier without a run, for free nominations only.
[[nodiscard]] base::Html new_dossier_content(const Request& request, const std::vector<domain::Round>& rounds,
                                             std::span<const base::Error> refusals);

// `refusals` are of the step form that was sent; `page` counts from 1 when there are many nominees.
[[nodiscard]] base::Html dossier_content(const Request& request, const app::DossierView& view,
                                         std::span<const base::Error> refusals);
[[nodiscard]] base::Html nominee_table(const Request& request, const app::DossierView& view);

// The last look before submitting: what goes, what is missing, the acknowledgement of empty places.
[[nodiscard]] base::Html submission_content(const Request& request, const app::DossierView& view,
                                            std::span<const base::Error> refusals);

// Fold-away forms "Trả lại…", "Từ chối…" with their required reason; only those that would succeed. `name` keeps one
// open at a time.
[[nodiscard]] base::Html refusing_forms(const Request& request, const app::DossierView& view,
                                        std::span<const base::Error> refusals);

}  // namespace web
