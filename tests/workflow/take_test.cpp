#include "tests/workflow/people.h"
#include "workflow/take.h"

#include <gtest/gtest.h>

namespace {

using base::ErrorKind;
using domain::DossierAction;
using domain::DossierState;
using domain::Role;
using domain::VerdictStep;
using tests::dossier_in;
using tests::fulfilled;
using tests::noon;
using tests::person_with;

base::Result<workflow::Taken> take(const domain::Dossier& dossier, DossierAction action,
                                   const domain::User& user,
                                   const workflow::NomineeFacts& facts = fulfilled(),
                                   const std::string& reason = "Bổ sung báo cáo thành tích")
{
    return workflow::take(dossier, action, user, noon(), reason, facts);
}

domain::User as(Role role, domain::UserId id)
{
    return person_with(role, id.value);
}

TEST(Duties, TheSubmitterDoesNotAppraise)
{
    const auto taken = take(dossier_in(DossierState::Submitted), DossierAction::Appraise,
                            as(Role::Appraiser, tests::submitter));
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, ErrorKind::Forbidden);
}

TEST(Duties, TheSubmitterDoesNotReturnHisOwnDossierAsAppraiser)
{
    EXPECT_FALSE(take(dossier_in(DossierState::Submitted), DossierAction::Return,
                      as(Role::Appraiser, tests::submitter)));
}

TEST(Duties, NobodyWhoHadAHandInItApproves)
{
    for (const auto id : {tests::submitter, tests::appraiser, tests::nominator, tests::creator}) {
        const auto taken =
            take(dossier_in(DossierState::WithChair), DossierAction::Approve, as(Role::Chair, id));
        ASSERT_FALSE(taken) << id.value;
        EXPECT_EQ(taken.error().kind, ErrorKind::Forbidden);
    }
    EXPECT_TRUE(
        take(dossier_in(DossierState::WithChair), DossierAction::Approve, as(Role::Chair, tests::outsider)));
}

TEST(Duties, WhoeverGaveAVerdictAsAppraiserDoesNotApproveEvenWhenAnotherClosedTheAppraisal)
{
    auto facts = fulfilled();
    facts.appraisers.push_back(tests::outsider);
    EXPECT_FALSE(take(dossier_in(DossierState::WithChair), DossierAction::Approve,
                      as(Role::Chair, tests::outsider), facts));
}

TEST(Duties, WhoeverMadeTheDossierDoesNotApproveItEvenWhenOthersFilledEveryPlace)
{
    auto facts = fulfilled();
    facts.nominators = {tests::nominator};
    EXPECT_FALSE(take(dossier_in(DossierState::WithChair), DossierAction::Approve,
                      as(Role::Chair, tests::creator), facts));
}

TEST(Duties, TheChairWhoNominatedMayStillReturnOrReject)
{
    const auto chair = as(Role::Chair, tests::nominator);
    EXPECT_TRUE(take(dossier_in(DossierState::WithChair), DossierAction::Return, chair));
    EXPECT_TRUE(take(dossier_in(DossierState::WithChair), DossierAction::Reject, chair));
}

TEST(Duties, OnlyTheSubmitterRecalls)
{
    EXPECT_TRUE(take(dossier_in(DossierState::Submitted), DossierAction::Recall,
                     as(Role::Officer, tests::submitter)));
    EXPECT_FALSE(
        take(dossier_in(DossierState::Submitted), DossierAction::Recall, as(Role::Officer, tests::outsider)));
}

TEST(Preconditions, ADossierSomebodyHasActedOnIsNotRecalled)
{
    auto dossier = dossier_in(DossierState::Submitted);
    dossier.handled = true;
    const auto taken = take(dossier, DossierAction::Recall, as(Role::Officer, tests::submitter));
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, ErrorKind::Conflict);
}

