// The steps of a dossier, as one table. Buttons, permission, refusals, the diagram in the README and the tests all read
// it; there is no second way into a state.
#pragma once

#include "domain/dossier.h"
#include "domain/user.h"

#include <optional>
#include <span>

namespace workflow {

using domain::DossierAction;
using domain::DossierState;
using domain::Role;

// What the actor must or must not have been in this dossier.
enum class Duty {
    Anyone,
    TheSubmitter,
    NotTheSubmitter,
    NotInvolved,  // neither the submitter, nor the appraiser, nor anyone who added a nominee
};

enum class Precondition {
    None,
    HasNominees,             // at least one nominee that is no empty place
    NobodyHasActed,          // since it was submitted
    EveryNomineeHasVerdict,  // of the appraiser, in this pass
    SomebodyStands,          // at least one nominee is not refused
};

struct Transition {
    DossierState from;
    DossierAction action;
    DossierState to;
    Role role;  // held for the province
    Duty duty;
    bool needs_reason;
    Precondition precondition;
};

inline constexpr Transition transitions[] = {
    // from                    action                  to                       role             duty                   reason  precondition
    // clang-format off
    { DossierState::Draft,     DossierAction::Submit,   DossierState::Submitted, Role::Officer,   Duty::Anyone,          false, Precondition::HasNominees },
    { DossierState::Draft,     DossierAction::Withdraw, DossierState::Withdrawn, Role::Officer,   Duty::Anyone,          false, Precondition::None },
    { DossierState::Submitted, DossierAction::Recall,   DossierState::Draft,     Role::Officer,   Duty::TheSubmitter,    false, Precondition::NobodyHasActed },
    { DossierState::Submitted, DossierAction::Return,   DossierState::Draft,     Role::Appraiser, Duty::NotTheSubmitter, true,  Precondition::None },
    { DossierState::Submitted, DossierAction::Appraise, DossierState::Appraised, Role::Appraiser, Duty::NotTheSubmitter, false, Precondition::EveryNomineeHasVerdict },
    { DossierState::Appraised, DossierAction::Forward,  DossierState::WithChair, Role::Director,  Duty::Anyone,          false, Precondition::SomebodyStands },
    { DossierState::WithChair, DossierAction::Approve,  DossierState::Approved,  Role::Chair,     Duty::NotInvolved,     false, Precondition::SomebodyStands },
    { DossierState::WithChair, DossierAction::Return,   DossierState::Submitted, Role::Chair,     Duty::Anyone,          true,  Precondition::None },
    { DossierState::WithChair, DossierAction::Reject,   DossierState::Rejected,  Role::Chair,     Duty::Anyone,          true,  Precondition::None },
    { DossierState::Approved,  DossierAction::Decide,   DossierState::Decided,   Role::Clerk,     Duty::Anyone,          false, Precondition::None },
    // clang-format on
};

// The line for an action in a state, or nothing when the state does not know it.
[[nodiscard]] constexpr const Transition* transition(DossierState from, DossierAction action)
{
    for (const auto& line : transitions)
        if (line.from == from && line.action == action) return &line;
    return nullptr;
}

consteval bool each_step_is_listed_once()
{
    for (const auto& line : transitions)
        if (transition(line.from, line.action) != &line) return false;
    return true;
}

consteval bool every_state_can_be_reached()
{
    bool reached[std::size(domain::dossier_states)] = {true};  // a dossier begins as a draft
    for (std::size_t round = 0; round < std::size(domain::dossier_states); ++round)
        for (const auto& line : transitions)
            if (reached[static_cast<std::size_t>(line.from)])
                reached[static_cast<std::size_t>(line.to)] = true;
    for (const bool state : reached)
        if (!state) return false;
    return true;
}

consteval bool every_refusing_step_needs_a_reason()
{
    for (const auto& line : transitions)
        if ((line.action == DossierAction::Return || line.action == DossierAction::Reject) &&
            !line.needs_reason)
            return false;
    return true;
}

consteval bool the_proposer_never_approves()
{
    for (const auto& line : transitions)
        if (line.to == DossierState::Approved && line.duty != Duty::NotInvolved) return false;
    return true;
}

static_assert(each_step_is_listed_once());
static_assert(every_state_can_be_reached());
static_assert(every_refusing_step_needs_a_reason());
static_assert(the_proposer_never_approves());

}  // namespace workflow
