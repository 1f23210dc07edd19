#include "ranking/fraction.h"
#include "ranking/rank.h"
#include "tests/ranking/sheet.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace {

using base::Decimal;
using domain::Framework;
using ranking_test::group;
using ranking_test::row;
using ranking_test::value;
using ranking_test::with_part;
using testing::ElementsAre;

Decimal number(const char* text)
{
    return *Decimal::parse(text);
}

domain::GroupStandings ranked(std::vector<domain::SheetRow> rows, const Framework& framework = {},
                              std::vector<domain::GroupStandings> previous = {})
{
    const std::vector groups = {group("Các sở", std::move(rows))};
    return ranking::rank(groups, framework, previous).groups.at(0);
}

std::vector<std::string> places(const domain::GroupStandings& group)
{
    std::vector<std::string> lines;
    for (const auto& standing : group.standings)
        lines.push_back((standing.place ? std::to_string(*standing.place) : "-") + " " + standing.unit + " " +
                        standing.index.fixed(group.decimals));
    return lines;
}

TEST(Ranking, IndexIsPointsOverTheUnitsOwnMaximum)
{
    // Tây Ninh 2023: maxima of 71.5, 96.5 and 100 in one table.
    EXPECT_THAT(places(ranked({row("Thành phố Tây Ninh", "69.25", "71.5"), row("Hòa Thành", "85.26", "96.5"),
                               row("Tân Châu", "80.1", "100")})),
                ElementsAre("1 Thành phố Tây Ninh 96.85", "2 Hòa Thành 88.35", "3 Tân Châu 80.10"));
}

TEST(Ranking, ListsByPlaceAndThenByRow)
{
    EXPECT_THAT(places(ranked({row("C", "70"), row("A", "90"), row("B", "90")})),
                ElementsAre("1 A 90.00", "1 B 90.00", "3 C 70.00"));
}

TEST(Ranking, EqualValuesShareAPlaceAndTheNextIsSkipped)
{
    EXPECT_THAT(
        places(ranked({row("A", "95.7"), row("B", "95"), row("C", "95"), row("D", "94"), row("E", "95")})),
        ElementsAre("1 A 95.70", "2 B 95.00", "2 C 95.00", "2 E 95.00", "5 D 94.00"));
}

TEST(Ranking, RoundsHalfUpOnce)
{
    // 90.945 rounds up; 90.9449 does not become 90.945 first.
    EXPECT_THAT(places(ranked({row("A", "90.945"), row("B", "90.9449")})),
                ElementsAre("1 A 90.95", "2 B 90.94"));
    EXPECT_THAT(places(ranked({row("A", "181.89", "200"), row("B", "2", "3")})),
                ElementsAre("1 A 90.95", "2 B 66.67"));
}

TEST(Ranking, RanksOnTheRoundedValueUnlessTheFrameworkSaysExact)
{
    const std::vector rows = {row("A", "90.941"), row("B", "90.944"), row("C", "90.938")};
    EXPECT_THAT(places(ranked(rows)), ElementsAre("1 A 90.94", "1 B 90.94", "1 C 90.94"));

    Framework exact;
    exact.rank_on = Framework::RankOn::Exact;
    EXPECT_THAT(places(ranked(rows, exact)), ElementsAre("1 B 90.94", "2 A 90.94", "3 C 90.94"));
}

TEST(Ranking, ExactTiesAreFoundAcrossDifferentMaxima)
{
    Framework exact;
    exact.rank_on = Framework::RankOn::Exact;
    // 1/3 and 0.1/0.3 are one value; 0.333333333333333/1 is a little less.
    EXPECT_THAT(places(ranked(
                    {row("A", "0.333333333333333", "1"), row("B", "1", "3"), row("C", "0.1", "0.3")}, exact)),
                ElementsAre("1 B 33.33", "1 C 33.33", "3 A 33.33"));
}

TEST(Ranking, DecimalsAreTheFrameworks)
{
    Framework framework;
    framework.decimals = 3;
    EXPECT_THAT(places(ranked({row("A", "91.2385"), row("B", "80.1")}, framework)),
                ElementsAre("1 A 91.239", "2 B 80.100"));
    framework.decimals = 0;
    EXPECT_THAT(places(ranked({row("A", "95.5"), row("B", "95.7")}, framework)),
                ElementsAre("1 A 96", "1 B 96"));
}

TEST(Ranking, ComputedValueWinsOverThePrintedPercentage)
{
    EXPECT_THAT(places(ranked({row("A", "45", "50", "91.00")})), ElementsAre("1 A 90.00"));
    Framework published;
    published.basis = Framework::Basis::Published;
    EXPECT_THAT(places(ranked({row("A", "45", "50", "91.00")}, published)), ElementsAre("1 A 91.00"));
}

