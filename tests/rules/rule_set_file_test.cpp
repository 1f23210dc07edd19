#include "rules/rule_set_file.h"
#include "tests/rules/case.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace {

using namespace rules_test;  // the words of the cases
using rules::read_rule_set;
using rules::write_rule_set;
using testing::ElementsAre;

std::vector<std::string> paths(std::string_view json)
{
    std::vector<std::string> paths;
    for (const auto& problem : read_rule_set(json).problems)
        paths.push_back(problem.path);
    return paths;
}

// Everything the vocabulary has.
constexpr const char* whole = R"({
  "name": "Khen thưởng CCHC", "year": 2021,
  "framework": {"basis": "published", "decimals": 3, "rank_on": "exact", "ties": ["Điều tra"],
                "bands": [{"name": "Khá", "from": "70"}, {"name": "Tốt", "from": "80"}],
                "bonus_cap": "2.5", "penalty_cap": "5"},
  "exclude": ["unranked", "last_place"], "one_award_per_subject": false,
  "awards": [
    {"award": "COT", "kind": "collective", "ground": "QĐ 12", "fill": true,
     "all": [{"place": [1, 1]}, {"floor": "80"}, {"band": "Tốt"},
             {"any": [{"place": [1, 1]}, {"rise_points": "5"}, {"rise_places": 3}]}],
     "quota": {"total": 2, "per_group": 1, "percent": "20"}},
    {"award": "BKT", "kind": "individual", "per": "rewarded_unit", "count": 1}]
})";

TEST(RuleSetFile, ReadsTheWholeVocabulary)
{
    const auto reading = read_rule_set(whole);
    ASSERT_THAT(reading.problems, testing::IsEmpty());
    const auto& rules = *reading.rules;
    EXPECT_EQ(rules.framework.basis, domain::Framework::Basis::Published);
    EXPECT_EQ(rules.framework.rank_on, domain::Framework::RankOn::Exact);
    EXPECT_EQ(rules.framework.bands[0].name, "Tốt") << "the best band first, whatever the file's order";
    EXPECT_EQ(rules.framework.bonus_cap, number("2.5"));
    EXPECT_TRUE(rules.exclude_unranked && rules.exclude_last_place);
    EXPECT_FALSE(rules.one_award_per_subject);
    auto flag = collective(
        "COT", {place(1, 1), floor("80"), band("Tốt"), any({place(1, 1), rise_points("5"), rise_places(3)})},
        {.total = 2, .per_group = 1, .percent = number("20")});
    flag.ground = "QĐ 12";
    flag.fill = true;
    EXPECT_EQ(rules.awards[0], flag);
    EXPECT_EQ(rules.awards[1], individual("BKT", domain::AwardRule::Per::RewardedUnit, 1));
}

TEST(RuleSetFile, WhatIsWrittenReadsBackTheSame)
{
    const auto rules = *read_rule_set(whole).rules;
    const auto text = write_rule_set(rules);
    ASSERT_TRUE(read_rule_set(text).rules);
    EXPECT_EQ(*read_rule_set(text).rules, rules);
    EXPECT_EQ(write_rule_set(*read_rule_set(text).rules), text);
}

TEST(RuleSetFile, UnknownKeysAreErrorsWithTheirPath)
{
    EXPECT_THAT(paths(R"({"name": "x", "colour": 1, "framework": {"digits": 2},
        "awards": [{"award": "COT", "kind": "collective", "all": [{"place": [1, 1]}, {"points": "3"}],
                    "quota": {"max": 1}, "note": ""}]})"),
                ElementsAre("colour", "framework.digits", "awards[0].note", "awards[0].all[1].points",
                            "awards[0].quota.max"));
}

TEST(RuleSetFile, DecimalsAreStringsAndCountsAreIntegers)
{
    EXPECT_THAT(
        paths(R"({"year": "2021", "framework": {"decimals": 2.5, "bands": [{"name": "Tốt", "from": 80}]},
        "awards": [{"award": "COT", "kind": "collective", "all": [{"floor": 80}, {"floor": "80,5"}, {"place": ["1", 1]}],
                    "quota": {"total": "2", "percent": 20}}]})"),
        ElementsAre("year", "framework.decimals", "framework.bands[0].from", "awards[0].all[0].floor",
                    "awards[0].all[1].floor", "awards[0].all[2].place[0]", "awards[0].quota.total",
                    "awards[0].quota.percent"));
}

