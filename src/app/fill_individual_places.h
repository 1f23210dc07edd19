// Naming the people for the individual places of a draft: one table of all units for an officer, the own unit's rows for
// a proposing unit. Everything that was sent is stored, or nothing is.
#pragma once

#include "app/actor.h"
#include "app/choose_person.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/nominee.h"

#include <string>
#include <vector>

namespace app {

// One row of the table. A blank person empties the place.
struct PlaceEntry {
    domain::NomineeId nominee;
    int seen = 0;  // the version the page showed
    PersonEntry person;
    std::string achievement;  // empty: the dossier's default citation
};

struct PlaceProblem {
    domain::NomineeId nominee;
    std::string field;  // "honorific", "name", "post", "achievement", "person" or empty for the row
    base::Message message;
    std::vector<domain::Person> namesakes;  // of "person": who could be meant
};

// What stands against storing the entries; rows that change nothing are never a problem.
[[nodiscard]] base::Result<std::vector<PlaceProblem>> place_problems(Repositories& repositories,
                                                                     const Actor& actor,
                                                                     domain::DossierId dossier,
                                                                     const std::vector<PlaceEntry>& entries);

// How many places changed. Invalid when place_problems finds any.
[[nodiscard]] base::Result<int> fill_individual_places(Repositories& repositories, const Actor& actor,
                                                       domain::DossierId dossier,
                                                       const std::vector<PlaceEntry>& entries);

// The individual places this person may fill: all with the province's scope, else the own units'.
[[nodiscard]] std::vector<domain::Nominee> fillable_places(Repositories& repositories, const Actor& actor,
                                                           domain::DossierId dossier);
[[nodiscard]] bool may_fill(const domain::User& user, domain::UnitId unit);

}  // namespace app
