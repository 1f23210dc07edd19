#include "app/overview.h"

#include "access/permission.h"
#include "app/decision_repository.h"
#include "app/dossier_repository.h"
#include "app/nominee_repository.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/view_dossier.h"

#include <algorithm>
#include <tuple>

namespace app {
namespace {

using enum rights::Permission;
using domain::DossierState;
using What = Task::What;

RoundStage stage_of(const RoundProgress& progress)
{
    if (progress.dossier) {
        switch (progress.dossier->state) {
        case DossierState::Submitted:
            return RoundStage::Appraisal;
        case DossierState::Appraised:
        case DossierState::WithChair:
            return RoundStage::Approval;
        case DossierState::Approved:
            return RoundStage::Decision;
        case DossierState::Decided:
            return progress.issued < progress.decisions ? RoundStage::Decision : RoundStage::Done;
        case DossierState::Draft:
        case DossierState::Rejected:
        case DossierState::Withdrawn:
            return RoundStage::Proposal;
        }
    }
    if (progress.publication) return RoundStage::Proposal;
    return progress.stored ? RoundStage::Ranking : RoundStage::Import;
}

std::optional<domain::Dossier> living_dossier(Repositories& repositories, domain::RoundId round)
{
    for (auto& dossier : repositories.dossiers().list({.round = round}))
        if (dossier.state != DossierState::Withdrawn && dossier.state != DossierState::Rejected)
            return dossier;
    return std::nullopt;
}

RoundProgress progress_of(Repositories& repositories, const domain::Round& round)
{
    RoundProgress progress;
    progress.round = round;
    for (auto& upload : repositories.uploads().of_round(round.id)) {
        if (upload.state == UploadState::Preview && !progress.preview) progress.preview = upload;
        if (upload.state == UploadState::Stored && !progress.stored) progress.stored = std::move(upload);
    }
    progress.publication = repositories.publications().current(round.id);
    progress.run = repositories.runs().newest(round.id);
    progress.dossier = living_dossier(repositories, round.id);
    if (progress.dossier) {
        const auto nominees = repositories.nominees().of(progress.dossier->id);
        progress.facts = workflow::facts_of(nominees);
        for (const auto& nominee : nominees)
            if (nominee.empty()) {
                progress.places_open.push_back(nominee.unit);
                progress.missing_units.push_back(nominee.unit_name);
            }
    }
    for (const auto& decision : repositories.decisions().of_round(round.id)) {
        ++progress.decisions;
        if (decision.issued()) ++progress.issued;
    }
    progress.stage = stage_of(progress);
    return progress;
}

class TaskList {
public:
    TaskList(const Actor& actor, std::vector<Task>& tasks) : actor_(actor), tasks_(tasks) {}

    void of_round(const RoundProgress& progress);
    void of_desk(const DossierLine& line, const std::vector<RoundProgress>& rounds);
    void set_up(const std::vector<SetupStep>& steps);

private:
    [[nodiscard]] bool may(rights::Permission permission) const
    {
        return rights::allowed(actor_.user, permission);
    }
    Task& add(What what, const domain::Round& round, std::string subject, base::Instant since)
    {
        Task task;
        task.what = what;
        task.subject = std::move(subject);
        task.since = since;
        task.round = round.id;
        if (round.conference_date && *round.conference_date >= actor_.now.date())
            task.due = round.conference_date;
        return tasks_.emplace_back(std::move(task));
    }

