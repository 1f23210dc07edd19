#include "app/view_dossier.h"

#include "access/permission.h"
#include "app/dossier_repository.h"
#include "app/dossier_texts.h"
#include "app/nominee_repository.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/run_repository.h"
#include "app/user_repository.h"
#include "rules/reward.h"

#include <algorithm>

namespace app {
namespace {

using domain::DossierAction;
using domain::DossierState;

constexpr int most_changes = 100;

base::Error may_not_see()
{
    return base::forbidden("Bạn không có quyền xem hồ sơ khen thưởng.");
}

bool may_see(const domain::User& user)
{
    return rights::allowed(user, rights::Permission::ViewDossiers);
}

// Until a decision is dated the money is an estimate: by the day of the conference, or by today.
base::Date money_day(const domain::Round& round, const Actor& actor)
{
    return round.conference_date.value_or(actor.now.date());
}

std::optional<std::int64_t> amount(const domain::Reference& reference, const std::string& award,
                                   domain::RecipientKind kind, const base::Date& day)
{
    const auto reward = rules::reward_of(reference, award, domain::subject_of(kind), day);
    return reward ? std::optional(reward->paid) : std::nullopt;
}

std::string name_of(Repositories& repositories, const std::optional<domain::UserId>& id)
{
    if (!id) return {};
    const auto user = repositories.users().find(*id);
    return user ? user->name : std::string();
}

std::optional<Origin> origin_of(Repositories& repositories, const domain::Dossier& dossier)
{
    if (!dossier.run) return std::nullopt;
    for (const auto& run : repositories.runs().of_round(dossier.round)) {
        if (run.id != *dossier.run) continue;
        return Origin{run.number, run.rule_version, run.rule_name,
                      repositories.publications().find(run.publication)};
    }
    return std::nullopt;
}

std::vector<StoredAuditEntry> changes_of(Repositories& repositories, domain::DossierId id)
{
    AuditFilter filter;
    filter.stream = dossier_stream(id);
    filter.limit = most_changes;
    auto entries = repositories.audit().find(filter);
    // The steps have their own history.
    std::erase_if(entries, [](const StoredAuditEntry& stored) {
        return stored.entry.action.starts_with("dossier.") && stored.entry.action != "dossier.created" &&
               stored.entry.action != "dossier.edited";
    });
    return entries;
}

std::map<domain::NomineeId, domain::NomineeVerdict> said_before(Repositories& repositories,
                                                                const domain::Dossier& dossier)
{
    std::map<domain::NomineeId, domain::NomineeVerdict> said;
    const auto step = workflow::verdict_step_in(dossier.state);
    if (!step || dossier.pass == 1) return said;
    for (auto& verdict : repositories.nominees().verdicts_of(dossier.id))
        if (verdict.step == *step && verdict.pass == dossier.pass - 1)
            said.insert_or_assign(verdict.nominee, std::move(verdict));
    return said;
}

int count_refused(const std::vector<domain::Nominee>& nominees)
{
    return static_cast<int>(std::count_if(nominees.begin(), nominees.end(),
                                          [](const auto& nominee) { return nominee.refused(); }));
}

bool holds(const domain::User& user, domain::DossierState state)
{
    const auto holder = workflow::holder(state);
    return holder && std::any_of(user.grants.begin(), user.grants.end(),
                                 [&](const auto& grant) { return grant.role == *holder && grant.province; });
}

base::Result<DossierLine> line_of(Repositories& repositories, const Actor& actor,
                                  const domain::Reference& reference, const domain::Dossier& dossier)
{
    const auto round = repositories.rounds().find(dossier.round);
    if (!round) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    const auto nominees = repositories.nominees().of(dossier.id);
    DossierLine line{dossier, workflow::facts_of(nominees), count_refused(nominees), 0, {}};
    line.money = total_money(award_groups(reference, nominees, money_day(*round, actor)));
    if (const auto next = next_action(dossier.state)) {
        auto refusal = workflow::refusal(dossier, *next, actor.user, line.facts);
        // What is only not finished yet is no lock: the work is still this person's.
        if (refusal && refusal->kind == base::ErrorKind::Forbidden && holds(actor.user, dossier.state))
            line.lock = std::move(refusal);
    }
    return line;
}

base::Result<std::vector<DossierLine>> lines_of(Repositories& repositories, const Actor& actor,
                                                const domain::Reference& reference,
                                                const DossierFilter& filter)
{
    if (!may_see(actor.user)) return may_not_see();
    std::vector<DossierLine> lines;
    for (const auto& dossier : repositories.dossiers().list(filter)) {
        auto line = line_of(repositories, actor, reference, dossier);
        if (!line) return line.error();
        lines.push_back(std::move(*line));
    }
    return lines;
}

}  // namespace

std::vector<AwardGroup> award_groups(const domain::Reference& reference,
                                     const std::vector<domain::Nominee>& nominees, const base::Date& day)
{
    std::vector<AwardGroup> groups;
    for (const auto& nominee : nominees) {
        if (groups.empty() || groups.back().award != nominee.award || groups.back().kind != nominee.kind) {
            const auto* award = reference.award(nominee.award, day);
            if (!award) award = reference.award(nominee.award);
            AwardGroup group;
            group.award = nominee.award;
            group.award_name = award ? award->name : nominee.award;
            if (award) group.award_english = award->english;
            group.kind = nominee.kind;
            group.each = amount(reference, nominee.award, nominee.kind, day);
            groups.push_back(std::move(group));
        }
        auto& group = groups.back();
        if (nominee.standing()) ++group.standing;
        if (nominee.empty()) ++group.empty_places;
        group.nominees.push_back(nominee);
    }
    for (auto& group : groups)
        group.total = group.standing * group.each.value_or(0);
    return groups;
}

std::int64_t total_money(const std::vector<AwardGroup>& groups)
{
    std::int64_t total = 0;
    for (const auto& group : groups)
        total += group.total;
    return total;
}

std::vector<domain::Nominee> DossierView::nominees() const
{
    std::vector<domain::Nominee> all;
    for (const auto& group : groups)
        all.insert(all.end(), group.nominees.begin(), group.nominees.end());
    return all;
}

bool DossierView::can(DossierAction action) const
{
    return std::find(open.begin(), open.end(), action) != open.end();
}

base::Result<DossierView> view_dossier(Repositories& repositories, const Actor& actor,
                                       const domain::Reference& reference, domain::DossierId id)
{
    if (!may_see(actor.user)) return may_not_see();
    const auto dossier = repositories.dossiers().find(id);
    if (!dossier) return dossier.error();
    const auto round = repositories.rounds().find(dossier->round);
    if (!round) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    const auto nominees = repositories.nominees().of(id);

    DossierView view;
    view.dossier = *dossier;
    view.round = *round;
    view.origin = origin_of(repositories, *dossier);
    view.money_day = money_day(*round, actor);
    view.groups = award_groups(reference, nominees, view.money_day);
    view.total = total_money(view.groups);
    view.facts = workflow::facts_of(nominees);
    view.refused = count_refused(nominees);
    view.checks = nominee_checks(repositories, *dossier, *round, nominees);
    view.said_before = said_before(repositories, *dossier);
    view.history = repositories.dossiers().history(id);
    view.changes = changes_of(repositories, id);
    view.open = workflow::open_actions(*dossier, actor.user, view.facts);
    for (const auto& nominee : nominees)
        if (actor.user.unit && nominee.unit == *actor.user.unit && !nominee.empty())
            view.own_unit.push_back(nominee);
    view.created_by_name = name_of(repositories, dossier->created_by);
    view.submitted_by_name = name_of(repositories, dossier->submitted_by);
    view.appraised_by_name = name_of(repositories, dossier->appraised_by);
    view.forwarded_by_name = name_of(repositories, dossier->forwarded_by);
    return view;
}

namespace {

OwnPart own_part(Repositories& repositories, const rights::Reach& reach, const domain::Dossier& dossier)
{
    OwnPart part{dossier, {}, repositories.nominees().of(dossier.id)};
    std::erase_if(part.nominees, [&](const domain::Nominee& nominee) { return !reach.covers(nominee.unit); });
    return part;
}

}  // namespace

base::Result<OwnPart> view_own_part(Repositories& repositories, const Actor& actor, domain::DossierId id)
{
    const auto dossier = repositories.dossiers().find(id);
    if (!dossier) return dossier.error();
    auto part =
        own_part(repositories, rights::reach(actor.user, rights::Permission::NominateOwnUnit), *dossier);
    if (part.nominees.empty()) return base::forbidden("Đơn vị của bạn không có ai trong hồ sơ này.");
    part.history = repositories.dossiers().history(id);
    return part;
}

std::vector<OwnPart> list_own_parts(Repositories& repositories, const Actor& actor, int newest)
{
    DossierFilter filter;
    for (const auto state : domain::dossier_states)
        if (state != DossierState::Draft) filter.states.push_back(state);
    filter.limit = newest;
    const auto reach = rights::reach(actor.user, rights::Permission::NominateOwnUnit);
    std::vector<OwnPart> parts;
    for (const auto& dossier : repositories.dossiers().list(filter)) {
        auto part = own_part(repositories, reach, dossier);
        if (!part.nominees.empty()) parts.push_back(std::move(part));
    }
    return parts;
}

std::optional<DossierAction> next_action(DossierState state)
{
    switch (state) {
    case DossierState::Draft:
        return DossierAction::Submit;
    case DossierState::Submitted:
        return DossierAction::Appraise;
    case DossierState::Appraised:
        return DossierAction::Forward;
    case DossierState::WithChair:
        return DossierAction::Approve;
    case DossierState::Approved:
        return DossierAction::Decide;
    case DossierState::Rejected:
    case DossierState::Decided:
    case DossierState::Withdrawn:
        return std::nullopt;
    }
    return std::nullopt;
}

base::Result<DossierPage> list_dossiers(Repositories& repositories, const Actor& actor,
                                        const domain::Reference& reference, std::optional<DossierState> state,
                                        int page, int size)
{
    DossierFilter filter;
    if (state) filter.states = {*state};
    filter.limit = size;
    filter.offset = (page - 1) * size;
    auto lines = lines_of(repositories, actor, reference, filter);
    if (!lines) return lines.error();
    return DossierPage{std::move(*lines), repositories.dossiers().count(filter)};
}

base::Result<std::vector<DossierLine>> view_desk(Repositories& repositories, const Actor& actor,
                                                 const domain::Reference& reference)
{
    DossierFilter filter;
    filter.oldest_first = true;
    for (const auto state : domain::dossier_states)
        if (state != DossierState::Draft && holds(actor.user, state)) filter.states.push_back(state);
    if (filter.states.empty()) return std::vector<DossierLine>();
    return lines_of(repositories, actor, reference, filter);
}

}  // namespace app
