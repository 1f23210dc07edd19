#include "rules/proposal_file.h"
#include "rules/propose.h"
#include "tests/rules/case.h"

#include <gmock/gmock.h>

namespace {

using namespace rules_test;  // the words of the cases
using domain::AwardRule;
using domain::CriterionCode;
using domain::Quota;
using rules::propose;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<domain::GroupStandings> five_units()
{
    return {group("Các sở", {unit("A", 1, "90"), unit("B", 2, "85"), unit("C", 3, "82"), unit("D", 4, "79"),
                             unit("E", 5, "60")})};
}

TEST(Propose, LeaderGetsTheFlagAndTheNextTwoTheCertificate)
{
    const auto result =
        propose(five_units(),
                rule_set({collective("COT", {place(1, 1), floor("80")}), collective("BKT", {place(2, 3)})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("COT A", "BKT B", "BKT C"));
    EXPECT_EQ(result.proposals[0].place, 1);
    EXPECT_EQ(result.proposals[0].group, "Các sở");
}

TEST(Propose, NobodyMovesUpWhenTheLeaderIsBelowTheFloor)
{
    const auto result =
        propose(five_units(),
                rule_set({collective("COT", {place(1, 1), floor("95")}), collective("BKT", {place(2, 3)})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT B", "BKT C"));
}

TEST(Propose, AnEmptyResultIsValid)
{
    const auto result = propose(five_units(), rule_set({collective("COT", {floor("99")})}));
    EXPECT_THAT(result.proposals, IsEmpty());
    EXPECT_THAT(result.warnings, IsEmpty());
    EXPECT_THAT(lines(result.just_missed), ElementsAre("COT A", "COT B", "COT C", "COT D", "COT E"));
    EXPECT_THAT(propose({}, rule_set({collective("COT", {})})).proposals, IsEmpty());
}

TEST(Propose, AUnitGetsTheFirstAwardItMeets)
{
    const auto rules = rule_set({collective("COT", {place(1, 1)}), collective("BKT", {place(1, 3)})});
    const auto result = propose(five_units(), rules);
    EXPECT_THAT(lines(result.proposals), ElementsAre("COT A", "BKT B", "BKT C"));
    // And its certificate verdict says so.
    const auto other = std::find_if(result.others.begin(), result.others.end(), [](const auto& each) {
        return each.award == "BKT" && each.recipient == "A";
    });
    ASSERT_NE(other, result.others.end());
    EXPECT_EQ(criterion(*other, CriterionCode::OneAward)->met, false);
    EXPECT_EQ(criterion(*other, CriterionCode::OneAward)->actual, "đã nhận ở mục 1");
}

TEST(Propose, AUnitMayGetSeveralWhenTheRulesAllow)
{
    auto rules = rule_set({collective("COT", {place(1, 1)}), collective("BKT", {place(1, 2)})});
    rules.one_award_per_subject = false;
    const auto result = propose(five_units(), rules);
    EXPECT_THAT(lines(result.proposals), ElementsAre("COT A", "BKT A", "BKT B"));
    EXPECT_EQ(criterion(result.proposals[0], CriterionCode::OneAward), nullptr);
}

TEST(Propose, AFloorIsReachedAtItsVeryValue)
{
    const auto result = propose(five_units(), rule_set({collective("BKT", {floor("82")})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B", "BKT C"));
}

TEST(Propose, EveryCriterionCarriesRequiredActualArticleAndEvidence)
{
    auto rules = rule_set(
        {collective("COT", {place(1, 1), floor("80")}, {.total = 2, .per_group = 1, .percent = {}})});
    rules.awards[0].ground = "Quyết định chia khối thi đua";
    rules.exclude_last_place = rules.exclude_unranked = true;
    const auto result = propose(five_units(), rules, {.decisions = {}, .rules_name = "Bộ quy tắc bản 3"});
    std::vector<std::string> said;
    for (const auto& each : result.proposals.at(0).verdict.criteria)
        said.push_back(std::string(criterion_code(each.code)) + " | " + each.required + " | " + each.actual +
                       " | " + (each.met ? (*each.met ? "đạt" : "không đạt") : "chưa rõ") + " | " +
                       each.article + " | " + each.evidence);
    EXPECT_THAT(
        said, ElementsAre(
                  "place | 1 | 1 | đạt | Bộ quy tắc bản 3, mục 1 | PAR 2021!F8",
                  "floor | >= 80 | 90.00 | đạt | Bộ quy tắc bản 3, mục 1 | PAR 2021!F8",
                  "quota_group | <= 1 | 1 | đạt | Bộ quy tắc bản 3, mục 1 | PAR 2021!F8",
                  "quota_total | <= 2 | 1 | đạt | Bộ quy tắc bản 3, mục 1 | PAR 2021!F8",
                  "one_award | chưa nhận hình thức khác | chưa nhận | đạt | Bộ quy tắc bản 3, phần chung | "
                  "PAR 2021!F8",
                  "excluded | có xếp hạng, không cuối nhóm | hạng 1 | đạt | Bộ quy tắc bản 3, phần chung | "
                  "PAR 2021!F8",
                  "ground | dẫn đầu cụm, khối thi đua do tỉnh tổ chức | Quyết định chia khối thi đua | đạt | "
                  "Nghị định 91/2017/NĐ-CP, Điều 12 | PAR 2021!F8"));
}

// ---- not known ----

TEST(Propose, AFlagWithoutLegalGroundWarnsAndIsStillProposed)
{
    const auto result = propose(five_units(), rule_set({collective("COT", {place(1, 1)})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("COT A"));
    const auto* ground = criterion(result.proposals[0], CriterionCode::Ground);
    ASSERT_NE(ground, nullptr);
    EXPECT_EQ(ground->met, std::nullopt);
    EXPECT_EQ(ground->article, "Nghị định 91/2017/NĐ-CP, Điều 12");
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].code, "ground_missing");
    EXPECT_THAT(result.warnings[0].recipients, ElementsAre("A"));
}

TEST(Propose, FlagsForResultsFrom2023OnRestOnTheLawOf2022)
{
    auto rules = rule_set({collective("COT", {place(1, 1)})});
    rules.year = 2023;
    EXPECT_EQ(criterion(propose(five_units(), rules).proposals[0], CriterionCode::Ground)->article,
              "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 26");
}

TEST(Propose, ACertificateNeedsNoGround)
{
    const auto result = propose(five_units(), rule_set({collective("BKT", {place(1, 1)})}));
    EXPECT_EQ(criterion(result.proposals[0], CriterionCode::Ground), nullptr);
    EXPECT_THAT(result.warnings, IsEmpty());
}

TEST(Propose, AnUnknownRiseNeverExcludesAndWarns)
{
    auto groups = five_units();
    groups[0].standings[1].change = number("6");
    groups[0].standings[2].change = number("4.99");
    const auto result = propose(groups, rule_set({collective("BKT", {place(1, 3), rise_points("5")})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B"));
    EXPECT_EQ(criterion(result.proposals[0], CriterionCode::RisePoints)->met, std::nullopt);
    EXPECT_EQ(criterion(result.proposals[1], CriterionCode::RisePoints)->actual, "+6.00");
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].code, "rise_points_unknown");
    EXPECT_THAT(result.warnings[0].recipients, ElementsAre("A"));

    // Of those whom the quota stopped nothing need be known.
    groups[0].standings[1].change.reset();
    const auto one = propose(groups, rule_set({collective("BKT", {place(1, 3), rise_points("5")},
                                                          {.total = 1, .per_group = {}, .percent = {}})}));
    EXPECT_THAT(one.warnings.at(0).recipients, ElementsAre("A"));
}

TEST(Propose, ARiseIsReachedAtItsVeryValue)
{
    auto groups = five_units();
    for (auto& standing : groups[0].standings)
        standing.change = number("-1"), standing.change_places = -1;
    groups[0].standings[3].change = number("5");
    groups[0].standings[4].change_places = 3;
    EXPECT_THAT(lines(propose(groups, rule_set({collective("BKT", {rise_points("5")})})).proposals),
                ElementsAre("BKT D"));
    EXPECT_THAT(lines(propose(groups, rule_set({collective("BKT", {rise_places(3)})})).proposals),
                ElementsAre("BKT E"));
}

TEST(Propose, LeaderOrProgress)
{
    auto groups = five_units();
    for (auto& standing : groups[0].standings)
        standing.change = number("0"), standing.change_places = 0;
    groups[0].standings[3].change_places = 4;
    groups[0].standings[3].change = number("7.5");
    const auto result = propose(
        groups, rule_set({collective("BKT", {any({place(1, 1), rise_points("5"), rise_places(9)})})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT D"));
    const auto& leader = result.proposals[0].verdict.criteria[0];
    EXPECT_EQ(leader.code, CriterionCode::Place);
    EXPECT_EQ(leader.required, "hạng 1 hoặc tăng điểm >= 5 hoặc tăng bậc >= 9");
    const auto& riser = result.proposals[1].verdict.criteria[0];
    EXPECT_EQ(riser.code, CriterionCode::RisePoints);
    EXPECT_EQ(riser.actual, "hạng 4; tăng điểm +7.50; tăng bậc +4");
    EXPECT_EQ(riser.met, true);
}

TEST(Propose, AlternativesInsideAlternativesAreNamedOnce)
{
    const auto result = propose(
        five_units(), rule_set({collective("BKT", {any({floor("99"), any({place(1, 1), floor("84")})})})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B"));
    const auto& second = result.proposals[1].verdict.criteria[0];
    EXPECT_EQ(second.code, CriterionCode::Floor);
    EXPECT_EQ(second.required, "chỉ số >= 99 hoặc hạng 1 hoặc chỉ số >= 84");
    EXPECT_EQ(second.actual, "chỉ số 85.00; hạng 2; chỉ số 85.00");
}

TEST(Propose, OfAlternativesTheOneMetSpeaksThenTheOneNotKnown)
{
    auto rules = rule_set({collective("BKT", {any({floor("85"), rise_places(3)})})});
    auto groups = five_units();
    groups[0].standings[4].change_places = 1;
    const auto result = propose(groups, rules);
    // D has no result last year: not known, which never excludes. E fell short of both.
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B", "BKT C", "BKT D"));
    EXPECT_EQ(result.proposals[1].verdict.criteria[0].code, CriterionCode::Floor);
    EXPECT_EQ(result.proposals[1].verdict.criteria[0].met, true);
    EXPECT_EQ(result.proposals[3].verdict.criteria[0].code, CriterionCode::RisePlaces);
    EXPECT_EQ(result.proposals[3].verdict.criteria[0].met, std::nullopt);
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].code, "rise_places_unknown");
    EXPECT_THAT(result.warnings[0].recipients, ElementsAre("C", "D"));
}

TEST(Propose, ValuesAreShownWithTheDecimalsOfTheStandings)
{
    auto groups = five_units();
    groups[0].decimals = 3;
    groups[0].standings[0].index = number("79.996");
    const auto result = propose(groups, rule_set({collective("COT", {place(1, 1), floor("80")})}));
    EXPECT_THAT(result.proposals, IsEmpty());
    EXPECT_EQ(criterion(result.just_missed.at(0), CriterionCode::Floor)->actual, "79.996")
        << "80.00 would seem to reach the floor";
}

TEST(Propose, AlternativesAreOneCriterion)
{
    auto groups = five_units();
    for (auto& standing : groups[0].standings)
        standing.change = number("0");
    const auto result =
        propose(groups, rule_set({collective("BKT", {any({place(1, 1), rise_points("5")})})}));
    EXPECT_THAT(lines(result.just_missed), ElementsAre("BKT B", "BKT C", "BKT D", "BKT E"));
}

// ---- bands ----

TEST(Propose, ABandMeansThatBandOrABetterOne)
{
    auto rules = rule_set({collective("BKT", {band("khá")})});
    rules.framework.bands = {{"Tốt", number("80")}, {"Khá", number("70")}, {"Kém", number("0")}};
    const auto result = propose(five_units(), rules);
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B", "BKT C", "BKT D"));
    EXPECT_EQ(criterion(result.proposals[0], CriterionCode::Band)->actual, "Tốt");
    EXPECT_EQ(criterion(result.just_missed.at(0), CriterionCode::Band)->actual, "Kém");
    rules.framework.bands[1].from = number("82");
    EXPECT_THAT(lines(propose(five_units(), rules).proposals), ElementsAre("BKT A", "BKT B", "BKT C"))
        << "the lower bound is inclusive";
}

TEST(Propose, ABandWithoutAnyTableOfBandsIsNotKnown)
{
    auto groups = five_units();
    groups[0].standings[0].band = "Tốt";
    groups[0].standings[1].band = "Khá";
    const auto result = propose(groups, rule_set({collective("BKT", {place(1, 2), band("Tốt")})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B"));
    EXPECT_EQ(criterion(result.proposals[0], CriterionCode::Band)->met, true);
    EXPECT_EQ(criterion(result.proposals[1], CriterionCode::Band)->met, std::nullopt);
    EXPECT_EQ(result.warnings.at(0).code, "band_unknown");
}

// ---- exclusions ----

TEST(Propose, UnrankedAndLastUnitsAreLeftOutOfCollectivesOnly)
{
    auto groups = five_units();
    groups[0].standings.push_back(unit("F", 0, "99"));
    auto rules =
        rule_set({collective("BKT", {floor("50")}), individual("BKT", AwardRule::Per::AssessedUnit, 1)});
    rules.exclude_unranked = rules.exclude_last_place = true;
    const auto result = propose(groups, rules);
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B", "BKT C", "BKT D"));
    EXPECT_EQ(result.individual_places.size(), 6U);
    EXPECT_EQ(criterion(result.just_missed.at(0), CriterionCode::Excluded)->actual, "hạng 5, cuối nhóm");
    EXPECT_EQ(criterion(result.just_missed.at(1), CriterionCode::Excluded)->actual, "không xếp hạng");

    rules.exclude_unranked = rules.exclude_last_place = false;
    EXPECT_THAT(lines(propose(groups, rules).proposals),
                ElementsAre("BKT A", "BKT B", "BKT C", "BKT D", "BKT E", "BKT F"));
}

TEST(Propose, EveryUnitOfASharedLastPlaceIsLast)
{
    const std::vector groups = {
        group("Các sở", {unit("A", 1, "90"), unit("B", 2, "80"), unit("C", 2, "80")})};
    auto rules = rule_set({collective("BKT", {place(1, 3)})});
    rules.exclude_last_place = true;
    EXPECT_THAT(lines(propose(groups, rules).proposals), ElementsAre("BKT A"));
}

TEST(Propose, ExclusionsSayWhatTheyAsk)
{
    auto rules = rule_set({collective("BKT", {floor("50")})});
    const auto asked = [&](bool unranked, bool last) {
        rules.exclude_unranked = unranked;
        rules.exclude_last_place = last;
        return criterion(propose(five_units(), rules).proposals.at(0), CriterionCode::Excluded)->required;
    };
    EXPECT_EQ(asked(true, false), "có xếp hạng");
    EXPECT_EQ(asked(false, true), "không cuối nhóm");
    EXPECT_EQ(asked(true, true), "có xếp hạng, không cuối nhóm");
}

TEST(Propose, ALeaderIsNeverLastNotEvenAlone)
{
    const std::vector groups = {group("Một đơn vị", {unit("A", 1, "90")}),
                                group("Bằng nhau", {unit("B", 1, "80"), unit("C", 1, "80")})};
    auto rules = rule_set({collective("BKT", {place(1, 1)})});
    rules.exclude_last_place = true;
    EXPECT_THAT(lines(propose(groups, rules).proposals), ElementsAre("BKT A", "BKT B", "BKT C"));
}

// ---- quotas ----

TEST(Propose, QuotaPerGroupTakesTheBestPlaces)
{
    const auto result =
        propose(five_units(),
                rule_set({collective("BKT", {floor("50")}, {.total = {}, .per_group = 2, .percent = {}})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT B"));
    const auto* third = criterion(result.just_missed.at(0), CriterionCode::QuotaGroup);
    EXPECT_EQ(third->required, "<= 2");
    EXPECT_EQ(third->actual, "3");
    EXPECT_EQ(third->met, false);
}

TEST(Propose, QuotaThatCutsEqualPlacesTakesNoneOfThemAndWarns)
{
    const std::vector groups = {
        group("Các sở", {unit("A", 1, "90"), unit("B", 2, "85"), unit("C", 2, "85"), unit("D", 4, "80")})};
    const auto rules =
        rule_set({collective("BKT", {floor("50")}, {.total = {}, .per_group = 2, .percent = {}})});
    const auto result = propose(groups, rules);
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A"));
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].code, "tie_at_quota");
    EXPECT_EQ(result.warnings[0].group, "Các sở");
    EXPECT_THAT(result.warnings[0].recipients, ElementsAre("B", "C"));
    EXPECT_EQ(criterion(result.just_missed.at(0), CriterionCode::QuotaGroup)->actual, "đồng hạng 2");
    // The place left over does not go to the fourth.
    EXPECT_EQ(criterion(result.just_missed.at(2), CriterionCode::QuotaGroup)->met, false);
}

TEST(Propose, AnOfficerDecidesATieWithAReason)
{
    const std::vector groups = {
        group("Các sở", {unit("A", 1, "90"), unit("B", 2, "85"), unit("C", 2, "85")})};
    const auto rules =
        rule_set({collective("BKT", {floor("50")}, {.total = {}, .per_group = 2, .percent = {}})});
    const auto result = propose(
        groups, rules, {.decisions = {{"BKT", {"C"}, "nhiều nữ hơn", {}}}, .rules_name = "Bộ quy tắc"});
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A", "BKT C"));
    EXPECT_THAT(result.warnings, IsEmpty());
    EXPECT_EQ(criterion(result.proposals[1], CriterionCode::QuotaGroup)->actual,
              "2 (cán bộ chọn: nhiều nữ hơn)");

    // Without a reason, for another award or for too many, nothing is decided.
    for (const rules::TieDecision& useless :
         std::vector<rules::TieDecision>{{"BKT", {"C"}, "", {}},
                                         {"COT", {"C"}, "lý do", {}},
                                         {"BKT", {"B", "C"}, "lý do", {}},
                                         {"BKT", {"C"}, "lý do", {"C", "D"}}}) {
        EXPECT_THAT(lines(propose(groups, rules, {.decisions = {useless}, .rules_name = "x"}).proposals),
                    ElementsAre("BKT A"));
    }
}

TEST(Propose, ADecisionSettlesOnlyTheTieItWasTakenOn)
{
    // Two leaders in one group, one in the other; one award for each group and one in all.
    const std::vector groups = {group("Các sở", {unit("A", 1, "90"), unit("B", 1, "90")}),
                                group("Các huyện", {unit("X", 1, "80")})};
    const auto rules =
        rule_set({collective("BKT", {place(1, 1)}, {.total = 1, .per_group = 1, .percent = {}})});
    const rules::TieDecision in_group{"BKT", {"B"}, "nhiều nữ hơn", {"A", "B"}};
    const auto once = propose(groups, rules, {.decisions = {in_group}, .rules_name = "x"});
    EXPECT_THAT(once.proposals, IsEmpty()) << "B was preferred to A, not to X";
    ASSERT_EQ(once.warnings.size(), 1U);
    EXPECT_THAT(once.warnings[0].recipients, ElementsAre("B", "X"));

    const rules::TieDecision in_all{"BKT", {"X"}, "vùng khó khăn", {"X", "B"}};
    const auto twice = propose(groups, rules, {.decisions = {in_group, in_all}, .rules_name = "x"});
    EXPECT_THAT(lines(twice.proposals), ElementsAre("BKT X"));
    EXPECT_THAT(twice.warnings, IsEmpty());
    // The reason stands at the quota it was given for, and there only.
    EXPECT_EQ(criterion(twice.proposals[0], CriterionCode::QuotaTotal)->actual,
              "1 (cán bộ chọn: vùng khó khăn)");
    EXPECT_EQ(criterion(twice.proposals[0], CriterionCode::QuotaGroup)->actual, "1");
}

TEST(Propose, OneUnitThatTheQuotaHasNoRoomForIsNoTie)
{
    auto rule = individual("BKT", AwardRule::Per::AssessedUnit, 2);
    rule.quota.total = 5;
    const auto result = propose(five_units(), rule_set({rule}));
    EXPECT_EQ(result.individual_places.size(), 2U);
    EXPECT_THAT(result.warnings, IsEmpty()) << "one person is left for a unit that sends two";
}

TEST(Propose, CombinedQuotasApplyOneAfterTheOther)
{
    const std::vector groups = {group("Các sở", {unit("A", 1, "90"), unit("B", 2, "89"), unit("C", 3, "88")}),
                                group("Các huyện", {unit("X", 1, "70"), unit("Y", 2, "69")})};
    const auto of = [&](Quota quota) {
        return lines(propose(groups, rule_set({collective("BKT", {floor("50")}, quota)})).proposals);
    };
    EXPECT_THAT(of({.total = 3, .per_group = 1, .percent = {}}), ElementsAre("BKT A", "BKT X"));
    EXPECT_THAT(of({.total = 4, .per_group = {}, .percent = number("40")}), ElementsAre("BKT A", "BKT X"));
    EXPECT_THAT(of({.total = 2, .per_group = {}, .percent = number("80")}), ElementsAre("BKT A", "BKT X"));
    EXPECT_THAT(of({.total = 4, .per_group = 2, .percent = number("100")}),
                ElementsAre("BKT A", "BKT B", "BKT X", "BKT Y"));
}

TEST(Propose, OnlyTheQuotaThatStoppedAUnitIsNotMet)
{
    const auto met = [](const Quota& quota, const char* unit) {
        const auto result = propose(five_units(), rule_set({collective("BKT", {place(1, 3)}, quota)}));
        std::string signs;
        for (const auto& each : result.just_missed) {
            if (each.recipient != unit) continue;
            EXPECT_EQ(each.verdict.unmet(), 1);
            for (const auto code :
                 {CriterionCode::QuotaGroup, CriterionCode::QuotaTotal, CriterionCode::QuotaPercent})
                signs += criterion(each, code)->met == true ? "+" : "-";
        }
        return signs;
    };
    EXPECT_EQ(met({.total = 2, .per_group = 1, .percent = number("40")}, "B"), "-++");
    EXPECT_EQ(met({.total = 1, .per_group = 2, .percent = number("40")}, "B"), "+-+");
    EXPECT_EQ(met({.total = 3, .per_group = 3, .percent = number("20")}, "B"), "++-");
}

TEST(Propose, ATieBrokenByTheRankingNeedsNoDecision)
{
    const std::vector groups = {group("Các sở", {unit("A", 1, "85"), unit("B", 2, "85")})};
    const auto result = propose(
        groups, rule_set({collective("BKT", {floor("50")}, {.total = {}, .per_group = 1, .percent = {}})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("BKT A"));
    EXPECT_THAT(result.warnings, IsEmpty());
}

TEST(Propose, ATieThatFitsIsTakenWhole)
{
    const std::vector groups = {
        group("Các sở", {unit("A", 1, "90"), unit("B", 1, "90"), unit("C", 3, "85")})};
    const auto result = propose(
        groups, rule_set({collective("COT", {place(1, 1)}, {.total = {}, .per_group = 2, .percent = {}})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("COT A", "COT B"));
}

TEST(Propose, TotalQuotaGoesByPlaceAcrossGroups)
{
    const std::vector groups = {group("Các sở", {unit("A", 1, "90"), unit("B", 2, "89"), unit("C", 3, "88")}),
                                group("Các huyện", {unit("X", 1, "70"), unit("Y", 2, "69")})};
    const auto of = [&](int total) {
        return lines(propose(groups, rule_set({collective("BKT", {floor("50")},
                                                          {.total = total, .per_group = {}, .percent = {}})}))
                         .proposals);
    };
    EXPECT_THAT(of(2), ElementsAre("BKT A", "BKT X"));
    EXPECT_THAT(of(4), ElementsAre("BKT A", "BKT B", "BKT X", "BKT Y"));
    // One award for two leaders of different groups: nobody.
    EXPECT_THAT(of(1), IsEmpty());
    EXPECT_THAT(of(0), IsEmpty());
}

TEST(Propose, PercentIsOfRankedUnitsRoundedDown)
{
    auto groups = five_units();
    groups[0].standings.push_back(unit("F", 0, "99"));
    const auto of = [&](const char* percent) {
        return lines(
            propose(groups,
                    rule_set({collective("BKT", {place(1, 5)},
                                         {.total = {}, .per_group = {}, .percent = number(percent)})}))
                .proposals);
    };
    EXPECT_EQ(of("20").size(), 1U);
    EXPECT_EQ(of("39.9").size(), 1U) << "1.995 units are one";
    EXPECT_EQ(of("40").size(), 2U);
    EXPECT_EQ(of("100").size(), 5U);
    EXPECT_EQ(of("19.99").size(), 0U);
}

TEST(Propose, AUnitThatLosesToAQuotaIsTriedForTheNextAward)
{
    const auto result =
        propose(five_units(),
                rule_set({collective("COT", {floor("80")}, {.total = 1, .per_group = {}, .percent = {}}),
                          collective("BKT", {floor("80")})}));
    EXPECT_THAT(lines(result.proposals), ElementsAre("COT A", "BKT B", "BKT C"));
}

// ---- fill ----

TEST(Propose, FillLetsTheNextMoveUpIntoAnEmptyPlace)
{
    auto groups = five_units();
    for (auto& standing : groups[0].standings)
        standing.change = number("1");
    groups[0].standings[0].change = number("-3");
    auto rules = rule_set({collective("COT", {place(1, 1), rise_points("0")})});
    EXPECT_THAT(propose(groups, rules).proposals, IsEmpty());
    rules.awards[0].fill = true;
    const auto result = propose(groups, rules);
    EXPECT_THAT(lines(result.proposals), ElementsAre("COT B"));
    EXPECT_EQ(criterion(result.proposals[0], CriterionCode::Place)->actual, "2 (thay hạng trống)");
    EXPECT_EQ(criterion(result.proposals[0], CriterionCode::Place)->met, true);
}

TEST(Propose, FillGoesOnlyAsFarAsThereAreEmptyPlaces)
{
    auto rules = rule_set({collective("COT", {place(1, 1)}), collective("BKT", {place(1, 3)})});
    rules.awards[1].fill = true;
    // The leader holds the flag, so one of the three places is empty: the fourth moves up, the fifth does not.
    EXPECT_THAT(lines(propose(five_units(), rules).proposals),
                ElementsAre("COT A", "BKT B", "BKT C", "BKT D"));
}

TEST(Propose, FillMovesUpAndNeverDown)
{
    auto rules = rule_set({collective("BKT", {place(2, 3), floor("80")})});
    rules.awards[0].fill = true;
    auto groups = five_units();
    groups[0].standings[1].index = number("70");
    groups[0].standings[3].index = number("81");
    // The leader gets no flag here, and still the empty place goes to the fourth.
    EXPECT_THAT(lines(propose(groups, rules).proposals), ElementsAre("BKT C", "BKT D"));
}

TEST(Propose, FillNeverLowersTheFloor)
{
    auto rules = rule_set({collective("COT", {place(1, 1), floor("95")})});
    rules.awards[0].fill = true;
    EXPECT_THAT(propose(five_units(), rules).proposals, IsEmpty());
}

TEST(Propose, FillDoesNotCutEqualPlacesEither)
{
    std::vector groups = {group("Các sở", {unit("A", 1, "90"), unit("B", 2, "85"), unit("C", 2, "85")})};
    for (auto& standing : groups[0].standings)
        standing.change = number("1");
    groups[0].standings[0].change = number("-1");
    auto rules = rule_set({collective("BKT", {place(1, 1), rise_points("0")})});
    rules.awards[0].fill = true;
    const auto result = propose(groups, rules);
    EXPECT_THAT(result.proposals, IsEmpty());
    EXPECT_EQ(result.warnings.at(0).code, "tie_at_quota");

    const rules::TieDecision decision{"BKT", {"C"}, "nhiều nữ hơn", {"B", "C"}};
    const auto decided = propose(groups, rules, {.decisions = {decision}, .rules_name = "x"});
    EXPECT_THAT(lines(decided.proposals), ElementsAre("BKT C"));
    EXPECT_EQ(criterion(decided.proposals[0], CriterionCode::Place)->actual,
              "2 (thay hạng trống; cán bộ chọn: nhiều nữ hơn)");
}

// ---- individual places ----

TEST(Propose, IndividualPlacesFollowAssessedOrRewardedUnits)
{
    auto rules =
        rule_set({individual("BKT", AwardRule::Per::RewardedUnit, 2),
                  individual("GK", AwardRule::Per::AssessedUnit, 1), collective("BKT", {place(1, 2)})});
    const auto result = propose(five_units(), rules);
    std::vector<std::string> said;
    for (const auto& each : result.individual_places)
        said.push_back(each.award + " " + each.unit + " " + std::to_string(each.count));
    EXPECT_THAT(said, ElementsAre("BKT A 2", "BKT B 2", "GK A 1", "GK B 1", "GK C 1", "GK D 1", "GK E 1"));
}

TEST(Propose, IndividualPlacesMayHaveConditionsAndALimitInPeople)
{
    auto rule = individual("BKT", AwardRule::Per::AssessedUnit, 2);
    rule.all = {floor("80")};
    rule.quota.total = 5;
    const auto result = propose(five_units(), rule_set({rule}));
    EXPECT_EQ(result.individual_places.size(), 2U)
        << "two units with two people each; a third would make six";
}

// ---- just missed ----

TEST(Propose, JustMissedFailsExactlyOneCriterionAndHoldsNothing)
{
    const auto result = propose(five_units(), rule_set({collective("COT", {place(1, 1), floor("80")}),
                                                        collective("BKT", {place(2, 2), floor("80")})}));
    // C fails only the place, of both awards; D and E fail place and floor.
    EXPECT_THAT(lines(result.just_missed), ElementsAre("COT C", "BKT C"));
    for (const auto& each : result.just_missed)
        EXPECT_EQ(each.verdict.unmet(), 1);
}

TEST(Propose, JustMissedIsByPlaceAndAtMostFivePerAwardAndGroup)
{
    std::vector<domain::Standing> many;
    for (int i = 1; i <= 12; ++i)
        many.push_back(unit("U" + std::to_string(i), i, std::to_string(100 - i)));
    const std::vector groups = {group("1", many), group("2", many)};
    const auto result = propose(groups, rule_set({collective("BKT", {place(1, 2)})}));
    EXPECT_THAT(lines(result.just_missed), ElementsAre("BKT U3", "BKT U4", "BKT U5", "BKT U6", "BKT U7",
                                                       "BKT U3", "BKT U4", "BKT U5", "BKT U6", "BKT U7"));
    EXPECT_EQ(result.others.size(), 10U);
    EXPECT_EQ(result.proposals.size() + result.just_missed.size() + result.others.size(), 24U)
        << "nobody is silently left out";
}

TEST(Propose, CountedAndWordedVerdictsAgree)
{
    auto groups = five_units();
    groups[0].standings.push_back(unit("F", 0, "99"));
    auto rules =
        rule_set({collective("COT", {place(1, 1), floor("80")}, {.total = 1, .per_group = 1, .percent = {}}),
                  collective("BKT", {place(1, 3), floor("84"), rise_points("2")},
                             {.total = {}, .per_group = 1, .percent = {}})});
    rules.exclude_last_place = rules.exclude_unranked = true;
    const auto result = propose(groups, rules);
    for (const auto& each : result.proposals)
        EXPECT_TRUE(each.verdict.eligible()) << each.award << each.recipient;
    for (const auto& each : result.just_missed)
        EXPECT_EQ(each.verdict.unmet(), 1) << each.award << each.recipient;
    for (const auto& each : result.others)
        EXPECT_GT(each.verdict.unmet(), 0) << each.award << each.recipient;
}

// ---- kept whole ----

TEST(Propose, TheSameInputGivesTheSameBytes)
{
    const auto rules =
        rule_set({collective("COT", {place(1, 1)}), collective("BKT", {place(2, 3), rise_points("1")})});
    EXPECT_EQ(rules::write_result(propose(five_units(), rules)),
              rules::write_result(propose(five_units(), rules)));
}

TEST(Propose, AStoredResultReadsBackTheSame)
{
    auto rules = rule_set(
        {collective("COT", {place(1, 1), rise_points("2")}, {.total = {}, .per_group = 1, .percent = {}}),
         collective("BKT", {place(2, 3)}), individual("BKT", AwardRule::Per::AssessedUnit, 1)});
    const auto result = propose(five_units(), rules);
    const auto text = rules::write_result(result);
    const auto again = rules::read_result(text);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, result);
    EXPECT_EQ(rules::write_result(*again), text);
    EXPECT_FALSE(again->warnings.at(0).message.empty());
}

TEST(Propose, StandingsAndDecisionsReadBackTheSame)
{
    auto groups = five_units();
    groups[0].standings[0].change = number("-1.5");
    groups[0].standings[0].change_places = 2;
    groups[0].standings[0].parts = {{"Điều tra", number("28.5")}};
    groups[0].mean = number("79.2");
    groups[0].band_counts = {{"Tốt", 3}};
    groups[0].standings[1].framework_changed = true;
    groups[0].standings[1].change_places = -1;
    groups[0].standings[2].tie_break = "Điều tra";
    const auto text = rules::write_standings(groups);
    const auto again = rules::read_standings(text);
    ASSERT_TRUE(again);
    EXPECT_EQ(rules::write_standings(*again), text);
    EXPECT_EQ((*again)[0].standings[0].parts, groups[0].standings[0].parts);
    EXPECT_TRUE((*again)[0].standings[1].framework_changed);
    EXPECT_FALSE((*again)[0].standings[0].framework_changed);
    EXPECT_EQ((*again)[0].standings[1].change_places, -1);
    EXPECT_EQ((*again)[0].standings[2].tie_break, "Điều tra");
    EXPECT_EQ((*again)[0].mean, groups[0].mean);

    const std::vector<rules::TieDecision> decisions = {{"BKT", {"A", "B"}, "lý do", {}},
                                                       {"BKT", {"A"}, "lý do", {"A", "B"}}};
    EXPECT_EQ(rules::write_decisions({decisions[0]}),
              R"([{"award":"BKT","recipients":["A","B"],"reason":"lý do"}])");
    EXPECT_EQ(rules::read_decisions(rules::write_decisions(decisions)).value(), decisions);
    EXPECT_FALSE(rules::read_result("{}"));
    EXPECT_FALSE(rules::read_standings("[1]"));
    EXPECT_FALSE(rules::read_decisions("not json"));
}

}  // namespace
