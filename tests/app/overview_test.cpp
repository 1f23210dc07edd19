#include "app/edit_dossier.h"
#include "app/manage_rounds.h"
#include "app/overview.h"
#include "tests/app/dossier_case.h"

#include <algorithm>

namespace {

using What = app::Task::What;

class Overviews : public tests::DossierCase {
protected:
    app::Overview seen_by(const app::Actor& who)
    {
        return done(run([&](app::Repositories& r) { return app::view_overview(r, who, reference_); }));
    }

    // What waits for this person, without what is still to be set up.
    std::vector<What> tasks_of(const app::Actor& who)
    {
        std::vector<What> tasks;
        for (const auto& task : seen_by(who).tasks)
            if (task.what != What::SetUp) tasks.push_back(task.what);
        return tasks;
    }

    app::Actor of_unit(domain::UnitId unit)
    {
        return actor(std::vector<domain::Grant>{{domain::Role::ProposingUnit, unit, false}});
    }

    domain::Reference reference_;
};

TEST_F(Overviews, ARoundWithoutASheetWaitsForTheOfficerAlone)
{
    EXPECT_EQ(tasks_of(officer), std::vector{What::Import});
    for (const auto& who : {appraiser, director, chair, clerk, of_unit(home)})
        EXPECT_TRUE(tasks_of(who).empty());
    const auto seen = seen_by(officer);
    ASSERT_EQ(seen.rounds.size(), 1U);
    EXPECT_EQ(seen.rounds[0].stage, app::RoundStage::Import);
}

TEST_F(Overviews, WhatIsStillToBeSetUpComesFirst)
{
    const auto seen = seen_by(officer);
    ASSERT_FALSE(seen.tasks.empty());
    EXPECT_EQ(seen.tasks.front().what, What::SetUp);
    EXPECT_EQ(seen.tasks.front().step, app::SetupStep::What::Office);
    for (const auto& task : seen_by(chair).tasks)
        EXPECT_NE(task.what, What::SetUp);
}

TEST_F(Overviews, EmptyPlacesWaitForTheOfficerAndForTheirOwnUnit)
{
    const auto id = created();
    const auto tasks = tasks_of(officer);
    EXPECT_NE(std::find(tasks.begin(), tasks.end(), What::FillPlaces), tasks.end());
    EXPECT_EQ(tasks_of(of_unit(home)), std::vector{What::FillPlaces});
    EXPECT_EQ(seen_by(of_unit(home)).tasks.front().count, 1);
    EXPECT_TRUE(seen_by(of_unit(home)).rounds[0].missing_units.empty())
        << "a unit is not told about the others";
    const auto seen = seen_by(officer);
    EXPECT_EQ(seen.rounds[0].missing_units.size(), 3U);
    EXPECT_EQ(seen.rounds[0].dossier->id, id);
    EXPECT_EQ(seen.rounds[0].stage, app::RoundStage::Proposal);
}

TEST_F(Overviews, EachStepMovesTheWorkToTheNextHands)
{
    const auto id = created();
    done(step(app::submit_dossier, officer, id, true));
    EXPECT_EQ(tasks_of(appraiser), std::vector{What::Appraise});
    EXPECT_TRUE(tasks_of(director).empty());
    EXPECT_EQ(seen_by(chair).rounds[0].stage, app::RoundStage::Appraisal);
    done(judge_all(appraiser, id));
    done(step(app::appraise_dossier, appraiser, id));
    EXPECT_TRUE(tasks_of(appraiser).empty());
    EXPECT_EQ(tasks_of(director), std::vector{What::Forward});
    done(step(app::forward_dossier, director, id));
    EXPECT_EQ(tasks_of(chair), std::vector{What::Approve});
    EXPECT_EQ(seen_by(chair).rounds[0].stage, app::RoundStage::Approval);
    done(step(app::approve_dossier, chair, id));
    EXPECT_EQ(tasks_of(clerk), std::vector{What::Number});
    EXPECT_EQ(seen_by(clerk).rounds[0].stage, app::RoundStage::Decision);
}

TEST_F(Overviews, WhatJustHappenedIsToldToThoseWhoMaySeeDossiers)
{
    const auto id = created();
    done(step(app::submit_dossier, officer, id, true));
    done(step(app::return_dossier, appraiser, id, std::string("Thiếu xác nhận")));
    const auto recent = seen_by(officer).recent;
    ASSERT_EQ(recent.size(), 2U);
    const auto returned = std::find_if(recent.begin(), recent.end(), [](const app::RecentAct& act) {
        return act.action == domain::DossierAction::Return;
    });
    ASSERT_NE(returned, recent.end());
    EXPECT_EQ(returned->reason, "Thiếu xác nhận");
    EXPECT_TRUE(seen_by(of_unit(home)).recent.empty());
}

TEST_F(Overviews, AClosedRoundIsOnlyCounted)
{
    done(run([&](app::Repositories& r) -> base::Result<void> {
        auto round = *r.rounds().find(round_id);
        round.open = false;
        return r.rounds().save(officer, round);
    }));
    const auto seen = seen_by(officer);
    EXPECT_TRUE(seen.rounds.empty());
    EXPECT_EQ(seen.closed_rounds, 1);
}

TEST_F(Overviews, TheNearestConferenceComesFirst)
{
    const auto today = now().date();
    done(run([&](app::Repositories& r) -> base::Result<domain::RoundId> {
        domain::Round soon;
        soon.title = "Chuyên đề chuyển đổi số";
        soon.year = 2021;
        soon.conference_date = today.plus_days(3);
        return r.rounds().add(officer, soon);
    }));
    const auto seen = seen_by(officer);
    const auto first = std::find_if(seen.tasks.begin(), seen.tasks.end(),
                                    [](const app::Task& task) { return task.what == What::Import; });
    ASSERT_NE(first, seen.tasks.end());
    EXPECT_EQ(first->subject, "Chuyên đề chuyển đổi số");
    EXPECT_EQ(first->due, today.plus_days(3));
}

}  // namespace
