// What waits for the person who is signed in, longest waiting first, with the brief of one; several passed on at once
// after a check page, with a result for each.
#pragma once

#include "app/view_dossier.h"
#include "base/html.h"
#include "base/result.h"
#include "web/http.h"

#include <optional>
#include <string>
#include <vector>

namespace web {

[[nodiscard]] base::Html desk_content(const Request& request, const std::vector<app::DossierLine>& lines,
                                      const std::optional<app::DossierView>& chosen);

// One chosen dossier on the check page: what would happen to it, or why it can't.
struct DeskItem {
    app::DossierView view;
    int seen = 0;
    domain::DossierAction action = domain::DossierAction::Approve;
    std::optional<base::Error> refusal;
};
[[nodiscard]] base::Html desk_check_content(const Request& request, const std::vector<DeskItem>& items);

struct DeskResult {
    domain::DossierId id;
    std::string title;
    std::optional<base::Error> refusal;  // nothing: done
    domain::DossierAction action = domain::DossierAction::Approve;
};
[[nodiscard]] base::Html desk_results_content(const Request& request, const std::vector<DeskResult>& results);

// "18:7": dossier and the version the page showed.
struct ChosenDossier {
    domain::DossierId id;
    int seen = 0;
};
[[nodiscard]] std::vector<ChosenDossier> chosen_dossiers(const Request& request);

}  // namespace web
