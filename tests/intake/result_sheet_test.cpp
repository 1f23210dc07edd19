#include "intake/read_sheet.h"
#include "tests/intake/workbook.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using domain::ResultSheet;
using domain::Severity;
using domain::SheetRow;
using intake::read_sheet;
using tests::WorkbookMaker;

namespace {

ResultSheet read(const std::string& bytes)
{
    auto sheet = read_sheet(bytes, "bang.xlsx");
    EXPECT_TRUE(sheet) << sheet.error().message.vietnamese();
    return sheet ? std::move(*sheet) : ResultSheet{};
}

// "8 Sở Nội vụ 64.15/71.5 89.72% #2 Tốt"
std::string told(const SheetRow& row)
{
    std::string text = std::to_string(row.row) + " " + row.unit + " ";
    text += row.points ? row.points->value.text() : "-";
    if (row.maximum) text += "/" + row.maximum->value.text();
    if (row.percent) text += " " + row.percent->value.text() + "%";
    if (row.bonus) text += " +" + row.bonus->value.text();
    if (row.penalty) text += " -" + row.penalty->value.text();
    if (!row.place.empty()) text += " #" + row.place;
    if (!row.band.empty()) text += " " + row.band;
    for (const auto& [name, part] : row.parts)
        text += " {" + name + " " + part.value.text() + "}";
    return text;
}

std::vector<std::string> rows(const ResultSheet& sheet, std::size_t group = 0)
{
    std::vector<std::string> told_rows;
    if (group < sheet.groups.size())
        for (const auto& row : sheet.groups[group].rows)
            told_rows.push_back(told(row));
    return told_rows;
}

std::vector<std::string> issues(const ResultSheet& sheet, Severity severity)
{
    std::vector<std::string> cells;
    for (const auto& issue : sheet.issues)
        if (issue.severity == severity) cells.push_back(issue.column + std::to_string(issue.row));
    return cells;
}

std::vector<int> skipped(const ResultSheet& sheet)
{
    std::vector<int> numbers;
    for (const auto& row : sheet.skipped)
        numbers.push_back(row.row);
    return numbers;
}

using Texts = std::vector<std::string>;

const std::string head = "TT;Đơn vị;Tổng điểm;Điểm tối đa;Tỷ lệ (%);Xếp hạng;Xếp loại\n";

}  // namespace

TEST(ResultSheet, TheUsualProvincialTableIsUnderstood)
{
    WorkbookMaker maker;
    maker.sheet("PAR 2021");
    maker.row({"ỦY BAN NHÂN DÂN TỈNH"}).row({"KẾT QUẢ CHỈ SỐ CCHC NĂM 2021 CÁC SỞ, BAN, NGÀNH"}).skip_rows(1);
    maker.row({"TT", "Đơn vị", "", "", "Điểm tối đa", "Tỷ lệ", "Xếp hạng", "Xếp loại"});
    maker.row({"", "", "Thẩm định", "Khảo sát", "", "", "", ""});
    maker.merge(3, 0, 4, 0, "TT").merge(3, 1, 4, 1, "Đơn vị").merge(3, 2, 3, 3, "Điểm thành phần");
    maker.row({"I", "Các sở, ban, ngành tỉnh"});
    maker.row({1, "Sở Kế hoạch và Đầu tư", 47.46, 17.56, 71.5, {0.9094, "0.00%"}, 1, "Tốt"});
    maker.row({2, "Sở Nội vụ", 46.83, 17.32, 71.5, {0.8972, "0.00%"}, 2, "Tốt"});
    maker.row({"", "Trung bình", "", "", "", {0.9033, "0.00%"}});
    maker.row({"II", "UBND cấp huyện"});
    maker.row({1, "Huyện Châu Thành", 57.29, 21.19, 88.5, {0.8868, "0.00%"}, 1, "Tốt"});
    maker.row({"", "Ghi chú: điểm đã làm tròn"});
    maker.row({"", "NGƯỜI LẬP BẢNG", "", "", "", "GIÁM ĐỐC"});
    const auto sheet = read(maker.bytes());
    ASSERT_EQ(sheet.groups.size(), 2U);
    EXPECT_EQ(sheet.groups[0].name, "Các sở, ban, ngành tỉnh");
    EXPECT_EQ(sheet.groups[0].heading_row, 6);
    EXPECT_EQ(sheet.groups[1].name, "UBND cấp huyện");
    EXPECT_EQ(rows(sheet),
              (Texts{"7 Sở Kế hoạch và Đầu tư -/71.5 90.94% #1 Tốt {Thẩm định 47.46} {Khảo sát 17.56}",
                     "8 Sở Nội vụ -/71.5 89.72% #2 Tốt {Thẩm định 46.83} {Khảo sát 17.32}"}));
    EXPECT_EQ(skipped(sheet), (std::vector<int>{1, 2, 9, 12, 13}));
    EXPECT_TRUE(sheet.issues.empty());
    EXPECT_EQ(sheet.groups[0].rows[0].percent->column, "F");
    EXPECT_EQ(sheet.groups[0].rows[0].sheet, "PAR 2021");
}

