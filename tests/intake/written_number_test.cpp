#include "intake/written_number.h"

#include <gtest/gtest.h>

using base::Decimal;
using intake::column_sign;
using intake::DecimalSign;
using intake::written_number;

namespace {

std::string read(std::string_view text, DecimalSign sign)
{
    const auto number = written_number(text, sign);
    return number ? number->value.text() : "?";
}

}  // namespace

TEST(WrittenNumber, IsReadWithTheColumnsDecimalSign)
{
    EXPECT_EQ(read("90,94", DecimalSign::Comma), "90.94");
    EXPECT_EQ(read("90.94", DecimalSign::Dot), "90.94");
    EXPECT_EQ(read("44", DecimalSign::None), "44");
    EXPECT_EQ(read("46,8", DecimalSign::Comma), "46.8");
}

TEST(WrittenNumber, MayCarryAPercentSignAndSpacesOfEveryKind)
{
    EXPECT_EQ(read("90,94 %", DecimalSign::Comma), "90.94");
    EXPECT_EQ(read("\u00a090,94\u00a0%\u00a0", DecimalSign::Comma), "90.94");
    EXPECT_EQ(read("88.35%", DecimalSign::Dot), "88.35");
    EXPECT_TRUE(written_number("88.35%", DecimalSign::Dot)->percent);
    EXPECT_EQ(read("90,94 điểm", DecimalSign::Comma), "90.94");
}

TEST(WrittenNumber, MayGroupThousandsWhenAFractionMakesItSure)
{
    EXPECT_EQ(read("1.234,56", DecimalSign::Comma), "1234.56");
    EXPECT_EQ(read("1,234.56", DecimalSign::Dot), "1234.56");
    EXPECT_EQ(read("12.34,5", DecimalSign::Comma), "?");
    EXPECT_EQ(read("88.680", DecimalSign::Comma), "?");
}

TEST(WrittenNumber, MayBeNegativeWithEitherMinus)
{
    EXPECT_EQ(read("-2,5", DecimalSign::Comma), "-2.5");
    EXPECT_EQ(read("−2,5", DecimalSign::Comma), "-2.5");
}

TEST(WrittenNumber, RefusesWhatIsNoNumber)
{
    for (const char* text : {"", "62,5I", "abc", "1,2,3", "9O", "1/2", ",", "90,", "%"})
        EXPECT_EQ(read(text, DecimalSign::Comma), "?") << text;
}

TEST(ColumnSign, IsTheOneItsTextsUse)
{
    EXPECT_EQ(column_sign({"90,94", "44", "46,8"}).sign, DecimalSign::Comma);
    EXPECT_EQ(column_sign({"90.94", "44"}).sign, DecimalSign::Dot);
    EXPECT_EQ(column_sign({"44", "50"}).sign, DecimalSign::None);
    EXPECT_EQ(column_sign({"1.234,56", "90,94"}).sign, DecimalSign::Comma);
}

TEST(ColumnSign, TellsWhenAColumnMixesBoth)
{
    const auto mixed = column_sign({"90,94", "88.68", "77,10"});
    EXPECT_TRUE(mixed.mixed);
    EXPECT_EQ(mixed.sign, DecimalSign::Comma);
    EXPECT_FALSE(column_sign({"90,94", "77,10", "80"}).mixed);
}

TEST(StandsForEmpty, KnowsTheMarksPeopleUse)
{
    for (const char* text : {"", " ", "-", "–", "...", "x", "\u00a0"})
        EXPECT_TRUE(intake::stands_for_empty(text)) << text;
    EXPECT_FALSE(intake::stands_for_empty("0"));
}
