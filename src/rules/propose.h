// Standings and a rule set -> who is proposed for what, with the reason of each. Pure: the same standings, rules and
// decisions give the same result, byte by byte.
//
// Awards are tried in the rule set's order and a unit gets the first it meets. Places are those of the standing; nobody
// moves up unless the award says fill. A criterion whose value is not known (no result last year, no legal ground
// named) is neither met nor unmet: it warns and never excludes. A quota that would cut through equal places takes none
// of them until the ranking or an officer decides. Exclusions concern collectives only; individual places follow the
// assessed or rewarded units.
#pragma once

#include "domain/proposal.h"
#include "domain/standing.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rules {

// An officer's choice among units of equal place which a quota would cut through.
struct TieDecision {
    std::string award;
    std::vector<std::string> recipients;  // those who get it, by unit name
    std::string reason;                   // without a reason the decision is not used
    // All units of that tie: the decision settles no other one, even when these units meet again elsewhere. Empty:
    // whichever tie of the award they stand in.
    std::vector<std::string> among = {};
    friend bool operator==(const TieDecision&, const TieDecision&) = default;
};

struct ProposeOptions {
    std::vector<TieDecision> decisions;
    std::string rules_name = "Bộ quy tắc";  // how articles cite the rules: "Bộ quy tắc bản 3"
};

// Every candidate judged against every award, kept as a few bytes each; the words are made when asked for. Borrows the
// standings and the rules: they outlive it.
class Evaluation {
public:
    Evaluation(std::span<const domain::GroupStandings> groups, const domain::RuleSet& rules,
               ProposeOptions options);
    ~Evaluation();
    Evaluation(Evaluation&&) noexcept;

    // How many units were judged.
    [[nodiscard]] std::size_t candidates() const;
    // All criteria of one award (its position in the rule set) for one unit.
    [[nodiscard]] domain::Verdict verdict(std::size_t award, std::size_t group, std::size_t unit) const;

    [[nodiscard]] std::vector<domain::Proposal> proposals() const;
    [[nodiscard]] std::vector<domain::Proposal> just_missed() const;
    [[nodiscard]] std::vector<domain::Proposal> others() const;
    [[nodiscard]] std::vector<domain::IndividualPlace> individual_places() const;
    [[nodiscard]] std::vector<domain::ProposalWarning> warnings() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The whole result in words.
[[nodiscard]] domain::ProposalResult propose(std::span<const domain::GroupStandings> groups,
                                             const domain::RuleSet& rules,
                                             const ProposeOptions& options = {});

}  // namespace rules
