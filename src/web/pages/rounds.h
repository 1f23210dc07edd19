// Rounds of awards: the list and one round's form.
#pragma once

#include "base/html.h"
#include "domain/round.h"
#include "web/http.h"

#include <span>
#include <vector>

namespace web {

[[nodiscard]] base::Html rounds_content(const Request& request, const std::vector<domain::Round>& rounds);
// `round` with id 0: a new one.
[[nodiscard]] base::Html round_form_content(const Request& request, const domain::Round& round,
                                            std::span<const base::Error> refusals);
[[nodiscard]] base::Result<domain::Round> round_form(const Request& request, domain::Round stored);

}  // namespace web
