// Individual places filled by pasting rows of a sheet: unit, Ông/Bà, name, post and, if there is one, the achievement,
// separated by tabs as a spreadsheet copies them. Units are matched by code, name or known spelling; what does not
// match is an error of its line, never a guess. All lines are stored, or none.
#pragma once

#include "app/actor.h"
#include "app/fill_individual_places.h"
#include "app/repositories.h"
#include "base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// One record of the pasted text; a quoted cell may hold tabs and line breaks. `line` counts from 1.
struct PastedRow {
    int line = 0;
    std::vector<std::string> cells;

    friend bool operator==(const PastedRow&, const PastedRow&) = default;
};
// Empty lines and a heading line are left out.
[[nodiscard]] std::vector<PastedRow> pasted_rows(std::string_view text);

// Who was meant by a line whose name the unit already has.
struct PersonChoice {
    std::optional<domain::PersonId> existing;
    bool new_person = false;
};
using PersonChoices = std::map<int, PersonChoice>;  // by line

struct PastedLine {
    int line = 0;
    std::string unit;  // as typed, or the official name once matched
    PlaceEntry entry;
    std::string replaces;  // who stood there before; empty: the place was free
    std::vector<base::Message> problems;
    std::vector<domain::Person> namesakes;  // choose one of them, or a new person
};

struct PastePreview {
    std::vector<PastedLine> lines;

    [[nodiscard]] int problems() const;
    [[nodiscard]] bool blocked() const { return lines.empty() || problems() > 0; }
};

[[nodiscard]] base::Result<PastePreview> preview_paste(Repositories& repositories, const Actor& actor,
                                                       domain::DossierId dossier, std::string_view text,
                                                       const PersonChoices& choices = {});

// How many places changed. Invalid when the preview is blocked.
[[nodiscard]] base::Result<int> paste_individuals(Repositories& repositories, const Actor& actor,
                                                  domain::DossierId dossier, std::string_view text,
                                                  const PersonChoices& choices = {});

}  // namespace app
