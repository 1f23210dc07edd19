#include "app/offline_commands.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <sstream>

namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

// A desk with files on it, and what a command said.
class Offline : public testing::Test {
protected:
    int run(const std::vector<std::string>& arguments)
    {
        std::ostringstream to_out, to_err;
        const int code = app::run_offline(
            arguments,
            [&](const std::string& path) -> base::Result<std::string> {
                const auto found = files.find(path);
                if (found == files.end()) return base::not_found({"Không mở được tệp {}.", {path}});
                return found->second;
            },
            to_out, to_err);
        out = to_out.str();
        err = to_err.str();
        return code;
    }

    Json json() const { return Json::parse(out); }

    std::map<std::string, std::string> files = {
        {"2021.csv", "STT,Đơn vị,Điểm tối đa,Điểm đạt,Tỷ lệ %\n"
                     "1,Thành phố Tây Ninh,71.5,69.25,96.85\n"
                     "2,Thị xã Hòa Thành,100,88.35,88.35\n"
                     "3,Huyện Tân Châu,96.5,80.1,83.01\n"},
        {"2020.csv", "STT,Đơn vị,Chỉ số\n1,Thành phố Tây Ninh,95.65\n2,Huyện Tân Châu,88.5\n"},
        {"twice.csv", "STT,Đơn vị,Chỉ số\n1,Sở Nội vụ,90\n2,Sở Nội vụ,80\n"},
        {"rules.json", R"({"name": "Thử", "year": 2021, "exclude": ["unranked", "last_place"], "awards": [
            {"award": "COT", "kind": "collective", "all": [{"place": [1, 1]}, {"floor": "80"}], "quota": {"per_group": 1}},
            {"award": "BKT", "kind": "individual", "per": "assessed_unit", "count": 1}]})"},
        {"exact.json",
         R"({"framework": {"decimals": 3}, "awards": [{"award": "COT", "kind": "collective"}]})"},
        {"wrong.json", R"({"awards": [{"award": "COT", "kind": "collective", "all": [{"floor": 80}]}]})"},
    };
    std::string out, err;
};

TEST_F(Offline, InspectPrintsWhatWasUnderstood)
{
    ASSERT_EQ(run({"inspect", "2021.csv", "--json"}), 0) << err;
    EXPECT_EQ(json()["encoding"], "UTF-8");
    ASSERT_EQ(json()["groups"].size(), 1U);
    EXPECT_FALSE(json()["groups"][0].contains("sheet")) << "a CSV file has no sheets";
    const auto row = json()["groups"][0]["rows"][0];
    EXPECT_EQ(row["row"], 2);
    EXPECT_EQ(row["unit"], "Thành phố Tây Ninh");
    EXPECT_EQ(row["points"], "69.25");
    EXPECT_EQ(row["maximum"], "71.5");
    EXPECT_EQ(row["percent"], "96.85");
    EXPECT_FALSE(row.contains("band")) << "fields that don't exist are left out";
    EXPECT_TRUE(json().contains("skipped") && json().contains("issues"));
}

TEST_F(Offline, RankPrintsTheFrameworksDecimals)
{
    ASSERT_EQ(run({"rank", "2021.csv", "--bands", "Tốt:80,Khá:70", "--json"}), 0) << err;
    const auto group = json()["groups"][0];
    EXPECT_EQ(group["mean"], "89.40");
    EXPECT_EQ(group["standings"][0],
              (Json{{"place", 1}, {"unit", "Thành phố Tây Ninh"}, {"index", "96.85"}, {"band", "Tốt"}}));
    EXPECT_EQ(group["standings"][2]["index"], "83.01");

    const auto best_first = out;
    ASSERT_EQ(run({"rank", "2021.csv", "--bands", "Khá:70, Tốt:80", "--json"}), 0) << err;
    EXPECT_EQ(out, best_first) << "bands may come in any order";

    ASSERT_EQ(run({"rank", "2021.csv", "--decimals", "1", "--json"}), 0);
    EXPECT_EQ(json()["groups"][0]["standings"][1]["index"], "88.4");
    EXPECT_FALSE(json()["groups"][0]["standings"][1].contains("band"));

    ASSERT_EQ(run({"rank", "2021.csv", "--rules", "exact.json", "--json"}), 0) << err;
    EXPECT_EQ(json()["groups"][0]["standings"][0]["index"], "96.853");
}

