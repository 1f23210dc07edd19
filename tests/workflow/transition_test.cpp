#include "tests/workflow/people.h"
#include "workflow/diagram.h"
#include "workflow/transition.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

namespace {

using domain::DossierAction;
using domain::DossierState;
using domain::Role;
using tests::dossier_in;
using tests::every_role;
using tests::fulfilled;
using tests::person_with;

// The contract, written a second time by hand: (state, action) -> role and next state.
struct Expected {
    Role role;
    DossierState to;
};
const std::map<std::pair<DossierState, DossierAction>, Expected> contract = {
    {{DossierState::Draft, DossierAction::Submit}, {Role::Officer, DossierState::Submitted}},
    {{DossierState::Draft, DossierAction::Withdraw}, {Role::Officer, DossierState::Withdrawn}},
    {{DossierState::Submitted, DossierAction::Recall}, {Role::Officer, DossierState::Draft}},
    {{DossierState::Submitted, DossierAction::Return}, {Role::Appraiser, DossierState::Draft}},
    {{DossierState::Submitted, DossierAction::Appraise}, {Role::Appraiser, DossierState::Appraised}},
    {{DossierState::Appraised, DossierAction::Forward}, {Role::Director, DossierState::WithChair}},
    {{DossierState::WithChair, DossierAction::Approve}, {Role::Chair, DossierState::Approved}},
    {{DossierState::WithChair, DossierAction::Return}, {Role::Chair, DossierState::Submitted}},
    {{DossierState::WithChair, DossierAction::Reject}, {Role::Chair, DossierState::Rejected}},
    {{DossierState::Approved, DossierAction::Decide}, {Role::Clerk, DossierState::Decided}},
};

std::string named(DossierState state, DossierAction action, Role role)
{
    return std::string(domain::state_code(state)) + " " + std::string(domain::action_code(action)) + " " +
           std::string(domain::role_code(role));
}

TEST(Transitions, EveryStateWithEveryActionAndEveryRoleDoesWhatTheContractSays)
{
    for (const auto state : domain::dossier_states)
        for (const auto action : domain::dossier_actions)
            for (const auto role : every_role) {
                auto user = person_with(role, tests::outsider.value);
                if (action == DossierAction::Recall) user.id = tests::submitter;
                const auto taken =
                    workflow::take(dossier_in(state), action, user, tests::noon(), "lý do", fulfilled());
                const auto line = contract.find({state, action});
                const bool allowed = line != contract.end() && line->second.role == role;
                EXPECT_EQ(static_cast<bool>(taken), allowed) << named(state, action, role);
                if (taken && allowed) {
                    EXPECT_EQ(taken->after.state, line->second.to) << named(state, action, role);
                }
            }
}

TEST(Transitions, ButtonsAreExactlyTheStepsThatWouldSucceed)
{
    for (const auto state : domain::dossier_states)
        for (const auto role : every_role) {
            const auto user = person_with(role, tests::outsider.value);
            const auto open = workflow::open_actions(dossier_in(state), user, fulfilled());
            for (const auto action : domain::dossier_actions) {
                const bool shown = std::find(open.begin(), open.end(), action) != open.end();
                const auto taken =
                    workflow::take(dossier_in(state), action, user, tests::noon(), "lý do", fulfilled());
                EXPECT_EQ(shown, static_cast<bool>(taken)) << named(state, action, role);
            }
        }
}

TEST(Transitions, ADisabledUserTakesNoStep)
{
    for (const auto& line : workflow::transitions) {
        auto user = person_with(line.role, tests::submitter.value);
        user.disabled = true;
        EXPECT_FALSE(
            workflow::take(dossier_in(line.from), line.action, user, tests::noon(), "lý do", fulfilled()));
    }
}

TEST(Transitions, ARoleForOneUnitOrWithoutAScopeTakesNoStep)
{
    for (const auto& line : workflow::transitions)
        for (const auto& grant :
             {domain::Grant{line.role, domain::UnitId{3}, false}, domain::Grant{line.role, {}, false}}) {
            auto user = person_with(line.role, tests::outsider.value);
            user.grants = {grant};
            EXPECT_FALSE(workflow::take(dossier_in(line.from), line.action, user, tests::noon(), "lý do",
                                        fulfilled()));
        }
}

TEST(Transitions, EndedDossiersKnowNoAction)
{
    for (const auto state : {DossierState::Rejected, DossierState::Decided, DossierState::Withdrawn}) {
        EXPECT_FALSE(workflow::holder(state));
        for (const auto action : domain::dossier_actions)
            EXPECT_FALSE(workflow::transition(state, action));
    }
}

TEST(Transitions, EveryStateAndActionHasItsOwnCode)
{
    for (const auto state : domain::dossier_states)
        EXPECT_EQ(domain::state_from_code(domain::state_code(state)), state);
    for (const auto action : domain::dossier_actions)
        EXPECT_EQ(domain::action_from_code(domain::action_code(action)), action);
    EXPECT_FALSE(domain::state_from_code("signed"));
    EXPECT_FALSE(domain::action_from_code(""));
}

TEST(Transitions, TheDiagramNamesEveryLine)
{
    const auto text = workflow::diagram();
    EXPECT_NE(text.find("draft --> submitted : submit (officer)\n"), std::string::npos);
    EXPECT_NE(
        text.find(
            "with_chair --> approved : approve (chair, not the submitter, the appraiser or a nominator)\n"),
        std::string::npos);
    EXPECT_NE(text.find("decided --> [*]\n"), std::string::npos);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), std::ssize(workflow::transitions) + 2 + 3);
}

// When it fails: put what workflow::diagram() gives between the lines ```mermaid and ``` of README.md.
TEST(Transitions, TheReadmesDiagramIsTheTables)
{
    std::ifstream file(VINHDANH_SOURCE_DIR "/README.md");
    const std::string readme{std::istreambuf_iterator<char>(file), {}};
    EXPECT_NE(readme.find("```mermaid\n" + workflow::diagram() + "```\n"), std::string::npos)
        << workflow::diagram();
}

}  // namespace
