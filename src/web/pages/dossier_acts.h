// "Việc tôi làm được": only acts that will succeed, and why one that might be looked for is gone.
#pragma once

#include "app/view_dossier.h"
#include "base/html.h"
#include "base/result.h"
#include "web/http.h"

#include <span>

namespace web {

[[nodiscard]] base::Html acts_card(const Request& request, const app::DossierView& view,
                                   std::span<const base::Error> refusals);

// "Trả lại…" and "Từ chối…" as buttons that open their required reason, one at a time.
[[nodiscard]] base::Html refusing_acts(const Request& request, const app::DossierView& view);

// The hidden fields every step form carries: the version this page shows.
[[nodiscard]] base::Html seen_fields(const domain::Dossier& dossier);

}  // namespace web