TEST(RuleSetFile, EveryValueHasItsShape)
{
    EXPECT_THAT(
        paths(R"({"framework": {"decimals": 7, "ties": [1], "bands": [{"name": "Tốt"}, {"from": "70"}, 3]},
        "awards": [{"award": "COT", "all": [{"place": [1, 2, 3]}, {"place": 1}, {"place": [0, 1]},
                    {"place": [1, 1], "floor": "80"}, {"place": [1, 0]}, {"rise_places": "3"}, {"any": {"floor": "1"}}, 5]},
                   {"kind": "individual", "per": "assessed_unit", "count": 0, "fill": "no", "quota": 3}]})"),
        ElementsAre("framework.decimals", "framework.ties[0]", "framework.bands[0].from",
                    "framework.bands[1].name", "framework.bands[2]", "awards[0].kind",
                    "awards[0].all[0].place", "awards[0].all[1].place", "awards[0].all[2].place[0]",
                    "awards[0].all[3]", "awards[0].all[4].place[1]", "awards[0].all[5].rise_places",
                    "awards[0].all[6].any", "awards[0].all[7]", "awards[1].award", "awards[1].quota",
                    "awards[1].fill", "awards[1].count"));
}

TEST(RuleSetFile, AByteOrderMarkIsNoPartOfTheRules)
{
    EXPECT_TRUE(read_rule_set("\xEF\xBB\xBF"
                              R"({"awards": [{"award": "COT", "kind": "collective"}]})")
                    .rules);
}

TEST(RuleSetFile, WordsOutsideTheVocabularyAreNamed)
{
    EXPECT_THAT(
        paths(R"({"framework": {"basis": "guess", "rank_on": "x"}, "exclude": ["late"],
        "awards": [{"award": "COT", "kind": "household"}, {"award": "BKT", "kind": "individual", "per": "unit", "count": 1}]})"),
        ElementsAre("framework.basis", "framework.rank_on", "exclude[0]", "awards[0].kind", "awards[1].per"));
}

TEST(RuleSetFile, AKeyGivenTwiceIsAnError)
{
    EXPECT_THAT(paths(R"({"name": "a", "name": "b", "awards": [{"award": "COT", "kind": "collective"}]})"),
                ElementsAre("name"));
    EXPECT_THAT(paths(R"({"awards": [{"award": "COT", "kind": "collective"},
        {"award": "BKT", "kind": "collective", "all": [{"place": [1, 1]}, {"any": [{"floor": "1", "floor": "2"}]}],
         "quota": {"total": 1, "total": 2}}]})"),
                ElementsAre("awards[1].all[1].any[0].floor", "awards[1].quota.total"));
    // The same key in two neighbours is no double.
    EXPECT_THAT(
        paths(
            R"({"awards": [{"award": "COT", "kind": "collective"}, {"award": "BKT", "kind": "collective"}]})"),
        testing::IsEmpty());
}

TEST(RuleSetFile, BrokenTextsAreRefusedAsAWhole)
{
    for (const char* text :
         {"", "{", "[]", "null", "\"x\"", "{\"awards\": {}}", "{\"awards\": []}", "{\"name\": \"x\"}",
          R"({"awards": [1]})", R"({"awards": [{"award": "COT", "kind": "collective", "all": [{}]}]})"}) {
        const auto reading = read_rule_set(text);
        EXPECT_FALSE(reading.rules) << text;
        EXPECT_FALSE(reading.problems.empty()) << text;
    }
    EXPECT_FALSE(read_rule_set(std::string(300 * 1024, ' ') + "{}").rules);
    EXPECT_FALSE(read_rule_set("{\"name\": \"\xff\"}").rules);
}

TEST(RuleSetFile, BrokenJsonIsNamedByLineAndCharacter)
{
    const auto said = [](std::string_view text) {
        const auto reading = read_rule_set(text);
        return reading.problems.empty() ? std::string() : reading.problems[0].message.vietnamese();
    };
    EXPECT_EQ(said("{\n  \"name\": \"Đợt\" \"year\": 2021\n}"),
              "Không phải tệp JSON hợp lệ: sai ở dòng 2, ký tự thứ 22.");
    EXPECT_EQ(said("{"), "Không phải tệp JSON hợp lệ: sai ở dòng 1, ký tự thứ 2.");
    EXPECT_EQ(said("{\"year\": 1e999}"), "Không phải tệp JSON hợp lệ: có số quá lớn.");
    EXPECT_FALSE(read_rule_set(std::string(50'000, '[')).rules);
}

TEST(RuleSetFile, ProblemsNameTheBandsInTheOrderOfTheFile)
{
    EXPECT_THAT(
        paths(R"({"framework": {"bands": [{"name": "Kém", "from": "-1"}, {"name": "Khá", "from": "70"},
        {"name": "Tốt", "from": "80"}]}, "awards": [{"award": "COT", "kind": "collective"}]})"),
        ElementsAre("framework.bands[0].from"));
}

TEST(RuleSetFile, MoreThanTheScreenHasRoomForIsRefused)
{
    std::string awards, bands;
    for (int i = 0; i < 51; ++i) {
        awards += std::string(i == 0 ? "" : ",") + R"({"award": "COT", "kind": "collective"})";
        bands += std::string(i == 0 ? "" : ",") + R"({"name": "M)" + std::to_string(i) + R"(", "from": ")" +
                 std::to_string(i) + R"("})";
    }
    EXPECT_THAT(paths(R"({"awards": [)" + awards + "]}"), ElementsAre("awards"));
    EXPECT_THAT(paths(R"({"framework": {"bands": [)" + bands +
                      R"(]}, "awards": [{"award": "COT", "kind": "collective"}]})"),
                ElementsAre("framework.bands"));
    std::string conditions;
    for (int i = 0; i < 21; ++i)
        conditions += std::string(i == 0 ? "" : ",") + R"({"floor": "1"})";
    EXPECT_THAT(paths(R"({"awards": [{"award": "COT", "kind": "collective", "all": [{"any": [)" + conditions +
                      "]}]}]}"),
                ElementsAre("awards[0].all[0].any"));
}

