#include "intake/decimal_text.h"

#include <gtest/gtest.h>

using intake::stored_number;
using intake::stored_percentage;

TEST(StoredNumber, IsRoundedToFifteenSignificantDigits)
{
    EXPECT_EQ(stored_number("96.849999999999994"), "96.85");
    EXPECT_EQ(stored_number("96.84999999999999"), "96.85");
    EXPECT_EQ(stored_number("69.250000000000014"), "69.25");
    EXPECT_EQ(stored_number("0.96850000000000003"), "0.9685");
    EXPECT_EQ(stored_number("123456789012345678"), "123456789012346000");
}

TEST(StoredNumber, StaysAsItIsWhenShort)
{
    EXPECT_EQ(stored_number("71.5"), "71.5");
    EXPECT_EQ(stored_number("100"), "100");
    EXPECT_EQ(stored_number("0"), "0");
    EXPECT_EQ(stored_number("0.5"), "0.5");
}

TEST(StoredNumber, DropsZerosThatSayNothing)
{
    EXPECT_EQ(stored_number("96.850"), "96.85");
    EXPECT_EQ(stored_number("90.00"), "90");
    EXPECT_EQ(stored_number("007.10"), "7.1");
    EXPECT_EQ(stored_number("-0.0"), "0");
}

TEST(StoredNumber, UnderstandsExponents)
{
    EXPECT_EQ(stored_number("9.6849999999999994E1"), "96.85");
    EXPECT_EQ(stored_number("1.5E-3"), "0.0015");
    EXPECT_EQ(stored_number("2e+3"), "2000");
    EXPECT_EQ(stored_number("-6.925E+01"), "-69.25");
}

TEST(StoredNumber, CarriesWhenRoundingUpFillsTheDigits)
{
    EXPECT_EQ(stored_number("99.9999999999999999"), "100");
    EXPECT_EQ(stored_number("0.99999999999999999"), "1");
}

TEST(StoredNumber, RoundsHalfUp)
{
    EXPECT_EQ(stored_number("0.1234567890123445"), "0.123456789012345");
    EXPECT_EQ(stored_number("0.1234567890123435"), "0.123456789012344");
}

TEST(StoredNumber, NoiseBelowFifteenDecimalsIsNothing)
{
    EXPECT_EQ(stored_number("1.4210854715202004E-14"), "0.000000000000014");
    EXPECT_EQ(stored_number("1E-29"), "0");
}

TEST(StoredNumber, RefusesWhatIsNoNumber)
{
    for (const char* text :
         {"", ".", "abc", "1.2.3", "1e", "1e99999999999", "1E+40", "1E-40", "--1", "0x10", "1,5", " 1"})
        EXPECT_FALSE(stored_number(text)) << text;
    EXPECT_FALSE(stored_number(std::string(1000, '9')));
}

TEST(StoredPercentage, IsAHundredTimesTheStoredFraction)
{
    EXPECT_EQ(stored_percentage("0.9685"), "96.85");
    EXPECT_EQ(stored_percentage("0.96850000000000003"), "96.85");
    EXPECT_EQ(stored_percentage("1"), "100");
    EXPECT_EQ(stored_percentage("5.0000000000000001E-3"), "0.5");
}