TEST(Preconditions, AnEmptyDossierIsNotSubmitted)
{
    workflow::NomineeFacts facts;
    facts.empty_places = 29;
    EXPECT_FALSE(take(dossier_in(DossierState::Draft), DossierAction::Submit,
                      as(Role::Officer, tests::creator), facts));
    facts.named = 1;
    EXPECT_TRUE(take(dossier_in(DossierState::Draft), DossierAction::Submit,
                     as(Role::Officer, tests::creator), facts));
}

TEST(Preconditions, AppraisalIsCompleteOnlyWithAVerdictOnEveryNominee)
{
    auto facts = fulfilled();
    facts.without_verdict = 3;
    const auto taken = take(dossier_in(DossierState::Submitted), DossierAction::Appraise,
                            as(Role::Appraiser, tests::outsider), facts);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().message.vietnamese(), "Còn 3 đối tượng chưa có ý kiến thẩm định.");
}

TEST(Preconditions, ADossierInWhichNobodyStandsGoesNoFurther)
{
    auto facts = fulfilled();
    facts.standing = 0;
    EXPECT_FALSE(take(dossier_in(DossierState::Appraised), DossierAction::Forward,
                      as(Role::Director, tests::outsider), facts));
    EXPECT_FALSE(take(dossier_in(DossierState::WithChair), DossierAction::Approve,
                      as(Role::Chair, tests::outsider), facts));
    EXPECT_TRUE(take(dossier_in(DossierState::WithChair), DossierAction::Reject,
                     as(Role::Chair, tests::outsider), facts));
}

TEST(Reasons, ReturningAndRejectingNeedOne)
{
    for (const auto& line : workflow::transitions) {
        auto user = as(line.role, tests::outsider);
        if (line.duty == workflow::Duty::TheSubmitter) user.id = tests::submitter;
        const auto taken = take(dossier_in(line.from), line.action, user, fulfilled(), "");
        const bool asks = line.action == DossierAction::Return || line.action == DossierAction::Reject;
        EXPECT_EQ(static_cast<bool>(taken), !asks) << domain::action_code(line.action);
        if (!taken) {
            EXPECT_EQ(taken.error().field, "reason");
        }
    }
}

TEST(Steps, LeaveWhoWhenFromToAndWhy)
{
    const auto chair = as(Role::Chair, tests::outsider);
    const auto taken = take(dossier_in(DossierState::WithChair), DossierAction::Return, chair);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->step.dossier, domain::DossierId{18});
    EXPECT_EQ(taken->step.action, DossierAction::Return);
    EXPECT_EQ(taken->step.from, DossierState::WithChair);
    EXPECT_EQ(taken->step.to, DossierState::Submitted);
    EXPECT_EQ(taken->step.by, chair.id);
    EXPECT_EQ(taken->step.by_name, chair.name);
    EXPECT_EQ(taken->step.at, noon());
    EXPECT_EQ(taken->step.reason, "Bổ sung báo cáo thành tích");
    EXPECT_EQ(taken->after.changed_by, chair.id);
    EXPECT_EQ(taken->after.state_since, noon());
    EXPECT_EQ(taken->after.version, 7) << "the version seen; storing raises it";
}

TEST(Steps, AReturnByTheChairMakesAppraisalBeginAnew)
{
    auto forwarded = dossier_in(DossierState::WithChair);
    forwarded.forwarded_by = tests::outsider;
    const auto taken = take(forwarded, DossierAction::Return, as(Role::Chair, tests::outsider));
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->after.pass, 2);
    EXPECT_FALSE(taken->after.appraised_by);
    EXPECT_FALSE(taken->after.forwarded_by);
    EXPECT_EQ(taken->after.submitted_by, tests::submitter)
        << "still the submitter's, who may not appraise it";
    EXPECT_TRUE(taken->after.handled) << "and may not recall it either";
}

