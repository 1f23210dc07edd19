#include "rules/reasons.h"

#include <algorithm>

namespace rules {
namespace {

using domain::Criterion;
using domain::CriterionCode;

std::string article(const Judgement& judgement, std::size_t award)
{
    return judgement.options.rules_name + ", mục " + std::to_string(award + 1);
}

// The quota that stopped a unit is the last one it reached.
CriterionCode reached_last(const Contender& contender)
{
    if (contender.in_percent != 0) return CriterionCode::QuotaPercent;
    if (contender.in_total != 0) return CriterionCode::QuotaTotal;
    return CriterionCode::QuotaGroup;
}

// Quotas concern those who meet the conditions; the others take up nothing of them.
Criterion quota(CriterionCode code, std::int64_t limit, const Contender* contender, std::uint32_t ordinal)
{
    Criterion criterion;
    criterion.code = code;
    criterion.required = "<= " + std::to_string(limit);
    criterion.met = true;
    criterion.actual = "không chiếm suất";
    if (!contender || ordinal == 0) return criterion;
    criterion.met = contender->share == Share::Taken || reached_last(*contender) != code;
    criterion.actual = contender->share == Share::Tied && !*criterion.met
                           ? std::string(shared_place) + std::to_string(contender->place)
                           : std::to_string(ordinal);
    return criterion;
}

void add_quotas(domain::Verdict& verdict, const Judgement& judgement, std::size_t award,
                std::uint32_t candidate)
{
    const auto& rule = judgement.rules.awards[award];
    const auto* contender = judgement.contender(award, candidate);
    const auto add = [&](CriterionCode code, std::int64_t limit, std::uint32_t Contender::*ordinal) {
        auto criterion = quota(code, limit, contender, contender ? contender->*ordinal : 0);
        if (contender && contender->share == Share::Taken)
            if (const auto* decision = judgement.decision_on(award, candidate, code))
                criterion.actual += " (" + std::string(was_chosen) + decision->reason + ")";
        criterion.article = article(judgement, award);
        verdict.criteria.push_back(std::move(criterion));
    };
    if (rule.quota.per_group) add(CriterionCode::QuotaGroup, *rule.quota.per_group, &Contender::in_group);
    if (rule.quota.total) add(CriterionCode::QuotaTotal, *rule.quota.total, &Contender::in_total);
    if (rule.quota.percent)
        add(CriterionCode::QuotaPercent, judgement.percent_limit(rule), &Contender::in_percent);
}

Criterion one_award(const Judgement& judgement, std::size_t award, std::uint32_t candidate)
{
    const bool had = judgement.holds_before(award, candidate);
    Criterion criterion;
    criterion.code = CriterionCode::OneAward;
    criterion.required = "chưa nhận hình thức khác";
    criterion.actual = had ? std::string(had_item) + std::to_string(judgement.holds[candidate]) : "chưa nhận";
    criterion.met = !had;
    criterion.article = judgement.options.rules_name + ", phần chung";
    return criterion;
}

Criterion exclusion(const Judgement& judgement, std::size_t group, const domain::Standing& standing)
{
    const auto& rules = judgement.rules;
    Criterion criterion;
    criterion.code = CriterionCode::Excluded;
    criterion.required = !rules.exclude_last_place ? "có xếp hạng"
                         : rules.exclude_unranked  ? "có xếp hạng, không cuối nhóm"
                                                   : "không cuối nhóm";
    criterion.actual =
        standing.place ? std::string(at_place) + std::to_string(*standing.place) : "không xếp hạng";
    if (judgement.last(group, standing)) criterion.actual += ", cuối nhóm";
    criterion.met = !judgement.excluded(group, standing);
    criterion.article = judgement.options.rules_name + ", phần chung";
    return criterion;
}

Criterion ground(const Judgement& judgement, std::size_t award)
{
    const auto& rule = judgement.rules.awards[award];
    Criterion criterion;
    criterion.code = CriterionCode::Ground;
    criterion.required = is_flag(rule) ? "dẫn đầu cụm, khối thi đua do tỉnh tổ chức" : "có căn cứ xét";
    criterion.actual = rule.ground.empty() ? "chưa gắn căn cứ" : rule.ground;
    if (!rule.ground.empty()) criterion.met = true;
    criterion.article = is_flag(rule) ? flag_article(judgement.rules.year) : article(judgement, award);
    return criterion;
}

}  // namespace

domain::Verdict verdict_of(const Judgement& judgement, std::size_t award, std::size_t group,
                           std::uint32_t candidate)
{
    const auto& rules = judgement.rules;
    const auto& rule = rules.awards[award];
    const auto& standing = judgement.groups[group].standings[candidate - judgement.first[group]];
    const auto& moved_up = judgement.awards[award].moved_up;
    const bool moved = std::binary_search(moved_up.begin(), moved_up.end(), candidate);
    domain::Verdict verdict;
    for (const auto& condition : rule.all) {
        auto& criterion = verdict.criteria.emplace_back(
            explain(condition, standing, rules.framework, judgement.groups[group].decimals));
        if (moved && std::holds_alternative<domain::PlaceBetween>(condition.what) &&
            !criterion.met.value_or(true)) {
            criterion.met = true;
            criterion.actual += std::string(" (") + std::string(moved_into_place);
            if (const auto* decision = judgement.decision_on(award, candidate, CriterionCode::Place))
                criterion.actual += "; " + std::string(was_chosen) + decision->reason;
            criterion.actual += ")";
        }
        criterion.article = article(judgement, award);
    }
    add_quotas(verdict, judgement, award, candidate);
    if (rules.one_award_per_subject) verdict.criteria.push_back(one_award(judgement, award, candidate));
    if (rules.exclude_unranked || rules.exclude_last_place)
        verdict.criteria.push_back(exclusion(judgement, group, standing));
    if (is_flag(rule) || !rule.ground.empty()) verdict.criteria.push_back(ground(judgement, award));
    // Whatever is asked, the unit's published result is what it was held against.
    for (auto& criterion : verdict.criteria)
        criterion.evidence = standing.evidence;
    return verdict;
}

}  // namespace rules