TEST(ResultSheet, PointsMaximumAndPlainPercentagesAreRead)
{
    const auto sheet = read(head + "1;Sở Nội vụ;69,25;71,5;96,85;1;Tốt\n2;Sở Y tế;60;71,5;83,92 %;2;Tốt\n");
    EXPECT_EQ(rows(sheet),
              (Texts{"2 Sở Nội vụ 69.25/71.5 96.85% #1 Tốt", "3 Sở Y tế 60/71.5 83.92% #2 Tốt"}));
    EXPECT_TRUE(sheet.issues.empty());
    EXPECT_EQ(sheet.encoding, "UTF-8");
    EXPECT_EQ(sheet.separator, ";");
}

TEST(ResultSheet, ColumnsMayComeInAnyOrder)
{
    const auto sheet =
        read("Xếp loại;Tỷ lệ;Hạng;Tên cơ quan;Điểm chuẩn;Điểm đạt được\nTốt;96,85%;1;Sở Nội vụ;71,5;69,25\n");
    EXPECT_EQ(rows(sheet), (Texts{"2 Sở Nội vụ 69.25/71.5 96.85% #1 Tốt"}));
}

TEST(ResultSheet, EnglishHeadingsOfDataFilesWork)
{
    const auto sheet = read("unit,score,rank,source,appraisal_max65,survey_max35,total_max100\n"
                            "Thị xã Tân Uyên,82.00,1,http://x/?a=1,48.75,33.25,82.00\n"
                            "Huyện Phú Giáo,76.03,2,http://x/?a=2,46,30.03,76.03\n");
    EXPECT_EQ(rows(sheet), (Texts{"2 Thị xã Tân Uyên 82 #1 {appraisal_max65 48.75} {survey_max35 33.25}",
                                  "3 Huyện Phú Giáo 76.03 #2 {appraisal_max65 46} {survey_max35 30.03}"}));
    EXPECT_TRUE(sheet.issues.empty());
    const auto published =
        read("unit,score,rank,source,max_points,appraised_points,percent_published,band_published\n"
             "UBND huyện Gò Dầu,96.85,1,http://x,71.5,69.25,96.85%,Tốt\n");
    EXPECT_EQ(rows(published), (Texts{"2 UBND huyện Gò Dầu 69.25/71.5 96.85% #1 Tốt"}));
}

TEST(ResultSheet, GroupHeadingsAreFoundInAllTheirForms)
{
    const auto sheet =
        read(head + "I. Các sở, ban, ngành;;;;;;\n1;Sở Nội vụ;69;71,5;;;\nB;Khối đảng, đoàn thể;;;;;\n"
                    "1;Hội Nông dân;60;71,5;;;\n;Cụm 1;;;;;\n1;Huyện Châu Thành;80;88,5;;;\n"
                    "III UBND cấp xã;;;;;;\n1;Xã An Bình;70;88,5;;;\n"
                    "d) Các phường:;;;;;;\n1;Phường 1;70;88,5;;;\n");
    Texts names;
    for (const auto& group : sheet.groups)
        names.push_back(group.name);
    EXPECT_EQ(names,
              (Texts{"Các sở, ban, ngành", "Khối đảng, đoàn thể", "Cụm 1", "UBND cấp xã", "Các phường"}));
}

