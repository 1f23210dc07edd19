#include "intake/read_sheet.h"
#include "intake/workbook.h"
#include "intake/xlsx_reader.h"
#include "tests/intake/workbook.h"

#include <gtest/gtest.h>

using domain::CellKind;
using intake::read_grid;
using tests::bare_workbook;

namespace {

const domain::GridCell* cell(const domain::Grid& grid, int row, int column, std::size_t sheet = 0)
{
    for (const auto& line : grid.sheets.at(sheet).rows)
        if (line.row == row)
            for (const auto& found : line.cells)
                if (found.column == column) return &found;
    return nullptr;
}

std::string text(const base::Result<domain::Grid>& grid, int row, int column)
{
    if (!grid) return "refused: " + grid.error().message.vietnamese();
    const auto* found = cell(*grid, row, column);
    return found ? found->text : "";
}

std::string refusal(const std::string& bytes)
{
    const auto grid = read_grid(bytes, "x.xlsx");
    return grid ? "taken" : grid.error().message.vietnamese();
}

void expect_too_large(const std::string& bytes)
{
    EXPECT_NE(refusal(bytes).find("quá lớn"), std::string::npos) << refusal(bytes);
}

}  // namespace

TEST(Xlsx, NumbersComeAsTheyWereTyped)
{
    tests::WorkbookMaker maker;
    maker.sheet("PAR").row({96.85, 69.25, 71.5, 0.1 + 0.2, 100, -2.5});
    const auto grid = read_grid(maker.bytes(), "x.xlsx");
    EXPECT_EQ(text(grid, 1, 1), "96.85");
    EXPECT_EQ(text(grid, 1, 2), "69.25");
    EXPECT_EQ(text(grid, 1, 3), "71.5");
    EXPECT_EQ(text(grid, 1, 4), "0.3");
    EXPECT_EQ(text(grid, 1, 5), "100");
    EXPECT_EQ(text(grid, 1, 6), "-2.5");
}

TEST(Xlsx, APercentFormatMultipliesByAHundredAndKeepsTheRawText)
{
    tests::WorkbookMaker maker;
    maker.sheet("S").row({{0.9685, "0.00%"}, {0.5, "0%"}, {0.5, "#,##0.0\" %\""}});
    const auto grid = read_grid(maker.bytes(), "x.xlsx");
    ASSERT_TRUE(grid);
    EXPECT_EQ(cell(*grid, 1, 1)->kind, CellKind::Percent);
    EXPECT_EQ(cell(*grid, 1, 1)->text, "96.85");
    EXPECT_EQ(cell(*grid, 1, 1)->raw, "0.9685");
    EXPECT_EQ(text(grid, 1, 2), "50");
    // A quoted sign is only decoration.
    EXPECT_EQ(text(grid, 1, 3), "0.5");
}

TEST(Xlsx, DatesAreDaysInBothCalendars)
{
    tests::WorkbookMaker maker;
    maker.sheet("S").row({{44650.0, "dd/mm/yyyy"}, {44650.25, "d mmm yy h:mm"}, {44650.0, "0.00"}});
    const auto grid = read_grid(maker.bytes(), "x.xlsx");
    ASSERT_TRUE(grid);
    EXPECT_EQ(cell(*grid, 1, 1)->kind, CellKind::Date);
    EXPECT_EQ(text(grid, 1, 1), "2022-03-30");
    EXPECT_EQ(text(grid, 1, 2), "2022-03-30");
    EXPECT_EQ(text(grid, 1, 3), "44650");
}

TEST(Xlsx, NumberFormatsAreToldApart)
{
    using intake::number_format;
    using intake::NumberShown;
    EXPECT_EQ(number_format("0.00%"), NumberShown::Percent);
    EXPECT_EQ(number_format("[Red]0.0\\%"), NumberShown::Plain);
    EXPECT_EQ(number_format("yyyy-mm-dd"), NumberShown::Date);
    EXPECT_EQ(number_format("[h]:mm"), NumberShown::Date);
    EXPECT_EQ(number_format("General"), NumberShown::Plain);
    EXPECT_EQ(number_format("#,##0.00 \"điểm\""), NumberShown::Plain);
    EXPECT_EQ(number_format("[$-42A]0.00"), NumberShown::Plain);
    EXPECT_EQ(number_format("_(* #,##0_)"), NumberShown::Plain);
}

