#include "app/view_proposals.h"

#include "access/permission.h"
#include "app/create_dossier.h"
#include "app/dossier_repository.h"
#include "app/nominee_repository.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/run_proposals.h"
#include "app/save_rule_set.h"
#include "app/try_rule_set.h"
#include "app/unit_repository.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

base::Error no_run()
{
    return base::not_found("Không tìm thấy lần chạy đề xuất này.");
}

std::optional<base::Error> may_not_view(const Actor& actor)
{
    if (rights::allowed(actor.user, rights::Permission::ViewProposals)) return std::nullopt;
    return base::forbidden("Bạn không có quyền xem đề xuất.");
}

std::optional<domain::Dossier> living_dossier(Repositories& repositories, domain::RunId run)
{
    DossierFilter filter;
    filter.run = run;
    for (const auto& dossier : repositories.dossiers().list(filter))
        if (dossier.state != domain::DossierState::Withdrawn &&
            dossier.state != domain::DossierState::Rejected)
            return dossier;
    return std::nullopt;
}

std::string proposed_own_unit(Repositories& repositories, const Actor& actor, const ProposalRun& run)
{
    if (!actor.user.unit) return {};
    const auto unit = repositories.units().find(*actor.user.unit);
    if (!unit) return {};
    // Published under the name of that day, which may have changed since.
    for (const auto& group : run.standings)
        for (const auto& standing : group.standings) {
            if (standing.key.empty() ? standing.unit != unit->official_name
                                     : standing.key != actor.user.unit->text())
                continue;
            const auto& all = run.result.proposals;
            if (std::any_of(all.begin(), all.end(), [&](const auto& each) {
                    return each.group == group.name && each.recipient == standing.unit;
                }))
                return standing.unit;
        }
    return {};
}

}  // namespace

int ProposalsView::people() const
{
    int count = 0;
    for (const auto& place : run.result.individual_places)
        count += place.count;
    return count;
}

base::Result<ProposalsView> view_proposals(Repositories& repositories, const Actor& actor,
                                           const domain::Reference& reference, domain::RunId id)
{
    if (auto refused = may_not_view(actor)) return *refused;
    auto run = repositories.runs().find(id);
    if (!run) return no_run();
    const auto round = repositories.rounds().find(run->round);
    auto publication = repositories.publications().find(run->publication);
    const auto version = repositories.rule_sets().version(run->rule_set_version);
    if (!round || !publication || !version) return no_run();

    ProposalsView view;
    view.money_day = reward_day(*publication);
    view.money = money_of(run->result, reference, view.money_day);
    view.own_unit = proposed_own_unit(repositories, actor, *run);
    view.rule_set = version->rule_set;
    if (const auto newest = repositories.rule_sets().newest(version->rule_set))
        view.newest_rule_version = newest->number;
    if (auto newest = repositories.runs().newest(run->round); newest && newest->id != id) view.newer = newest;
    view.dossier = living_dossier(repositories, id);
    if (view.dossier)
        for (const auto& nominee : repositories.nominees().of(view.dossier->id))
            view.filled += nominee.kind == domain::RecipientKind::Individual && !nominee.empty() ? 1 : 0;
    view.run = std::move(*run);
    view.round = *round;
    view.publication = std::move(*publication);
    return view;
}

base::Result<std::vector<RoundRuns>> rounds_with_runs(Repositories& repositories, const Actor& actor)
{
    if (auto refused = may_not_view(actor)) return *refused;
    const auto sets = repositories.rule_sets().all();
    std::vector<RoundRuns> list;
    for (const auto& round : repositories.rounds().all()) {
        RoundRuns one{.round = round,
                      .publication = repositories.publications().current(round.id),
                      .runs = repositories.runs().of_round(round.id),
                      .rule_sets = {}};
        for (const auto& set : sets)
            if (set.year == round.year) one.rule_sets.push_back(set);
        list.push_back(std::move(one));
    }
    return list;
}

base::Result<domain::RunId> name_ground(Repositories& repositories, const Actor& actor, domain::RunId id,
                                        const std::string& award, const std::string& ground)
{
    const auto run = repositories.runs().find(id);
    if (!run) return no_run();
    const auto version = repositories.rule_sets().version(run->rule_set_version);
    if (!version) return no_run();
    const std::string named = base::tidy(ground);
    if (named.empty()) return base::invalid("Hãy ghi số, ngày và tên văn bản làm căn cứ.", "ground");
    RuleSetDraft draft;
    draft.rule_set = version->rule_set;
    draft.seen = version->number;
    draft.rules = version->rules;
    for (auto& rule : draft.rules.awards)
        if (rule.award == award) rule.ground = named;
    const auto saved = save_rule_set(repositories, actor, draft);
    if (!saved) return saved.error();
    return run_proposals(repositories, actor, run->round, *saved, &*run);
}

base::Result<domain::DossierId> dossier_of_run(Repositories& repositories, const Actor& actor,
                                               domain::RunId id)
{
    const auto run = repositories.runs().find(id);
    if (!run) return no_run();
    DossierDraft draft;
    draft.round = run->round;
    draft.run = id;
    draft.proposals = run->result.proposals;
    draft.places = run->result.individual_places;
    return create_dossier(repositories, actor, draft);
}

}  // namespace app
