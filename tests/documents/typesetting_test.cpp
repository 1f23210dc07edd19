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

TEST(LineBreaking, AnOfficesNamePartsBeforeAWholeTerm)
{
    Typesetter type;
    const Font font{.size = 10.5};
    const double room = type.width("Sở Lao động - Thương binh", font) + 2;
    const auto broken = [&](const char* name) { return documents::balanced_break(type, name, font, room); };
    EXPECT_EQ(broken("Sở Văn hóa, Thể thao và Du lịch"), "Sở Văn hóa,\nThể thao và Du lịch");
    EXPECT_EQ(broken("Sở Lao động - Thương binh và Xã hội"), "Sở Lao động -\nThương binh và Xã hội");
    EXPECT_EQ(broken("Phòng Cải cách hành chính"), "Phòng\nCải cách hành chính");
    EXPECT_EQ(broken("Sở Nông nghiệp và Phát triển nông thôn"), "Sở Nông nghiệp và\nPhát triển nông thôn");
}

TEST(LineBreaking, ACommaIsABetterPlaceToPartThanAPhraseUnlessTheLinesBecomeUneven)
{
    Typesetter type;
    const Font font{.size = 20};
    const double room = 346 * 72 / 25.4;
    EXPECT_EQ(documents::balanced_break(type,
                                        "Đã có thành tích xuất sắc trong thực hiện công tác cải cách hành "
                                        "chính năm 2021, dẫn đầu về giải quyết thủ tục hành chính đúng hạn",
                                        font, room),
              "Đã có thành tích xuất sắc trong thực hiện công tác cải cách hành chính năm 2021,\n"
              "dẫn đầu về giải quyết thủ tục hành chính đúng hạn");
    const auto uneven = documents::balanced_break(
        type, "cho các tập thể, cá nhân đã có thành tích xuất sắc trong thực hiện công tác cải cách năm 2021",
        {.size = 13.5, .bold = true}, 155 * 72 / 25.4);
    EXPECT_EQ(uneven.find("tập thể,\n"), std::string::npos) << uneven;
}

TEST(LineBreaking, ALastLineIsNoSingleWordWhenThatCanBeHelped)
{
    Typesetter type;
    const Font font{.size = 10.5};
    const double room = 94.1;  // the list's column
    const std::string text = "Tổ chức khảo sát sự hài lòng của người dân";
    ASSERT_EQ(type.lines(text, font, room).back().words.size(), 1U);
    EXPECT_EQ(documents::lines_without_orphan(type, text, font, room).back().words.size(), 2U);
    EXPECT_EQ(documents::lines_without_orphan(type, "wwwww wwwww", font, type.width("wwwwww", font)).size(),
              2U);
    EXPECT_EQ(documents::lines_without_orphan(type, "một", font, room).size(), 1U);
    EXPECT_TRUE(documents::lines_without_orphan(type, "", font, room).empty());
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
    EXPECT_GT(type.width("AV VA", headline), type.width("AV VA", kerned));
}

}  // namespace
