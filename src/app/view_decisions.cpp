#include "access/permission.h"
#include "app/decide.h"
#include "app/decision_repository.h"
#include "app/dossier_repository.h"
#include "app/dossier_steps.h"
#include "app/office_repository.h"
#include "app/round_repository.h"
#include "app/user_repository.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

bool may_see(const domain::User& user)
{
    return rights::allowed(user, rights::Permission::ViewDossiers) ||
           rights::allowed(user, rights::Permission::NumberDecision);
}

base::Error may_not_see()
{
    return base::forbidden("Bạn không có quyền xem quyết định khen thưởng.");
}

// Papers of a round that lies back are dated then, not today.
base::Date usual_day(const domain::Round& round, std::optional<base::Date> earliest, const base::Date& today)
{
    auto day = round.conference_date && *round.conference_date < today ? *round.conference_date : today;
    return earliest && day < *earliest ? *earliest : day;
}

DecisionTab tab_of(Repositories& repositories, const DecisionDraft& draft,
                   const std::vector<domain::Decision>& decisions)
{
    DecisionTab tab;
    tab.award = draft.award.code;
    tab.award_name = draft.award.name;
    for (const auto& line : draft.money)
        (line.kind == domain::RecipientKind::Collective ? tab.collectives : tab.individuals) += line.count;
    tab.total = draft.total;
    const auto found = std::ranges::find(decisions, draft.award.code, &domain::Decision::award);
    if (found == decisions.end()) return tab;
    tab.decision = *found;
    tab.total = found->money;
    tab.void_numbers = repositories.decisions().void_numbers(found->id);
    return tab;
}

// The frozen words take the draft's place.
void freeze(DecisionDraft& draft, Repositories& repositories, const domain::Decision& decision)
{
    draft.recipients = repositories.decisions().recipients(decision.id);
    draft.grounds = decision.grounds;
    draft.citation = decision.citation;
    draft.money = money_lines(draft.recipients);
    draft.total = decision.money;
}

std::size_t shown(const std::vector<DecisionTab>& tabs, const std::string& award)
{
    for (std::size_t i = 0; i < tabs.size(); ++i)
        if (award.empty() ? !tabs[i].decision : tabs[i].award == award) return i;
    return 0;
}

}  // namespace

base::Result<DecisionPage> view_decisions(Repositories& repositories, const Actor& actor,
                                          const domain::Reference& reference, domain::DossierId id,
                                          const std::string& award, std::optional<base::Date> day,
                                          std::optional<base::Date> typed)
{
    if (!may_see(actor.user)) return may_not_see();
    auto dossier = repositories.dossiers().find(id);
    if (!dossier) return dossier.error();
    if (dossier->state != domain::DossierState::Approved && dossier->state != domain::DossierState::Decided)
        return base::conflict("Hồ sơ chưa được Chủ tịch phê duyệt nên chưa lập quyết định.");
    DecisionPage page;
    page.dossier = std::move(*dossier);
    if (const auto round = repositories.rounds().find(page.dossier.round)) page.round = *round;
    page.office = repositories.office().office();
    page.earliest = publication_day(repositories, page.dossier);
    page.day = day.value_or(usual_day(page.round, page.earliest, actor.now.date()));
    const auto decisions = repositories.decisions().of_dossier(id);
    std::vector<DecisionDraft> drafts;
    for (const auto& form : award_forms(repositories, id)) {
        // A numbered decision keeps its date while nobody asks what another one would change.
        const auto known = std::ranges::find(decisions, form, &domain::Decision::award);
        const auto on = known != decisions.end() && !(day && form == award) ? known->number.date : page.day;
        auto draft = decision_draft(repositories, reference, page.dossier, form, on);
        if (!draft) return draft.error();
        page.tabs.push_back(tab_of(repositories, *draft, decisions));
        page.total += page.tabs.back().total;
        drafts.push_back(std::move(*draft));
    }
    if (drafts.empty()) return base::conflict("Hồ sơ không còn ai được khen thưởng.");
    page.current = shown(page.tabs, award);
    page.draft = std::move(drafts[page.current]);
    const auto& current = page.tabs[page.current];
    if (current.decision) {
        if (!day) page.day = current.decision->number.date;
        if (!day) freeze(page.draft, repositories, *current.decision);
    }
    page.signers = repositories.office().signers_on(typed.value_or(page.day));
    page.highest =
        repositories.decisions().highest_number(base::uppered(page.office.decision_symbol), page.day.year());
    if (page.dossier.approved_by)
        if (const auto user = repositories.users().find(*page.dossier.approved_by))
            page.approved_by_name = user->name;
    page.may_number = rights::allowed(actor.user, rights::Permission::NumberDecision);
    return page;
}

base::Result<DecisionList> list_decisions(Repositories& repositories, const Actor& actor, int page, int size)
{
    if (!may_see(actor.user)) return may_not_see();
    DecisionList list;
    DossierFilter waiting;
    waiting.states = {domain::DossierState::Approved};
    waiting.oldest_first = true;
    list.waiting = repositories.dossiers().list(waiting);
    list.decisions = repositories.decisions().page(std::max(page, 1), size);
    list.total = repositories.decisions().count();
    return list;
}

}  // namespace app