TEST(Xlsx, EveryKindOfCellIsRead)
{
    const auto grid = read_grid(
        bare_workbook(
            R"(<row r="2"><c r="A2" t="s"><v>1</v></c>)"
            R"(<c r="B2" t="inlineStr"><is><r><t>Sở </t></r><r><t>Y tế</t></r><rPh><t>x</t></rPh></is></c>)"
            R"(<c r="C2" t="str"><f>A1</f><v>công thức</v></c><c r="D2" t="b"><v>1</v></c>)"
            R"(<c r="E2" t="e"><v>#DIV/0!</v></c><c r="F2" t="d"><v>2022-03-30T00:00:00</v></c>)"
            R"(<c r="G2" t="n"><f>1+1</f><v>2</v></c><c r="H2"/></row>)",
            {"không", "Sở Nội vụ"}),
        "x.xlsx");
    EXPECT_EQ(text(grid, 2, 1), "Sở Nội vụ");
    EXPECT_EQ(text(grid, 2, 2), "Sở Y tế");
    EXPECT_EQ(text(grid, 2, 3), "công thức");
    EXPECT_EQ(text(grid, 2, 4), "TRUE");
    EXPECT_EQ(text(grid, 2, 5), "#DIV/0!");
    EXPECT_EQ(text(grid, 2, 6), "2022-03-30");
    EXPECT_EQ(text(grid, 2, 7), "2");
    ASSERT_TRUE(grid);
    EXPECT_EQ(cell(*grid, 2, 8), nullptr);
}

TEST(Xlsx, MissingReferencesCountOn)
{
    const auto grid =
        read_grid(bare_workbook(R"(<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row>)"
                                R"(<row r="7"><c><v>7</v></c></row><row><c><v>8</v></c></row>)"),
                  "x.xlsx");
    EXPECT_EQ(text(grid, 1, 1), "1");
    EXPECT_EQ(text(grid, 1, 4), "4");
    EXPECT_EQ(text(grid, 1, 5), "5");
    EXPECT_EQ(text(grid, 7, 1), "7");
    EXPECT_EQ(text(grid, 8, 1), "8");
}

TEST(Xlsx, PartNamesMatchWithoutCaseAndPrefixesAreIgnored)
{
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto bytes = tests::archive(
        {{"[content_types].xml", "<Types/>"},
         {"_RELS/.rels", R"(<Relationships><Relationship Id="a" Type=")" + rel +
                             R"(officeDocument" Target="XL/Workbook.xml"/></Relationships>)"},
         {"xl/workbook.xml",
          R"(<x:workbook xmlns:x="m" xmlns:r="q"><x:sheets><x:sheet name="S" r:id="b"/></x:sheets></x:workbook>)"},
         {"xl/_rels/Workbook.xml.rels", R"(<Relationships><Relationship Id="b" Type=")" + rel +
                                            R"(worksheet" Target="/xl/Sheets/One.xml"/></Relationships>)"},
         {"xl/sheets/one.XML",
          R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>)"}});
    EXPECT_EQ(text(read_grid(bytes, "x"), 1, 1), "7");
}

TEST(Xlsx, HiddenSheetsAreNamedButNotRead)
{
    tests::WorkbookMaker maker;
    maker.sheet("A").row({1}).hidden_sheet("B").row({2});
    const auto grid = read_grid(maker.bytes(), "x");
    ASSERT_TRUE(grid);
    ASSERT_EQ(grid->sheets.size(), 2U);
    EXPECT_TRUE(grid->sheets[1].hidden);
    EXPECT_TRUE(grid->sheets[1].rows.empty());
}

TEST(Xlsx, StoredFormulaResultsAreTaken)
{
    tests::WorkbookMaker maker;
    maker.sheet("S").row({40, 25}).formula(0, 2, "=A1+B1", 65);
    EXPECT_EQ(text(read_grid(maker.bytes(), "x"), 1, 3), "65");
}

TEST(Xlsx, AFormulaWithoutAStoredResultIsNoEmptyCell)
{
    const auto grid =
        read_grid(bare_workbook(R"(<row><c><f>SUM(A1:A2)</f></c><c><f>B1</f><v/></c>)"
                                R"(<c t="str"><f>""</f><v></v></c><c><f>1</f><v>1</v></c></row>)"),
                  "x");
    ASSERT_TRUE(grid);
    const auto& cells = grid->sheets.at(0).rows.at(0).cells;
    ASSERT_EQ(cells.size(), 3U) << "a computed empty text is empty";
    EXPECT_EQ(cells[0].kind, domain::CellKind::Error);
    EXPECT_EQ(cells[0].text, "=SUM(A1:A2)");
    EXPECT_EQ(cells[1].text, "=B1");
    EXPECT_EQ(cells[2].text, "1");
}

TEST(Xlsx, TextsBecomeNfc)
{
    const auto grid =
        read_grid(bare_workbook(R"(<row><c t="s"><v>0</v></c></row>)", {"So\u031b\u0309"}), "x");
    EXPECT_EQ(text(grid, 1, 1), "Sở");
}