TEST(Ranking, PercentageIsTakenWhenThereIsNoMaximumAndPointsWhenThereIsNothingElse)
{
    EXPECT_THAT(places(ranked({row("A", "45", "", "88.5"), row("B", "", "", "90")})),
                ElementsAre("1 B 90.00", "2 A 88.50"));
    EXPECT_THAT(places(ranked({row("A", "102.5")})), ElementsAre("1 A 102.50"));
}

TEST(Ranking, BonusAndPenaltyCountUpToTheirCaps)
{
    auto a = row("A", "80", "100");
    a.bonus = value("5");
    auto b = row("B", "80", "100");
    b.penalty = value("-4");  // sheets write deductions with and without the sign
    auto c = row("C", "80", "100");
    c.penalty = value("4");
    EXPECT_THAT(places(ranked({a, b, c})), ElementsAre("1 A 85.00", "2 B 76.00", "2 C 76.00"));

    Framework capped;
    capped.bonus_cap = number("2");
    capped.penalty_cap = number("1.5");
    EXPECT_THAT(places(ranked({a, b, c}, capped)), ElementsAre("1 A 82.00", "2 B 78.50", "2 C 78.50"));
}

TEST(Ranking, SumsOfVeryLongNumbersStayInRange)
{
    auto odd = row("A", "999999");
    odd.bonus = value("0.123456789012345");
    odd.penalty = value("0.000000000000001");
    EXPECT_EQ(ranked({odd}).standings[0].index, number("999999.12"));
}

TEST(Ranking, BonusMayLiftAnIndexAboveAHundred)
{
    auto a = row("A", "99", "100");
    a.bonus = value("3.5");
    EXPECT_THAT(places(ranked({a})), ElementsAre("1 A 102.50"));
}

TEST(Ranking, UnrankedUnitsGetNoPlaceAndCountForNoMean)
{
    auto guest = row("Đài truyền hình", "99");
    guest.unranked = true;
    const auto group = ranked({row("A", "80"), guest, row("B", "70")});
    EXPECT_THAT(places(group), ElementsAre("1 A 80.00", "2 B 70.00", "- Đài truyền hình 99.00"));
    EXPECT_EQ(group.mean, number("75"));
}

TEST(Ranking, ARowWithoutAnyValueIsAnError)
{
    const std::vector groups = {group("Các sở", {row("A", "80"), row("B", "")})};
    const auto result = ranking::rank(groups, {});
    ASSERT_EQ(result.issues.size(), 1U);
    EXPECT_EQ(result.issues[0].severity, domain::Severity::Error);
    EXPECT_EQ(result.issues[0].row, 9);
    EXPECT_EQ(result.groups[0].standings.size(), 1U);
}

TEST(Ranking, AMaximumOfZeroIsNotDividedBy)
{
    const std::vector groups = {group("Các sở", {row("A", "80", "0"), row("B", "0", "0", "50")})};
    const auto result = ranking::rank(groups, {});
    ASSERT_EQ(result.issues.size(), 1U);
    EXPECT_THAT(places(result.groups[0]), ElementsAre("1 B 50.00"));
}

TEST(Ranking, NamedPartsDecideBetweenEqualsInTheirOrder)
{
    Framework framework;
    framework.ties = {"Điều tra", "Thẩm định"};
    const auto group = ranked({with_part(with_part(row("A", "90"), "Điều tra", "28"), "Thẩm định", "62"),
                               with_part(with_part(row("B", "90"), "ĐIỀU TRA", "30"), "Thẩm định", "60"),
                               with_part(with_part(row("C", "90"), "Điều tra", "28"), "Thẩm định", "61"),
                               with_part(with_part(row("D", "91"), "Điều tra", "20"), "Thẩm định", "71")},
                              framework);
    EXPECT_THAT(places(group), ElementsAre("1 D 91.00", "2 B 90.00", "3 A 90.00", "4 C 90.00"));
    EXPECT_EQ(group.standings[0].tie_break, "");
    EXPECT_EQ(group.standings[1].tie_break, "Điều tra");
    EXPECT_EQ(group.standings[2].tie_break, "Thẩm định");
    EXPECT_EQ(group.standings[3].tie_break, "Thẩm định");
}

TEST(Ranking, PartsThatAreEqualTooLeaveThePlaceShared)
{
    Framework framework;
    framework.ties = {"Điều tra"};
    const auto group =
        ranked({with_part(row("A", "90"), "Điều tra", "28"), with_part(row("B", "90"), "Điều tra", "28"),
                with_part(row("C", "90"), "Điều tra", "27")},
               framework);
    EXPECT_THAT(places(group), ElementsAre("1 A 90.00", "1 B 90.00", "3 C 90.00"));
    EXPECT_EQ(group.standings[0].tie_break, "Điều tra");
}