    const Actor& actor_;
    std::vector<Task>& tasks_;
};

void TaskList::set_up(const std::vector<SetupStep>& steps)
{
    const auto open =
        std::find_if(steps.begin(), steps.end(), [](const SetupStep& step) { return !step.done; });
    if (open == steps.end()) return;
    Task task;
    task.step = open->what;
    task.count = static_cast<int>(
        std::count_if(steps.begin(), steps.end(), [](const SetupStep& step) { return !step.done; }));
    tasks_.push_back(std::move(task));
}

// What comes before there is a dossier.
void TaskList::of_round(const RoundProgress& progress)
{
    const auto& round = progress.round;
    if (progress.preview && may(ImportResults))
        add(What::FinishImport, round, progress.preview->file_name, progress.preview->uploaded_at).upload =
            progress.preview->id;
    else if (!progress.stored && !progress.publication && may(ImportResults))
        add(What::Import, round, round.title, actor_.now);
    if (progress.stored && !progress.publication && may(PublishRanking))
        add(What::Publish, round, round.title,
            progress.stored->decided_at.value_or(progress.stored->uploaded_at));
    if (progress.publication && !progress.run && !progress.dossier && may(RunProposals))
        add(What::Propose, round, round.title, progress.publication->published_at);
    if (progress.run && !progress.dossier && may(Nominate))
        add(What::CreateDossier, round, round.title, progress.run->run_at).run = progress.run->id;

    const bool draft = progress.dossier && progress.dossier->state == DossierState::Draft;
    if (draft && may(SubmitDossier)) {
        const int open = progress.facts.empty_places;
        auto& task = add(open > 0 ? What::FillPlaces : What::Submit, round, progress.dossier->title,
                         progress.dossier->state_since);
        task.dossier = progress.dossier->id;
        task.count = open > 0 ? open : progress.facts.standing;
    }
    // Someone of a unit sees no dossier, only the open places of that unit.
    if (draft && may(NominateOwnUnit) && !may(ViewDossiers)) {
        const auto reach = rights::reach(actor_.user, NominateOwnUnit);
        const auto own = std::count_if(progress.places_open.begin(), progress.places_open.end(),
                                       [&](domain::UnitId unit) { return reach.covers(unit); });
        if (own > 0) {
            auto& task = add(What::FillPlaces, round, round.title, progress.dossier->changed_at);
            task.dossier = progress.dossier->id;
            task.count = static_cast<int>(own);
        }
    }
    if (progress.decisions > progress.issued && may(NumberDecision)) {
        auto& task = add(What::Issue, round, round.title,
                         progress.dossier ? progress.dossier->state_since : actor_.now);
        task.count = progress.decisions - progress.issued;
        if (progress.dossier) task.dossier = progress.dossier->id;
    }
}

void TaskList::of_desk(const DossierLine& line, const std::vector<RoundProgress>& rounds)
{
    const auto round = std::find_if(rounds.begin(), rounds.end(), [&](const RoundProgress& progress) {
        return progress.round.id == line.dossier.round;
    });
    if (round == rounds.end()) return;
    What what = What::Appraise;
    switch (line.dossier.state) {
    case DossierState::Submitted:
        break;
    case DossierState::Appraised:
        what = What::Forward;
        break;
    case DossierState::WithChair:
        what = What::Approve;
        break;
    case DossierState::Approved:
        what = What::Number;
        break;
    case DossierState::Draft:  // of_round knows
    case DossierState::Rejected:
    case DossierState::Decided:
    case DossierState::Withdrawn:
        return;
    }
    // An appraiser whose verdicts are still missing has work, though the step itself is not open yet.
    const bool to_be_judged = what == What::Appraise && line.facts.without_verdict > 0;
    if (line.lock && !to_be_judged) return;
    auto& task = add(what, round->round, line.dossier.title, line.dossier.state_since);
    task.dossier = line.dossier.id;
    task.count = line.facts.standing;
}

void add_recent(Repositories& repositories, const Actor& actor, const RoundProgress& progress,
                std::vector<RecentAct>& recent)
{
    if (progress.stored && progress.stored->decided_at)
        recent.push_back({RecentAct::What::Stored, progress.stored->decided_by_name,
                          *progress.stored->decided_at, progress.stored->file_name});
    if (progress.publication)
        recent.push_back({RecentAct::What::Published, progress.publication->published_by_name,
                          progress.publication->published_at, progress.publication->decision_number});
    if (progress.run && rights::allowed(actor.user, ViewProposals))
        recent.push_back({RecentAct::What::Proposed, progress.run->run_by_name, progress.run->run_at,
                          progress.run->rule_name});
    if (!progress.dossier || !rights::allowed(actor.user, ViewDossiers)) return;
    for (auto& step : repositories.dossiers().history(progress.dossier->id))
        recent.push_back({RecentAct::What::Dossier, step.by_name, step.at, progress.dossier->title,
                          step.action, step.reason});
}

}  // namespace

base::Result<Overview> view_overview(Repositories& repositories, const Actor& actor,
                                     const domain::Reference& reference)
{
    Overview overview;
    TaskList tasks(actor, overview.tasks);
    if (rights::allowed(actor.user, ManageUnits) || rights::allowed(actor.user, ManageSettings)) {
        const auto steps = setup_checklist(repositories, actor);
        if (!steps) return steps.error();
        tasks.set_up(*steps);
    }
    if (rights::allowed(actor.user, ViewResults)) {
        for (const auto& round : repositories.rounds().all()) {
            if (!round.open) {
                ++overview.closed_rounds;
                continue;
            }
            overview.rounds.push_back(progress_of(repositories, round));
            tasks.of_round(overview.rounds.back());
            add_recent(repositories, actor, overview.rounds.back(), overview.recent);
            if (!rights::allowed(actor.user, ViewDossiers)) overview.rounds.back().missing_units.clear();
        }
    }
    if (rights::allowed(actor.user, ViewDossiers)) {
        const auto desk = view_desk(repositories, actor, reference);
        if (!desk) return desk.error();
        for (const auto& line : *desk)
            tasks.of_desk(line, overview.rounds);
    }
    std::stable_sort(overview.tasks.begin(), overview.tasks.end(), [](const Task& a, const Task& b) {
        const auto none = base::Date(9999, 12, 31);
        return std::tuple(a.what != What::SetUp, a.due.value_or(none), a.since) <
               std::tuple(b.what != What::SetUp, b.due.value_or(none), b.since);
    });
    std::stable_sort(overview.recent.begin(), overview.recent.end(),
                     [](const RecentAct& a, const RecentAct& b) { return a.at > b.at; });
    constexpr std::size_t most_recent = 8;
    if (overview.recent.size() > most_recent)
        overview.recent.erase(overview.recent.begin() + most_recent, overview.recent.end());
    return overview;
}

}  // namespace app
