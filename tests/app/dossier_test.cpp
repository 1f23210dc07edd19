#include "app/audit_trail.h"
#include "app/edit_dossier.h"
#include "app/view_dossier.h"
#include "tests/app/dossier_case.h"

namespace {

using base::ErrorKind;
using domain::DossierState;

class Dossiers : public tests::DossierCase {
protected:
    // With the chair, everybody having agreed.
    domain::DossierId with_chair()
    {
        const auto id = created();
        done(step(app::submit_dossier, officer, id, true));
        done(judge_all(appraiser, id));
        done(step(app::appraise_dossier, appraiser, id));
        done(step(app::forward_dossier, director, id));
        return id;
    }
};

TEST_F(Dossiers, ARunBecomesADraftWithItsCollectivesCriteriaAndEmptyPlaces)
{
    const auto id = created();
    const auto draft = dossier(id);
    EXPECT_EQ(draft.state, DossierState::Draft);
    EXPECT_EQ(draft.title, "Khen thưởng cải cách hành chính năm 2021");
    EXPECT_EQ(draft.default_citation,
              "Đã có thành tích xuất sắc trong công tác cải cách hành chính năm 2021");
    const auto all = nominees(id);
    ASSERT_EQ(all.size(), 5U);
    EXPECT_EQ(all[0].award, "COT");
    EXPECT_EQ(all[0].unit, planning);
    EXPECT_EQ(all[0].place, 1);
    ASSERT_EQ(all[0].verdict.criteria.size(), 1U);
    EXPECT_EQ(all[0].verdict.criteria[0].evidence, "PAR 2021!F8");
    EXPECT_EQ(all[1].award, "BKT");
    EXPECT_EQ(all[1].kind, domain::RecipientKind::Collective);
    EXPECT_TRUE(all[2].empty());
    EXPECT_EQ(all[4].unit_name, "Huyện Châu Thành");
}

TEST_F(Dossiers, AUnitThatIsInNoRegisterIsRefusedAndNothingIsStored)
{
    const auto made = run([&](app::Repositories& r) {
        auto wanted = draft();
        wanted.proposals.push_back(proposal("BKT", "Sở Không Có", 3));
        return app::create_dossier(r, officer, wanted);
    });
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(run([&](app::Repositories& r) -> base::Result<std::vector<domain::Dossier>> {
                    return r.dossiers().list({});
                })->empty());
}

TEST_F(Dossiers, GoFromDraftToDecidedThroughFiveHands)
{
    const auto id = created();
    EXPECT_EQ(done(step(app::submit_dossier, officer, id, true)).state, DossierState::Submitted);
    done(judge_all(appraiser, id));
    EXPECT_EQ(done(step(app::appraise_dossier, appraiser, id)).state, DossierState::Appraised);
    EXPECT_EQ(done(step(app::forward_dossier, director, id)).state, DossierState::WithChair);
    EXPECT_EQ(done(step(app::approve_dossier, chair, id)).state, DossierState::Approved);
    EXPECT_EQ(approved(id).size(), 2U) << "the empty places are in no list";
    EXPECT_EQ(done(step(app::mark_decided, clerk, id)).state, DossierState::Decided);

    const auto stored = dossier(id);
    EXPECT_EQ(stored.submitted_by, officer.user.id);
    EXPECT_EQ(stored.appraised_by, appraiser.user.id);
    EXPECT_EQ(stored.forwarded_by, director.user.id);
    EXPECT_EQ(stored.approved_by, chair.user.id);
}

TEST_F(Dossiers, EveryStepLeavesAHistoryRowAndAnAuditEntry)
{
    const auto id = with_chair();
    done(step(app::return_dossier, chair, id, "Bổ sung ý kiến Sở Tài chính"));
    const auto history =
        done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::DossierStep>> {
            return r.dossiers().history(id);
        }));
    ASSERT_EQ(history.size(), 4U);
    EXPECT_EQ(history[0].action, domain::DossierAction::Return);
    EXPECT_EQ(history[0].reason, "Bổ sung ý kiến Sở Tài chính");
    EXPECT_EQ(history[0].by_name, chair.user.name);
    EXPECT_EQ(history[3].action, domain::DossierAction::Submit);

    app::AuditFilter filter;
    filter.stream = "dossier/" + id.text();
    const auto audit =
        done(run([&](app::Repositories& r) -> base::Result<std::vector<app::StoredAuditEntry>> {
            return r.audit().find(filter);
        }));
    std::vector<std::string> actions;
    for (const auto& entry : audit)
        actions.push_back(entry.entry.action);
    EXPECT_EQ(actions, (std::vector<std::string>{"dossier.return", "dossier.forward", "dossier.appraise",
                                                 "nominee.agreed", "dossier.submit", "dossier.created"}));
}

TEST_F(Dossiers, HistoryCanOnlyGrow)
{
    const auto id = created();
    done(step(app::submit_dossier, officer, id, true));
    EXPECT_ANY_THROW(connection().execute("UPDATE dossier_history SET reason = 'khác'"));
    EXPECT_ANY_THROW(connection().execute("DELETE FROM dossier_history"));
}

