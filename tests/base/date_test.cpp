#include "base/clock.h"
#include "base/date.h"

#include <gtest/gtest.h>

namespace {

using base::Date;
using base::Instant;

TEST(Date, ReadsBothTheWaysOfficesWriteIt)
{
    EXPECT_EQ(Date::parse("2022-03-30"), Date(2022, 3, 30));
    EXPECT_EQ(Date::parse("30/3/2022"), Date(2022, 3, 30));
    EXPECT_EQ(Date::parse("05/04/2022"), Date(2022, 4, 5));
}

TEST(Date, RefusesDaysThatDoNotExist)
{
    for (const auto* text : {"29/2/2021", "31/4/2022", "2022-13-01", "0/1/2022", "1/1/22", "30-3-2022", "",
                             "30/3", "30/3/2022x", "2022-3-1-1", "1/1/0001"})
        EXPECT_FALSE(Date::parse(text)) << text;
}

TEST(Date, PrintsAsDecree30Asks)
{
    EXPECT_EQ(Date(2022, 3, 30).in_words(), "ngày 30 tháng 3 năm 2022");
    EXPECT_EQ(Date(2022, 2, 5).in_words(), "ngày 05 tháng 02 năm 2022");
    EXPECT_EQ(Date(2022, 3, 5).vietnamese(), "05/03/2022");
}

TEST(Date, CountsDaysOverMonthsAndLeapYears)
{
    EXPECT_EQ(Date(2022, 3, 30).plus_days(11), Date(2022, 4, 10));
    EXPECT_EQ(Date(2024, 3, 1).days_since(Date(2024, 2, 28)), 2);
}

TEST(Instant, ReadsWithAndWithoutFraction)
{
    EXPECT_EQ(Instant::parse("2022-03-30 07:04:05.000001")->sql(), "2022-03-30 07:04:05.000001");
    EXPECT_EQ(Instant::parse("2022-03-30 07:04:05")->sql(), "2022-03-30 07:04:05.000000");
    EXPECT_EQ(Instant::parse("2022-03-30 07:04:05.5")->sql(), "2022-03-30 07:04:05.500000");
    EXPECT_FALSE(Instant::parse("2022-03-30"));
    EXPECT_FALSE(Instant::parse("2022-03-30 24:00:00"));
}

TEST(Instant, IsShownInVietnamsTimeEvenAcrossMidnight)
{
    const auto evening = *Instant::parse("2022-03-30 17:30:00");
    EXPECT_EQ(evening.vietnamese(), "31/03/2022, 00:30");
    EXPECT_EQ(evening.date(), Date(2022, 3, 31));
}

TEST(Clock, TodayIsVietnamsDay)
{
    const base::FixedClock clock(*Instant::parse("2022-12-31 17:00:00"));
    EXPECT_EQ(clock.today(), Date(2023, 1, 1));
}

}  // namespace