TEST(Steps, AReturnedOrRecalledDraftHasNoSubmitter)
{
    const auto returned = take(dossier_in(DossierState::Submitted), DossierAction::Return,
                               as(Role::Appraiser, tests::outsider));
    ASSERT_TRUE(returned);
    EXPECT_FALSE(returned->after.submitted_by);
    EXPECT_EQ(returned->after.pass, 2);
    const auto recalled =
        take(dossier_in(DossierState::Submitted), DossierAction::Recall, as(Role::Officer, tests::submitter));
    ASSERT_TRUE(recalled);
    EXPECT_FALSE(recalled->after.submitted_by);
    EXPECT_EQ(recalled->after.pass, 1);
}

TEST(Steps, ADossierSubmittedAgainCanBeRecalledAgain)
{
    auto draft = dossier_in(DossierState::Draft);
    draft.handled = true;
    const auto taken = take(draft, DossierAction::Submit, as(Role::Officer, tests::submitter));
    ASSERT_TRUE(taken);
    EXPECT_FALSE(taken->after.handled);
    EXPECT_EQ(taken->after.submitted_by, tests::submitter);
    EXPECT_EQ(taken->after.submitted_at, noon());
    EXPECT_TRUE(take(taken->after, DossierAction::Recall, as(Role::Officer, tests::submitter)));
}

domain::Nominee nominee(std::vector<domain::NomineeVerdict> verdicts, domain::RecipientKind kind)
{
    domain::Nominee nominee;
    nominee.kind = kind;
    nominee.added_by = tests::nominator;
    nominee.verdicts = std::move(verdicts);
    return nominee;
}

domain::NomineeVerdict said(VerdictStep step, bool agreed)
{
    domain::NomineeVerdict verdict;
    verdict.step = step;
    verdict.agreed = agreed;
    return verdict;
}

TEST(Nominees, OneRefusalAtAnyStepTakesANomineeOutOfEveryLaterList)
{
    using Kind = domain::RecipientKind;
    const auto agreed =
        nominee({said(VerdictStep::Appraiser, true), said(VerdictStep::Director, true)}, Kind::Collective);
    const auto refused_first = nominee({said(VerdictStep::Appraiser, false)}, Kind::Collective);
    const auto refused_last =
        nominee({said(VerdictStep::Appraiser, true), said(VerdictStep::Chair, false)}, Kind::Collective);
    const auto empty = nominee({}, Kind::Individual);
    const std::vector all{agreed, refused_first, refused_last, empty};
    EXPECT_EQ(domain::standing_nominees(all).size(), 1U);

    const auto facts = workflow::facts_of(all);
    EXPECT_EQ(facts.named, 3);
    EXPECT_EQ(facts.empty_places, 1);
    EXPECT_EQ(facts.without_verdict, 0);
    EXPECT_EQ(facts.standing, 1);
    EXPECT_EQ(facts.nominators, std::vector{tests::nominator});
}

TEST(Verdicts, AreGivenByTheRoleThatHoldsTheDossierAndNeverByTheSubmitter)
{
    const auto submitted = dossier_in(DossierState::Submitted);
    const auto facts = fulfilled();
    EXPECT_FALSE(workflow::verdict_refusal(submitted, VerdictStep::Appraiser,
                                           as(Role::Appraiser, tests::outsider), facts));
    EXPECT_TRUE(workflow::verdict_refusal(submitted, VerdictStep::Appraiser,
                                          as(Role::Appraiser, tests::submitter), facts));
    EXPECT_TRUE(
        workflow::verdict_refusal(submitted, VerdictStep::Chair, as(Role::Chair, tests::outsider), facts));
    const auto with_chair = dossier_in(DossierState::WithChair);
    EXPECT_FALSE(
        workflow::verdict_refusal(with_chair, VerdictStep::Chair, as(Role::Chair, tests::outsider), facts));
    EXPECT_TRUE(
        workflow::verdict_refusal(with_chair, VerdictStep::Chair, as(Role::Chair, tests::nominator), facts));
}

}  // namespace
