#include "app/fill_individual_places.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/dossier_repository.h"
#include "app/dossier_texts.h"
#include "app/nominee_repository.h"
#include "app/person_repository.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace app {
namespace {

using domain::Nominee;

PlaceEntry tidied_row(PlaceEntry entry)
{
    entry.person = tidied(entry.person);
    entry.achievement = base::tidy(entry.achievement);
    return entry;
}

// The row as the page showed it, sent back untouched.
bool unchanged(const Nominee& place, const PlaceEntry& entry)
{
    if (entry.person.blank()) return place.empty() && entry.achievement == place.achievement;
    if (place.empty() || entry.person.new_person) return false;
    if (entry.person.existing && entry.person.existing != place.person) return false;
    return entry.person.name == place.person_name && entry.person.honorific == place.honorific &&
           entry.person.post == place.post && entry.achievement == place.achievement;
}

// A row whose name stayed keeps its person; another name means another person.
PersonEntry meant(const Nominee& place, PersonEntry person)
{
    if (!person.existing && !person.new_person && place.person && person.name == place.person_name)
        person.existing = place.person;
    return person;
}

struct Change {
    Nominee place;
    PlaceEntry entry;
};

std::string audited(const Nominee& place)
{
    nlohmann::ordered_json json{{"unit", place.unit_name}};
    if (place.person) {
        json["person"] = place.person->value;
        json["recipient"] = place.recipient();
        json["post"] = place.post;
    }
    if (!place.achievement.empty()) json["achievement"] = place.achievement;
    return json.dump();
}

class Filling {
public:
    Filling(Repositories& repositories, const Actor& actor, domain::DossierId dossier)
        : repositories_(repositories), actor_(actor), nominees_(repositories.nominees().of(dossier))
    {
    }

    // The rows that change something, and what is wrong with them.
    base::Result<std::vector<Change>> changes(const std::vector<PlaceEntry>& entries)
    {
        std::vector<Change> changes;
        for (const auto& raw : entries) {
            const auto entry = tidied_row(raw);
            const auto* place = find(entry.nominee);
            if (!place) return base::not_found("Không tìm thấy suất này trong hồ sơ.");
            if (!may_fill(actor_.user, place->unit))
                return base::forbidden("Bạn chỉ được điền suất của đơn vị mình.");
            if (!unchanged(*place, entry)) changes.push_back({*place, entry});
        }
        for (auto& change : changes)
            change.entry.person = meant(change.place, change.entry.person);
        return changes;
    }

    std::vector<PlaceProblem> problems(const std::vector<Change>& changes)
    {
        take_stock(changes);
        std::vector<PlaceProblem> problems;
        for (const auto& change : changes)
            if (auto problem = problem_of(change)) problems.push_back(std::move(*problem));
        return problems;
    }

    base::Result<void> store(const Change& change)
    {
        auto place = change.place;
        place.version = change.entry.seen;
        place.achievement = change.entry.achievement;
        if (auto put = put_person(change, place); !put) return put;
        // A new post for the same person does not make its writer the nominator: whoever named the person may not approve.
        if (place.person != change.place.person) place.added_by = actor_.user.id;
        place.added_by_name = actor_.user.name;
        place.added_at = actor_.now;
        if (auto saved = repositories_.nominees().save(place); !saved) return saved;
        repositories_.audit().append(actor_, {.stream = dossier_stream(place.dossier),
                                              .action = "place.filled",
                                              .subject = place.unit_name,
                                              .before = audited(change.place),
                                              .after = audited(place),
                                              .reason = {}});
        return {};
    }

    // Frees the person of a place before somebody else's row takes that person over.
    base::Result<void> vacate(Change& change)
    {
        if (!change.place.person) return {};
        auto empty = change.place;
        empty.version = change.entry.seen;
        empty.person.reset();
        if (auto saved = repositories_.nominees().save(empty); !saved) return saved;
        ++change.entry.seen;
        return {};
    }

private:
    const Nominee* find(domain::NomineeId id) const
    {
        const auto found = std::find_if(nominees_.begin(), nominees_.end(), [&](const Nominee& nominee) {
            return nominee.id == id && nominee.source == domain::NomineeSource::Place;
        });
        return found == nominees_.end() ? nullptr : &*found;
    }

    // Who is in the dossier once the changes are in: persons by id, and names of new people by unit.
    void take_stock(const std::vector<Change>& changes)
    {
        std::set<domain::NomineeId> changed;
        for (const auto& change : changes) {
            changed.insert(change.place.id);
            const auto& person = change.entry.person;
            if (person.existing)
                ++persons_[*person.existing];
            else if (!person.name.empty())
                ++names_[{change.place.unit, base::folded(person.name)}];
        }
        for (const auto& nominee : nominees_)
            if (nominee.person && !changed.contains(nominee.id)) ++persons_[*nominee.person];
    }

