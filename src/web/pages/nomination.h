// Free nominations, one nominee's achievement and removal, picking a known person, a draft's texts.
#pragma once

#include "app/add_nominee.h"
#include "app/choose_person.h"
#include "base/html.h"
#include "base/result.h"
#include "domain/dossier.h"
#include "domain/nominee.h"
#include "domain/reference.h"
#include "domain/unit.h"
#include "web/http.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace web {

struct NominationPage {
    domain::Dossier dossier;
    std::vector<domain::Unit> units;
    std::vector<domain::AwardKind> awards;  // in force today
    app::FreeNomination sent;
    std::vector<domain::Person> namesakes;  // to choose among
};

[[nodiscard]] base::Html nomination_content(const Request& request, const NominationPage& page,
                                            std::span<const base::Error> refusals);
[[nodiscard]] app::FreeNomination sent_nomination(const Request& request, domain::DossierId dossier);

// "Sửa, bỏ": the achievement of a draft's nominee, or its removal with a reason.
[[nodiscard]] base::Html nominee_edit_content(const Request& request, const domain::Dossier& dossier,
                                              const domain::Nominee& nominee,
                                              std::span<const base::Error> refusals);

// Search for somebody the register knows, to put on a place.
struct FoundPerson {
    domain::Person person;
    std::string unit_name;
};
[[nodiscard]] base::Html person_search_content(const Request& request, const domain::Nominee& place,
                                               std::string_view words, const std::vector<FoundPerson>& found);

[[nodiscard]] base::Html dossier_texts_content(const Request& request, const domain::Dossier& dossier,
                                               std::span<const base::Error> refusals);

}  // namespace web
