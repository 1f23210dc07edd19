// Short ways to write standings and rule sets in tests, as an official would say them.
#pragma once

#include "domain/rule_set.h"
#include "domain/standing.h"
#include "rules/propose.h"

#include <string>
#include <vector>

namespace rules_test {

inline base::Decimal number(const std::string& text)
{
    return *base::Decimal::parse(text);
}

// "Sở A" at place 1 with 90.94; place 0: not ranked.
inline domain::Standing unit(const std::string& name, int place, const std::string& index)
{
    domain::Standing standing;
    standing.unit = name;
    if (place > 0) standing.place = place;
    standing.index = number(index);
    standing.evidence = "PAR 2021!F" + std::to_string(place + 7);
    return standing;
}

inline domain::GroupStandings group(const std::string& name, std::vector<domain::Standing> standings)
{
    domain::GroupStandings group;
    group.name = name;
    group.standings = std::move(standings);
    return group;
}

inline domain::Condition place(int first, int last)
{
    return {domain::PlaceBetween{first, last}};
}
inline domain::Condition floor(const std::string& index)
{
    return {domain::Floor{number(index)}};
}
inline domain::Condition band(const std::string& name)
{
    return {domain::InBand{name}};
}
inline domain::Condition rise_points(const std::string& least)
{
    return {domain::RisePoints{number(least)}};
}
inline domain::Condition rise_places(int least)
{
    return {domain::RisePlaces{least}};
}
inline domain::Condition any(std::vector<domain::Condition> conditions)
{
    return {domain::AnyOf{std::move(conditions)}};
}

inline domain::AwardRule collective(const std::string& award, std::vector<domain::Condition> all,
                                    domain::Quota quota = {})
{
    domain::AwardRule rule;
    rule.award = award;
    rule.all = std::move(all);
    rule.quota = std::move(quota);
    return rule;
}

inline domain::AwardRule individual(const std::string& award, domain::AwardRule::Per per, int count)
{
    domain::AwardRule rule;
    rule.award = award;
    rule.kind = domain::RecipientKind::Individual;
    rule.per = per;
    rule.count = count;
    return rule;
}

inline domain::RuleSet rule_set(std::vector<domain::AwardRule> awards)
{
    domain::RuleSet rules;
    rules.name = "Khen thưởng CCHC";
    rules.year = 2021;
    rules.awards = std::move(awards);
    return rules;
}

// "COT Sở A", "BKT Sở B", ... in the order proposed.
inline std::vector<std::string> lines(const std::vector<domain::Proposal>& proposals)
{
    std::vector<std::string> lines;
    for (const auto& proposal : proposals)
        lines.push_back(proposal.award + " " + proposal.recipient);
    return lines;
}

inline const domain::Criterion* criterion(const domain::Proposal& proposal, domain::CriterionCode code)
{
    for (const auto& each : proposal.verdict.criteria)
        if (each.code == code) return &each;
    return nullptr;
}

}  // namespace rules_test
