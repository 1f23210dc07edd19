#include "documents/marked_sheet.h"

#include <gtest/gtest.h>

#include <map>
#include <pugixml.hpp>
#include <zip.h>

using domain::CellKind;
using domain::Severity;

namespace {

std::string part(const std::string& bytes, const std::string& name)
{
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    zip_file_t* file = archive ? zip_fopen(archive, name.c_str(), 0) : nullptr;
    std::string text;
    char buffer[4096];
    for (zip_int64_t got = 1; file && got > 0;) {
        got = zip_fread(file, buffer, sizeof buffer);
        if (got > 0) text.append(buffer, static_cast<std::size_t>(got));
    }
    if (file) zip_fclose(file);
    if (archive) zip_close(archive);
    return text;
}

// The sheet's cells by address, shared strings resolved.
std::map<std::string, std::string> cells(const std::string& bytes, int sheet)
{
    pugi::xml_document strings;
    strings.load_string(part(bytes, "xl/sharedStrings.xml").c_str(), pugi::parse_full);
    std::vector<std::string> shared;
    for (const auto& item : strings.child("sst").children("si"))
        shared.emplace_back(item.child("t").text().get());
    pugi::xml_document document;
    document.load_string(part(bytes, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml").c_str());
    std::map<std::string, std::string> found;
    for (const auto& row : document.child("worksheet").child("sheetData").children("row"))
        for (const auto& cell : row.children("c")) {
            const std::string value = cell.child("v").text().get();
            const bool text = std::string(cell.attribute("t").value()) == "s";
            EXPECT_FALSE(cell.child("f")) << "a formula was written";
            found[cell.attribute("r").value()] = text ? "'" + shared.at(std::stoul(value)) : value;
        }
    return found;
}

domain::Grid grid()
{
    domain::Grid grid;
    grid.sheets.push_back({"PAR 2021",
                           false,
                           {{2, {{1, CellKind::Text, "Đơn vị", ""}, {3, CellKind::Text, "Điểm", ""}}},
                            {5,
                             {{1, CellKind::Text, "=cmd|' /C calc'!A0", ""},
                              {3, CellKind::Number, "62.5", ""},
                              {4, CellKind::Percent, "96.85", "0.9685"},
                              {5, CellKind::Text, "62,5I", ""}}}},
                           {{1, 1, 1, 5}}});
    return grid;
}

std::string vietnamese(const base::Message& message)
{
    return message.vietnamese();
}

}  // namespace

TEST(MarkedSheet, KeepsEveryCellAtItsAddressAndTextsAsTexts)
{
    const auto bytes = documents::marked_sheet(grid(), {}, vietnamese);
    ASSERT_TRUE(bytes);
    const auto found = cells(*bytes, 1);
    EXPECT_EQ(found.at("A2"), "'Đơn vị");
    EXPECT_EQ(found.at("C2"), "'Điểm");
    EXPECT_EQ(found.at("A5"), "'=cmd|' /C calc'!A0");
    EXPECT_EQ(found.at("C5"), "62.5");
    EXPECT_EQ(found.at("D5"), "0.9685");
    EXPECT_EQ(found.at("E5"), "'62,5I");
    EXPECT_NE(part(*bytes, "xl/worksheets/sheet1.xml").find("mergeCell ref=\"A1:E1\""), std::string::npos);
}

TEST(MarkedSheet, ProblemCellsAreFilledAndNoted)
{
    const std::vector<domain::SheetIssue> issues = {
        {Severity::Error, "PAR 2021", 5, "E", "62,5I",
         "Không đọc được thành số. Hãy gõ lại số, ví dụ 62,51."},
        {Severity::Warning, "PAR 2021", 9, "B", "",
         "Thiếu điểm. Hãy điền điểm, hoặc ghi “không xếp hạng” ở cột xếp hạng."}};
    const auto bytes = documents::marked_sheet(grid(), issues, vietnamese);
    ASSERT_TRUE(bytes);
    const auto comments = part(*bytes, "xl/comments1.xml");
    EXPECT_NE(comments.find("ref=\"E5\""), std::string::npos);
    EXPECT_NE(comments.find("Không đọc được thành số"), std::string::npos);
    EXPECT_NE(comments.find("ref=\"B9\""), std::string::npos);
    EXPECT_NE(part(*bytes, "xl/styles.xml").find("FFFBD5D5"), std::string::npos);
    // Also a cell that was empty is there to be seen.
    EXPECT_TRUE(cells(*bytes, 1).contains("B9"));
}

TEST(MarkedSheet, TheLastSheetListsAllProblems)
{
    const std::vector<domain::SheetIssue> issues = {
        {Severity::Error, "PAR 2021", 5, "E", "+62", "Không đọc được thành số. Hãy gõ lại số, ví dụ 62,51."},
        {Severity::Error, "PAR 2021", 0, "", "",
         "Dưới tiêu đề bảng không có dòng đơn vị nào. Hãy kiểm tra lại tệp."}};
    const auto bytes = documents::marked_sheet(grid(), issues, vietnamese);
    ASSERT_TRUE(bytes);
    EXPECT_NE(part(*bytes, "xl/workbook.xml").find("name=\"Lỗi\""), std::string::npos);
    const auto found = cells(*bytes, 2);
    EXPECT_EQ(found.at("A2"), "'Lỗi");
    EXPECT_EQ(found.at("B2"), "'PAR 2021");
    EXPECT_EQ(found.at("C2"), "5");
    EXPECT_EQ(found.at("D2"), "'E");
    EXPECT_EQ(found.at("E2"), "'+62");
    EXPECT_TRUE(found.contains("F3"));
}

TEST(MarkedSheet, ASheetAlreadyNamedLoiOrWithoutANameIsNoHindrance)
{
    domain::Grid both;
    both.sheets.push_back({"Lỗi", false, {{1, {{1, CellKind::Text, "x", ""}}}}, {}});
    both.sheets.push_back({"", false, {{1, {{1, CellKind::Text, "y", ""}}}}, {}});
    EXPECT_TRUE(documents::marked_sheet(both, {}, vietnamese));
}
