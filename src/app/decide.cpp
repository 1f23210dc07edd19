#include "app/decide.h"

#include "access/permission.h"
#include "app/decision_lines.h"
#include "app/decision_repository.h"
#include "app/decision_words.h"
#include "app/dossier_repository.h"
#include "app/dossier_steps.h"
#include "app/nominee_repository.h"
#include "app/office_repository.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/run_repository.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"
#include "base/text.h"
#include "rules/reward.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace app {
namespace {

using domain::DecisionRecipient;
using domain::RecipientKind;

// Official order of units: groups by position, then units inside.
using UnitOrder = std::map<domain::UnitId, std::size_t>;

UnitOrder unit_order(Repositories& repositories)
{
    UnitOrder order;
    for (const auto& unit : repositories.units().all()) {
        const auto next = order.size();
        order.emplace(unit.id, next);
    }
    return order;
}

std::vector<domain::Nominee> of_award(std::vector<domain::Nominee> nominees, const std::string& award)
{
    std::erase_if(nominees, [&](const domain::Nominee& nominee) { return nominee.award != award; });
    return nominees;
}

void put_in_order(std::vector<domain::Nominee>& nominees, const UnitOrder& order)
{
    const auto rank = [&](const domain::Nominee& nominee) {
        const auto found = order.find(nominee.unit);
        return std::tuple(nominee.kind == RecipientKind::Individual,
                          found == order.end() ? order.size() : found->second,
                          base::name_key(nominee.person_name), nominee.position);
    };
    std::ranges::stable_sort(nominees, {}, rank);
}

DecisionRecipient recipient_of(const domain::Nominee& nominee, const std::string& default_citation,
                               const domain::Office& office)
{
    DecisionRecipient recipient;
    recipient.nominee = nominee.id;
    recipient.kind = nominee.kind;
    recipient.unit = nominee.unit;
    recipient.achievement = nominee.achievement.empty() ? default_citation : nominee.achievement;
    if (nominee.kind == RecipientKind::Collective) {
        recipient.name = nominee.unit_name;
        recipient.unit_name = parent_body(office);
    } else {
        recipient.person = nominee.person.value_or(domain::PersonId{});
        recipient.salutation = domain::honorific_word(nominee.honorific);
        recipient.name = nominee.person_name;
        recipient.post = nominee.post;
        recipient.unit_name = nominee.unit_name;
    }
    return recipient;
}

std::optional<base::Error> reckon(DecisionRecipient& recipient, const domain::Reference& reference,
                                  const std::string& award, const base::Date& day)
{
    const auto reward = rules::reward_of(reference, award, domain::subject_of(recipient.kind), day);
    if (!reward) return reward.error();
    recipient.base_salary = reward->base_salary;
    recipient.coefficient = reward->coefficient;
    recipient.raw = reward->raw;
    recipient.money = reward->paid;
    recipient.reward_source = reward->source;
    return std::nullopt;
}

base::Result<std::vector<std::string>> grounds_of(const domain::Reference& reference,
                                                  const std::string& award, const base::Date& day,
                                                  const domain::Office& office)
{
    const auto proposal = usual_proposal(reference, award, day, office);
    if (!proposal) return proposal.error();
    std::vector<std::string> grounds;
    for (const auto& line : reference.legal_basis_of(award, day, office.province))
        grounds.push_back(line.text);
    grounds.push_back(*proposal);
    return grounds;
}

}  // namespace

std::optional<base::Error> reckon_money(std::vector<DecisionRecipient>& recipients,
                                        const domain::Reference& reference, const std::string& award,
                                        const base::Date& day)
{
    for (auto& recipient : recipients)
        if (auto error = reckon(recipient, reference, award, day)) return error;
    return std::nullopt;
}

std::vector<MoneyLine> money_lines(const std::vector<DecisionRecipient>& recipients)
{
    std::vector<MoneyLine> lines;
    for (const auto& each : recipients) {
        auto line = std::ranges::find_if(lines, [&](const MoneyLine& known) {
            return known.kind == each.kind && known.each == each.money;
        });
        if (line == lines.end()) {
            lines.push_back({each.kind, 0, each.coefficient, each.base_salary, each.money, 0});
            line = lines.end() - 1;
        }
        ++line->count;
        line->total += each.money;
    }
    return lines;
}

std::vector<std::string> award_forms(Repositories& repositories, domain::DossierId dossier)
{
    std::vector<std::string> awards;
    for (const auto& nominee : approved_nominees(repositories, dossier))
        if (std::ranges::find(awards, nominee.award) == awards.end()) awards.push_back(nominee.award);
    return awards;
}

std::optional<base::Date> publication_day(Repositories& repositories, const domain::Dossier& dossier)
{
    std::optional<domain::Publication> publication;
    if (dossier.run) {
        for (const auto& run : repositories.runs().of_round(dossier.round))
            if (run.id == *dossier.run) publication = repositories.publications().find(run.publication);
    } else {
        publication = repositories.publications().current(dossier.round);
    }
    if (!publication) return std::nullopt;
    return publication->decision_date;
}

base::Result<DecisionDraft> decision_draft(Repositories& repositories, const domain::Reference& reference,
                                           const domain::Dossier& dossier, const std::string& award,
                                           const base::Date& day)
{
    const auto* kind = reference.award(award, day);
    if (kind == nullptr) kind = reference.award(award);
    if (kind == nullptr) return base::not_found("Danh mục khen thưởng không có hình thức này.");
    auto nominees = of_award(approved_nominees(repositories, dossier.id), award);
    if (nominees.empty()) return base::not_found("Hồ sơ không có ai được duyệt hình thức này.");
    put_in_order(nominees, unit_order(repositories));
    const auto office = repositories.office().office();
    DecisionDraft draft;
    draft.award = *kind;
    for (const auto& nominee : nominees) {
        draft.recipients.push_back(recipient_of(nominee, dossier.default_citation, office));
        draft.recipients.back().ordinal = static_cast<int>(draft.recipients.size());
    }
    if (auto error = reckon_money(draft.recipients, reference, award, day)) return *error;
    auto grounds = grounds_of(reference, award, day, office);
    if (!grounds) return grounds.error();
    draft.grounds = std::move(*grounds);
    draft.citation = uncapitalised(dossier.default_citation);
    draft.money = money_lines(draft.recipients);
    for (const auto& line : draft.money)
        draft.total += line.total;
    return draft;
}

}  // namespace app
