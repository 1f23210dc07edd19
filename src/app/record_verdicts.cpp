#include "app/record_verdicts.h"

#include "app/audit_trail.h"
#include "app/dossier_repository.h"
#include "app/dossier_steps.h"
#include "app/dossier_texts.h"
#include "app/nominee_repository.h"
#include "base/text.h"
#include "workflow/take.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

using domain::NomineeVerdict;
using domain::VerdictStep;

// The verdict to store, or nothing when it is said already.
base::Result<std::optional<NomineeVerdict>> judged(const Actor& actor, const domain::Dossier& dossier,
                                                   VerdictStep step, const domain::Nominee& nominee,
                                                   const GivenVerdict& given)
{
    if (nominee.empty()) return base::invalid("Suất còn trống chưa có người để cho ý kiến.");
    const auto* refusal = nominee.refusal();
    if (refusal && refusal->step != step)
        return base::conflict({"{} đã bị {} không đồng ý ở bước trước nên không xét nữa.",
                               {nominee.recipient(), refusal->by_name}});
    const auto reason = base::tidy(given.reason);
    if (!given.agreed && reason.empty())
        return base::invalid({"Hãy ghi lý do không đồng ý với {}.", {nominee.recipient()}},
                             "reason_" + nominee.id.text());
    if (base::length(reason) > longest_reason)
        return base::invalid("Lý do không được dài quá 2000 ký tự.", "reason_" + nominee.id.text());
    const auto* said = nominee.verdict_of(step);
    if (said && said->agreed == given.agreed && (given.agreed || said->reason == reason))
        return std::optional<NomineeVerdict>();
    return std::optional(NomineeVerdict{nominee.id, step, dossier.pass, given.agreed,
                                        given.agreed ? std::string() : reason, actor.user.id, actor.user.name,
                                        actor.now});
}

// One entry for all who were agreed to, one for each refusal.
void audit(Repositories& repositories, const Actor& actor, const domain::Dossier& dossier,
           const std::vector<std::pair<const domain::Nominee*, NomineeVerdict>>& changes)
{
    nlohmann::ordered_json agreed = nlohmann::ordered_json::array();
    for (const auto& [nominee, verdict] : changes) {
        if (verdict.agreed) {
            agreed.push_back(nominee->recipient());
            continue;
        }
        const nlohmann::ordered_json after{{"nominee", nominee->id.value},
                                           {"step", std::string(domain::verdict_step_code(verdict.step))},
                                           {"agreed", false}};
        repositories.audit().append(actor, {.stream = dossier_stream(dossier.id),
                                            .action = "nominee.refused",
                                            .subject = nominee->recipient(),
                                            .before = {},
                                            .after = after.dump(),
                                            .reason = verdict.reason});
    }
    if (agreed.empty()) return;
    const nlohmann::ordered_json after{{"count", agreed.size()}, {"agreed", agreed}};
    repositories.audit().append(actor, {.stream = dossier_stream(dossier.id),
                                        .action = "nominee.agreed",
                                        .subject = dossier.title,
                                        .before = {},
                                        .after = after.dump(),
                                        .reason = {}});
}

}  // namespace

base::Result<domain::Dossier> record_verdicts(Repositories& repositories, const Actor& actor,
                                              domain::DossierId id, int seen,
                                              const std::vector<GivenVerdict>& verdicts)
{
    const auto dossier = repositories.dossiers().find(id);
    if (!dossier) return dossier;
    const auto step = workflow::verdict_step_in(dossier->state);
    if (!step) return base::conflict("Hồ sơ đã chuyển sang bước khác nên việc này không làm được nữa.");
    const auto nominees = repositories.nominees().of(id);
    if (auto refused = workflow::verdict_refusal(*dossier, *step, actor.user, workflow::facts_of(nominees)))
        return *refused;

    std::vector<std::pair<const domain::Nominee*, NomineeVerdict>> changes;
    for (const auto& given : verdicts) {
        const auto found = std::find_if(nominees.begin(), nominees.end(),
                                        [&](const auto& nominee) { return nominee.id == given.nominee; });
        if (found == nominees.end()) return base::not_found("Không tìm thấy đối tượng này trong hồ sơ.");
        auto verdict = judged(actor, *dossier, *step, *found, given);
        if (!verdict) return verdict.error();
        if (*verdict) changes.emplace_back(&*found, **verdict);
    }
    // Locks the dossier and answers a stale page even when nothing else is to be written.
    if (auto touched = repositories.dossiers().touch_handled(id, seen, actor); !touched)
        return touched.error();
    for (const auto& [nominee, verdict] : changes)
        repositories.nominees().put_verdict(verdict);
    audit(repositories, actor, *dossier, changes);
    return repositories.dossiers().find(id);
}

base::Result<domain::Dossier> complete_appraisal(Repositories& repositories, const Actor& actor,
                                                 domain::DossierId id, int seen,
                                                 const std::vector<GivenVerdict>& verdicts)
{
    const auto recorded = record_verdicts(repositories, actor, id, seen, verdicts);
    if (!recorded) return recorded;
    return appraise_dossier(repositories, actor, id, recorded->version);
}

}  // namespace app
