// Word and Excel files opened in LibreOffice: one conversion for the whole program.
#include "base/text.h"
#include "documents/table_book.h"
#include "tests/documents/read_back.h"
#include "tests/documents/samples.h"

#include <gtest/gtest.h>

namespace {

using namespace documents;

std::string unzipped(const std::string& bytes, const std::string& part)
{
    return read_back::run("unzip -p '" + read_back::folder().put("part.zip", bytes) + "' '" + part + "'");
}

class OfficeFiles : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        const auto& folder = read_back::folder();
        auto list = samples::list(60);
        list.groups[1].rows[0].name = "=1+1";
        const std::string files = folder.put("decision.docx", decision_docx(samples::decision()).value()) +
                                  " " + folder.put("list.docx", award_list_docx(list).value()) + " ";
        const std::string sheets = folder.put("list_sheet.xlsx", award_list_xlsx(list).value()) + " " +
                                   folder.put("ranking.xlsx", ranking_xlsx(samples::ranking()).value()) +
                                   " " + folder.put("tables.xlsx", table_book(tables()).value());
        const std::string office = "timeout 120 soffice -env:UserInstallation=file://" +
                                   folder.path().string() + "/profile --headless --convert-to pdf --outdir " +
                                   folder.path().string() + " ";
        read_back::run(office + files + sheets + " 2>/dev/null");
    }

    static std::vector<TableSheet> tables()
    {
        const std::string formula = "=HYPERLINK(\"x\")";
        return {
            {"Đề xuất",
             {"Đề xuất khen thưởng năm 2021", "6 tập thể"},
             {{"Đơn vị", 30}, {"Điểm", 10}},
             {{std::string("Sở Nội vụ"), TableNumber{base::Decimal(8970, 2), 2}}, {formula, std::string()}}},
            {"Trống", {"Không có dòng nào"}, {{"Đơn vị", 30}}, {}},
            {"Dài", {"Dài"}, {{"Đơn vị", 30}}, {{std::string(60'000, 'a') + "cuối"}}}};
    }

    static std::string text(const std::string& name)
    {
        const auto bytes = read_back::file_text(read_back::folder().path() / name);
        return bytes.empty() ? std::string() : read_back::pdf_text(bytes, "-layout");
    }
    static bool has(const std::string& text, const std::string& part)
    {
        return text.find(part) != std::string::npos;
    }
};

TEST_F(OfficeFiles, TheDecisionOpensAndReadsTheSame)
{
    const auto words = text("decision.pdf");
    EXPECT_EQ(base::nfc(words), words);
    EXPECT_TRUE(has(words, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) << words;
    EXPECT_TRUE(has(words, "Số: 05/QĐ-UBND-HC"));
    EXPECT_TRUE(has(words, "Điều 1. Tặng Bằng khen"));
    EXPECT_TRUE(has(words, "Quyết định này./."));
    EXPECT_TRUE(has(words, "Trần Mẫu Thưởng"));
}

TEST_F(OfficeFiles, TheListRepeatsItsHeaderAndNumbersItsPages)
{
    const auto pdf = read_back::file_text(read_back::folder().path() / "list.pdf");
    ASSERT_GE(read_back::pdf_pages(pdf), 3);
    EXPECT_FALSE(has(read_back::pdf_text(pdf, "-l 1 -layout").substr(0, 100), " 1\n"));
    const auto second = read_back::pdf_text(pdf, "-f 2 -l 2");
    EXPECT_TRUE(second.starts_with("2\n")) << second.substr(0, 50);
    EXPECT_TRUE(has(second, "Họ và tên (Ông/Bà)"));
    EXPECT_TRUE(has(text("list.pdf"), "=1+1"));
}

TEST_F(OfficeFiles, TheWorkbookSumsWhatItShows)
{
    const auto words = text("list_sheet.pdf");
    EXPECT_TRUE(has(words, "101,320,000") || has(words, "101.320.000")) << words;
    EXPECT_TRUE(has(words, "=1+1"));
    EXPECT_FALSE(has(words, "###"));
}

TEST_F(OfficeFiles, TablesOpenWithTheirWordsAndNumbers)
{
    const auto words = text("tables.pdf");
    EXPECT_TRUE(has(words, "Đề xuất khen thưởng năm 2021")) << words;
    EXPECT_TRUE(has(words, "89.70") || has(words, "89,70"));
    EXPECT_TRUE(has(words, "=HYPERLINK")) << "a text, never a formula";
    EXPECT_TRUE(has(words, "Không có dòng nào"));
    EXPECT_EQ(table_book(tables()).value(), table_book(tables()).value()) << "a reprint is the same file";
    const auto cells = unzipped(table_book(tables()).value(), "xl/sharedStrings.xml");
    EXPECT_TRUE(has(cells, "aaa…")) << "too long for a cell: cut, never left out";
}

TEST_F(OfficeFiles, TheRankingOpensWithItsDecimals)
{
    const auto words = text("ranking.pdf");
    EXPECT_TRUE(has(words, "90.94") || has(words, "90,94")) << words;
    EXPECT_FALSE(has(words, "###"));
}

TEST(WordFiles, MarkTheirHeaderRowAndNeverSplitRows)
{
    const auto xml = unzipped(award_list_docx(samples::list()).value(), "word/document.xml");
    EXPECT_NE(xml.find("w:tblHeader"), std::string::npos);
    EXPECT_NE(xml.find("w:cantSplit"), std::string::npos);
    EXPECT_NE(xml.find("w:titlePg"), std::string::npos);
}

TEST(WordFiles, TieTheTotalInWordsAndTheLastTwoRowsToTheSignature)
{
    const auto xml = unzipped(award_list_docx(samples::list()).value(), "word/document.xml");
    EXPECT_NE(xml.find("Năm mươi lăm triệu một trăm ba mươi nghìn đồng."), std::string::npos);
    std::vector<std::string> rows;
    for (auto at = xml.find("<w:tr>"); at != std::string::npos; at = xml.find("<w:tr>", at + 1))
        rows.push_back(xml.substr(at, xml.find("</w:tr>", at) - at));
    // Last come the signature's row, the total and the recipients.
    ASSERT_GT(rows.size(), 5U);
    const auto kept = [&](std::size_t from_end) {
        return rows[rows.size() - from_end].find("w:keepNext") != std::string::npos;
    };
    EXPECT_TRUE(kept(2) && kept(3) && kept(4));
    EXPECT_FALSE(kept(5));
}

TEST(Workbooks, SumEachGroupsRowsAndNothingElse)
{
    const auto xml = unzipped(award_list_xlsx(samples::list()).value(), "xl/worksheets/sheet1.xml");
    for (const char* formula : {"<f>SUM(F9:F12)</f><v>11920000</v>", "<f>SUM(F14:F42)</f><v>43210000</v>",
                                "<f>F8+F13</f><v>55130000</v>"})
        EXPECT_NE(xml.find(formula), std::string::npos) << formula;
}

TEST(WordFiles, EscapeWhatIsMarkup)
{
    auto list = samples::list();
    list.groups[1].rows[0].name = "Ông <b>&\"An\"";
    const auto xml = unzipped(award_list_docx(list).value(), "word/document.xml");
    EXPECT_NE(xml.find("Ông &lt;b&gt;&amp;"), std::string::npos);
}

}  // namespace