TEST_F(Dossiers, AStaleWriterLearnsWhoWasFasterAndWhen)
{
    const auto id = created();
    const int seen = dossier(id).version;
    done(run([&](app::Repositories& r) { return app::submit_dossier(r, officer, id, seen, true); }));
    const auto second = actor(domain::Role::Officer);
    const auto late =
        run([&](app::Repositories& r) { return app::withdraw_dossier(r, second, id, seen, ""); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(late.error().message.vietnamese(),
              "Hồ sơ đã được " + officer.user.name + " xử lý lúc " + officer.now.vietnamese() + ".");
    EXPECT_EQ(dossier(id).state, DossierState::Submitted);
}

TEST_F(Dossiers, TheStoreItselfMatchesNoRowForAStaleWriter)
{
    const auto id = created();
    auto stale = dossier(id);
    done(step(app::submit_dossier, officer, id, true));
    const auto saved = run([&](app::Repositories& r) { return r.dossiers().save_step(stale, {}); });
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, ErrorKind::Conflict);
}

// A recall that was read before the appraiser's first verdict: the state is still the same, only the version tells.
TEST_F(Dossiers, TheStoreMatchesNoRowWhenOnlyAVerdictCameBetween)
{
    const auto id = created();
    done(step(app::submit_dossier, officer, id, true));
    auto recalled = dossier(id);
    done(judge_all(appraiser, id));
    recalled.state = DossierState::Draft;
    domain::DossierStep recall;
    recall.from = DossierState::Submitted;
    const auto saved = run([&](app::Repositories& r) { return r.dossiers().save_step(recalled, recall); });
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(dossier(id).state, DossierState::Submitted);
}

TEST_F(Dossiers, TheStoreMatchesNoRowForAStaleNominee)
{
    const auto stale = nominees(created()).front();
    const auto save = [&](app::Repositories& r) { return r.nominees().save(stale); };
    done(run(save));
    const auto again = run(save);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
    const auto removed = run([&](app::Repositories& r) { return r.nominees().remove(stale); });
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.error().kind, ErrorKind::Conflict);
}

TEST_F(Dossiers, OneFormSentTwiceActsOnce)
{
    const auto id = created();
    const auto sent = submission(officer);
    const auto submit = [&] {
        return transactor().once(sent, [&](app::Repositories& r) -> base::Result<std::string> {
            const auto after = app::submit_dossier(r, officer, id, r.dossiers().find(id)->version, true);
            if (!after) return after.error();
            return std::to_string(after->version);
        });
    };
    const auto first = done(submit());
    EXPECT_EQ(done(submit()), first);
    const auto history =
        done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::DossierStep>> {
            return r.dossiers().history(id);
        }));
    EXPECT_EQ(history.size(), 1U);
}

TEST_F(Dossiers, EmptyPlacesMustBeAcknowledgedAtSubmission)
{
    const auto id = created();
    const auto refused = step(app::submit_dossier, officer, id, false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "accept_empty");
    EXPECT_TRUE(step(app::submit_dossier, officer, id, true));
}

TEST_F(Dossiers, TheSubmitterDoesNotAppraiseWhateverRolesHeHolds)
{
    const auto both = actor({{domain::Role::Officer, {}, true}, {domain::Role::Appraiser, {}, true}});
    const auto id = created();
    done(step(app::submit_dossier, both, id, true));
    const auto judged = judge_all(both, id);
    ASSERT_FALSE(judged);
    EXPECT_EQ(judged.error().kind, ErrorKind::Forbidden);
}

TEST_F(Dossiers, TheProposerNeverApproves)
{
    const auto both = actor({{domain::Role::Officer, {}, true}, {domain::Role::Chair, {}, true}});
    const auto id = done(run([&](app::Repositories& r) { return app::create_dossier(r, both, draft()); }));
    done(step(app::submit_dossier, officer, id, true));
    done(judge_all(appraiser, id));
    done(step(app::appraise_dossier, appraiser, id));
    done(step(app::forward_dossier, director, id));
    const auto approval = step(app::approve_dossier, both, id);
    ASSERT_FALSE(approval);
    EXPECT_EQ(approval.error().kind, ErrorKind::Forbidden);
    EXPECT_TRUE(step(app::approve_dossier, chair, id));
}

TEST_F(Dossiers, TheSchemaRefusesAnApprovalByTheSubmitterEvenWithoutTheProgram)
{
    const auto id = with_chair();
    EXPECT_ANY_THROW(
        connection().execute("UPDATE dossier SET state = 'approved', approved_by = submitted_by"));
    EXPECT_ANY_THROW(
        connection().execute("UPDATE dossier SET state = 'approved', approved_by = appraised_by"));
    EXPECT_ANY_THROW(connection().execute("UPDATE dossier SET state = 'approved'"));
    EXPECT_EQ(dossier(id).state, DossierState::WithChair);
}

