#include "intake/unit_match.h"

#include <gtest/gtest.h>

using domain::Unit;
using domain::UnitId;
using intake::unit_key;
using intake::UnitMatcher;

namespace {

Unit unit(int id, std::string code, std::string name, std::string short_name = "",
          std::vector<std::string> variants = {})
{
    Unit made;
    made.id = UnitId{id};
    made.code = std::move(code);
    made.official_name = std::move(name);
    made.short_name = std::move(short_name);
    made.variants = std::move(variants);
    return made;
}

const UnitMatcher& matcher()
{
    static const UnitMatcher made({
        unit(1, "S01", "Sở Thông tin và Truyền thông"),
        unit(2, "S02", "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT"),
        unit(3, "S03", "Ban Quản lý Khu kinh tế", "", {"BQL KKT tỉnh"}),
        unit(4, "H01", "Thành phố Hồng Ngự"),
        unit(5, "H02", "Huyện Hồng Ngự"),
        unit(6, "H03", "Huyện Cao Lãnh"),
        unit(7, "H04", "Thành phố Cao Lãnh"),
        unit(8, "S04", "Sở Nội vụ"),
        unit(9, "S05", "Văn phòng UBND tỉnh"),
    });
    return made;
}

std::int64_t sure(std::string_view name, std::string_view code = {})
{
    return matcher().match(name, code).unit.value;
}

std::int64_t offered(std::string_view name)
{
    const auto match = matcher().match(name);
    return match.sure() || match.candidates.empty() ? 0 : match.candidates.front().unit.value;
}

}  // namespace

TEST(UnitMatch, CodeNameShortNameAndVariantAreSure)
{
    EXPECT_EQ(sure("Sở Nội vụ"), 8);
    EXPECT_EQ(sure("  SỞ NỘI\u00a0VỤ "), 8);
    EXPECT_EQ(sure("Sở KH&ĐT"), 2);
    EXPECT_EQ(sure("Sở KH-ĐT"), 2);
    EXPECT_EQ(sure("BQL KKT tỉnh"), 3);
    EXPECT_EQ(sure("một tên lạ", "H03"), 6);
}

TEST(UnitMatch, TellsWhenTheSheetWritesAnotherName)
{
    EXPECT_FALSE(matcher().match("Sở Kế hoạch và Đầu tư").by_variant);
    EXPECT_TRUE(matcher().match("Sở KH&ĐT").by_variant);
}

TEST(UnitMatch, AbbreviationsAreOnlyOffered)
{
    EXPECT_EQ(sure("Sở TT-TT"), 0);
    EXPECT_EQ(offered("Sở TT-TT"), 1);
    EXPECT_EQ(sure("UBND huyện Cao Lãnh"), 0);
    EXPECT_EQ(offered("UBND huyện Cao Lãnh"), 6);
    EXPECT_EQ(sure("TP Cao Lãnh"), 0);
    EXPECT_EQ(offered("TP. Cao Lãnh"), 7);
    EXPECT_EQ(offered("VP UBND tỉnh"), 9);
}

TEST(UnitMatch, DistrictAndCityOfOneNameStayTwoUnits)
{
    EXPECT_EQ(sure("Huyện Hồng Ngự"), 5);
    EXPECT_EQ(sure("Thành phố Hồng Ngự"), 4);
    for (const auto& candidate : matcher().match("UBND huyện Hồng Ngự").candidates)
        EXPECT_NE(candidate.unit.value, 4);
    const auto both = matcher().match("Cao Lãnh");
    EXPECT_FALSE(both.sure());
    ASSERT_GE(both.candidates.size(), 2U);
    EXPECT_EQ(both.candidates[0].unit.value + both.candidates[1].unit.value, 13);
}

TEST(UnitMatch, AStrangerIsNotOffered)
{
    EXPECT_TRUE(matcher().match("Bưu điện").candidates.empty());
}

TEST(UnitMatch, ACodeThatContradictsTheNameIsNotTaken)
{
    const auto match = matcher().match("Sở Nội vụ", "H03");
    EXPECT_FALSE(match.sure());
    EXPECT_EQ(match.candidates.size(), 2U);
}

TEST(UnitKey, SpellingsOfOneUnitShareAKey)
{
    const auto same = [](std::string_view a, std::string_view b) {
        return base::same_name(unit_key(a), unit_key(b));
    };
    EXPECT_TRUE(same("TP. Hồng Ngự", "UBND thành phố Hồng Ngự"));
    EXPECT_TRUE(same("Ủy ban nhân dân huyện Châu Thành", "Huyện Châu Thành"));
    EXPECT_TRUE(same("Thị xã Hòa Thành", "UBND TX. Hoà Thành"));
    EXPECT_TRUE(same("UBND huyen Chau Thanh", "Huyện Châu Thành"));
    EXPECT_TRUE(same("Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng UBND tỉnh"));
    EXPECT_FALSE(same("Huyện Hồng Ngự", "Thành phố Hồng Ngự"));
    EXPECT_FALSE(same("Xã Bình Thành", "UBND xã Bình Thạnh"));
    EXPECT_FALSE(same("Xã Long Hoa", "Xã Long Hòa"));
}

TEST(UnitMatch, NamesThatDifferByTheirMarksAloneAreTwoUnits)
{
    const UnitMatcher communes({unit(1, "X1", "Xã Bình Thành"), unit(2, "X2", "Xã Bình Thạnh")});
    EXPECT_EQ(communes.match("Xã Bình Thành").unit.value, 1);
    EXPECT_EQ(communes.match("XÃ BÌNH THẠNH").unit.value, 2);
    EXPECT_FALSE(communes.match("Xa Binh Thanh").sure()) << "could be either";
    const UnitMatcher one({unit(1, "X1", "Xã Bình Thành"), unit(3, "X3", "Xã Tân Hòa")});
    const auto twin = one.match("Xã Bình Thạnh");
    EXPECT_FALSE(twin.sure()) << "another commune, or a slip: an officer says";
    ASSERT_FALSE(twin.candidates.empty());
    EXPECT_EQ(twin.candidates.front().unit.value, 1);
    EXPECT_EQ(one.match("Xa Binh Thanh").unit.value, 1);
    EXPECT_EQ(one.match("Xã Tân Hoà").unit.value, 3) << "the tone on the other vowel";
}
