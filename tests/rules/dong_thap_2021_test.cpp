// The case of 2021 as the province told it: 17 departments and 12 districts, the leader of each group and at least 80
// gets the flag, places 2 and 3 the certificate of merit, and each assessed unit names one person: 2 + 4 + 29.
// First places and their values are published; the other values here are only in their order.
#include "rules/propose.h"
#include "rules/rule_set_file.h"
#include "tests/rules/case.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace {

using namespace rules_test;  // the words of the cases
using testing::ElementsAre;

domain::RuleSet rules_of_2021()
{
    std::ifstream file(std::string(VINHDANH_SOURCE_DIR) + "/config/rules/dong_thap_2021.json");
    std::stringstream text;
    text << file.rdbuf();
    return rules::read_rule_set(text.str()).rules.value();
}

std::vector<domain::GroupStandings> standings_of_2021()
{
    std::vector departments = {unit("Sở Kế hoạch và Đầu tư", 1, "90.94"), unit("Sở Nội vụ", 2, "89.72"),
                               unit("Sở Khoa học và Công nghệ", 3, "89.15"), unit("Sở Y tế", 4, "88.6"),
                               unit("Sở Thông tin và Truyền thông", 5, "88.21")};
    for (int place = 6; place <= 16; ++place)
        departments.push_back(
            unit("Sở hạng " + std::to_string(place), place, std::to_string(94 - place + 1)));
    departments.push_back(unit("Sở Tài nguyên và Môi trường", 17, "76.5"));
    std::vector districts = {unit("Huyện Châu Thành", 1, "88.68"), unit("Huyện Tam Nông", 2, "86.31"),
                             unit("Thành phố Sa Đéc", 3, "85.77")};
    for (int place = 4; place <= 12; ++place)
        districts.push_back(unit("Huyện hạng " + std::to_string(place), place, std::to_string(88 - place)));
    return {group("Các sở, ban, ngành", departments), group("UBND huyện, thành phố", districts)};
}

TEST(DongThap2021, TwoFlagsFourCertificatesTwentyNinePeople)
{
    const auto result = rules::propose(standings_of_2021(), rules_of_2021());
    EXPECT_THAT(lines(result.proposals),
                ElementsAre("COT Sở Kế hoạch và Đầu tư", "COT Huyện Châu Thành", "BKT Sở Nội vụ",
                            "BKT Sở Khoa học và Công nghệ", "BKT Huyện Tam Nông", "BKT Thành phố Sa Đéc"));
    EXPECT_EQ(result.individual_places.size(), 29U);
    for (const auto& place : result.individual_places)
        EXPECT_EQ(place.count, 1);
}

TEST(DongThap2021, TheFlagsWarnUntilTheirGroundIsNamed)
{
    auto rules = rules_of_2021();
    const auto warned = rules::propose(standings_of_2021(), rules);
    ASSERT_EQ(warned.warnings.size(), 1U);
    EXPECT_EQ(warned.warnings[0].code, "ground_missing");
    EXPECT_THAT(warned.warnings[0].recipients, ElementsAre("Sở Kế hoạch và Đầu tư", "Huyện Châu Thành"));
    rules.awards[0].ground = "Quyết định chia khối thi đua của tỉnh";
    EXPECT_THAT(rules::propose(standings_of_2021(), rules).warnings, testing::IsEmpty());
}

TEST(DongThap2021, ALeaderWhoLosesTheFlagDoesNotFallToTheCertificate)
{
    auto rules = rules_of_2021();
    rules.awards[0].all[1] = floor("90");
    const auto result = rules::propose(standings_of_2021(), rules);
    EXPECT_THAT(lines(result.proposals),
                ElementsAre("COT Sở Kế hoạch và Đầu tư", "BKT Sở Nội vụ", "BKT Sở Khoa học và Công nghệ",
                            "BKT Huyện Tam Nông", "BKT Thành phố Sa Đéc"));
    const auto missed =
        std::find_if(result.just_missed.begin(), result.just_missed.end(), [](const auto& each) {
            return each.award == "COT" && each.recipient == "Huyện Châu Thành";
        });
    ASSERT_NE(missed, result.just_missed.end());
    EXPECT_EQ(criterion(*missed, domain::CriterionCode::Floor)->actual, "88.68");
}

TEST(DongThap2021, FourthPlacesJustMissTheCertificate)
{
    const auto result = rules::propose(standings_of_2021(), rules_of_2021());
    EXPECT_THAT(lines(result.just_missed), testing::Contains("BKT Sở Y tế"));
    EXPECT_THAT(lines(result.just_missed), testing::Contains("BKT Huyện hạng 4"));
    EXPECT_THAT(lines(result.just_missed), testing::Not(testing::Contains("BKT Sở Tài nguyên và Môi trường")))
        << "the last place fails the place and is excluded";
}

TEST(DongThap2021, TwoLeadersInOneGroupShareNoSingleFlag)
{
    auto standings = standings_of_2021();
    standings[0].standings[1].place = 1;
    standings[0].standings[1].index = number("90.94");
    const auto result = rules::propose(standings, rules_of_2021());
    EXPECT_THAT(lines(result.proposals), testing::Not(testing::Contains("COT Sở Nội vụ")));
    EXPECT_THAT(lines(result.proposals), testing::Contains("COT Huyện Châu Thành"));
    EXPECT_EQ(result.warnings.at(0).code, "tie_at_quota");
}

}  // namespace
