// Everybody judged against every award and the quotas shared out, before any words: per award one byte for each
// condition and unit, and a line for each unit that met them all.
#pragma once

#include "rules/condition.h"
#include "rules/propose.h"
#include "rules/quota.h"

namespace rules {

// Regulated by law for the flag: it goes to the leader of a peer group that the province organises.
[[nodiscard]] bool is_flag(const domain::AwardRule& rule);
// Results of a year are rewarded in the next one: since 2024 under the Law of 2022, art. 26, before under Decree
// 91/2017, art. 12.
[[nodiscard]] std::string flag_article(int year);

struct Judgement {
    // A unit preferred in a tie: at which quota (Place: at a place to be filled) and by which decision.
    struct Chosen {
        std::uint32_t candidate = 0;
        domain::CriterionCode at = domain::CriterionCode::Place;
        std::size_t decision = 0;
    };
    struct Judged {
        std::vector<Answer> answers;          // candidate × conditions
        std::vector<Contender> contenders;    // by candidate
        std::vector<std::uint32_t> moved_up;  // by fill; sorted
        std::vector<Chosen> chosen;           // few: whom an officer preferred
    };

    std::span<const domain::GroupStandings> groups;
    const domain::RuleSet& rules;
    ProposeOptions options;

    std::vector<std::uint32_t> first;  // candidate of each group, and the end
    std::vector<int> last_place;       // of each group; 0: nobody is last
    std::int64_t ranked = 0;
    std::vector<std::uint16_t> holds;  // the first award a unit got, from 1; 0: none
    std::vector<Judged> awards;
    std::vector<domain::ProposalWarning> warnings;

    Judgement(std::span<const domain::GroupStandings> all, const domain::RuleSet& set, ProposeOptions how);

    [[nodiscard]] std::size_t group_of(std::uint32_t candidate) const;
    [[nodiscard]] const domain::Standing& standing_of(std::uint32_t candidate) const;
    // Bottom of its group; a leader never is, not even alone.
    [[nodiscard]] bool last(std::size_t group, const domain::Standing& standing) const;
    [[nodiscard]] bool excluded(std::size_t group, const domain::Standing& standing) const;
    // One of an earlier award's holders.
    [[nodiscard]] bool holds_before(std::size_t award, std::uint32_t candidate) const;
    [[nodiscard]] const Contender* contender(std::size_t award, std::uint32_t candidate) const;
    [[nodiscard]] bool takes(std::size_t award, std::uint32_t candidate) const;
    // How many criteria are known not to be met: what the verdict in words will count.
    [[nodiscard]] int unmet(std::size_t award, std::size_t group, std::uint32_t candidate) const;
    // Percentages are of the ranked units, rounded down.
    [[nodiscard]] std::int64_t percent_limit(const domain::AwardRule& rule) const;
    // Which decision brought the unit past that quota; null: it needed none.
    [[nodiscard]] const TieDecision* decision_on(std::size_t award, std::uint32_t candidate,
                                                 domain::CriterionCode at) const;

private:
    [[nodiscard]] bool free_for(const domain::AwardRule& rule, std::size_t group,
                                std::uint32_t candidate) const;
    void evaluate(std::size_t award);
    void judge_group(const domain::AwardRule& rule, Judged& judged, std::size_t group);
    void fill(const domain::AwardRule& rule, Judged& judged, std::size_t group,
              std::vector<Contender>& inside, std::vector<Contender>& below);
    void share_out_in_group(const domain::AwardRule& rule, Judged& judged, std::size_t group,
                            std::vector<Contender>& contenders);
    void share_out_in_all(const domain::AwardRule& rule, Judged& judged);
    [[nodiscard]] Choice choice_for(const domain::AwardRule& rule, Judged& judged,
                                    domain::CriterionCode at) const;
    [[nodiscard]] bool settles(const TieDecision& decision, const domain::AwardRule& rule,
                               std::span<const std::uint32_t> tied) const;
    void warn_about(std::string code, const domain::AwardRule& rule, std::string group,
                    std::vector<std::string> arguments, std::vector<std::string> recipients);
    void warn_tie(const domain::AwardRule& rule, std::string group, const Tie& tie);
    void warn_unknown(const domain::AwardRule& rule, const Judged& judged);
    void warn_ground(const domain::AwardRule& rule, const Judged& judged);
};

}  // namespace rules
