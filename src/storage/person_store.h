// People on MariaDB; names are found by their folded column.
#pragma once

#include "app/person_repository.h"
#include "storage/connection.h"

namespace storage {

class PersonStore final : public app::PersonRepository {
public:
    explicit PersonStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] base::Result<domain::Person> find(domain::PersonId id) override;
    [[nodiscard]] domain::PersonId add(const domain::Person& person) override;
    [[nodiscard]] base::Result<void> save(const domain::Person& person) override;
    [[nodiscard]] std::vector<domain::Person> namesakes(std::string_view name, domain::UnitId unit) override;
    [[nodiscard]] std::vector<domain::Person> search(std::string_view words,
                                                     std::optional<domain::UnitId> unit, int limit) override;

private:
    Connection& connection_;
};

// "mr", "ms" or "".
[[nodiscard]] std::string_view honorific_code(domain::Honorific honorific);
[[nodiscard]] domain::Honorific honorific_from_code(std::string_view code);

}  // namespace storage
