#include "app/audit_trail.h"
#include "app/view_proposals.h"
#include "rules/proposal_file.h"
#include "tests/app/proposal_case.h"
#include "tests/rules/reference_files.h"

#include <gmock/gmock.h>

namespace {

using base::ErrorKind;
using rules_test::unit;
using testing::ElementsAre;
using testing::HasSubstr;

class RuleSets : public tests::ProposalCase {};

TEST_F(RuleSets, AreKeptAsTheySay)
{
    const auto first = version(saved(rules()));
    EXPECT_EQ(first.rules, rules());
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.saved_by_name, officer.user.name);
}

TEST_F(RuleSets, EachSaveIsANewVersionThatNamesWhatChanged)
{
    const auto first = version(saved(rules()));
    auto changed = rules();
    changed.awards[0].all[1] = rules_test::floor("90");
    changed.awards[1].all[0] = rules_test::place(2, 4);
    const auto second = version(done(save(officer, {first.rule_set, 1, changed, {}})));
    EXPECT_EQ(second.number, 2);
    EXPECT_EQ(second.note, "Mục 1: điểm từ 80 → điểm từ 90; Mục 2: hạng 2–3 → hạng 2–4");
    EXPECT_EQ(version(first.id).rules, rules()) << "the first version stays as it was";
    app::AuditFilter filter;
    filter.stream = "rules/" + first.rule_set.text();
    done(run([&](app::Repositories& r) -> base::Result<int> {
        EXPECT_EQ(r.rule_sets().versions(first.rule_set).size(), 2U);
        EXPECT_EQ(r.rule_sets().all().at(0).newest, 2);
        EXPECT_EQ(r.audit().find(filter).size(), 2U);
        return 0;
    }));
}

TEST_F(RuleSets, AStaleWriterIsToldWhoWasFaster)
{
    const auto first = version(saved(rules()));
    auto changed = rules();
    changed.awards[0].fill = true;
    done(save(officer, {first.rule_set, 1, changed, {}}));
    changed.awards[0].quota.total = 1;
    const auto refused = save(actor(domain::Role::Officer), {first.rule_set, 1, changed, {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(refused.error().message.vietnamese(), HasSubstr(officer.user.name));
}

TEST_F(RuleSets, NeedANameAYearAndSense)
{
    const auto kind_and_field = [&](const domain::RuleSet& set) {
        const auto refused = save(officer, {{}, 0, set, {}});
        return refused ? std::string("saved") : refused.error().field;
    };
    auto set = rules();
    set.name.clear();
    EXPECT_EQ(kind_and_field(set), "name");
    set = rules();
    set.year = 0;
    EXPECT_EQ(kind_and_field(set), "year");
    set = rules();
    set.awards[0].all[0] = rules_test::place(3, 1);
    EXPECT_EQ(kind_and_field(set), "awards[0].all[0].place");
    EXPECT_EQ(kind_and_field(rules()), "saved");
    EXPECT_EQ(kind_and_field(rules()), "name") << "the year has one of that name";
}

TEST_F(RuleSets, SavingNothingNewIsRefused)
{
    const auto first = version(saved(rules()));
    EXPECT_FALSE(save(officer, {first.rule_set, 1, rules(), {}}));
}

TEST_F(RuleSets, AreComposedByOfficersOnly)
{
    for (const auto role : {domain::Role::Appraiser, domain::Role::Director, domain::Role::Chair,
                            domain::Role::Clerk, domain::Role::Auditor, domain::Role::ProposingUnit}) {
        const auto refused = save(actor(role), {{}, 0, rules(), {}});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ErrorKind::Forbidden);
    }
}

class Runs : public tests::ProposalCase {
protected:
    base::Result<domain::RunId> propose(domain::RuleSetVersionId id)
    {
        return run([&](app::Repositories& r) { return app::run_proposals(r, officer, round_id, id); });
    }
    base::Result<domain::RunId> decide(domain::RunId id, const rules::TieDecision& decision)
    {
        return run([&](app::Repositories& r) { return app::decide_tie(r, officer, id, decision); });
    }
};

TEST_F(Runs, NeedAPublishedRanking)
{
    const auto refused = propose(saved(rules()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
}

TEST_F(Runs, AreKeptWhole)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90.94"), unit("Sở Nội vụ", 2, "89.72"),
             unit("Sở Y tế", 3, "79.5")});
    const auto one = stored(done(propose(saved(rules()))));
    EXPECT_THAT(rules_test::lines(one.result.proposals),
                ElementsAre("COT Sở Kế hoạch và Đầu tư", "BKT Sở Nội vụ", "BKT Sở Y tế"));
    EXPECT_EQ(one.result.individual_places.size(), 3U);
    EXPECT_EQ(one.rule_version, 1);
    EXPECT_EQ(one.number, 1);
    EXPECT_EQ(one.standings.at(0).standings.at(0).index, rules_test::number("90.94"));
    EXPECT_EQ(one.result.proposals[0].verdict.criteria[0].article, "Bộ quy tắc bản 1, mục 1");
    // Running it again over what was kept gives the same bytes.
    EXPECT_EQ(rules::write_result(one.result),
              rules::write_result(rules::propose(
                  one.standings, one.rules, {.decisions = one.decisions, .rules_name = "Bộ quy tắc bản 1"})));
}

TEST_F(Runs, AreNumberedWithinTheirRound)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90.94")});
    const auto id = saved(rules());
    done(propose(id));
    EXPECT_EQ(stored(done(propose(id))).number, 2);
    done(run([&](app::Repositories& r) -> base::Result<int> {
        EXPECT_EQ(r.runs().newest(round_id)->number, 2);
        EXPECT_EQ(r.runs().of_rule_set(version(id).rule_set).size(), 2U);
        return 0;
    }));
}

