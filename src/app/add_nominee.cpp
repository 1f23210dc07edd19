#include "app/add_nominee.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/dossier_repository.h"
#include "app/dossier_texts.h"
#include "app/nominee_repository.h"
#include "app/unit_repository.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

base::Error may_not()
{
    return base::forbidden("Bạn không có quyền sửa danh sách đề nghị khen thưởng.");
}

std::optional<base::Error> text_fault(const std::string& reason, const std::string& achievement)
{
    if (reason.empty()) return base::invalid("Hãy ghi lý do đề nghị.", "reason");
    if (base::length(reason) > longest_reason)
        return base::invalid("Lý do không được dài quá 2000 ký tự.", "reason");
    if (base::length(achievement) > longest_achievement)
        return base::invalid("Thành tích không được dài quá 1000 ký tự.", "achievement");
    return std::nullopt;
}

bool can_hold(const domain::Reference& reference, const std::string& award, domain::RecipientKind kind,
              const base::Date& day)
{
    const auto* found = reference.award(award, day);
    return found && std::find(found->recipients.begin(), found->recipients.end(), domain::subject_of(kind)) !=
                        found->recipients.end();
}

// Behind the last of the same award and kind; an award that is new in the dossier comes after all others.
int position_for(const std::vector<domain::Nominee>& nominees, const std::string& award,
                 domain::RecipientKind kind)
{
    int order = 0;
    bool known = false;
    for (const auto& nominee : nominees) {
        const int its_order = nominee.position / positions_of_award;
        if (nominee.award == award) {
            order = its_order;
            known = true;
        } else if (!known) {
            order = std::max(order, its_order + 1);
        }
    }
    int position = first_position(order, kind);
    for (const auto& nominee : nominees)
        if (nominee.award == award && nominee.kind == kind)
            position = std::max(position, nominee.position + 1);
    return position;
}

std::string audited(const domain::Nominee& nominee)
{
    nlohmann::ordered_json json{{"nominee", nominee.id.value},
                                {"award", nominee.award},
                                {"recipient", nominee.recipient()},
                                {"unit", nominee.unit_name}};
    if (nominee.person) json["person"] = nominee.person->value;
    if (!nominee.post.empty()) json["post"] = nominee.post;
    if (!nominee.achievement.empty()) json["achievement"] = nominee.achievement;
    return json.dump();
}

void audit(Repositories& repositories, const Actor& actor, const char* action, const std::string& subject,
           const domain::Nominee& nominee, std::string before, std::string after, std::string reason)
{
    repositories.audit().append(actor, {.stream = dossier_stream(nominee.dossier),
                                        .action = action,
                                        .subject = subject,
                                        .before = std::move(before),
                                        .after = std::move(after),
                                        .reason = std::move(reason)});
}

domain::Nominee nominee_from(const Actor& actor, const FreeNomination& nomination, const domain::Unit& unit)
{
    domain::Nominee nominee;
    nominee.dossier = nomination.dossier;
    nominee.award = nomination.award;
    nominee.kind = nomination.kind;
    nominee.source = domain::NomineeSource::Free;
    nominee.unit = unit.id;
    nominee.unit_name = unit.official_name;
    nominee.reason = base::tidy(nomination.reason);
    nominee.achievement = base::tidy(nomination.achievement);
    nominee.added_by = actor.user.id;
    nominee.added_by_name = actor.user.name;
    nominee.added_at = actor.now;
    return nominee;
}

base::Result<void> put_person(Repositories& repositories, const Actor& actor, const PersonEntry& entry,
                              domain::Nominee& nominee)
{
    const auto person = choose_person(repositories, actor, tidied(entry), nominee.unit);
    if (!person) return person.error();
    nominee.person = person->id;
    nominee.honorific = person->honorific;
    nominee.person_name = person->name;
    nominee.post = person->post;
    return {};
}

