#include "rules/rule_set_changes.h"
#include "tests/rules/case.h"

#include <gmock/gmock.h>

namespace {

using namespace rules_test;  // the words of the cases
using domain::AwardRule;
using testing::ElementsAre;
using testing::IsEmpty;

domain::RuleSet before()
{
    return rule_set({collective("COT", {place(1, 1), floor("80")}),
                     collective("BKT", {any({place(2, 3), rise_points("5.5")})},
                                {.total = 4, .per_group = {}, .percent = {}}),
                     individual("BKT", AwardRule::Per::AssessedUnit, 1)});
}

std::vector<std::string> said(const domain::RuleSet& after)
{
    std::vector<std::string> said;
    for (const auto& change : rules::describe_changes(before(), after))
        said.push_back(rules::in_words(change, rules::in_vietnamese));
    return said;
}

TEST(RuleSetChanges, EqualRulesHaveNone)
{
    EXPECT_THAT(said(before()), IsEmpty());
}

TEST(RuleSetChanges, NameWhatHoldsForTheWhole)
{
    auto set = before();
    set.name = "Đợt 2";
    set.year = 2022;
    set.framework.decimals = 3;
    set.framework.bands = {{"Tốt", number("80.5")}, {"Khá", number("70")}};
    set.exclude_unranked = set.exclude_last_place = true;
    set.one_award_per_subject = false;
    EXPECT_THAT(said(set),
                ElementsAre("Tên “Khen thưởng CCHC” → “Đợt 2”", "Năm 2021 → 2022", "Đổi cách tính",
                            "Xếp loại không có → Tốt ≥ 80,5, Khá ≥ 70", "Bỏ ra đơn vị không xếp hạng",
                            "Bỏ ra đơn vị cuối khối", "Mỗi đơn vị có thể nhận nhiều hình thức"));
}

TEST(RuleSetChanges, NewBandsAloneAreNoOtherWayOfComputing)
{
    auto set = before();
    set.framework.bands = {{"Tốt", number("80")}};
    EXPECT_THAT(said(set), ElementsAre("Xếp loại không có → Tốt ≥ 80"));
}

TEST(RuleSetChanges, NameWhatHoldsForOneAward)
{
    auto set = before();
    set.awards[0].all[1] = floor("85.5");
    set.awards[0].fill = true;
    set.awards[0].ground = "QĐ 12";
    set.awards[1].all[0] = any({place(2, 4), rise_points("5.5")});
    set.awards[1].quota = {.total = {}, .per_group = 2, .percent = number("20")};
    set.awards[2].per = AwardRule::Per::RewardedUnit;
    set.awards[2].count = 2;
    EXPECT_THAT(said(set),
                ElementsAre("Mục 1: điểm từ 80 → điểm từ 85,5", "Mục 1: hạng trống được đưa hạng kế tiếp lên",
                            "Mục 1: căn cứ: QĐ 12",
                            "Mục 2: hạng 2–3 hoặc tăng từ 5,5 điểm → hạng 2–4 hoặc tăng từ 5,5 điểm",
                            "Mục 2: số lượng mỗi khối không giới hạn → 2",
                            "Mục 2: số lượng toàn tỉnh 4 → không giới hạn",
                            "Mục 2: tỷ lệ không giới hạn → 20%",
                            "Mục 3: suất 1 người mỗi đơn vị được chấm điểm → 2 người mỗi đơn vị được khen"));
}

TEST(RuleSetChanges, NameConditionsAndAwardsThatCameOrWent)
{
    auto set = before();
    set.awards[0].all = {place(1, 1), band("Tốt"), rise_places(3)};
    set.awards[1] = collective("COT", {});
    set.awards.pop_back();
    EXPECT_THAT(said(set),
                ElementsAre("Mục 1: bỏ điểm từ 80", "Mục 1: thêm xếp loại từ Tốt",
                            "Mục 1: thêm tăng từ 3 bậc", "Mục 2: đổi hình thức khen thưởng", "Bỏ mục 3"));
    set = before();
    set.awards.push_back(collective("COT", {}));
    EXPECT_THAT(said(set), ElementsAre("Thêm mục 4"));
}

}  // namespace