TEST_F(Runs, RefuseARuleSetOfAnotherYear)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90.94")});
    auto other = rules();
    other.year = 2020;
    EXPECT_FALSE(propose(saved(other)));
}

TEST_F(Runs, SayWhenTheRulesComputeOtherwiseThanWasPublished)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90.94")});
    auto exact = rules();
    exact.framework.rank_on = domain::Framework::RankOn::Exact;
    const auto one = stored(done(propose(saved(exact))));
    EXPECT_EQ(one.result.warnings.back().code, "framework_differs");
    EXPECT_FALSE(one.result.warnings.back().message.empty());
}

TEST_F(Runs, AnOfficerDecidesATieWithAReasonInANewRun)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90"), unit("Sở Nội vụ", 1, "90"), unit("Sở Y tế", 3, "80")});
    auto set = rules();
    set.awards[0].quota.per_group = 1;
    const auto tied = done(propose(saved(set)));
    EXPECT_THAT(rules_test::lines(stored(tied).result.proposals), ElementsAre("BKT Sở Y tế"));

    EXPECT_EQ(decide(tied, {"COT", {"Sở Nội vụ"}, "  ", {}}).error().field, "reason");
    EXPECT_EQ(decide(tied, {"COT", {}, "lý do", {}}).error().field, "recipient");
    EXPECT_EQ(decide(tied, {"COT", {"Sở Y tế"}, "lý do", {}}).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(decide(tied, {"COT", {"Sở Nội vụ", "Sở Kế hoạch và Đầu tư"}, "lý do", {}}).error().kind,
              ErrorKind::Invalid);

    const auto decided = stored(done(decide(tied, {"COT", {"Sở Nội vụ"}, "70% là nữ", {}})));
    EXPECT_THAT(rules_test::lines(decided.result.proposals), ElementsAre("COT Sở Nội vụ", "BKT Sở Y tế"));
    EXPECT_EQ(decided.number, 2);
    EXPECT_EQ(decided.decisions.at(0).reason, "70% là nữ");
    EXPECT_THAT(decided.decisions.at(0).among, ElementsAre("Sở Kế hoạch và Đầu tư", "Sở Nội vụ"));
    EXPECT_EQ(stored(tied).result.warnings.at(0).code, "tie_at_quota") << "the first run stays as it was";
}

