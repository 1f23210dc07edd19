#include "workflow/take.h"

#include <algorithm>

namespace workflow {
namespace {

using domain::Dossier;
using domain::User;

// A dossier belongs to the province: a grant for one unit, or without a scope, does not reach it.
bool acts_as(const User& user, Role role)
{
    return !user.disabled && std::any_of(user.grants.begin(), user.grants.end(), [&](const auto& grant) {
        return grant.role == role && grant.province;
    });
}

bool among(const std::vector<domain::UserId>& people, domain::UserId user)
{
    return std::find(people.begin(), people.end(), user) != people.end();
}

void add_once(std::vector<domain::UserId>& people, domain::UserId user)
{
    if (!among(people, user)) people.push_back(user);
}

bool nominated(const Dossier& dossier, const User& user, const NomineeFacts& facts)
{
    return dossier.created_by == user.id || among(facts.nominators, user.id);
}

std::optional<base::Error> duty_refusal(const Dossier& dossier, Duty duty, const User& user,
                                        const NomineeFacts& facts)
{
    const bool submitter = dossier.submitted_by == user.id;
    switch (duty) {
    case Duty::Anyone:
        return std::nullopt;
    case Duty::TheSubmitter:
        if (!submitter) return base::forbidden("Chỉ người đã trình hồ sơ mới thu hồi được.");
        return std::nullopt;
    case Duty::NotInvolved:
        if (dossier.appraised_by == user.id || among(facts.appraisers, user.id))
            return base::forbidden("Bạn đã thẩm định hồ sơ này nên không được tự phê duyệt.");
        if (!submitter && nominated(dossier, user, facts))
            return base::forbidden("Bạn đã đề cử trong hồ sơ này nên không được tự phê duyệt.");
        [[fallthrough]];
    case Duty::NotTheSubmitter:
        if (submitter)
            return base::forbidden("Bạn đã trình hồ sơ này nên không được tự xét; cần người khác.");
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<base::Error> precondition_refusal(const Dossier& dossier, Precondition precondition,
                                                const NomineeFacts& facts)
{
    switch (precondition) {
    case Precondition::None:
        return std::nullopt;
    case Precondition::HasNominees:
        if (facts.named == 0)
            return base::invalid("Hồ sơ chưa có ai được đề nghị. Hãy thêm ít nhất một tập thể hoặc cá nhân.");
        return std::nullopt;
    case Precondition::NobodyHasActed:
        if (dossier.handled) return base::conflict("Đã có người xử lý hồ sơ nên không thu hồi được nữa.");
        return std::nullopt;
    case Precondition::EveryNomineeHasVerdict:
        if (facts.without_verdict > 0)
            return base::invalid(
                {"Còn {} đối tượng chưa có ý kiến thẩm định.", {std::to_string(facts.without_verdict)}});
        return std::nullopt;
    case Precondition::SomebodyStands:
        if (facts.standing == 0)
            return base::invalid("Không còn đối tượng nào được đồng ý. Hãy trả lại hoặc từ chối hồ sơ.");
        return std::nullopt;
    }
    return std::nullopt;
}

// A step taken again must be taken by somebody again: what the earlier pass said no longer counts.
void begin_anew(Dossier& dossier)
{
    ++dossier.pass;
    dossier.appraised_by.reset();
    dossier.forwarded_by.reset();
}

void sign(Dossier& dossier, DossierAction action, const User& user, base::Instant now)
{
    switch (action) {
    case DossierAction::Submit:
        dossier.submitted_by = user.id;
        dossier.submitted_at = now;
        dossier.handled = false;
        return;
    case DossierAction::Return:
        begin_anew(dossier);
        [[fallthrough]];
    case DossierAction::Recall:
        if (dossier.state == DossierState::Draft) {
            dossier.submitted_by.reset();
            dossier.submitted_at.reset();
        }
        dossier.handled = action == DossierAction::Return;
        return;
    case DossierAction::Appraise:
        dossier.appraised_by = user.id;
        break;
    case DossierAction::Forward:
        dossier.forwarded_by = user.id;
        break;
    case DossierAction::Approve:
        dossier.approved_by = user.id;
        dossier.approved_at = now;
        break;
    case DossierAction::Reject:
    case DossierAction::Withdraw:
    case DossierAction::Decide:
        break;
    }
    dossier.handled = true;
}

}  // namespace

NomineeFacts facts_of(const std::vector<domain::Nominee>& nominees)
{
    NomineeFacts facts;
    for (const auto& nominee : nominees) {
        if (nominee.empty()) {
            ++facts.empty_places;
            continue;
        }
        ++facts.named;
        if (const auto* given = nominee.verdict_of(domain::VerdictStep::Appraiser))
            add_once(facts.appraisers, given->by);
        else
            ++facts.without_verdict;
        if (nominee.standing()) ++facts.standing;
        add_once(facts.nominators, nominee.added_by);
    }
    return facts;
}

std::optional<base::Error> refusal(const Dossier& dossier, DossierAction action, const User& user,
                                   const NomineeFacts& facts)
{
    const auto* line = transition(dossier.state, action);
    if (!line) return base::conflict("Hồ sơ đã chuyển sang bước khác nên việc này không làm được nữa.");
    if (!acts_as(user, line->role))
        return base::forbidden("Việc này thuộc vai trò khác, bạn không làm được.");
    if (auto error = duty_refusal(dossier, line->duty, user, facts)) return error;
    return precondition_refusal(dossier, line->precondition, facts);
}

std::vector<DossierAction> open_actions(const Dossier& dossier, const User& user, const NomineeFacts& facts)
{
    std::vector<DossierAction> open;
    for (const auto& line : transitions)
        if (line.from == dossier.state && !refusal(dossier, line.action, user, facts))
            open.push_back(line.action);
    return open;
}

base::Result<Taken> take(const Dossier& dossier, DossierAction action, const User& user, base::Instant now,
                         const std::string& reason, const NomineeFacts& facts)
{
    if (auto error = refusal(dossier, action, user, facts)) return *error;
    const auto& line = *transition(dossier.state, action);
    if (line.needs_reason && reason.empty()) return base::invalid("Hãy ghi lý do.", "reason");

    Taken taken{dossier,
                {dossier.id, action, line.from, line.to, user.id, user.name, user.post, now, reason}};
    taken.after.state = line.to;
    taken.after.state_since = now;
    taken.after.changed_by = user.id;
    taken.after.changed_by_name = user.name;
    taken.after.changed_at = now;
    sign(taken.after, action, user, now);
    return taken;
}

std::optional<domain::VerdictStep> verdict_step_in(DossierState state)
{
    switch (state) {
    case DossierState::Submitted:
        return domain::VerdictStep::Appraiser;
    case DossierState::Appraised:
        return domain::VerdictStep::Director;
    case DossierState::WithChair:
        return domain::VerdictStep::Chair;
    default:
        return std::nullopt;
    }
}

std::optional<Role> holder(DossierState state)
{
    for (const auto& line : transitions)
        if (line.from == state && line.action != DossierAction::Recall) return line.role;
    return std::nullopt;
}

std::optional<base::Error> verdict_refusal(const Dossier& dossier, domain::VerdictStep step, const User& user,
                                           const NomineeFacts& facts)
{
    if (verdict_step_in(dossier.state) != step)
        return base::conflict("Hồ sơ đã chuyển sang bước khác nên việc này không làm được nữa.");
    const auto action = step == domain::VerdictStep::Appraiser  ? DossierAction::Appraise
                        : step == domain::VerdictStep::Director ? DossierAction::Forward
                                                                : DossierAction::Approve;
    const auto& line = *transition(dossier.state, action);
    if (!acts_as(user, line.role)) return base::forbidden("Việc này thuộc vai trò khác, bạn không làm được.");
    return duty_refusal(dossier, line.duty, user, facts);
}

}  // namespace workflow