TEST(ResultSheet, AGroupColumnGroupsRowsByItsValue)
{
    const auto sheet = read("Nhóm;Đơn vị;Điểm\nSở;Sở Nội vụ;90\nHuyện;Huyện A;80\nSở;Sở Y tế;85\n");
    ASSERT_EQ(sheet.groups.size(), 2U);
    EXPECT_EQ(sheet.groups[0].rows.size(), 2U);
    EXPECT_EQ(sheet.groups[1].name, "Huyện");
}

TEST(ResultSheet, UnitsThemselvesMayBeNumberedInRoman)
{
    const auto sheet = read(head + "I;Sở Nội vụ;69;71,5;;;\nII;Sở Y tế;68;71,5;;;\n");
    ASSERT_EQ(sheet.groups.size(), 1U);
    EXPECT_EQ(sheet.groups[0].name, "");
    EXPECT_EQ(sheet.groups[0].rows.size(), 2U);
}

TEST(ResultSheet, ANumeralBeforeTheNameIsNoPartOfIt)
{
    EXPECT_EQ(rows(read("Đơn vị;Điểm\n1. Sở Nội vụ;90\n2. Sở Y tế;80\n")),
              (Texts{"2 Sở Nội vụ 90", "3 Sở Y tế 80"}));
}

TEST(ResultSheet, ARepeatedHeadingBeginsANewTable)
{
    const auto sheet = read("I. Các sở;;\nTT;Đơn vị;Điểm\n1;Sở Nội vụ;90,5\n;;\nII. UBND cấp "
                            "huyện;;\nTT;Điểm;Đơn vị\n1;80.5;Huyện A\n");
    ASSERT_EQ(sheet.groups.size(), 2U);
    EXPECT_EQ(sheet.groups[0].name, "Các sở");
    EXPECT_EQ(rows(sheet, 0), (Texts{"3 Sở Nội vụ 90.5"}));
    EXPECT_EQ(rows(sheet, 1), (Texts{"7 Huyện A 80.5"}));
    EXPECT_TRUE(sheet.issues.empty());
}

TEST(ResultSheet, ColumnNumbersBelowTheHeadingAreNoRow)
{
    const auto sheet =
        read(head + "(1);(2);(3);(4);(5)=(3)/(4);(6);(7)\n1;Sở Nội vụ;69,25;71,5;96,85;1;Tốt\n");
    EXPECT_EQ(rows(sheet).size(), 1U);
    EXPECT_TRUE(sheet.issues.empty());
}

TEST(ResultSheet, TotalsMeansNotesAndSignaturesAreSkippedWithTheirReason)
{
    const auto sheet =
        read(head +
             "1;Sở Nội vụ;69,25;71,5;96,85;1;Tốt\n;Tổng cộng;69,25;;;;\n;Trung bình;69,25;;96,85;;\n"
             ";Cao nhất;69,25;;;;\nGhi chú: làm tròn 2 số;;;;;;\n;;;;;Đồng Tháp, ngày 30 tháng 3 năm 2022;\n"
             ";Người lập;;;;KT. GIÁM ĐỐC;\n;Nguyễn Văn Thí;;;;Trần Thị Dụ;\n");
    EXPECT_EQ(rows(sheet).size(), 1U);
    EXPECT_EQ(skipped(sheet), (std::vector<int>{3, 4, 5, 6, 7, 8, 9}));
    for (const auto& row : sheet.skipped)
        EXPECT_FALSE(row.reason.empty());
    EXPECT_TRUE(sheet.issues.empty());
}

