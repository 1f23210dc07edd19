#include "rules/judgement.h"

#include "rules/proposal_file.h"

#include <algorithm>
#include <limits>

namespace rules {
namespace {

using domain::AwardRule;
using domain::CriterionCode;
using domain::RecipientKind;

constexpr int behind_all = std::numeric_limits<int>::max();

void by_place(std::vector<Contender>& contenders)
{
    std::stable_sort(contenders.begin(), contenders.end(),
                     [](const auto& a, const auto& b) { return a.place < b.place; });
}

std::vector<Contender*> line_of(std::vector<Contender>& contenders)
{
    std::vector<Contender*> line;
    line.reserve(contenders.size());
    for (auto& each : contenders)
        line.push_back(&each);
    return line;
}

std::int64_t weight(const AwardRule& rule)
{
    return rule.kind == RecipientKind::Individual ? rule.count : 1;
}

// How a unit stands to an award's conditions: meets all, or lacks only the place and comes right behind the range.
enum class Fit { Meets, Behind, No };

}  // namespace

bool is_flag(const AwardRule& rule)
{
    return rule.award == "COT";
}

std::string flag_article(int year)
{
    return year != 0 && year + 1 < 2024 ? "Nghị định 91/2017/NĐ-CP, Điều 12"
                                        : "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 26";
}

Judgement::Judgement(std::span<const domain::GroupStandings> all, const domain::RuleSet& set,
                     ProposeOptions how)
    : groups(all), rules(set), options(std::move(how))
{
    first.push_back(0);
    for (const auto& group : groups) {
        first.push_back(first.back() + static_cast<std::uint32_t>(group.standings.size()));
        int lowest = 0;
        for (const auto& standing : group.standings) {
            ranked += standing.place ? 1 : 0;
            lowest = std::max(lowest, standing.place.value_or(0));
        }
        last_place.push_back(lowest > 1 ? lowest : 0);
    }
    holds.assign(first.back(), 0);
    awards.resize(rules.awards.size());
    // Individuals come after all collectives: a rewarded unit is known only then.
    for (const auto kind : {RecipientKind::Collective, RecipientKind::Individual})
        for (std::size_t award = 0; award < rules.awards.size(); ++award)
            if (rules.awards[award].kind == kind) evaluate(award);
}

std::size_t Judgement::group_of(std::uint32_t candidate) const
{
    const auto after = std::upper_bound(first.begin(), first.end(), candidate);
    return static_cast<std::size_t>(after - first.begin()) - 1;
}

const domain::Standing& Judgement::standing_of(std::uint32_t candidate) const
{
    const std::size_t group = group_of(candidate);
    return groups[group].standings[candidate - first[group]];
}

bool Judgement::last(std::size_t group, const domain::Standing& standing) const
{
    return last_place[group] > 0 && standing.place == last_place[group];
}

bool Judgement::excluded(std::size_t group, const domain::Standing& standing) const
{
    return (rules.exclude_unranked && !standing.place) || (rules.exclude_last_place && last(group, standing));
}

bool Judgement::holds_before(std::size_t award, std::uint32_t candidate) const
{
    return holds[candidate] != 0 && holds[candidate] <= award;
}

const Contender* Judgement::contender(std::size_t award, std::uint32_t candidate) const
{
    const auto& all = awards[award].contenders;
    const auto found =
        std::lower_bound(all.begin(), all.end(), candidate,
                         [](const Contender& each, std::uint32_t wanted) { return each.candidate < wanted; });
    return found != all.end() && found->candidate == candidate ? &*found : nullptr;
}

bool Judgement::takes(std::size_t award, std::uint32_t candidate) const
{
    const auto* found = contender(award, candidate);
    return found && found->share == Share::Taken;
}

int Judgement::unmet(std::size_t award, std::size_t group, std::uint32_t candidate) const
{
    if (const auto* found = contender(award, candidate)) return found->share == Share::Taken ? 0 : 1;
    const std::size_t conditions = rules.awards[award].all.size();
    const auto* answers = awards[award].answers.data() + std::size_t{candidate} * conditions;
    auto count = static_cast<int>(std::count(answers, answers + conditions, Answer::No));
    count += excluded(group, groups[group].standings[candidate - first[group]]) ? 1 : 0;
    count += rules.one_award_per_subject && holds_before(award, candidate) ? 1 : 0;
    return count;
}

// May it contend at all, leaving aside the award's own conditions?
bool Judgement::free_for(const AwardRule& rule, std::size_t group, std::uint32_t candidate) const
{
    if (rule.kind == RecipientKind::Individual)
        return rule.per != AwardRule::Per::RewardedUnit || holds[candidate] != 0;
    if (rules.one_award_per_subject && holds[candidate] != 0) return false;
    return !excluded(group, groups[group].standings[candidate - first[group]]);
}

void Judgement::evaluate(std::size_t award)
{
    const auto& rule = rules.awards[award];
    auto& judged = awards[award];
    judged.answers.resize(std::size_t{first.back()} * rule.all.size());
    for (std::size_t group = 0; group < groups.size(); ++group)
        judge_group(rule, judged, group);
    share_out_in_all(rule, judged);
    std::sort(judged.contenders.begin(), judged.contenders.end(),
              [](const auto& a, const auto& b) { return a.candidate < b.candidate; });
    warn_unknown(rule, judged);
    if (rule.kind == RecipientKind::Individual) return;
    warn_ground(rule, judged);
    for (const auto& each : judged.contenders)
        if (each.share == Share::Taken && holds[each.candidate] == 0)
            holds[each.candidate] = static_cast<std::uint16_t>(award + 1);
}

void Judgement::judge_group(const AwardRule& rule, Judged& judged, std::size_t group)
{
    std::vector<Contender> inside, below;
    const auto& standings = groups[group].standings;
    for (std::uint32_t i = 0; i < standings.size(); ++i) {
        const std::uint32_t candidate = first[group] + i;
        Fit fit = Fit::Meets;
        for (std::size_t k = 0; k < rule.all.size(); ++k) {
            const Answer answer = judge(rule.all[k], standings[i], rules.framework);
            judged.answers[std::size_t{candidate} * rule.all.size() + k] = answer;
            if (answer != Answer::No || fit == Fit::No) continue;
            const auto* place = std::get_if<domain::PlaceBetween>(&rule.all[k].what);
            fit = place && standings[i].place.value_or(0) > place->last ? Fit::Behind : Fit::No;
        }
        if (fit == Fit::No || (fit == Fit::Behind && !rule.fill) || !free_for(rule, group, candidate))
            continue;
        Contender contender;
        contender.candidate = candidate;
        contender.place = standings[i].place.value_or(behind_all);
        (fit == Fit::Meets ? inside : below).push_back(contender);
    }
    if (rule.fill) fill(rule, judged, group, inside, below);
    share_out_in_group(rule, judged, group, inside);
    judged.contenders.insert(judged.contenders.end(), inside.begin(), inside.end());
}

// Places of the range that nobody took go to the next in line.
void Judgement::fill(const AwardRule& rule, Judged& judged, std::size_t group, std::vector<Contender>& inside,
                     std::vector<Contender>& below)
{
    int from = 1, to = behind_all;
    for (const auto& condition : rule.all)
        if (const auto* place = std::get_if<domain::PlaceBetween>(&condition.what))
            from = std::max(from, place->first), to = std::min(to, place->last);
    const std::int64_t room = std::int64_t{to} - from + 1 - static_cast<std::int64_t>(inside.size());
    if (to == behind_all || room <= 0 || below.empty()) return;
    by_place(below);
    if (const auto tie = share_out(line_of(below), room, 1, &Contender::in_group,
                                   choice_for(rule, judged, CriterionCode::Place)))
        warn_tie(rule, groups[group].name, *tie);
    for (auto& each : below) {
        each.in_group = 0;
        if (each.share != Share::Taken) continue;
        judged.moved_up.push_back(each.candidate);
        inside.push_back(each);
    }
    std::sort(judged.moved_up.begin(), judged.moved_up.end());
}

void Judgement::share_out_in_group(const AwardRule& rule, Judged& judged, std::size_t group,
                                   std::vector<Contender>& contenders)
{
    if (!rule.quota.per_group) return;
    by_place(contenders);
    if (const auto tie = share_out(line_of(contenders), *rule.quota.per_group, weight(rule),
                                   &Contender::in_group, choice_for(rule, judged, CriterionCode::QuotaGroup)))
        warn_tie(rule, groups[group].name, *tie);
}

void Judgement::share_out_in_all(const AwardRule& rule, Judged& judged)
{
    if (!rule.quota.total && !rule.quota.percent) return;
    by_place(judged.contenders);
    const auto share = [&](std::int64_t limit, std::uint32_t Contender::*ordinal, CriterionCode at) {
        if (const auto tie = share_out(line_of(judged.contenders), limit, weight(rule), ordinal,
                                       choice_for(rule, judged, at)))
            warn_tie(rule, {}, *tie);
    };
    if (rule.quota.total) share(*rule.quota.total, &Contender::in_total, CriterionCode::QuotaTotal);
    if (rule.quota.percent) share(percent_limit(rule), &Contender::in_percent, CriterionCode::QuotaPercent);
}

std::int64_t Judgement::percent_limit(const AwardRule& rule) const
{
    const auto& percent = *rule.quota.percent;
    __extension__ using Wide = __int128;
    Wide scale = 100;
    for (int i = 0; i < percent.scale(); ++i)
        scale *= 10;
    return static_cast<std::int64_t>(Wide(percent.coefficient()) * ranked / scale);
}

Choice Judgement::choice_for(const AwardRule& rule, Judged& judged, CriterionCode at) const
{
    return [this, &rule, &judged, at](std::span<const std::uint32_t> tied, std::uint32_t candidate) {
        for (std::size_t i = 0; i < options.decisions.size(); ++i) {
            const auto& decision = options.decisions[i];
            const auto& names = decision.recipients;
            if (!settles(decision, rule, tied) ||
                std::find(names.begin(), names.end(), standing_of(candidate).unit) == names.end())
                continue;
            judged.chosen.push_back({candidate, at, i});
            return true;
        }
        return false;
    };
}

bool Judgement::settles(const TieDecision& decision, const AwardRule& rule,
                        std::span<const std::uint32_t> tied) const
{
    if (decision.award != rule.award || decision.reason.empty()) return false;
    const auto& among = decision.among;
    return among.empty() ||
           (among.size() == tied.size() && std::all_of(tied.begin(), tied.end(), [&](std::uint32_t each) {
                return std::find(among.begin(), among.end(), standing_of(each).unit) != among.end();
            }));
}

const TieDecision* Judgement::decision_on(std::size_t award, std::uint32_t candidate, CriterionCode at) const
{
    for (const auto& each : awards[award].chosen)
        if (each.candidate == candidate && each.at == at) return &options.decisions[each.decision];
    return nullptr;
}

void Judgement::warn_about(std::string code, const AwardRule& rule, std::string group,
                           std::vector<std::string> arguments, std::vector<std::string> recipients)
{
    auto message = warning_message(code, std::move(arguments));
    warnings.push_back(
        {std::move(code), rule.award, std::move(group), std::move(message), std::move(recipients)});
}

void Judgement::warn_tie(const AwardRule& rule, std::string group, const Tie& tie)
{
    std::vector<std::string> names;
    for (const auto candidate : tie.candidates)
        names.push_back(standing_of(candidate).unit);
    const std::string place = tie.place == behind_all ? "–" : std::to_string(tie.place);
    std::vector arguments = {std::to_string(names.size()), place, std::to_string(tie.left)};
    warn_about("tie_at_quota", rule, std::move(group), std::move(arguments), std::move(names));
}

// What is not known about those who get the award.
void Judgement::warn_unknown(const AwardRule& rule, const Judged& judged)
{
    for (std::size_t k = 0; k < rule.all.size(); ++k) {
        std::vector<std::string> names;
        std::string code;
        for (const auto& each : judged.contenders) {
            const auto answer = judged.answers[std::size_t{each.candidate} * rule.all.size() + k];
            if (each.share != Share::Taken || answer != Answer::Unknown) continue;
            const auto& standing = standing_of(each.candidate);
            if (names.empty())
                code = criterion_code(
                    explain(rule.all[k], standing, rules.framework, rules.framework.decimals).code);
            names.push_back(standing.unit);
        }
        if (names.empty()) continue;
        std::vector arguments = {std::to_string(names.size())};
        warn_about(code + "_unknown", rule, {}, std::move(arguments), std::move(names));
    }
}

void Judgement::warn_ground(const AwardRule& rule, const Judged& judged)
{
    if (!is_flag(rule) || !rule.ground.empty()) return;
    std::vector<std::string> names;
    for (const auto& each : judged.contenders)
        if (each.share == Share::Taken) names.push_back(standing_of(each.candidate).unit);
    if (names.empty()) return;
    std::vector arguments = {std::to_string(names.size()), flag_article(rules.year)};
    warn_about("ground_missing", rule, {}, std::move(arguments), std::move(names));
}

}  // namespace rules