// A nominee of a draft, locked, as the page showed it.
base::Result<domain::Nominee> editable(Repositories& repositories, const Actor& actor, domain::NomineeId id,
                                       int seen)
{
    if (!rights::allowed(actor.user, rights::Permission::Nominate)) return may_not();
    auto nominee = repositories.nominees().find(id);
    if (!nominee) return nominee;
    nominee->version = seen;
    if (auto touched = repositories.dossiers().touch_draft(nominee->dossier, actor); !touched)
        return touched.error();
    return nominee;
}

}  // namespace

base::Result<domain::NomineeId> add_nominee(Repositories& repositories, const Actor& actor,
                                            const domain::Reference& reference,
                                            const FreeNomination& nomination)
{
    if (!rights::allowed(actor.user, rights::Permission::Nominate)) return may_not();
    const auto unit = repositories.units().find(nomination.unit);
    if (!unit) return base::invalid("Hãy chọn đơn vị.", "unit");
    auto nominee = nominee_from(actor, nomination, *unit);
    if (!can_hold(reference, nomination.award, nomination.kind, actor.now.date()))
        return base::invalid("Hãy chọn hình thức khen thưởng phù hợp với đối tượng.", "award");
    if (auto fault = text_fault(nominee.reason, nominee.achievement)) return *fault;
    if (auto touched = repositories.dossiers().touch_draft(nomination.dossier, actor); !touched)
        return touched.error();

    const auto nominees = repositories.nominees().of(nomination.dossier);
    nominee.position = position_for(nominees, nominee.award, nominee.kind);
    if (nominee.kind == domain::RecipientKind::Individual) {
        if (auto put = put_person(repositories, actor, nomination.person, nominee); !put) return put.error();
    }
    const auto id = repositories.nominees().add(nominee);
    if (!id) return id;
    nominee.id = *id;
    audit(repositories, actor, "nominee.added", nominee.recipient(), nominee, {}, audited(nominee),
          nominee.reason);
    return id;
}

base::Result<void> remove_nominee(Repositories& repositories, const Actor& actor, domain::NomineeId id,
                                  int seen, const std::string& reason)
{
    const auto why = base::tidy(reason);
    if (why.empty()) return base::invalid("Hãy ghi lý do.", "reason");
    if (base::length(why) > longest_reason)
        return base::invalid("Lý do không được dài quá 2000 ký tự.", "reason");
    const auto nominee = editable(repositories, actor, id, seen);
    if (!nominee) return nominee.error();
    auto after = *nominee;
    if (nominee->source == domain::NomineeSource::Place) {
        after.person.reset();
        after.honorific = domain::Honorific::Unknown;
        after.person_name.clear();
        after.post.clear();
        after.achievement.clear();
        after.added_by = actor.user.id;
        after.added_by_name = actor.user.name;
        after.added_at = actor.now;
        if (auto saved = repositories.nominees().save(after); !saved) return saved;
    } else if (auto removed = repositories.nominees().remove(*nominee); !removed) {
        return removed;
    }
    audit(repositories, actor, "nominee.removed", nominee->recipient(), *nominee, audited(*nominee), {}, why);
    return {};
}

base::Result<void> change_achievement(Repositories& repositories, const Actor& actor, domain::NomineeId id,
                                      int seen, const std::string& achievement)
{
    const auto text = base::tidy(achievement);
    if (base::length(text) > longest_achievement)
        return base::invalid("Thành tích không được dài quá 1000 ký tự.", "achievement");
    auto nominee = editable(repositories, actor, id, seen);
    if (!nominee) return nominee.error();
    if (nominee->achievement == text) return {};
    const auto before = audited(*nominee);
    nominee->achievement = text;
    if (auto saved = repositories.nominees().save(*nominee); !saved) return saved;
    audit(repositories, actor, "nominee.changed", nominee->recipient(), *nominee, before, audited(*nominee),
          {});
    return {};
}

}  // namespace app
