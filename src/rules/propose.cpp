#include "rules/propose.h"

#include "rules/judgement.h"
#include "rules/reasons.h"

namespace rules {
namespace {

using domain::RecipientKind;

constexpr std::size_t most_just_missed = 5;  // per award and group

domain::Proposal proposal(const Judgement& judgement, std::size_t award, std::size_t group,
                          std::uint32_t candidate)
{
    const auto& standing = judgement.groups[group].standings[candidate - judgement.first[group]];
    return {.award = judgement.rules.awards[award].award,
            .kind = judgement.rules.awards[award].kind,
            .recipient = standing.unit,
            .group = judgement.groups[group].name,
            .place = standing.place,
            .verdict = verdict_of(judgement, award, group, candidate)};
}

// Calls `visit(award, group, candidate, just_missed)` for every unit that does not get a collective award, in the order
// of lists.
template <class Visit> void each_without(const Judgement& judgement, Visit&& visit)
{
    for (std::size_t award = 0; award < judgement.awards.size(); ++award) {
        if (judgement.rules.awards[award].kind != RecipientKind::Collective) continue;
        for (std::size_t group = 0; group < judgement.groups.size(); ++group) {
            std::size_t missed = 0;
            for (std::uint32_t each = judgement.first[group]; each < judgement.first[group + 1]; ++each) {
                if (judgement.takes(award, each)) continue;
                const bool just = missed < most_just_missed && judgement.holds[each] == 0 &&
                                  judgement.unmet(award, group, each) == 1;
                missed += just ? 1 : 0;
                visit(award, group, each, just);
            }
        }
    }
}

}  // namespace

struct Evaluation::State : Judgement {
    using Judgement::Judgement;
};

Evaluation::Evaluation(std::span<const domain::GroupStandings> groups, const domain::RuleSet& rules,
                       ProposeOptions options)
    : state_(std::make_unique<State>(groups, rules, std::move(options)))
{
}

Evaluation::~Evaluation() = default;
Evaluation::Evaluation(Evaluation&&) noexcept = default;

std::size_t Evaluation::candidates() const
{
    return state_->first.back();
}

domain::Verdict Evaluation::verdict(std::size_t award, std::size_t group, std::size_t unit) const
{
    return verdict_of(*state_, award, group, state_->first[group] + static_cast<std::uint32_t>(unit));
}

std::vector<domain::Proposal> Evaluation::proposals() const
{
    std::vector<domain::Proposal> list;
    for (std::size_t award = 0; award < state_->awards.size(); ++award) {
        if (state_->rules.awards[award].kind != RecipientKind::Collective) continue;
        for (const auto& each : state_->awards[award].contenders)
            if (each.share == Share::Taken)
                list.push_back(proposal(*state_, award, state_->group_of(each.candidate), each.candidate));
    }
    return list;
}

std::vector<domain::Proposal> Evaluation::just_missed() const
{
    std::vector<domain::Proposal> list;
    each_without(*state_, [&](std::size_t award, std::size_t group, std::uint32_t each, bool just) {
        if (just) list.push_back(proposal(*state_, award, group, each));
    });
    return list;
}

std::vector<domain::Proposal> Evaluation::others() const
{
    std::vector<domain::Proposal> list;
    each_without(*state_, [&](std::size_t award, std::size_t group, std::uint32_t each, bool just) {
        if (!just) list.push_back(proposal(*state_, award, group, each));
    });
    return list;
}

std::vector<domain::IndividualPlace> Evaluation::individual_places() const
{
    std::vector<domain::IndividualPlace> list;
    for (std::size_t award = 0; award < state_->awards.size(); ++award) {
        const auto& rule = state_->rules.awards[award];
        if (rule.kind != RecipientKind::Individual) continue;
        for (const auto& each : state_->awards[award].contenders)
            if (each.share == Share::Taken)
                list.push_back({state_->standing_of(each.candidate).unit,
                                state_->groups[state_->group_of(each.candidate)].name, rule.award,
                                rule.count});
    }
    return list;
}

std::vector<domain::ProposalWarning> Evaluation::warnings() const
{
    return state_->warnings;
}

domain::ProposalResult propose(std::span<const domain::GroupStandings> groups, const domain::RuleSet& rules,
                               const ProposeOptions& options)
{
    const Evaluation evaluation(groups, rules, options);
    return {.proposals = evaluation.proposals(),
            .just_missed = evaluation.just_missed(),
            .others = evaluation.others(),
            .individual_places = evaluation.individual_places(),
            .warnings = evaluation.warnings()};
}

}  // namespace rules
