#include "intake/read_sheet.h"

#include <gtest/gtest.h>

using domain::Severity;
using intake::read_sheet;

namespace {

// "E2 word of the message" of every warning; no error may be there.
std::vector<std::string> warnings(const std::string& csv)
{
    std::vector<std::string> found;
    const auto sheet = read_sheet(csv, "x.csv");
    if (!sheet) return {"refused"};
    for (const auto& issue : sheet->issues) {
        EXPECT_EQ(issue.severity, Severity::Warning) << issue.message.vietnamese();
        found.push_back(issue.column + std::to_string(issue.row));
    }
    return found;
}

using Cells = std::vector<std::string>;

const std::string scored = "Đơn vị;Điểm;Điểm tối đa;Tỷ lệ\n";
const std::string placed = "Đơn vị;Điểm;Xếp hạng\n";

}  // namespace

TEST(Warnings, APercentageThatDoesNotFollowFromPointsAndMaximum)
{
    EXPECT_EQ(warnings(scored + "Sở A;61,30;71,5;85,84\nSở B;69,25;71,5;96,85\n"), (Cells{"D2"}));
}

TEST(Warnings, PercentagesAreComparedAtThePrecisionTheyArePrintedWith)
{
    // 61,30/71,5 = 85,734…: right with two decimals, with three and, in a column of one decimal, with one.
    EXPECT_EQ(warnings(scored + "Sở A;61,30;71,5;85,73\n"), Cells{});
    EXPECT_EQ(warnings(scored + "Sở A;61,30;71,5;85,734\n"), Cells{});
    EXPECT_EQ(warnings(scored + "Sở A;61,30;71,5;85,7\n"), Cells{});
    EXPECT_EQ(warnings(scored + "Sở A;61,30;71,5;86\n"), Cells{});
    EXPECT_EQ(warnings(scored + "Sở A;61,30;71,5;85,7\nSở B;69,25;71,5;96,85\n"), (Cells{"D2"}));
}

TEST(Warnings, ThePercentageThatFollowsIsToldWithTwoDecimals)
{
    const auto sheet = read_sheet(scored + "A;69,25;71,5;95\n", "x.csv");
    ASSERT_EQ(sheet->issues.size(), 1U);
    EXPECT_NE(sheet->issues[0].message.vietnamese().find("= 96,85%"), std::string::npos)
        << sheet->issues[0].message.vietnamese();
}

TEST(Warnings, PercentagesRoundHalfUp)
{
    // 80,125 of 100.
    EXPECT_EQ(warnings(scored + "Sở A;80,125;100;80,13\n"), Cells{});
    EXPECT_EQ(warnings(scored + "Sở A;80,125;100;80,12\n"), (Cells{"D2"}));
}

TEST(Warnings, AScoreAboveItsMaximum)
{
    EXPECT_EQ(warnings(scored + "Sở A;72;71,5;100,70\n"), (Cells{"B2"}));
}

TEST(Warnings, AnIndexAboveAHundred)
{
    EXPECT_EQ(warnings("Đơn vị;Điểm\nHuyện A;102,5\nHuyện B;100\n"), (Cells{"B2"}));
    EXPECT_EQ(warnings("Đơn vị;Điểm;Điểm thưởng;Điểm tối đa\nHuyện A;99;3;100\n"), (Cells{"B2"}));
}

TEST(Warnings, PlacesThatContradictTheScores)
{
    EXPECT_EQ(warnings(placed + "A;90;1\nB;85;2\nC;80;3\n"), Cells{});
    EXPECT_EQ(warnings(placed + "A;90;1\nB;82,05;3\nC;80,46;2\n"), (Cells{"C3", "C4"}));
}

TEST(Warnings, OneSlippedPlaceDoesNotAccuseTheWholeTable)
{
    EXPECT_EQ(warnings(placed + "A;90;5\nB;85;2\nC;80;3\nD;75;4\nE;70;1\n"), (Cells{"C2", "C6"}));
}

TEST(Warnings, EqualScoresMayShareAPlaceOrBeOrderedByATieBreak)
{
    EXPECT_EQ(warnings(placed + "A;90;1\nB;85;2\nC;85;2\nD;80;4\n"), Cells{});
    EXPECT_EQ(warnings(placed + "A;90;1\nB;85;2-3\nC;85;2-3\nD;80;4\n"), Cells{});
    EXPECT_EQ(warnings(placed + "A;90;1\nB;85;2\nC;85;3\n"), Cells{});
    EXPECT_EQ(warnings(placed + "A;90;1\nB;85;1\nC;80;3\n").size(), 2U);
}

TEST(Warnings, GapsInThePublishedPlaces)
{
    EXPECT_EQ(warnings(placed + "A;90;1\nB;85;2\nC;80;17\n"), (Cells{"C2"}));
    EXPECT_EQ(warnings(placed + "A;90;1\nB;80;last\n"), Cells{});
}

TEST(Warnings, ATotalThatDoesNotEqualItsParts)
{
    EXPECT_EQ(warnings("Đơn vị;Thẩm định;Khảo sát;Tổng điểm\nA;60;30;90\nB;50;30;81\nC;50;20;70\n"),
              (Cells{"D3"}));
}

TEST(Warnings, PartsThatNeverAddUpAreSaidOnce)
{
    EXPECT_EQ(warnings("Đơn vị;Thẩm định;Khảo sát;Tổng điểm\nA;60;30;9\nB;50;30;8\nC;50;20;7\nD;1;1;6\n"),
              (Cells{"D2"}));
}

TEST(Warnings, BandsWrittenInTwoWays)
{
    EXPECT_EQ(warnings("Đơn vị;Điểm;Xếp loại\nA;90;Tốt\nB;85;Tốt\nC;84;TỐT\n"), (Cells{"C4"}));
}

TEST(Warnings, AUnitInTwoGroups)
{
    EXPECT_EQ(warnings("Đơn vị;Điểm\nI. Huyện A;\nXã Tân Hòa;90\nII. Huyện B;\nXã Tân Hòa;80\n"),
              (Cells{"A5"}))
        << "communes of two districts may share a name; a department may not, see ResultSheet";
}

TEST(Warnings, AFractionAmongPercentages)
{
    EXPECT_EQ(warnings("Đơn vị;Tỷ lệ\nA;90,5%\nB;0,885\nC;80%\n"), (Cells{"B3"}));
    EXPECT_EQ(warnings("Đơn vị;Tỷ lệ\nA;90,5%\nB;0%\n"), Cells{});
}

TEST(Warnings, AUnitWithoutAMaximumBesideOthersThatHaveOne)
{
    EXPECT_EQ(warnings(scored + "A;60;71,5;83,92\nB;55;;55\nC;50;100;50\n"), (Cells{"C3"}));
    EXPECT_EQ(warnings("Đơn vị;Điểm;Điểm tối đa\nA;60;71,5\nB;55;\n"), (Cells{"C3"}));
    EXPECT_EQ(warnings("Đơn vị;Điểm;Điểm tối đa\nA;60;\nB;55;\n"), Cells{});
    const auto unreadable = read_sheet("Đơn vị;Điểm;Điểm tối đa\nA;60;71,5\nB;55;7l,5\n", "x.csv");
    EXPECT_EQ(unreadable->issues.size(), 1U) << "one fault is told once";
}