TEST_F(Runs, AnOfficerDecidesATieBetweenUnitsThatSendPeople)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90"), unit("Sở Nội vụ", 2, "85"), unit("Sở Y tế", 2, "85")});
    auto set = rules();
    set.awards[2].quota.total = 2;
    const auto tied = done(propose(saved(set)));
    EXPECT_EQ(stored(tied).result.individual_places.size(), 1U);
    EXPECT_EQ(decide(tied, {"BKT", {"Sở Nội vụ", "Sở Y tế"}, "lý do", {}}).error().field, "recipient");
    const auto decided = stored(done(decide(tied, {"BKT", {"Sở Y tế"}, "tuyến đầu chống dịch", {}})));
    ASSERT_EQ(decided.result.individual_places.size(), 2U);
    EXPECT_EQ(decided.result.individual_places[1].unit, "Sở Y tế");
}

TEST_F(Runs, TheOneChosenInAGroupMayStandInATieOfTheProvince)
{
    publish_groups(
        {rules_test::group("Các sở", {unit("Sở Kế hoạch và Đầu tư", 1, "90"), unit("Sở Nội vụ", 1, "90")}),
         rules_test::group("Các huyện", {unit("Huyện Châu Thành", 1, "88")})});
    auto set = rules();
    set.awards[0].quota = {.total = 1, .per_group = 1, .percent = {}};
    const auto tied = done(propose(saved(set)));
    EXPECT_THAT(rules_test::lines(stored(tied).result.proposals), ElementsAre("COT Huyện Châu Thành"));
    const auto next = done(decide(tied, {"COT", {"Sở Nội vụ"}, "70% là nữ", {}}));
    EXPECT_THAT(rules_test::lines(stored(next).result.proposals), testing::IsEmpty())
        << "preferred to the other department, not to the district";
    const auto last = done(decide(next, {"COT", {"Huyện Châu Thành"}, "vùng khó khăn", {}}));
    EXPECT_THAT(rules_test::lines(stored(last).result.proposals), ElementsAre("COT Huyện Châu Thành"));
    EXPECT_EQ(stored(last).decisions.size(), 2U);
}

TEST_F(Runs, NamingTheGroundKeepsTheOfficersDecisions)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90"), unit("Sở Nội vụ", 1, "90"), unit("Sở Y tế", 3, "80")});
    auto set = rules();
    set.awards[0].quota.per_group = 1;
    const auto tied = done(propose(saved(set)));
    const auto decided = done(decide(tied, {"COT", {"Sở Nội vụ"}, "70% là nữ", {}}));
    const auto grounded = stored(done(run([&](app::Repositories& r) {
        return app::name_ground(r, officer, decided, "COT", "Quyết định chia khối thi đua");
    })));
    EXPECT_THAT(rules_test::lines(grounded.result.proposals), ElementsAre("COT Sở Nội vụ", "BKT Sở Y tế"));
    EXPECT_THAT(grounded.result.warnings, testing::IsEmpty());
}

TEST_F(Runs, WarnThePreparerOfAnOwnUnitThatHasANewName)
{
    publish({unit("Sở Kế hoạch và Đầu tư", 1, "90.94"), unit("Sở Nội vụ", 2, "89.72")});
    const auto id = done(propose(saved(rules())));
    done(run([&](app::Repositories& r) -> base::Result<int> {
        auto own = r.units().named("Sở Nội vụ").at(0);
        own.official_name = "Sở Nội vụ và Lao động";
        if (auto saved = r.units().save(officer, own, officer.now.date()); !saved) return saved.error();
        officer.user.unit = own.id;
        return 0;
    }));
    const auto view = done(
        run([&](app::Repositories& r) { return app::view_proposals(r, officer, shipped_reference(), id); }));
    EXPECT_EQ(view.own_unit, "Sở Nội vụ");
}

}  // namespace