TEST_F(Dossiers, ASubmittedDossierIsRecalledOnlyWhileNobodyHasActed)
{
    const auto id = created();
    done(step(app::submit_dossier, officer, id, true));
    EXPECT_EQ(done(step(app::recall_dossier, officer, id)).state, DossierState::Draft);
    done(step(app::submit_dossier, officer, id, true));
    done(judge_all(appraiser, id));
    const auto late = step(app::recall_dossier, officer, id);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, ErrorKind::Conflict);
}

TEST_F(Dossiers, ARefusedNomineeStaysVisibleAndIsInNoLaterList)
{
    const auto id = created();
    const auto refused = nominees(id)[1];
    done(step(app::submit_dossier, officer, id, true));
    done(judge_all(appraiser, id, refused.id));
    done(step(app::appraise_dossier, appraiser, id));
    done(step(app::forward_dossier, director, id));
    done(step(app::approve_dossier, chair, id));

    const auto all = nominees(id);
    ASSERT_EQ(all.size(), 5U);
    ASSERT_TRUE(all[1].refused());
    EXPECT_EQ(all[1].refusal()->reason, "Trùng thành tích với QĐ 1875");
    EXPECT_FALSE(all[1].verdict_of(domain::VerdictStep::Director)) << "not asked about again";
    const auto list = approved(id);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].unit, planning);
}

TEST_F(Dossiers, RefusingANomineeNeedsAReason)
{
    const auto id = created();
    done(step(app::submit_dossier, officer, id, true));
    const auto first = nominees(id)[0];
    const auto given = run([&](app::Repositories& r) {
        return app::record_verdicts(r, appraiser, id, r.dossiers().find(id)->version,
                                    {{first.id, false, "  "}});
    });
    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().field, "reason_" + first.id.text());
}

TEST_F(Dossiers, AppraisalIsNotCompleteWhileANomineeHasNoVerdict)
{
    const auto id = created();
    done(step(app::submit_dossier, officer, id, true));
    EXPECT_FALSE(step(app::appraise_dossier, appraiser, id));
    const auto all = nominees(id);
    const std::vector<app::GivenVerdict> given{{all[0].id, true, ""}, {all[1].id, true, ""}};
    const auto complete = run([&](app::Repositories& r) {
        return app::complete_appraisal(r, appraiser, id, r.dossiers().find(id)->version, given);
    });
    ASSERT_TRUE(complete) << complete.error().message.vietnamese();
    EXPECT_EQ(complete->state, DossierState::Appraised);
}

TEST_F(Dossiers, AReturnByTheChairAsksForEveryVerdictAgain)
{
    const auto id = with_chair();
    done(step(app::return_dossier, chair, id, "Bổ sung"));
    EXPECT_FALSE(step(app::appraise_dossier, appraiser, id));
    EXPECT_TRUE(nominees(id)[0].verdicts.empty());
    done(judge_all(appraiser, id));
    EXPECT_TRUE(step(app::appraise_dossier, appraiser, id));
    const auto kept =
        done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::NomineeVerdict>> {
            return r.nominees().verdicts_of(id);
        }));
    EXPECT_EQ(kept.size(), 2U + 2U + 2U)
        << "appraiser and director of the first pass, appraiser of the second";
}

TEST_F(Dossiers, OnlyADraftsTextsAreEdited)
{
    const auto id = created();
    const auto edit = [&](int seen) {
        return run(
            [&](app::Repositories& r) { return app::edit_dossier(r, officer, id, seen, "Tên khác", ""); });
    };
    EXPECT_TRUE(edit(1));
    EXPECT_EQ(dossier(id).title, "Tên khác");
    EXPECT_FALSE(edit(1)) << "stale";
    done(step(app::submit_dossier, officer, id, true));
    EXPECT_FALSE(edit(dossier(id).version));
}

TEST_F(Dossiers, AreListedPageByPageAndByState)
{
    const auto oldest = created();
    for (int i = 0; i < 3; ++i)
        static_cast<void>(created());
    const auto newest = created();
    const auto page = [&](std::optional<DossierState> state, int number) {
        return done(run([&](app::Repositories& r) {
            return app::list_dossiers(r, officer, domain::Reference(), state, number, 3);
        }));
    };
    const auto first = page({}, 1);
    EXPECT_EQ(first.total, 5);
    ASSERT_EQ(first.lines.size(), 3U);
    EXPECT_EQ(first.lines.front().dossier.id, newest);
    const auto second = page(DossierState::Draft, 2);
    EXPECT_EQ(second.total, 5);
    ASSERT_EQ(second.lines.size(), 2U);
    EXPECT_EQ(second.lines.back().dossier.id, oldest);
    EXPECT_EQ(page(DossierState::Submitted, 1).total, 0);
}

TEST_F(Dossiers, WaitOldestFirst)
{
    const auto older = created();
    officer.now = officer.now.plus(std::chrono::hours(1));
    const auto newer = created();
    const auto waiting = done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::Dossier>> {
        return r.dossiers().list({.states = {DossierState::Draft}, .oldest_first = true});
    }));
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].id, older);
    EXPECT_EQ(waiting[1].id, newer);
}

}  // namespace
