// Pieces of the import preview, each a card of its own.
#pragma once

#include "app/import_sheet.h"
#include "base/html.h"
#include "web/http.h"

namespace web {

// One card with a choice for every name that is surely nobody's; empty when there is none.
[[nodiscard]] base::Html unit_choices_card(const Request& request, const app::ImportPreview& preview);
// Errors, then warnings; empty when there is none.
[[nodiscard]] base::Html import_issues_card(const Request& request, const app::ImportPreview& preview);
// Every row with its tinted cells, groups and skipped rows, and how each column was read.
[[nodiscard]] base::Html import_rows_card(const Request& request, const app::ImportPreview& preview);
[[nodiscard]] base::Html import_reading_card(const Request& request, const app::ImportPreview& preview);

}  // namespace web