TEST(Ranking, AMissingPartDecidesNothingAndWarns)
{
    Framework framework;
    framework.ties = {"Điều tra"};
    const std::vector groups = {
        group("Các sở", {with_part(row("A", "90"), "Điều tra", "28"), row("B", "90"), row("C", "80")})};
    const auto result = ranking::rank(groups, framework);
    EXPECT_THAT(places(result.groups[0]), ElementsAre("1 A 90.00", "1 B 90.00", "3 C 80.00"));
    ASSERT_EQ(result.issues.size(), 1U);
    EXPECT_EQ(result.issues[0].severity, domain::Severity::Warning);
    EXPECT_EQ(result.issues[0].row, 9);
}

TEST(Ranking, BandsBeginAtTheirLowerBound)
{
    Framework framework;
    framework.bands = {
        {"Kém", Decimal(0)}, {"Tốt", Decimal(80)}, {"Khá", Decimal(70)}, {"Trung bình", Decimal(60)}};
    const auto group = ranked(
        {row("A", "80"), row("B", "79.994"), row("C", "79.995"), row("D", "70"), row("E", "12")}, framework);
    std::vector<std::string> bands;
    for (const auto& standing : group.standings)
        bands.push_back(standing.unit + " " + standing.band);
    // 79.995 is 80.00 once rounded, and bands are of the rounded index.
    EXPECT_THAT(bands, ElementsAre("A Tốt", "C Tốt", "B Khá", "D Khá", "E Kém"));
    EXPECT_THAT(group.band_counts, ElementsAre(testing::Pair("Tốt", 2), testing::Pair("Khá", 2),
                                               testing::Pair("Trung bình", 0), testing::Pair("Kém", 1)));
}

TEST(Ranking, ThereIsNoBandUnlessGiven)
{
    const auto group = ranked({row("A", "99")});
    EXPECT_EQ(group.standings[0].band, "");
    EXPECT_TRUE(group.band_counts.empty());
    Framework framework;
    framework.bands = {{"Tốt", Decimal(80)}};
    EXPECT_EQ(ranking::band_of(number("79.99"), framework), "");
}

TEST(Ranking, MeansAreOfRoundedIndexes)
{
    // The exact mean of 66.666… and 33.333… is 50; of the rounded 66.67 and 33.33 too; of 0.005 and 0 it differs.
    EXPECT_EQ(ranked({row("A", "0.005"), row("B", "0")}).mean, number("0.01"));
    EXPECT_EQ(ranked({row("A", "90.94"), row("B", "88.68"), row("C", "70.01")}).mean, number("83.21"));
}

TEST(Ranking, MedianIsTheMiddleOrTheMeanOfTheTwoMiddles)
{
    EXPECT_EQ(ranked({row("A", "90"), row("B", "80"), row("C", "10")}).median, number("80"));
    EXPECT_EQ(ranked({row("A", "90"), row("B", "80.01"), row("C", "80"), row("D", "10")}).median,
              number("80.01"));
    EXPECT_EQ(ranked({}).median, std::nullopt);
}

TEST(Ranking, ChangeComparesRoundedIndexesAndPlaces)
{
    const auto last_year = ranked({row("Sở A", "88.004"), row("Sở B", "89.746"), row("Sở C", "70")});
    const auto group =
        ranked({row("SỞ A", "89.2"), row("Sở  B", "89.3849"), row("Sở D", "50"), row("Sở C", "70")}, {},
               {last_year});
    std::vector<std::string> lines;
    for (const auto& standing : group.standings)
        lines.push_back(standing.unit + " " + (standing.change ? standing.change->fixed(2) : "-") + " " +
                        (standing.change_places ? std::to_string(*standing.change_places) : "-"));
    EXPECT_THAT(lines, ElementsAre("Sở  B -0.37 0", "SỞ A 1.20 0", "Sở C 0.00 0", "Sở D - -"));
    EXPECT_EQ(group.rose, 1);
    EXPECT_EQ(group.fell, 1);
}

TEST(Ranking, PositiveChangeOfPlacesMeansRisen)
{
    const auto last_year = ranked({row("Hòa Thành", "74"), row("Gò Dầu", "80"), row("Bến Cầu", "79")});
    const auto group =
        ranked({row("Hòa Thành", "93.08"), row("Gò Dầu", "80"), row("Bến Cầu", "79")}, {}, {last_year});
    EXPECT_EQ(group.standings[0].change_places, 2);
    EXPECT_EQ(group.standings[1].change_places, -1);
}

