#include "app/try_rule_set.h"

#include "access/permission.h"
#include "app/publication_repository.h"
#include "rules/propose.h"
#include "rules/reward.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace app {
namespace {

using domain::ProposalResult;
using domain::RecipientKind;

int collectives(const ProposalResult& result, const std::string& award)
{
    return static_cast<int>(std::count_if(result.proposals.begin(), result.proposals.end(),
                                          [&](const auto& each) { return each.award == award; }));
}

int individuals(const ProposalResult& result, const std::string& award)
{
    int people = 0;
    for (const auto& place : result.individual_places)
        people += place.award == award ? place.count : 0;
    return people;
}

int count_in(const ProposalResult& result, const std::string& award, RecipientKind kind)
{
    return kind == RecipientKind::Collective ? collectives(result, award) : individuals(result, award);
}

void count_awards(RuleTrial& trial, const domain::RuleSet& rules)
{
    for (const auto& rule : rules.awards) {
        const bool counted = std::any_of(trial.counts.begin(), trial.counts.end(), [&](const auto& each) {
            return each.award == rule.award && each.kind == rule.kind;
        });
        if (counted) continue;
        trial.counts.push_back({rule.award, rule.kind,
                                trial.saved ? count_in(*trial.saved, rule.award, rule.kind) : 0,
                                count_in(trial.tried, rule.award, rule.kind)});
    }
}

// The first award of each unit, by group and name.
std::map<std::pair<std::string, std::string>, std::string> first_awards(const ProposalResult& result)
{
    std::map<std::pair<std::string, std::string>, std::string> awards;
    for (const auto& each : result.proposals)
        awards.try_emplace({each.group, each.recipient}, each.award);
    return awards;
}

// Why the unit gets nothing now, award by award in the order tried.
std::vector<Unmet> reasons(const ProposalResult& result, const domain::RuleSet& rules,
                           const std::string& group, const std::string& unit)
{
    std::vector<Unmet> all;
    for (const auto& rule : rules.awards)
        for (const auto* list : {&result.just_missed, &result.others})
            for (const auto& each : *list) {
                if (each.award != rule.award || each.group != group || each.recipient != unit) continue;
                for (const auto& criterion : each.verdict.criteria)
                    if (criterion.met == false) all.push_back({each.award, criterion});
            }
    return all;
}

void compare(RuleTrial& trial, const domain::RuleSet& changed)
{
    const auto before = first_awards(*trial.saved);
    const auto after = first_awards(trial.tried);
    for (const auto& group : trial.standings)
        for (const auto& standing : group.standings) {
            const auto key = std::pair(group.name, standing.unit);
            const auto had = before.find(key);
            const auto gets = after.find(key);
            AwardMove move{.unit = standing.unit,
                           .group = group.name,
                           .place = standing.place,
                           .index = standing.index,
                           .decimals = group.decimals,
                           .before = had == before.end() ? "" : had->second,
                           .after = gets == after.end() ? "" : gets->second,
                           .why = {}};
            if (move.before == move.after) continue;
            if (!move.before.empty()) {
                move.why = reasons(trial.tried, changed, group.name, standing.unit);
                trial.leaves.push_back(move);
            }
            if (!move.after.empty()) trial.enters.push_back(move);
        }
}

// How far a miss is: a place that is missed weighs by how many places, anything else stands right behind the leader.
int distance(const domain::Proposal& proposal)
{
    for (const auto& criterion : proposal.verdict.criteria) {
        if (criterion.met != false) continue;
        if (criterion.code != domain::CriterionCode::Place) return 0;
        const auto dash = criterion.required.find('-');
        const auto last =
            dash == std::string::npos ? criterion.required : criterion.required.substr(dash + 1);
        return std::abs(proposal.place.value_or(0) - std::atoi(last.c_str()));
    }
    return 0;
}

}  // namespace

base::Date reward_day(const domain::Publication& publication)
{
    return publication.conference_date.value_or(publication.decision_date);
}

std::optional<std::int64_t> money_of(const ProposalResult& result, const domain::Reference& reference,
                                     const base::Date& day)
{
    std::int64_t total = 0;
    const auto add = [&](const std::string& award, RecipientKind kind, int count) {
        const auto reward = rules::reward_of(reference, award, domain::subject_of(kind), day);
        if (reward) total += reward->paid * count;
        return static_cast<bool>(reward);
    };
    for (const auto& each : result.proposals)
        if (!add(each.award, each.kind, 1)) return std::nullopt;
    for (const auto& each : result.individual_places)
        if (!add(each.award, RecipientKind::Individual, each.count)) return std::nullopt;
    return total;
}

base::Result<RuleTrial> try_rule_set(Repositories& repositories, const Actor& actor,
                                     const domain::Reference& reference,
                                     const std::optional<domain::RuleSet>& saved,
                                     const domain::RuleSet& changed)
{
    if (!rights::allowed(actor.user, rights::Permission::ComposeRules))
        return base::forbidden("Bạn không có quyền soạn bộ quy tắc.");
    auto publication = repositories.publications().current_of_year(changed.year);
    if (!publication)
        return base::not_found(
            {"Chưa công bố xếp hạng năm {} nên chưa thử được.", {std::to_string(changed.year)}});
    RuleTrial trial;
    trial.standings =
        domain::group_standings(*publication, repositories.publications().standings(publication->id));
    trial.tried = rules::propose(trial.standings, changed);
    if (saved) trial.saved = rules::propose(trial.standings, *saved);
    count_awards(trial, changed);
    const auto day = reward_day(*publication);
    const auto after = money_of(trial.tried, reference, day);
    const auto before = trial.saved ? money_of(*trial.saved, reference, day) : std::optional<std::int64_t>(0);
    trial.money_known = after && before;
    trial.money_after = after.value_or(0);
    trial.money_before = before.value_or(0);
    trial.publication = std::move(*publication);
    if (!saved) return trial;
    count_awards(trial, *saved);
    compare(trial, changed);
    return trial;
}

std::vector<domain::Proposal> nearest_misses(const ProposalResult& result)
{
    std::vector<domain::Proposal> list;
    std::vector<std::string> groups;
    for (const auto& each : result.just_missed) {
        if (std::find(groups.begin(), groups.end(), each.group) == groups.end()) groups.push_back(each.group);
        const auto same = std::find_if(list.begin(), list.end(), [&](const auto& other) {
            return other.group == each.group && other.recipient == each.recipient;
        });
        if (same == list.end())
            list.push_back(each);
        else if (distance(each) < distance(*same))
            *same = each;
    }
    std::stable_sort(list.begin(), list.end(), [&](const auto& a, const auto& b) {
        const auto at = [&](const auto& each) { return std::find(groups.begin(), groups.end(), each.group); };
        return std::pair(at(a), a.place.value_or(1'000'000)) < std::pair(at(b), b.place.value_or(1'000'000));
    });
    return list;
}

}  // namespace app