TEST_F(Offline, ChangesCarryTheirSign)
{
    ASSERT_EQ(run({"rank", "2021.csv", "--previous", "2020.csv", "--json"}), 0) << err;
    const auto standings = json()["groups"][0]["standings"];
    EXPECT_EQ(standings[0]["change"], "+1.20");
    EXPECT_EQ(standings[0]["change_places"], 0);
    EXPECT_FALSE(standings[1].contains("change")) << "new this year";
    EXPECT_EQ(standings[2]["change"], "-5.49");
    EXPECT_EQ(standings[2]["change_places"], -1);
}

TEST_F(Offline, UnitsAreFoundInLastYearsSheetUnderTheirOtherSpellingsAndCodes)
{
    files["now.csv"] =
        "Mã,Đơn vị,Điểm\nH1,UBND huyện Châu Thành,90\nH2,TP Hồng Ngự,80\nH3,Huyện Hồng Ngự,70\n"
        "S1,Sở Nông nghiệp và Môi trường,60\nS2,Sở Mới,50\nX,Sở Nội vụ,40\n";
    files["before.csv"] =
        "Mã,Đơn vị,Điểm\nH1,Huyện Châu Thành,91\nH3,Huyện Hồng Ngự,85\n"
        "H2,Thành phố Hồng Ngự,81\nS1,Sở Tài nguyên và Môi trường,61\nX,Sở Y tế,45\nX,Sở Nội vụ,41\n";
    ASSERT_EQ(run({"rank", "now.csv", "--previous", "before.csv", "--json"}), 0) << err;
    std::vector<std::string> changes;
    const auto ranking = json();
    for (const auto& standing : ranking["groups"][0]["standings"])
        changes.push_back(standing.value("change", "new"));
    EXPECT_EQ(changes, (std::vector<std::string>{"-1.00", "-1.00", "-15.00", "-1.00", "new", "-1.00"}));
}

TEST_F(Offline, AnErrorOfLastYearsSheetSaysThatItIsLastYears)
{
    EXPECT_EQ(run({"rank", "2021.csv", "--previous", "twice.csv", "--json"}), 1);
    const auto message = json()["issues"][0]["message"].get<std::string>();
    EXPECT_THAT(message, HasSubstr("năm trước “twice.csv”"));
    EXPECT_THAT(message, HasSubstr("Đơn vị đã có ở dòng 2"));
}

TEST_F(Offline, ProposePrintsEveryReason)
{
    ASSERT_EQ(run({"propose", "2021.csv", "--rules", "rules.json", "--json"}), 0) << err;
    const auto proposal = json()["proposals"].at(0);
    EXPECT_EQ(proposal["award"], "COT");
    EXPECT_EQ(proposal["kind"], "collective");
    EXPECT_EQ(proposal["recipient"], "Thành phố Tây Ninh");
    EXPECT_EQ(proposal["place"], 1);
    EXPECT_EQ(proposal["criteria"][0]["code"], "place");
    EXPECT_EQ(proposal["criteria"][0]["met"], true);
    EXPECT_THAT(proposal["criteria"][0]["evidence"].get<std::string>(), HasSubstr("2"));
    EXPECT_EQ(proposal["criteria"].back()["code"], "ground");
    EXPECT_TRUE(proposal["criteria"].back()["met"].is_null());
    EXPECT_EQ(json()["individual_places"][0],
              (Json{{"unit", "Thành phố Tây Ninh"}, {"award", "BKT"}, {"count", 1}}));
    EXPECT_EQ(json()["individual_places"].size(), 3U);
    EXPECT_EQ(json()["warnings"][0]["code"], "ground_missing");
    EXPECT_EQ(json()["just_missed"][0]["recipient"], "Thị xã Hòa Thành");
    EXPECT_TRUE(json().contains("issues"));
}

