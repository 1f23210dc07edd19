#include "base/number_words.h"

#include <gtest/gtest.h>

namespace {

TEST(Grouped, PutsADotBeforeEachThousand)
{
    EXPECT_EQ(base::grouped(78'970'000), "78.970.000");
    EXPECT_EQ(base::grouped(0), "0");
    EXPECT_EQ(base::grouped(999), "999");
    EXPECT_EQ(base::grouped(1000), "1.000");
    EXPECT_EQ(base::grouped(-1'234'567), "-1.234.567");
}

TEST(InWords, SaysTheTotalsOfTheCase)
{
    EXPECT_EQ(base::in_words(78'970'000), "bảy mươi tám triệu chín trăm bảy mươi nghìn");
    EXPECT_EQ(base::in_words(55'130'000), "năm mươi lăm triệu một trăm ba mươi nghìn");
    EXPECT_EQ(base::in_words(23'840'000), "hai mươi ba triệu tám trăm bốn mươi nghìn");
}

TEST(InWords, KnowsMotTuLamAndLe)
{
    EXPECT_EQ(base::in_words(21), "hai mươi mốt");
    EXPECT_EQ(base::in_words(11), "mười một");
    EXPECT_EQ(base::in_words(24), "hai mươi tư");
    EXPECT_EQ(base::in_words(14), "mười bốn");
    EXPECT_EQ(base::in_words(15), "mười lăm");
    EXPECT_EQ(base::in_words(105), "một trăm lẻ năm");
    EXPECT_EQ(base::in_words(110), "một trăm mười");
    EXPECT_EQ(base::in_words(0), "không");
}

TEST(InWords, FillsEmptyHundredsInLaterGroups)
{
    EXPECT_EQ(base::in_words(1'005), "một nghìn không trăm lẻ năm");
    EXPECT_EQ(base::in_words(2'000'050), "hai triệu không trăm năm mươi");
    EXPECT_EQ(base::in_words(1'000'000'000), "một tỷ");
    EXPECT_EQ(base::in_words(12'000'000'001), "mười hai tỷ không trăm lẻ một");
    EXPECT_EQ(base::in_words(3'000'000'000'000), "ba nghìn tỷ");
}

}  // namespace