TEST(ResultSheet, ADateOverASignatureAndStatisticsBelowTheTableAreNoUnits)
{
    const auto sheet =
        read("STT;Đơn vị;Điểm\n1;Sở A;90\n2;Sở B;80\n;Số đơn vị đạt tốt;2\n;Tỷ lệ đạt tốt;100\n"
             ";Năm 2020;84\n;Chênh lệch;1\n"
             ";Người lập biểu;Đồng Tháp, ngày 30 tháng 3 năm 2022\n;Nguyễn Văn Thí;Trần Thị Dụ\n");
    EXPECT_EQ(rows(sheet).size(), 2U);
    EXPECT_EQ(skipped(sheet), (std::vector<int>{4, 5, 6, 7, 8, 9}));
    EXPECT_TRUE(sheet.issues.empty());
    EXPECT_EQ(rows(read("Đơn vị;Điểm\nNăm Căn;90\nSở B;80\n")).size(), 2U);
}

TEST(ResultSheet, ABareNameAmongUnitsIsAForgottenScoreAndNoGroup)
{
    const auto sheet = read("Đơn vị;Điểm\nSở A;90\nHội Nông dân;\n1. Sở C;\nHội đồng Y;\nSở B;80\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"B3", "B4", "B5"}));
    EXPECT_EQ(sheet.groups.size(), 1U);
    EXPECT_EQ(rows(sheet).size(), 5U);
    const auto names = [](const std::string& table) {
        Texts found;
        for (const auto& group : read(table).groups)
            found.push_back(group.name);
        return found;
    };
    EXPECT_EQ(names("Đơn vị;Điểm\nĐảng, đoàn thể;\nA;90\nChính quyền;\nB;80\n"),
              (Texts{"Đảng, đoàn thể", "Chính quyền"}));
    EXPECT_EQ(names("Đơn vị;Điểm\nSở A;90\nĐẢNG, ĐOÀN THỂ;\nB;80\n"), (Texts{"", "ĐẢNG, ĐOÀN THỂ"}));
    EXPECT_EQ(names("STT;Đơn vị;Điểm\n1;Sở A;90\n;Đảng, đoàn thể;\n1;B;80\n"), (Texts{"", "Đảng, đoàn thể"}));
}

TEST(ResultSheet, AnAbbreviatedDistrictOrCommuneIsNoNumeral)
{
    const auto sheet = read("Đơn vị;Điểm\nH. Lai Vung;90\nX. Tân Hòa;80\nX. Các xã;\nX. Tân Mỹ;70\n");
    EXPECT_EQ(rows(sheet), (Texts{"2 H. Lai Vung 90", "3 X. Tân Hòa 80"}));
    ASSERT_EQ(sheet.groups.size(), 2U);
    EXPECT_EQ(sheet.groups[1].name, "Các xã");
    EXPECT_EQ(sheet.groups[1].rows.at(0).unit, "X. Tân Mỹ");
}

TEST(ResultSheet, UnitsWhoseNamesLookLikeASumAreUnits)
{
    const auto sheet = read("Đơn vị;Điểm\nCông an tỉnh;90\nCÔNG TY ĐIỆN LỰC;85\nTổng cục Thuế;80\nSở A;70\n"
                            "Cộng;325\nCỘNG CHUNG;1\nTONG CONG;1\nTổng điểm;1\n");
    EXPECT_EQ(rows(sheet).size(), 4U);
    EXPECT_EQ(skipped(sheet), (std::vector<int>{6, 7, 8, 9}));
}

TEST(ResultSheet, AMissingOrUnreadableScoreBlocks)
{
    const auto sheet =
        read(head + "1;Sở Nội vụ;;71,5;;1;\n2;Sở Tài chính;62,5I;71,5;;2;\n3;Sở Y tế;60;71,5;;3;\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"C2", "C3"}));
    EXPECT_EQ(sheet.issues[1].found, "62,5I");
    EXPECT_TRUE(sheet.blocked());
}

TEST(ResultSheet, AUnitWithAMaximumButNoScoreBlocksWhereverItStands)
{
    const auto sheet =
        read("STT;Đơn vị;Điểm đạt;Điểm tối đa\n1;Sở Nội vụ;;71,5\n2;Sở Y tế;60;71,5\n3;Hội Nông dân;;71,5\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"C2", "C4"}));
    EXPECT_EQ(sheet.groups.at(0).rows.size(), 3U);
    EXPECT_TRUE(sheet.skipped.empty());
    EXPECT_EQ(issues(read("Đơn vị;Điểm đạt;Điểm tối đa\nA;60;71,5\nHội Nông dân;;71,5\n"), Severity::Error),
              (Texts{"B3"}));
}

TEST(ResultSheet, APartMissingFromAnUnprintedTotalBlocks)
{
    const auto sheet = read("Đơn vị;Điểm thẩm định;Điểm khảo sát\nSở A;60;30\nSở B;55;\nSở C;;20\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"C3", "B4"}));
    EXPECT_FALSE(read("Đơn vị;Thẩm định;Khảo sát;Tổng điểm\nSở A;60;30;90\nSở B;55;;85\n").blocked())
        << "the total is printed";
    EXPECT_EQ(
        issues(read("Đơn vị;Thẩm định;Khảo sát;Tỷ lệ %\nSở A;60;30;90\nSở B;55;30;\n"), Severity::Error),
        (Texts{"D3"}));
}

TEST(ResultSheet, UnpublishedScoresAreAnErrorEach)
{
    const auto sheet = read(
        "unit,score,rank,source\nSở Y tế,,1,http://a\nSở Nội vụ,,2,http://a\nSở Lao động,70.5,3,http://a\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"B2", "B3"}));
}

TEST(ResultSheet, ABareNameRightBelowTheUnitsIsAForgottenScore)
{
    EXPECT_EQ(issues(read("Đơn vị;Điểm\nSở A;90\nHội Nông dân;\n"), Severity::Error), (Texts{"B3"}));
    EXPECT_TRUE(read("Đơn vị;Điểm\nSở A;90\n;\nTrần Thị Dụ;\n").issues.empty());
}

TEST(ResultSheet, AUnitOutsideTheRankingNeedsNoScore)
{
    const auto sheet = read(head + "1;Sở Nội vụ;69,25;71,5;;1;\n2;Sở Mới;;71,5;;Không xếp hạng;\n");
    EXPECT_FALSE(sheet.blocked());
    ASSERT_EQ(sheet.groups[0].rows.size(), 2U);
    EXPECT_TRUE(sheet.groups[0].rows[1].unranked);
    EXPECT_FALSE(sheet.groups[0].rows[0].unranked);
}

TEST(ResultSheet, NotRankedMayStandInTheScoreColumn)
{
    const auto sheet = read("Đơn vị;Điểm\nSở A;90\nHuyện B;không xếp hạng\nSở C;80\n");
    EXPECT_FALSE(sheet.blocked());
    EXPECT_TRUE(sheet.groups.at(0).rows.at(1).unranked);
}

TEST(ResultSheet, ADepartmentInTwoGroupsBlocks)
{
    EXPECT_EQ(issues(read("Đơn vị;Điểm\nI. Các sở;\nSở A;90\nII. Các huyện;\nSở A;80\n"), Severity::Error),
              (Texts{"A5"}));
}

TEST(ResultSheet, CommunesWhoseNamesDifferByMarksAreTwo)
{
    EXPECT_FALSE(read("Đơn vị;Điểm\nXã Bình Thành;70\nXã Bình Thạnh;71\n").blocked());
    EXPECT_EQ(issues(read("Đơn vị;Điểm\nXã Tân Hòa;70\nXã Tân Hoà;71\nxa tan hoa;72\n"), Severity::Error),
              (Texts{"A3", "A4"}));
}

TEST(ResultSheet, AUnitTwiceInAGroupBlocksAlsoUnderAnotherSpelling)
{
    const auto sheet = read(
        "Đơn vị;Điểm\nThành phố Hồng Ngự;70\nHuyện Hồng Ngự;71\nTP. Hồng Ngự;72\nUBND huyện Hồng Ngự;73\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"A4", "A5"}));
}

TEST(ResultSheet, MixedDecimalSignsInAColumnAreNotGuessed)
{
    const auto sheet = read("Đơn vị;Điểm\nSở A;90,94\nSở B;88.68\nSở C;77,10\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"B3"}));
    EXPECT_EQ(sheet.columns[1].decimals.vietnamese(), "dấu phẩy thập phân");
}

TEST(ResultSheet, ARowWithFiguresButWithoutANameIsAnError)
{
    const auto sheet = read(head + "1;Sở Nội vụ;69,25;71,5;;;\n2;;60;71,5;;;\n3;Sở Y tế;61;71,5;;;\n");
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"B3"}));
}

TEST(ResultSheet, FormulaErrorsDatesAndNegativeScoresAreErrors)
{
    WorkbookMaker maker;
    maker.sheet("S")
        .row({"Đơn vị", "Điểm"})
        .row({"Sở A", {44650.0, "dd/mm"}})
        .row({"Sở B", -3})
        .row({"Sở C", 5e9})
        .row({"Sở D", 9});
    const auto sheet = read(maker.bytes());
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"B2", "B3", "B4"}));
    EXPECT_EQ(sheet.issues[0].found, "2022-03-30") << "the day the cell shows, not its stored number";
}

TEST(ResultSheet, FormulasThatTellNothingAreErrors)
{
    const auto sheet = read(tests::bare_workbook(
        R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c><f>A1+1</f></c></row>)"
        R"(<row><c t="e"><v>#REF!</v></c><c><v>90</v></c></row>)",
        {"Đơn vị", "Điểm", "Sở A"}));
    EXPECT_EQ(issues(sheet, Severity::Error), (Texts{"B2", "A3"}));
    EXPECT_EQ(sheet.issues[0].found, "=A1+1");
}

