// The verdict on each nominee: agree to all, except those named with a reason. The same page serves the appraiser, and
// the director and the chair when they judge one by one.
#pragma once

#include "app/record_verdicts.h"
#include "app/view_dossier.h"
#include "base/html.h"
#include "base/result.h"
#include "web/http.h"

#include <span>
#include <vector>

namespace web {

[[nodiscard]] base::Html appraisal_content(const Request& request, const app::DossierView& view,
                                           std::span<const base::Error> refusals);

// What the form says. "Agree to the rest" fills those left open.
[[nodiscard]] std::vector<app::GivenVerdict> sent_verdicts(const Request& request);

}  // namespace web
