// Naming people for the individual places of a draft: one table of all units, and rows pasted from a sheet.
#pragma once

#include "app/fill_individual_places.h"
#include "app/nominee_checks.h"
#include "app/paste_individuals.h"
#include "app/view_dossier.h"
#include "base/html.h"
#include "web/http.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace web {

struct PlaceRow {
    domain::Nominee place;
    app::PlaceEntry entry;  // what the inputs hold: the stored values, or what was sent
    std::optional<app::PlaceProblem> problem;
};

struct PlacesPage {
    domain::Dossier dossier;
    std::vector<PlaceRow> rows;
    std::map<domain::NomineeId, std::vector<app::NomineeCheck>> checks;
    std::vector<domain::Nominee> own_unit;
    bool whole_province = false;  // else: the own units' places only
    std::string pasted;           // what stands in the paste box
};

// Drafts with places this person may fill.
struct PlacesLine {
    domain::Dossier dossier;
    int places = 0;
    int empty = 0;
};
// `sent` are the dossiers this person may only follow.
[[nodiscard]] base::Html places_list_content(const Request& request, const std::vector<PlacesLine>& lines,
                                             const std::vector<app::OwnPart>& sent);

// A dossier that left the draft, as a proposing unit follows it.
[[nodiscard]] base::Html own_part_content(const Request& request, const app::OwnPart& part);

[[nodiscard]] base::Html places_content(const Request& request, const PlacesPage& page);

// What pasting would do, line by line; nothing is stored yet.
[[nodiscard]] base::Html paste_content(const Request& request, const domain::Dossier& dossier,
                                       const app::PastePreview& preview, const std::string& text);

// The entries a sent table holds, and the choices a sent preview holds.
[[nodiscard]] std::vector<app::PlaceEntry> sent_entries(const Request& request);
[[nodiscard]] app::PersonChoices sent_choices(const Request& request);

// "existing" or "new" of a choice among namesakes: "12", "new" or nothing.
void put_choice(std::string_view value, std::optional<domain::PersonId>& existing, bool& new_person);
[[nodiscard]] domain::Honorific honorific_of(std::string_view value);
[[nodiscard]] std::string honorific_value(domain::Honorific honorific);
[[nodiscard]] std::vector<struct Option> honorific_options();
[[nodiscard]] base::Html namesake_radios(const Request& request, const std::string& name,
                                         const std::vector<domain::Person>& people, std::string_view value,
                                         const std::string& error);

}  // namespace web
