// One page for who decides: how many and how much, who and why, what the checks say, through whose hands it went and for
// how long, who may not approve; then the acts.
#pragma once

#include "app/view_dossier.h"
#include "base/html.h"
#include "base/result.h"
#include "web/http.h"

#include <span>

namespace web {

// `acts`: the buttons stand at its end; false inside a page that has its own.
[[nodiscard]] base::Html brief_content(const Request& request, const app::DossierView& view,
                                       std::span<const base::Error> refusals);

}  // namespace web