TEST_F(Offline, TheSameInputGivesTheSameBytes)
{
    ASSERT_EQ(run({"propose", "2021.csv", "--rules", "rules.json", "--json"}), 0);
    const auto first = out;
    ASSERT_EQ(run({"propose", "2021.csv", "--rules", "rules.json", "--json"}), 0);
    EXPECT_EQ(out, first);
}

TEST_F(Offline, AnErrorLeavesOnlyTheIssues)
{
    EXPECT_EQ(run({"rank", "twice.csv", "--json"}), 1);
    EXPECT_EQ(json().size(), 1U);
    EXPECT_EQ(json()["issues"][0]["severity"], "error");
    EXPECT_THAT(err, HasSubstr("Lỗi"));
    EXPECT_EQ(run({"propose", "twice.csv", "--rules", "rules.json", "--json"}), 1);
    EXPECT_EQ(json().size(), 1U);
    // inspect still shows what it could read.
    EXPECT_EQ(run({"inspect", "twice.csv", "--json"}), 1);
    EXPECT_FALSE(json()["groups"].empty());
}

TEST_F(Offline, WrongRulesAreNamedWithTheirPath)
{
    EXPECT_EQ(run({"propose", "2021.csv", "--rules", "wrong.json", "--json"}), 1);
    EXPECT_EQ(json()["issues"][0]["found"], "awards[0].all[0].floor");
}

TEST_F(Offline, FilesThatCannotBeReadAreRefused)
{
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"inspect", "none.csv", "--json"},
                                               {"rank", "none.csv", "--json"},
                                               {"rank", "2021.csv", "--previous", "none.csv", "--json"},
                                               {"propose", "2021.csv", "--rules", "none.json", "--json"}}) {
        EXPECT_EQ(run(arguments), 1);
        EXPECT_EQ(json()["issues"][0]["severity"], "error");
    }
}

TEST_F(Offline, WrongUsageIs64AndSaysWhat)
{
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {},
             {"serve"},
             {"inspect"},
             {"inspect", "2021.csv", "2020.csv"},
             {"inspect", "2021.csv", "--rules", "rules.json"},
             {"rank", "2021.csv", "--bands"},
             {"rank", "2021.csv", "--bands", "Tốt"},
             {"rank", "2021.csv", "--bands", "Tốt:tám mươi"},
             {"rank", "2021.csv", "--bands", "Tốt:80,Tốt:70"},
             {"rank", "2021.csv", "--bands", "Tốt:80,Khá:80"},
             {"rank", "2021.csv", "--bands", "Tốt:80,Kém:-1"},
             {"rank", "2021.csv", "--bands", "Tốt:80:70"},
             {"rank", "2021.csv", "--decimals", "7"},
             {"rank", "2021.csv", "--rules", "rules.json", "--decimals", "2"},
             {"propose", "2021.csv"},
             {"propose", "2021.csv", "--rules", "rules.json", "--colour"}}) {
        EXPECT_EQ(run(arguments), 64);
        EXPECT_THAT(out, IsEmpty());
        EXPECT_FALSE(err.empty());
    }
}

TEST_F(Offline, HelpIsWorthReading)
{
    for (const char* command : {"inspect", "rank", "propose"}) {
        EXPECT_EQ(run({command, "--help"}), 0);
        EXPECT_THAT(out, HasSubstr(std::string("vinhdanh ") + command));
        EXPECT_THAT(out, HasSubstr("Ví dụ"));
    }
}

TEST_F(Offline, WithoutJsonAPersonCanReadIt)
{
    ASSERT_EQ(run({"rank", "2021.csv"}), 0);
    EXPECT_THAT(out, HasSubstr("1  Thành phố Tây Ninh · 96,85"));
    ASSERT_EQ(run({"propose", "2021.csv", "--rules", "rules.json"}), 0);
    EXPECT_THAT(out, HasSubstr("Suất cá nhân: 3"));
    ASSERT_EQ(run({"inspect", "2021.csv"}), 0);
    EXPECT_THAT(out, HasSubstr("dòng 2"));
}

}  // namespace
