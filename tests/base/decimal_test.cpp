#include "base/decimal.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using base::Decimal;

Decimal number(std::string_view text)
{
    return Decimal::parse(text).value();
}

TEST(Decimal, ReadsDigitsWithAtMostOneDot)
{
    EXPECT_EQ(number("96.85").text(), "96.85");
    EXPECT_EQ(number("-0.5").text(), "-0.5");
    EXPECT_EQ(number("071.50").text(), "71.5");
    EXPECT_EQ(number("0").text(), "0");
    EXPECT_EQ(number("-0").text(), "0");
}

TEST(Decimal, RefusesEverythingElse)
{
    for (const auto* text :
         {"", "-", ".", "1.", ".5", "1.2.3", "1,5", "+1", "1e3", " 1", "1 ", "٣", "--1", "1-"})
        EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, RefusesMoreDigitsThanItCanHoldInsteadOfLosingThem)
{
    EXPECT_TRUE(Decimal::parse("999999999999999999"));
    EXPECT_FALSE(Decimal::parse("1000000000000000000"));
    EXPECT_TRUE(Decimal::parse("0.123456789012345"));
    EXPECT_FALSE(Decimal::parse("0.1234567890123456"));
    EXPECT_TRUE(Decimal::parse("1.50000000000000000000"));  // zeros at the end carry nothing
}

TEST(Decimal, EqualNumbersAreEqualValuesHoweverTheyWereWritten)
{
    EXPECT_EQ(number("80"), number("80.00"));
    EXPECT_LT(number("79.999"), number("80"));
    EXPECT_GT(number("-1.5"), number("-1.51"));
    EXPECT_LT(number("-1"), number("0.000000000000001"));
}

TEST(Decimal, RoundsHalfAwayFromZero)
{
    EXPECT_EQ(number("90.945").fixed(2), "90.95");
    EXPECT_EQ(number("90.9449999").fixed(2), "90.94");
    EXPECT_EQ(number("-0.125").fixed(2), "-0.13");
    EXPECT_EQ(number("0.004").fixed(2), "0.00");
    EXPECT_EQ(number("-0.004").fixed(2), "0.00");
    EXPECT_EQ(number("9.999").fixed(2), "10.00");
}

TEST(Decimal, PrintsExactlyTheDigitsAskedFor)
{
    EXPECT_EQ(number("90").fixed(2), "90.00");
    EXPECT_EQ(number("0.05").fixed(3), "0.050");
    EXPECT_EQ(number("7.5").fixed(0), "8");
    EXPECT_EQ(number("90.94").vietnamese(2), "90,94");
}

TEST(Decimal, QuotientIsRoundedOnce)
{
    // Tây Ninh 2023: 69.25 of 71.5 points were published as 96.85 %.
    EXPECT_EQ(Decimal::quotient(number("69.25"), number("71.5"), 2, 2).fixed(2), "96.85");
    EXPECT_EQ(Decimal::quotient(number("1"), number("3"), 2, 4).text(), "33.3333");
    EXPECT_EQ(Decimal::quotient(number("2"), number("3"), 2, 2).text(), "66.67");
    EXPECT_EQ(Decimal::quotient(number("-1"), number("8"), 0, 2).text(), "-0.13");
}

TEST(Decimal, SumsAreExact)
{
    EXPECT_EQ((number("51.75") + number("32.83")).text(), "84.58");
    EXPECT_EQ((number("0.1") + number("0.2")).text(), "0.3");
    EXPECT_EQ((number("88.68") - number("89.04")).text(), "-0.36");
}

TEST(Decimal, LeavingTheRangeThrowsInsteadOfWrapping)
{
    EXPECT_THROW((void)(number("999999999999999999") + number("1")), std::overflow_error);
    EXPECT_THROW((void)Decimal::quotient(number("999999999999999999"), number("0.001"), 2, 2),
                 std::overflow_error);
}

}  // namespace