TEST(ResultSheet, NoHeadingIsAnError)
{
    const auto sheet = read("a;b\n1;2\n3;4\n");
    ASSERT_TRUE(sheet.blocked());
    EXPECT_NE(sheet.issues[0].message.vietnamese().find("tiêu đề"), std::string::npos);
}

TEST(ResultSheet, SheetsWithoutATableAndHiddenOnesAreNamedAsSkipped)
{
    WorkbookMaker maker;
    maker.sheet("Hướng dẫn").row({"Đọc kỹ trước khi dùng"});
    maker.sheet("KQ").row({"Đơn vị", "Điểm"}).row({"Sở A", 90});
    maker.hidden_sheet("Nháp").row({"Đơn vị", "Điểm"}).row({"Sở A", 10});
    const auto sheet = read(maker.bytes());
    EXPECT_EQ(rows(sheet), (Texts{"2 Sở A 90"}));
    ASSERT_EQ(sheet.skipped.size(), 2U);
    EXPECT_EQ(sheet.skipped[0].sheet, "Hướng dẫn");
    EXPECT_EQ(sheet.skipped[1].sheet, "Nháp");
    EXPECT_FALSE(sheet.blocked());
}

TEST(ResultSheet, SeveralSheetsGiveSeveralGroups)
{
    WorkbookMaker maker;
    maker.sheet("Sở").row({"Đơn vị", "Điểm"}).row({"Sở A", 90});
    maker.sheet("Huyện").row({"Đơn vị", "Điểm"}).row({"Huyện A", 80});
    const auto sheet = read(maker.bytes());
    ASSERT_EQ(sheet.groups.size(), 2U);
    EXPECT_EQ(sheet.groups[1].sheet, "Huyện");
}

