#include "app/dossier_steps.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/dossier_repository.h"
#include "app/dossier_texts.h"
#include "app/nominee_repository.h"
#include "base/text.h"
#include "workflow/take.h"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using domain::Dossier;
using domain::DossierAction;
using domain::DossierState;

rights::Permission permission_of(DossierAction action, DossierState from)
{
    switch (action) {
    case DossierAction::Submit:
    case DossierAction::Recall:
    case DossierAction::Withdraw:
        return rights::Permission::SubmitDossier;
    case DossierAction::Appraise:
        return rights::Permission::AppraiseDossier;
    case DossierAction::Return:
        return from == DossierState::WithChair ? rights::Permission::ApproveDossier
                                               : rights::Permission::AppraiseDossier;
    case DossierAction::Forward:
        return rights::Permission::ForwardDossier;
    case DossierAction::Approve:
    case DossierAction::Reject:
        return rights::Permission::ApproveDossier;
    case DossierAction::Decide:
        return rights::Permission::NumberDecision;
    }
    return rights::Permission::ManageSettings;
}

std::string audited(const Dossier& dossier)
{
    return nlohmann::ordered_json{{"state", std::string(domain::state_code(dossier.state))},
                                  {"version", dossier.version}}
        .dump();
}

// The dossier as it is, if this person may take the action on the version the page showed.
struct Ground {
    Dossier dossier;
    std::vector<domain::Nominee> nominees;
};

base::Result<Ground> ground(Repositories& repositories, const Actor& actor, domain::DossierId id, int seen,
                            DossierAction action)
{
    auto dossier = repositories.dossiers().find(id);
    if (!dossier) return dossier.error();
    if (dossier->version != seen)
        return base::conflict(
            {"Hồ sơ đã được {} xử lý lúc {}.", {dossier->changed_by_name, dossier->changed_at.vietnamese()}});
    if (workflow::transition(dossier->state, action) &&
        !rights::allowed(actor.user, permission_of(action, dossier->state)))
        return base::forbidden("Việc này thuộc vai trò khác, bạn không làm được.");
    return Ground{*dossier, repositories.nominees().of(id)};
}

base::Result<Dossier> take(Repositories& repositories, const Actor& actor, const Ground& ground,
                           DossierAction action, const std::string& reason)
{
    const auto& before = ground.dossier;
    if (base::length(reason) > longest_reason)
        return base::invalid("Lý do không được dài quá 2000 ký tự.", "reason");
    auto taken = workflow::take(before, action, actor.user, actor.now, base::tidy(reason),
                                workflow::facts_of(ground.nominees));
    if (!taken) return taken.error();
    if (auto saved = repositories.dossiers().save_step(taken->after, taken->step); !saved)
        return saved.error();
    ++taken->after.version;
    repositories.audit().append(actor, {.stream = dossier_stream(before.id),
                                        .action = "dossier." + std::string(domain::action_code(action)),
                                        .subject = before.title,
                                        .before = audited(before),
                                        .after = audited(taken->after),
                                        .reason = taken->step.reason});
    return taken->after;
}

base::Result<Dossier> take(Repositories& repositories, const Actor& actor, domain::DossierId id, int seen,
                           DossierAction action, const std::string& reason = {})
{
    const auto on = ground(repositories, actor, id, seen, action);
    if (!on) return on.error();
    return take(repositories, actor, *on, action, reason);
}

// Passing a dossier on says yes to everyone still standing who was not judged one by one.
base::Result<Dossier> pass_on(Repositories& repositories, const Actor& actor, domain::DossierId id, int seen,
                              DossierAction action, domain::VerdictStep step)
{
    const auto on = ground(repositories, actor, id, seen, action);
    if (!on) return on.error();
    auto after = take(repositories, actor, *on, action, {});
    if (!after) return after;
    for (const auto& nominee : on->nominees)
        if (nominee.standing() && !nominee.verdict_of(step))
            repositories.nominees().put_verdict(
                {nominee.id, step, on->dossier.pass, true, {}, actor.user.id, actor.user.name, actor.now});
    return after;
}

}  // namespace

base::Result<Dossier> submit_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                     int seen, bool accept_empty_places)
{
    const auto on = ground(repositories, actor, id, seen, DossierAction::Submit);
    if (!on) return on.error();
    const auto empty = workflow::facts_of(on->nominees).empty_places;
    if (on->dossier.state == DossierState::Draft && empty > 0 && !accept_empty_places)
        return base::invalid({"Còn {} suất cá nhân trống. Hãy điền nốt, hoặc xác nhận trình khi còn trống.",
                              {std::to_string(empty)}},
                             "accept_empty");
    return take(repositories, actor, *on, DossierAction::Submit, {});
}

base::Result<Dossier> recall_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                     int seen)
{
    return take(repositories, actor, id, seen, DossierAction::Recall);
}

base::Result<Dossier> appraise_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                       int seen)
{
    return take(repositories, actor, id, seen, DossierAction::Appraise);
}

base::Result<Dossier> forward_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                      int seen)
{
    return pass_on(repositories, actor, id, seen, DossierAction::Forward, domain::VerdictStep::Director);
}

base::Result<Dossier> approve_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                      int seen)
{
    return pass_on(repositories, actor, id, seen, DossierAction::Approve, domain::VerdictStep::Chair);
}

base::Result<Dossier> return_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                     int seen, const std::string& reason)
{
    return take(repositories, actor, id, seen, DossierAction::Return, reason);
}

base::Result<Dossier> reject_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                     int seen, const std::string& reason)
{
    return take(repositories, actor, id, seen, DossierAction::Reject, reason);
}

base::Result<Dossier> withdraw_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                       int seen, const std::string& reason)
{
    return take(repositories, actor, id, seen, DossierAction::Withdraw, reason);
}

base::Result<Dossier> mark_decided(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                   int seen)
{
    return take(repositories, actor, id, seen, DossierAction::Decide);
}

std::vector<domain::Nominee> approved_nominees(Repositories& repositories, domain::DossierId id)
{
    const auto dossier = repositories.dossiers().find(id);
    if (!dossier || !dossier->approved_by) return {};
    return domain::standing_nominees(repositories.nominees().of(id));
}

}  // namespace app
