// Decisions: the list of them, the page of one dossier's decisions, and the check before one is marked as issued.
#pragma once

#include "app/decide.h"
#include "app/number_decision.h"
#include "base/html.h"
#include "web/http.h"
#include "web/layout.h"

#include <span>
#include <string>

namespace web {

[[nodiscard]] std::string decisions_address(domain::DossierId dossier, std::string_view award = {});
[[nodiscard]] std::string decision_file_address(domain::DecisionId decision, std::string_view file);

[[nodiscard]] base::Html decision_list_content(const Request& request, const app::DecisionList& list,
                                               int page, int size);

[[nodiscard]] PageFrame decision_frame(const Request& request, const app::DecisionPage& page);
// `typed` stands in the form: what was refused, or what is usual.
[[nodiscard]] base::Html decision_content(const Request& request, const app::DecisionPage& page,
                                          const app::DecisionForm& typed, std::string_view reason,
                                          std::span<const base::Error> refusals);
// The form as the stored decision or the office's habits fill it.
[[nodiscard]] app::DecisionForm usual_form(const app::DecisionPage& page);

[[nodiscard]] base::Html issue_content(const Request& request, const app::DecisionPage& page);

// Pieces of the page in files of their own.
[[nodiscard]] base::Html decision_tabs(const Request& request, const app::DecisionPage& page);
[[nodiscard]] base::Html decision_form(const Request& request, const app::DecisionPage& page,
                                       const app::DecisionForm& typed, std::string_view reason,
                                       std::span<const base::Error> refusals);
[[nodiscard]] base::Html decision_files(const Request& request, const app::DecisionPage& page);
[[nodiscard]] base::Html list_preview(const Request& request, const app::DecisionPage& page);

}  // namespace web