    std::optional<PlaceProblem> problem_of(const Change& change)
    {
        const auto& place = change.place;
        const auto& entry = change.entry;
        const auto problem = [&](std::string field, base::Message message,
                                 std::vector<domain::Person> namesakes = {}) {
            return PlaceProblem{place.id, std::move(field), std::move(message), std::move(namesakes)};
        };
        if (place.version != entry.seen)
            return problem("", {"{} đã được {} sửa lúc {}. Hãy tải lại trang để xem bản mới nhất.",
                                {place.recipient(), place.added_by_name, place.added_at.vietnamese()}});
        if (base::length(entry.achievement) > longest_achievement)
            return problem("achievement", "Thành tích không được dài quá 1000 ký tự.");
        if (entry.person.blank()) return std::nullopt;
        if (auto fault = entry_fault(entry.person)) return problem(fault->field, fault->message);
        if (entry.person.existing) {
            const auto person = repositories_.people().find(*entry.person.existing);
            if (!person) return problem("person", person.error().message);
            if (base::folded(person->name) != base::folded(entry.person.name))
                return problem("name", {"Tên đã ghi khác tên của người được chọn, {}.", {person->name}});
            if (persons_[*entry.person.existing] > 1)
                return problem("name", "Người này đã có trong hồ sơ; một người chỉ được đề nghị một lần.");
            return std::nullopt;
        }
        if (names_[{place.unit, base::folded(entry.person.name)}] > 1 && !entry.person.new_person)
            return problem("name", "Tên này được ghi cho hai suất của cùng đơn vị.");
        if (auto people = namesakes_of(repositories_, entry.person, place.unit); !people.empty())
            return problem("person",
                           {"Đơn vị đã có người tên {}. Hãy chọn đúng người, hoặc xác nhận là người khác.",
                            {entry.person.name}},
                           std::move(people));
        return std::nullopt;
    }

    base::Result<void> put_person(const Change& change, Nominee& place)
    {
        if (change.entry.person.blank()) {
            place.person.reset();
            place.honorific = domain::Honorific::Unknown;
            place.person_name.clear();
            place.post.clear();
            return {};
        }
        const auto person = choose_person(repositories_, actor_, change.entry.person, place.unit);
        if (!person) return person.error();
        place.person = person->id;
        place.honorific = person->honorific;
        // An existing person keeps the registered spelling of the name.
        place.person_name = person->name;
        place.post = person->post;
        return {};
    }

    Repositories& repositories_;
    const Actor& actor_;
    std::vector<Nominee> nominees_;
    std::map<domain::PersonId, int> persons_;
    std::map<std::pair<domain::UnitId, std::string>, int> names_;
};

}  // namespace

bool may_fill(const domain::User& user, domain::UnitId unit)
{
    return rights::allowed(user, rights::Permission::Nominate) ||
           rights::allowed(user, rights::Permission::NominateOwnUnit, unit);
}

std::vector<Nominee> fillable_places(Repositories& repositories, const Actor& actor,
                                     domain::DossierId dossier)
{
    auto nominees = repositories.nominees().of(dossier);
    std::erase_if(nominees, [&](const Nominee& nominee) {
        return nominee.source != domain::NomineeSource::Place || !may_fill(actor.user, nominee.unit);
    });
    return nominees;
}

base::Result<std::vector<PlaceProblem>> place_problems(Repositories& repositories, const Actor& actor,
                                                       domain::DossierId dossier,
                                                       const std::vector<PlaceEntry>& entries)
{
    Filling filling(repositories, actor, dossier);
    const auto changes = filling.changes(entries);
    if (!changes) return changes.error();
    return filling.problems(*changes);
}

base::Result<int> fill_individual_places(Repositories& repositories, const Actor& actor,
                                         domain::DossierId dossier, const std::vector<PlaceEntry>& entries)
{
    if (auto touched = repositories.dossiers().touch_draft(dossier, actor); !touched) return touched.error();
    Filling filling(repositories, actor, dossier);
    auto changes = filling.changes(entries);
    if (!changes) return changes.error();
    if (const auto problems = filling.problems(*changes); !problems.empty())
        return base::invalid({"Còn {} dòng cần sửa; chưa lưu dòng nào.", {std::to_string(problems.size())}});
    for (auto& change : *changes)
        if (auto vacated = filling.vacate(change); !vacated) return vacated.error();
    for (const auto& change : *changes)
        if (auto stored = filling.store(change); !stored) return stored.error();
    return static_cast<int>(changes->size());
}

}  // namespace app
