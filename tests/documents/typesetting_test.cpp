#include "documents/typesetting.h"

#include <gtest/gtest.h>

namespace {

using documents::Font;
using documents::Typesetter;

TEST(LineBreaking, JoinsADaysAndAnArticlesNumber)
{
    EXPECT_EQ(documents::with_pairs_joined("ngày 30 tháng 3 năm 2022"),
              "ngày\u00a030 tháng\u00a03 năm\u00a02022");
    EXPECT_EQ(documents::with_pairs_joined("có tên tại Điều 1 chịu"), "có tên tại Điều\u00a01 chịu");
    EXPECT_EQ(documents::with_pairs_joined("tổng 55.130.000 đồng (Năm"), "tổng 55.130.000\u00a0đồng (Năm");
    EXPECT_EQ(documents::with_pairs_joined("ngày mai"), "ngày mai");
    EXPECT_EQ(documents::with_pairs_joined(""), "");
}

TEST(LineBreaking, NeverPartsAJoinedPair)
{
    Typesetter type;
    const Font font{.size = 12};
    const std::string text = "một hai ba ngày\u00a030 bốn";
    const double room = type.width("một hai ba ngày", font) + 1;
    const auto lines = type.lines(text, font, room);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].words.size(), 3U);
}

TEST(LineBreaking, BreaksWhereTheTextSays)
{
    Typesetter type;
    EXPECT_EQ(type.lines("Chức vụ,\nđơn vị", {}, 1000).size(), 2U);
    EXPECT_EQ(type.lines("", {}, 1000).size(), 0U);
    EXPECT_EQ(type.lines("  a  b ", {}, 1000).size(), 1U);
}

TEST(LineBreaking, AWordTooWideStandsAlone)
{
    Typesetter type;
    const auto lines = type.lines("ab wwwwwwwwwwwwwwwwwwww cd", {}, 40);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_GT(lines[1].width, 40);
}

TEST(LineBreaking, APlacesKindOpensTheSecondLine)
{
    Typesetter type;
    const Font font{.size = 10.5};
    const double room = type.width("Ủy ban nhân dân huyện", font) + 2;
    EXPECT_EQ(documents::balanced_break(type, "Ủy ban nhân dân huyện Châu Thành", font, room),
              "Ủy ban nhân dân\nhuyện Châu Thành");
}

TEST(LineBreaking, JustifiedLinesFillTheWidthExactly)
{
    Typesetter type;
    auto lines = type.lines("một hai ba bốn năm sáu bảy tám chín mười", {}, 90);
    ASSERT_GT(lines.size(), 2U);
    documents::justify(lines[0], 90);
    EXPECT_NEAR(lines[0].words.back().x + lines[0].words.back().word->width, 90, 0.01);
    const auto last = lines.back().width;
    documents::justify(lines.back(), 90);
    EXPECT_EQ(lines.back().width, last);
}

TEST(LineBreaking, HeadlinesKeepTheirSpaces)
{
    Typesetter type;
    const Font kerned{.size = 13, .bold = true};
    const Font headline{.size = 13, .bold = true, .headline = true};
    EXPECT_GE(type.width("NGHĨA VIỆT", headline), type.width("NGHĨA VIỆT", kerned));
}

}  // namespace