TEST(ResultSheet, LastYearsColumnsAndRemarksAreLeftOutVisibly)
{
    const auto sheet =
        read("Đơn vị;Điểm năm 2020;Điểm năm 2021;Tăng/giảm;Nguồn;Ghi chú\nSở A;80;90;10;báo;đạt\n");
    EXPECT_EQ(rows(sheet), (Texts{"2 Sở A 90"}));
    EXPECT_EQ(sheet.groups[0].rows[0].note, "đạt");
    ASSERT_EQ(sheet.columns.size(), 6U);
    EXPECT_EQ(sheet.columns[1].role, domain::ColumnRole::Unused);
    EXPECT_EQ(sheet.columns[3].reading.vietnamese(), "Không dùng: so sánh hoặc số liệu năm trước");
}

TEST(ResultSheet, BonusAndPenaltyStayApartFromThePoints)
{
    const auto sheet =
        read("Đơn vị;Điểm đạt được;Điểm thưởng;Điểm trừ;Điểm tối đa\nSở A;65;2;0,5;71,5\nSở B;60;;-1;71,5\n");
    EXPECT_EQ(rows(sheet), (Texts{"2 Sở A 65/71.5 +2 -0.5", "3 Sở B 60/71.5 -1"}));
}

TEST(ResultSheet, ATotalThatAlreadyHoldsTheBonusIsTakenApart)
{
    const auto sheet =
        read("Đơn vị;Thẩm định;Khảo sát;Điểm thưởng;Tổng điểm\nSở A;60;30;2;92\nSở B;50;30;0;80\n");
    EXPECT_EQ(rows(sheet), (Texts{"2 Sở A 90 +2 {Thẩm định 60} {Khảo sát 30}",
                                  "3 Sở B 80 +0 {Thẩm định 50} {Khảo sát 30}"}));
    EXPECT_EQ(sheet.groups[0].rows[0].points->raw, "92");
    EXPECT_TRUE(sheet.issues.empty());
}

