// Who is meant by what an officer typed or picked. A typed name alone never decides: when the unit already has somebody
// whose name reads the same, the officer says whether it is that person or a namesake.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/person.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct PersonEntry {
    domain::Honorific honorific = domain::Honorific::Unknown;
    std::string name;
    std::string post;
    std::optional<domain::PersonId> existing;  // picked by the officer
    bool new_person = false;                   // "another person of the same name"

    [[nodiscard]] bool blank() const { return name.empty() && post.empty() && !existing; }
};

// What is wrong with the entry's own texts; the field is "honorific", "name" or "post".
[[nodiscard]] std::optional<base::Error> entry_fault(const PersonEntry& entry);

// The people of the unit the name could mean; empty when nothing has to be asked.
[[nodiscard]] std::vector<domain::Person> namesakes_of(Repositories& repositories, const PersonEntry& entry,
                                                       domain::UnitId unit);

// The person, added or brought up to date with honorific, post and unit. Invalid on the field "person" when the officer
// has to choose among namesakes first.
[[nodiscard]] base::Result<domain::Person> choose_person(Repositories& repositories, const Actor& actor,
                                                         const PersonEntry& entry, domain::UnitId unit);

// Texts tidied.
[[nodiscard]] PersonEntry tidied(PersonEntry entry);

}  // namespace app