TEST(RuleSetFile, DeepNestingIsRefused)
{
    std::string condition = R"({"place": [1, 1]})";
    for (int i = 0; i < 5; ++i)
        condition = R"({"any": [)" + condition + "]}";
    EXPECT_FALSE(
        read_rule_set(R"({"awards": [{"award": "COT", "kind": "collective", "all": [)" + condition + "]}]}")
            .rules);
}

TEST(RuleSetCheck, FindsWhatCannotBeMeant)
{
    auto set = rule_set({collective("COT", {place(3, 2), band("Xuất sắc"), floor("-1"), any({})}),
                         individual("BKT", domain::AwardRule::Per::None, 0), collective("", {})});
    set.awards[1].fill = true;
    set.awards[2].count = 2;
    set.framework.bands = {{"Tốt", number("80")}, {"tốt", number("70")}, {"Khá", number("70")}};
    std::vector<std::string> paths;
    for (const auto& problem : rules::check_rule_set(set))
        paths.push_back(problem.path);
    EXPECT_THAT(paths,
                ElementsAre("framework.bands[1].name", "framework.bands[2].from", "awards[0].all[0].place",
                            "awards[0].all[1].band", "awards[0].all[2].floor", "awards[0].all[3].any",
                            "awards[1].count", "awards[1].fill", "awards[2].award", "awards[2].count"));
}

TEST(RuleSetCheck, KnowsTheLimitsOfEachValue)
{
    const auto path = [](auto&& change) {
        auto set = rule_set(
            {collective("COT", {floor("1000")}, {.total = 1, .per_group = 1, .percent = number("100")})});
        set.framework.bonus_cap = number("0");
        EXPECT_THAT(rules::check_rule_set(set), testing::IsEmpty());
        change(set);
        const auto problems = rules::check_rule_set(set);
        return problems.size() == 1 ? problems[0].path : std::to_string(problems.size()) + " problems";
    };
    EXPECT_EQ(path([](auto& set) { set.name = std::string(201, 'x'); }), "name");
    EXPECT_EQ(path([](auto& set) { set.framework.bonus_cap = number("-1"); }), "framework");
    EXPECT_EQ(path([](auto& set) { set.framework.penalty_cap = number("-0.5"); }), "framework");
    EXPECT_EQ(path([](auto& set) { set.awards[0].all[0] = floor("1000.1"); }), "awards[0].all[0].floor");
    EXPECT_EQ(path([](auto& set) { set.awards[0].quota.percent = number("100.1"); }),
              "awards[0].quota.percent");
    EXPECT_EQ(path([](auto& set) { set.awards[0].quota.percent = number("-1"); }), "awards[0].quota.percent");
    EXPECT_EQ(path([](auto& set) { set.awards[0].quota.total = -1; }), "awards[0].quota");
    EXPECT_EQ(path([](auto& set) { set.awards[0].per = domain::AwardRule::Per::AssessedUnit; }),
              "awards[0].count");
    EXPECT_EQ(path([](auto& set) { set.awards[0].ground = std::string(501, 'x'); }), "awards[0].ground");
    EXPECT_EQ(path([](auto& set) { set.awards[0].award = std::string(33, 'x'); }), "awards[0].award");
    EXPECT_EQ(path([](auto& set) { set.awards[0].all[0] = band(""); }), "awards[0].all[0].band");
    EXPECT_EQ(path([](auto& set) { set.awards.clear(); }), "awards");
}

TEST(RuleSetFile, TheCaseOf2021IsReadable)
{
    std::ifstream file(std::string(VINHDANH_SOURCE_DIR) + "/config/rules/dong_thap_2021.json");
    std::stringstream text;
    text << file.rdbuf();
    const auto reading = read_rule_set(text.str());
    ASSERT_THAT(reading.problems, testing::IsEmpty());
    EXPECT_EQ(reading.rules->year, 2021);
    EXPECT_EQ(reading.rules->awards.size(), 3U);
}

}  // namespace