TEST(Xlsx, OldAbcFontTextIsRepaired)
{
    const auto grid = read_grid(
        bare_workbook(R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>)", {"Së Néi vô", "§iÓm sè"}),
        "x");
    ASSERT_TRUE(grid);
    EXPECT_EQ(text(grid, 1, 1), "Sở Nội vụ");
    EXPECT_EQ(cell(*grid, 1, 1)->raw, "Së Néi vô");
    EXPECT_EQ(text(grid, 1, 2), "Điểm số");
}

TEST(HostileXlsx, AnyDoctypeStopsTheReader)
{
    auto bytes = tests::archive(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/workbook.xml",
          "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><workbook>&b;</workbook>"}});
    EXPECT_NE(refusal(bytes).find("hỏng"), std::string::npos);
}

TEST(HostileXlsx, CellsAtTheFarEndAreRefused)
{
    expect_too_large(bare_workbook(R"(<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>)"));
    expect_too_large(bare_workbook(R"(<row r="1"><c r="SS1"><v>1</v></c></row>)"));
    expect_too_large(bare_workbook(R"(<row r="1"><c r="ZZZZZZZZZZ1"><v>1</v></c></row>)"));
    expect_too_large(
        bare_workbook(R"(<row r="99999999999"><c><v>1</v></c></row><row r="200001"><c><v>1</v></c></row>)"));
}

TEST(HostileXlsx, EmptyFormattedCellsOutThereArePassedOver)
{
    const auto grid =
        read_grid(bare_workbook(R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row>)"), "x");
    EXPECT_EQ(text(grid, 1, 1), "1");
}

TEST(HostileXlsx, LongTextsAreRefused)
{
    expect_too_large(bare_workbook(R"(<row><c t="s"><v>0</v></c></row>)", {std::string(40'000, 'x')}));
    expect_too_large(
        bare_workbook("<row><c t=\"inlineStr\"><is><t>" + std::string(40'000, 'x') + "</t></is></c></row>"));
}

TEST(HostileXlsx, APartThatInflatesFarBeyondItsSizeIsRefused)
{
    const auto bytes = bare_workbook("<row><c><v>1</v></c></row>" + std::string(30'000'000, ' '));
    ASSERT_LT(bytes.size(), 200'000U);
    EXPECT_NE(refusal(bytes).find("quá nhiều dữ liệu"), std::string::npos) << refusal(bytes);
}

TEST(HostileXlsx, ADirectoryThatLiesAboutTheSizeIsFoundOut)
{
    auto bytes = bare_workbook("<row><c><v>1</v></c></row>" + std::string(30'000'000, ' '));
    // The uncompressed size stands at offset 24 of the central directory's entry; the name at 46.
    const auto name = bytes.rfind("xl/worksheets/sheet1.xml");
    ASSERT_NE(name, std::string::npos);
    bytes.replace(name - 22, 4, std::string("\x10\x00\x00\x00", 4));
    EXPECT_NE(refusal(bytes), "taken");
}

TEST(HostileXlsx, TooManyPartsAreRefused)
{
    std::vector<std::pair<std::string, std::string>> parts = {{"[Content_Types].xml", "<Types/>"}};
    for (int i = 0; i < 2001; ++i)
        parts.emplace_back("p" + std::to_string(i), "");
    EXPECT_NE(refusal(tests::archive(parts)), "taken");
}

TEST(HostileXlsx, BrokenPartsAreRefusedInWords)
{
    EXPECT_NE(refusal(bare_workbook("<row><c></row>")).find("hỏng"), std::string::npos);
    EXPECT_NE(refusal(bare_workbook(R"(<row><c t="s"><v>9</v></c></row>)", {"a"})).find("hỏng"),
              std::string::npos);
    EXPECT_NE(refusal(bare_workbook(R"(<row><c t="s"><v>-1</v></c></row>)", {"a"})).find("hỏng"),
              std::string::npos);
    EXPECT_NE(refusal(tests::archive({{"[Content_Types].xml", "<Types/>"}})).find("hỏng"), std::string::npos);
}

TEST(HostileXlsx, ExternalPartsAreNotFollowed)
{
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto bytes = tests::archive(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/workbook.xml",
          R"(<workbook xmlns:r="q"><sheets><sheet name="S" r:id="b"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="b" Type=")" + rel +
              R"(worksheet" TargetMode="External" Target="file:///etc/passwd"/></Relationships>)"}});
    const auto grid = read_grid(bytes, "x");
    ASSERT_TRUE(grid);
    EXPECT_TRUE(grid->sheets[0].rows.empty());
}
