#include "app/choose_person.h"

#include "app/audit_trail.h"
#include "app/dossier_texts.h"
#include "app/person_repository.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

std::string audited(const domain::Person& person)
{
    return nlohmann::ordered_json{{"honorific", std::string(domain::honorific_word(person.honorific))},
                                  {"name", person.name},
                                  {"post", person.post},
                                  {"unit", person.unit.value}}
        .dump();
}

void audit(Repositories& repositories, const Actor& actor, const std::string& action,
           const domain::Person& person, const std::string& before)
{
    repositories.audit().append(actor, {.stream = "person/" + person.id.text(),
                                        .action = action,
                                        .subject = person.name,
                                        .before = before,
                                        .after = audited(person),
                                        .reason = {}});
}

base::Result<domain::Person> brought_up_to_date(Repositories& repositories, const Actor& actor,
                                                const PersonEntry& entry, domain::UnitId unit)
{
    auto person = repositories.people().find(*entry.existing);
    if (!person) return person;
    auto now = *person;
    now.honorific = entry.honorific;
    now.post = entry.post;
    now.unit = unit;
    if (now == *person) return person;
    if (auto saved = repositories.people().save(now); !saved) return saved.error();
    audit(repositories, actor, "person.changed", now, audited(*person));
    ++now.version;
    return now;
}

}  // namespace

PersonEntry tidied(PersonEntry entry)
{
    entry.name = base::tidy(entry.name);
    entry.post = base::tidy(entry.post);
    return entry;
}

std::optional<base::Error> entry_fault(const PersonEntry& entry)
{
    if (entry.name.empty()) return base::invalid("Hãy ghi họ và tên.", "name");
    if (base::length(entry.name) > longest_name)
        return base::invalid("Họ và tên không được dài quá 200 ký tự.", "name");
    if (std::any_of(entry.name.begin(), entry.name.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return base::invalid("Họ và tên không được có chữ số.", "name");
    if (base::folded(entry.name).find(' ') == std::string::npos)
        return base::invalid("Hãy ghi đủ họ và tên.", "name");
    if (entry.honorific == domain::Honorific::Unknown)
        return base::invalid("Hãy chọn Ông hoặc Bà.", "honorific");
    if (entry.post.empty()) return base::invalid("Hãy ghi chức vụ.", "post");
    if (base::length(entry.post) > longest_name)
        return base::invalid("Chức vụ không được dài quá 200 ký tự.", "post");
    return std::nullopt;
}

std::vector<domain::Person> namesakes_of(Repositories& repositories, const PersonEntry& entry,
                                         domain::UnitId unit)
{
    if (entry.existing || entry.new_person || entry.name.empty()) return {};
    return repositories.people().namesakes(entry.name, unit);
}

base::Result<domain::Person> choose_person(Repositories& repositories, const Actor& actor,
                                           const PersonEntry& entry, domain::UnitId unit)
{
    if (auto fault = entry_fault(entry)) return *fault;
    if (entry.existing) return brought_up_to_date(repositories, actor, entry, unit);
    if (!namesakes_of(repositories, entry, unit).empty())
        return base::invalid(
            {"Đơn vị đã có người tên {}. Hãy chọn đúng người, hoặc xác nhận là người khác.", {entry.name}},
            "person");
    domain::Person person{{}, entry.honorific, entry.name, entry.post, unit, 1};
    person.id = repositories.people().add(person);
    audit(repositories, actor, "person.added", person, {});
    return person;
}

}  // namespace app
