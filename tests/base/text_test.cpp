#include "base/text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

TEST(Text, ComesOutInOneNormalForm)
{
    EXPECT_EQ(base::nfc("Sở Nội vụ"), "Sở Nội vụ");
    EXPECT_EQ(base::nfc("So\u031B\u0309 No\u0323\u0302i vu\u0323"), "Sở Nội vụ");
}

TEST(Text, RefusesBytesThatAreNotUtf8)
{
    EXPECT_FALSE(base::nfc("\xC0\xAF"));
    EXPECT_FALSE(base::nfc("S\xEB N\xE9i v\xF4"));  // TCVN3
    EXPECT_FALSE(base::nfc("\xED\xA0\x80"));        // a lone surrogate
}

TEST(Text, TidyKnowsEveryKindOfSpace)
{
    EXPECT_EQ(base::tidy("  Sở\u00A0Nội\u202F\u200Bvụ \n"), "Sở Nội vụ");
    EXPECT_EQ(base::tidy("\u00A0\u200B "), "");
}

TEST(Text, FoldingForgetsMarksCaseAndPunctuation)
{
    EXPECT_EQ(base::folded("Đặng Thị Ước"), "dang thi uoc");
    EXPECT_EQ(base::folded("Sở TT-TT"), "so tt tt");
    EXPECT_EQ(base::folded("Sở KH&ĐT"), "so kh dt");
    EXPECT_EQ(base::folded("UBND  huyện\u00A0Hồng Ngự."), "ubnd huyen hong ngu");
    EXPECT_EQ(base::folded("đĐ"), "dd");
}

TEST(Spelling, MarksTellNamesApartButNotTheTonesSeat)
{
    const auto same = [](std::string_view a, std::string_view b) {
        return base::same_name(base::Spelling(a), base::Spelling(b));
    };
    EXPECT_TRUE(same("Xã Tân Hòa", "xã Tân Hoà"));
    EXPECT_TRUE(same("Huyện Tủa Chùa", "HUYỆN\u00A0TỦA CHÙA."));
    EXPECT_TRUE(same("Sở Nội vụ", "So\u031B\u0309 No\u0323\u0302i vu\u0323"));
    EXPECT_TRUE(same("Đức Huệ", "duc hue"));
    EXPECT_FALSE(same("Xã Bình Thành", "Xã Bình Thạnh"));
    EXPECT_FALSE(same("Xã Bình Thành", "Xã Bình Thanh"));
    EXPECT_FALSE(same("Đa Phước", "Da Phước"));
    EXPECT_TRUE(base::Spelling("So Noi vu").bare);
    EXPECT_FALSE(base::Spelling("Sở Noi vu").bare);
}

TEST(Text, LoweringKeepsTheMarks)
{
    EXPECT_EQ(base::lowered("  TỐT "), "tốt");
    EXPECT_EQ(base::uppered("quyết định"), "QUYẾT ĐỊNH");
}

TEST(NameKey, OrdersByGivenNameThenByTheWordsBefore)
{
    std::vector<std::string> names = {"Trần Thị Yến", "Lê Văn Ân",    "Nguyễn Văn An", "Đỗ Minh Ánh",
                                      "Bùi Thị Anh",  "Phan Văn Đức", "Võ Thị Dung"};
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return base::name_key(a) < base::name_key(b); });
    const std::vector<std::string> expected = {"Nguyễn Văn An", "Bùi Thị Anh",  "Đỗ Minh Ánh", "Lê Văn Ân",
                                               "Võ Thị Dung",   "Phan Văn Đức", "Trần Thị Yến"};
    EXPECT_EQ(names, expected);
}

TEST(NameKey, NamesWithOneGivenNameFollowTheFamilyName)
{
    EXPECT_LT(base::name_key("Đặng Văn Tâm"), base::name_key("Đỗ Văn Tâm"));
    EXPECT_LT(base::name_key("Dương Văn Tâm"), base::name_key("Đặng Văn Tâm"));
    EXPECT_EQ(base::name_key("Đặng  Văn Tâm"), base::name_key("Đặng Văn Tâm"));
}

TEST(SortKey, TreatsTheVietnameseLettersAsLetters)
{
    EXPECT_LT(base::sort_key("Dz"), base::sort_key("Đa"));
    EXPECT_LT(base::sort_key("Az"), base::sort_key("Ăa"));
    EXPECT_LT(base::sort_key("Ăz"), base::sort_key("Âa"));
    EXPECT_LT(base::sort_key("Oz"), base::sort_key("Ôa"));
    EXPECT_LT(base::sort_key("Uz"), base::sort_key("Ưa"));
}

TEST(Text, CountsWhatAReaderSees)
{
    EXPECT_EQ(base::length("Sở Nội vụ"), 9U);
}

TEST(Text, SplittingKeepsEmptyParts)
{
    EXPECT_EQ(base::split("a;;b", ';'), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(base::join({"", "b"}, ";"), ";b");
}

}  // namespace
