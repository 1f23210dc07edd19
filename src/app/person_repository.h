// The people who were ever nominated.
#pragma once

#include "base/result.h"
#include "domain/person.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class PersonRepository {
public:
    virtual ~PersonRepository() = default;

    [[nodiscard]] virtual base::Result<domain::Person> find(domain::PersonId id) = 0;
    [[nodiscard]] virtual domain::PersonId add(const domain::Person& person) = 0;
    // Conflict when `person.version` is not the stored one.
    [[nodiscard]] virtual base::Result<void> save(const domain::Person& person) = 0;

    // Everyone of that unit whose name reads the same without marks and case. Offered to the officer, never merged.
    [[nodiscard]] virtual std::vector<domain::Person> namesakes(std::string_view name,
                                                                domain::UnitId unit) = 0;
    // Names that contain the words, marks and case ignored, by given name; of one unit or of all.
    [[nodiscard]] virtual std::vector<domain::Person>
    search(std::string_view words, std::optional<domain::UnitId> unit, int limit) = 0;
};

}  // namespace app
