// Help in plain words: the five-minute tour by role, what to do when something goes wrong, and the glossary.
#pragma once

#include "base/html.h"
#include "web/http.h"

namespace web {

[[nodiscard]] base::Html help_content(const Request& request);

}  // namespace web