TEST(Ranking, TwoUnitsNamedHongNguStayTwo)
{
    const auto last_year = ranked({row("Huyện Hồng Ngự", "80"), row("Thành phố Hồng Ngự", "75")});
    const auto group =
        ranked({row("Thành phố Hồng Ngự", "85"), row("Huyện Hồng Ngự", "79")}, {}, {last_year});
    EXPECT_EQ(group.standings[0].change, number("10"));
    EXPECT_EQ(group.standings[1].change, number("-1"));
}

TEST(Ranking, CommunesWhoseNamesDifferByMarksStayTwo)
{
    const auto last_year = ranked({row("Xã Bình Thạnh", "80"), row("Xã Bình Thành", "75")});
    const auto group =
        ranked({row("Xã Bình Thành", "85"), row("Xã Bình Thạnh", "79"), row("Xã Bình Thanh", "70")}, {},
               {last_year});
    EXPECT_EQ(group.standings[0].change, number("10"));
    EXPECT_EQ(group.standings[1].change, number("-1"));
    EXPECT_FALSE(group.standings[2].change);
    EXPECT_EQ(ranked({row("Sở Noi vu", "81")}, {}, {ranked({row("Sở Nội vụ", "80")})}).standings[0].change,
              std::nullopt);
    EXPECT_EQ(ranked({row("So Noi vu", "81")}, {}, {ranked({row("Sở Nội vụ", "80")})}).standings[0].change,
              number("1"));
}

TEST(Ranking, ARenamedUnitIsFoundByItsKey)
{
    auto last_year = ranked({row("Sở Thông tin và Truyền thông", "80")});
    last_year.standings[0].key = "7";
    auto renamed = row("Sở Khoa học và Công nghệ", "81");
    renamed.key = "7";
    EXPECT_EQ(ranked({renamed}, {}, {last_year}).standings[0].change, number("1"));
}

TEST(Ranking, AChangeAcrossFrameworksIsMarked)
{
    const std::vector previous = {ranked({row("A", "80")})};
    const std::vector groups = {group("Các sở", {row("A", "81"), row("B", "70")})};
    const auto result = ranking::rank(groups, {}, previous, {.framework_changed = true});
    EXPECT_TRUE(result.groups[0].standings[0].framework_changed);
    EXPECT_FALSE(result.groups[0].standings[1].framework_changed) << "a new unit has no change to mark";
}

TEST(Ranking, EvidenceNamesTheCells)
{
    const auto group = ranked({row("A", "45", "50"), row("B", "", "", "80")});
    EXPECT_EQ(group.standings[0].evidence, "PAR 2021!F8 ÷ G8");
    EXPECT_EQ(group.standings[1].evidence, "PAR 2021!H9");
    auto shared = row("C", "60", "80");
    shared.maximum->column = "F";
    EXPECT_EQ(ranked({shared}).standings[0].evidence, "PAR 2021!F8 ÷ 80") << "the heading gives the maximum";
}

TEST(Ranking, GroupsAreRankedApart)
{
    const std::vector groups = {group("Các sở", {row("A", "90"), row("B", "80")}),
                                group("UBND cấp huyện", {row("C", "85")})};
    const auto result = ranking::rank(groups, {});
    EXPECT_THAT(places(result.groups[1]), ElementsAre("1 C 85.00"));
}

TEST(Fraction, ComparesExactlyWhereProductsLeave128Bits)
{
    const auto fraction = [](const char* part, const char* whole) {
        return ranking::Fraction(number(part), number(whole));
    };
    // Nine digits before and nine behind the point: scaled up they are far beyond 64 bits.
    EXPECT_LT(fraction("123456789012345678", "0.000000000000003"),
              fraction("123456789012345679", "0.000000000000003"));
    EXPECT_EQ(fraction("100000000000000000", "0.000000000000002"),
              fraction("300000000000000000", "0.000000000000006"));
    EXPECT_GT(fraction("0.000000000000002", "300000000000000001"),
              fraction("0.000000000000002", "300000000000000002"));
    EXPECT_LT(fraction("-5", "0.000000000000003"), fraction("123456789012345678", "0.000000000000007"));
}

TEST(Fraction, AgreesWithCrossProductsOnRandomValues)
{
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> any(1, 2'000'000);
    for (int i = 0; i < 20'000; ++i) {
        const std::int64_t a = any(random), b = any(random), c = any(random), d = any(random);
        EXPECT_EQ(ranking::Fraction(Decimal(a, 3), Decimal(b, 1)) <=>
                      ranking::Fraction(Decimal(c, 2), Decimal(d, 0)),
                  a * d <=> c * b)
            << a << " " << b << " " << c << " " << d;
        // The same values pushed beyond 64 bits give the same answer.
        EXPECT_EQ(ranking::Fraction(Decimal(a), Decimal(b, 15)) <=>
                      ranking::Fraction(Decimal(c), Decimal(d, 15)),
                  a * d <=> c * b);
    }
}

}  // namespace
