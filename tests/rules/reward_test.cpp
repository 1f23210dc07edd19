// The table of computed amounts, and one province's real day.
#include "rules/reward.h"
#include "tests/rules/reference_files.h"

#include <gtest/gtest.h>

namespace {

using base::Date;
using domain::Subject;

const Date in_2022(2022, 3, 28);    // 1.490.000
const Date late_2023(2023, 9, 1);   // 1.800.000, the old decree
const Date early_2024(2024, 2, 1);  // 1.800.000
const Date in_2025(2025, 8, 1);     // 2.340.000
const Date in_2026(2026, 8, 1);     // 2.530.000

std::int64_t paid(std::string_view award, Subject subject, const Date& day)
{
    static const auto reference = shipped_reference();
    const auto reward = rules::reward_of(reference, award, subject, day);
    return reward ? reward->paid : -1;
}

TEST(Reward, IsCoefficientTimesTheBaseSalaryOfTheDecisionsDay)
{
    EXPECT_EQ(paid("COT", Subject::Collective, in_2022), 11'920'000);
    EXPECT_EQ(paid("COT", Subject::Collective, early_2024), 14'400'000);
    EXPECT_EQ(paid("COT", Subject::Collective, in_2025), 18'720'000);
    EXPECT_EQ(paid("COT", Subject::Collective, in_2026), 20'240'000);
    EXPECT_EQ(paid("COCP", Subject::Collective, in_2022), 17'880'000);
    EXPECT_EQ(paid("COCP", Subject::Collective, in_2026), 30'360'000);
    EXPECT_EQ(paid("BKT", Subject::Individual, in_2022), 1'490'000);
    EXPECT_EQ(paid("BKT", Subject::Individual, late_2023), 1'800'000);
    EXPECT_EQ(paid("BKT", Subject::Individual, early_2024), 2'700'000);
    EXPECT_EQ(paid("BKT", Subject::Individual, in_2025), 3'510'000);
    EXPECT_EQ(paid("BKT", Subject::Collective, in_2022), 2'980'000);
    EXPECT_EQ(paid("BKT", Subject::Collective, late_2023), 3'600'000);
    EXPECT_EQ(paid("BKT", Subject::Collective, early_2024), 5'400'000);
    EXPECT_EQ(paid("BKT", Subject::Collective, in_2025), 7'020'000);
    EXPECT_EQ(paid("BKT", Subject::Collective, in_2026), 7'590'000);
    EXPECT_EQ(paid("CSTDT", Subject::Individual, in_2022), 4'470'000);
    EXPECT_EQ(paid("CSTDCS", Subject::Individual, in_2025), 2'340'000);
}

TEST(Reward, IsRoundedUpToTenThousand)
{
    EXPECT_EQ(paid("BKT", Subject::Individual, in_2026), 3'800'000);  // 3.795.000
    EXPECT_EQ(paid("BKT", Subject::Household, in_2025), 5'270'000);   // 5.265.000
    EXPECT_EQ(paid("BKT", Subject::Household, in_2026), 5'700'000);   // 5.692.500
    EXPECT_EQ(paid("TTLDXS", Subject::Collective, in_2022), 2'240'000);
    EXPECT_EQ(paid("TTLDXS", Subject::Collective, in_2026), 3'800'000);
    EXPECT_EQ(paid("LDTT", Subject::Individual, in_2022), 450'000);
    EXPECT_EQ(paid("LDTT", Subject::Individual, in_2025), 710'000);
    EXPECT_EQ(paid("LDTT", Subject::Individual, in_2026), 760'000);
    EXPECT_EQ(paid("TTLDTT", Subject::Collective, in_2022), 1'200'000);
    EXPECT_EQ(paid("TTLDTT", Subject::Collective, in_2025), 1'880'000);
    EXPECT_EQ(paid("TTLDTT", Subject::Collective, in_2026), 2'030'000);
}

TEST(Reward, KeepsTheAmountBeforeRounding)
{
    const auto reward = rules::reward_of(shipped_reference(), "BKT", Subject::Household, in_2026).value();
    EXPECT_EQ(reward.raw, 5'692'500);
    EXPECT_EQ(reward.base_salary, 2'530'000);
    EXPECT_EQ(reward.coefficient.text(), "2.25");
}

TEST(Reward, AFractionOfADongCountsAsOne)
{
    auto reference = shipped_reference();
    for (auto& each : reference.coefficients)
        each.times = *base::Decimal::parse("0.33333");
    EXPECT_EQ(rules::reward_of(reference, "BKT", Subject::Individual, in_2022)->raw, 496'662);
}

TEST(Reward, RoundingModesDifferOnlyBelowTenThousand)
{
    EXPECT_EQ(rules::rounded_reward(702'000, domain::Rounding::None), 702'000);
    EXPECT_EQ(rules::rounded_reward(702'000, domain::Rounding::HalfUp10000), 700'000);
    EXPECT_EQ(rules::rounded_reward(705'000, domain::Rounding::HalfUp10000), 710'000);
    EXPECT_EQ(rules::rounded_reward(702'000, domain::Rounding::Ceil10000), 710'000);
    EXPECT_EQ(rules::rounded_reward(700'000, domain::Rounding::Ceil10000), 700'000);
}

TEST(Reward, DongThapIn2022PaysSeventyEightMillionNineHundredAndSeventyThousand)
{
    const auto flags = 2 * paid("COT", Subject::Collective, in_2022);
    const auto certificates =
        4 * paid("BKT", Subject::Collective, in_2022) + 29 * paid("BKT", Subject::Individual, in_2022);
    EXPECT_EQ(flags, 23'840'000);
    EXPECT_EQ(certificates, 55'130'000);
    EXPECT_EQ(flags + certificates, 78'970'000);
}

TEST(Reward, IsNeverGuessedWhereTheDataIsSilent)
{
    EXPECT_EQ(paid("COT", Subject::Individual, in_2022), -1);
    EXPECT_EQ(paid("XTB", Subject::Collective, in_2022), -1);  // did not exist before 2024
    EXPECT_EQ(paid("COT", Subject::Collective, Date(1999, 1, 1)), -1);
}

}  // namespace
