#include "storage/person_store.h"

#include "base/text.h"

namespace storage {
namespace {

domain::Person person_of(Rows& rows)
{
    domain::Person person;
    person.id = rows.id<domain::PersonId>(1);
    person.honorific = honorific_from_code(rows.text(2));
    person.name = rows.text(3);
    person.post = rows.text(4);
    person.unit = rows.id<domain::UnitId>(5);
    person.version = static_cast<int>(rows.integer(6));
    return person;
}

std::vector<domain::Person> all_of(Rows rows)
{
    std::vector<domain::Person> people;
    while (rows.next())
        people.push_back(person_of(rows));
    return people;
}

}  // namespace

std::string_view honorific_code(domain::Honorific honorific)
{
    switch (honorific) {
    case domain::Honorific::Mr:
        return "mr";
    case domain::Honorific::Ms:
        return "ms";
    case domain::Honorific::Unknown:
        break;
    }
    return "";
}

domain::Honorific honorific_from_code(std::string_view code)
{
    if (code == "mr") return domain::Honorific::Mr;
    if (code == "ms") return domain::Honorific::Ms;
    return domain::Honorific::Unknown;
}

constexpr std::string_view find_person = R"sql(
SELECT id, honorific, name, post, unit_id, version FROM person WHERE id = ?)sql";

base::Result<domain::Person> PersonStore::find(domain::PersonId id)
{
    auto rows = connection_.query(find_person, {id});
    if (!rows.next()) return base::not_found("Không tìm thấy người này trong hệ thống.");
    return person_of(rows);
}

constexpr std::string_view insert_person = R"sql(
INSERT INTO person (honorific, name, name_folded, name_key, post, unit_id) VALUES (?, ?, ?, ?, ?, ?))sql";

domain::PersonId PersonStore::add(const domain::Person& person)
{
    connection_.execute(insert_person,
                        {honorific_code(person.honorific), person.name, Bytes{base::folded(person.name)},
                         Bytes{base::name_key(person.name)}, person.post, person.unit});
    return {connection_.last_insert_id()};
}

constexpr std::string_view update_person = R"sql(
UPDATE person SET honorific = ?, name = ?, name_folded = ?, name_key = ?, post = ?, unit_id = ?, version = version + 1
WHERE id = ? AND version = ?)sql";

base::Result<void> PersonStore::save(const domain::Person& person)
{
    const auto matched = connection_.execute(update_person, {honorific_code(person.honorific), person.name,
                                                             Bytes{base::folded(person.name)},
                                                             Bytes{base::name_key(person.name)}, person.post,
                                                             person.unit, person.id, person.version});
    if (matched == 0)
        return base::conflict("Thông tin của người này vừa được người khác sửa. Hãy tải lại trang.");
    return {};
}

constexpr std::string_view select_namesakes = R"sql(
SELECT id, honorific, name, post, unit_id, version FROM person
WHERE unit_id = ? AND name_folded = ? ORDER BY id)sql";

std::vector<domain::Person> PersonStore::namesakes(std::string_view name, domain::UnitId unit)
{
    return all_of(connection_.query(select_namesakes, {unit, Bytes{base::folded(name)}}));
}

constexpr std::string_view search_people = R"sql(
SELECT id, honorific, name, post, unit_id, version FROM person
WHERE name_folded LIKE ? AND (? = 0 OR unit_id = ?) ORDER BY name_key, id LIMIT ?)sql";

std::vector<domain::Person> PersonStore::search(std::string_view words, std::optional<domain::UnitId> unit,
                                                int limit)
{
    // Folded text holds letters, digits and spaces only, so it can't carry a wildcard of its own.
    const auto scope = unit ? unit->value : 0;
    return all_of(
        connection_.query(search_people, {Bytes{"%" + base::folded(words) + "%"}, scope, scope, limit}));
}

}  // namespace storage