TEST(ResultSheet, PartsAloneAddUpToThePoints)
{
    const auto sheet = read("Đơn vị;Điểm thẩm định;Điểm khảo sát\nSở A;60,25;30,5\n");
    EXPECT_EQ(rows(sheet), (Texts{"2 Sở A 90.75 {Điểm thẩm định 60.25} {Điểm khảo sát 30.5}"}));
}

TEST(ResultSheet, TheTotalOfAPartIsNotTheTotal)
{
    EXPECT_EQ(
        rows(read("TT;Đơn vị;Tổng điểm sau thẩm định;Tổng điểm điều tra XHH;Tổng cộng\n1;Sở A;60;30;90\n")),
        (Texts{"2 Sở A 90 {Tổng điểm sau thẩm định 60} {Tổng điểm điều tra XHH 30}"}));
    EXPECT_EQ(rows(read("TT;Đơn vị;Tổng điểm thẩm định\n1;Sở A;60\n")), (Texts{"2 Sở A 60"}));
    EXPECT_EQ(
        rows(read("Đơn vị;Điểm tối đa;Điểm đạt;Điểm tối đa XHH;Điểm XHH;Tổng điểm tối đa;Tổng điểm đạt\n"
                  "Sở A;60;50;30;28;90;78\n")),
        (Texts{"2 Sở A 78/90 {Điểm XHH 28}"}));
}

TEST(ResultSheet, AHeadingMayGiveEveryUnitsMaximum)
{
    EXPECT_EQ(rows(read("Đơn vị;Tổng điểm (tối đa 80)\nSở A;60\n")), (Texts{"2 Sở A 60/80"}));
}

TEST(ResultSheet, ARowOfMaximaIsNoUnitButGivesEveryUnitsMaximum)
{
    const std::string parts = "STT;Đơn vị;Thẩm định;Khảo sát;Tổng điểm\n";
    const auto sheet = read(parts + ";Điểm tối đa;60;20;80\n1;Sở A;50;18,5;68,5\n2;Sở B;40;15;55\n");
    EXPECT_EQ(rows(sheet), (Texts{"3 Sở A 68.5/80 {Thẩm định 50} {Khảo sát 18.5}",
                                  "4 Sở B 55/80 {Thẩm định 40} {Khảo sát 15}"}));
    EXPECT_EQ(skipped(sheet), (std::vector<int>{2}));
    EXPECT_TRUE(sheet.issues.empty());
    EXPECT_EQ(rows(read(parts + ";Thang điểm;65;35;100\n1;Sở A;50;18,5;68,5\n")),
              (Texts{"3 Sở A 68.5 {Thẩm định 50} {Khảo sát 18.5}"}));
    EXPECT_EQ(rows(read("Đơn vị;Điểm\nSở A;60\nĐiểm chuẩn;80\n")), (Texts{"2 Sở A 60/80"}));
}

TEST(ResultSheet, AnUnquotedDecimalCommaThatSplitsTheRowIsAnError)
{
    EXPECT_EQ(issues(read("STT,Đơn vị,Điểm\n1,Sở A,90,5\n2,Sở B,88\n"), Severity::Error), (Texts{"D2"}));
    EXPECT_EQ(issues(read("STT,Đơn vị,Điểm\n1,Sở A,90,xem lại\n2,Sở B,88\n"), Severity::Warning),
              (Texts{"D2"}));
    EXPECT_TRUE(read("STT,Đơn vị,Điểm\n1,Sở A,90,,\n2,Sở B,88\n").issues.empty());
}

TEST(ResultSheet, FractionsInAPercentColumnAreMultiplied)
{
    EXPECT_EQ(rows(read("Đơn vị;Tỷ lệ (%)\nSở A;0,9685\nSở B;0,8\n")),
              (Texts{"2 Sở A - 96.85%", "3 Sở B - 80%"}));
}

TEST(ResultSheet, RankingColumnMayHoldBandsAndTheOtherWayRound)
{
    EXPECT_EQ(rows(read("Đơn vị;Điểm;Xếp hạng\nSở A;90;Tốt\nSở B;70;Khá\n")),
              (Texts{"2 Sở A 90 Tốt", "3 Sở B 70 Khá"}));
    EXPECT_EQ(rows(read("Đơn vị;Điểm;Xếp loại\nSở A;90;1\nSở B;70;2\n")),
              (Texts{"2 Sở A 90 #1", "3 Sở B 70 #2"}));
}

TEST(ResultSheet, MergedMaximaHoldForAllTheirRows)
{
    WorkbookMaker maker;
    maker.sheet("S").row({"Đơn vị", "Điểm", "Điểm tối đa"}).row({"Sở A", 60, 71.5}).row({"Sở B", 61});
    maker.merge(1, 2, 2, 2, "71,5");
    EXPECT_EQ(rows(read(maker.bytes())), (Texts{"2 Sở A 60/71.5", "3 Sở B 61/71.5"}));
}

TEST(ResultSheet, SpacesOfEveryKindAreTidied)
{
    EXPECT_EQ(rows(read("\u00a0Đơn\u00a0vị ;Tổng   điểm\n Sở\u00a0Nội  vụ ; 90,5\u00a0\n")),
              (Texts{"2 Sở Nội vụ 90.5"}));
}

TEST(ResultSheet, EveryPublicTableOfTheCaseFilesIsRead)
{
    // Rows with unpublished scores are errors; nothing else may be.
    const std::filesystem::path folder = std::filesystem::path(VINHDANH_SOURCE_DIR) / "config" / "demo";
    if (!std::filesystem::exists(folder)) FAIL() << "no demonstration data here";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".csv" || !file.path().filename().string().starts_with("par_"))
            continue;
        std::ifstream in(file.path(), std::ios::binary);
        const auto sheet = read({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
        EXPECT_FALSE(sheet.groups.empty()) << file.path();
        for (const auto& issue : sheet.issues)
            EXPECT_TRUE(issue.severity == Severity::Warning || issue.found.empty())
                << file.path() << " row " << issue.row;
    }
}
