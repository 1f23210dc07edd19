#include "intake/content_type.h"
#include "tests/intake/workbook.h"

#include <gtest/gtest.h>

using namespace std::string_literals;
using intake::content_type;
using intake::ContentType;

namespace {

std::string refusal(const std::string& bytes)
{
    const auto type = content_type(bytes);
    return type ? "taken" : type.error().message.vietnamese();
}

void expect_refusal(const std::string& bytes, const std::string& word)
{
    EXPECT_NE(refusal(bytes).find(word), std::string::npos) << refusal(bytes);
}

std::string wide(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += c + "\0"s;
    return out;
}

const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
const std::string types = "<Types></Types>";

}  // namespace

TEST(ContentType, WorkbooksAndTextsAreTaken)
{
    EXPECT_EQ(*content_type(tests::bare_workbook("")), ContentType::Xlsx);
    EXPECT_EQ(*content_type("Đơn vị;Điểm\nSở A;90\n"), ContentType::Csv);
    EXPECT_EQ(*content_type("\xFF\xFE" + wide("a;b\n1;2\n")), ContentType::Csv);
    EXPECT_EQ(*content_type(wide("a;b\n1;2\n")), ContentType::Csv);
}

TEST(ContentType, OldAndLockedWorkbooksAreToldApart)
{
    expect_refusal(ole + wide("Workbook"), "(.xls)");
    expect_refusal(ole + wide("EncryptedPackage"), "mật khẩu");
    expect_refusal(ole + wide("WordDocument"), "Word");
}

TEST(ContentType, MacrosAreRefusedWhateverTheName)
{
    expect_refusal(tests::archive({{"[Content_Types].xml", types}, {"xl/VBAproject.bin", "x"}}), "macro");
    expect_refusal(tests::archive({{"[Content_Types].xml",
                                    "<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>"},
                                   {"xl/workbook.xml", "x"}}),
                   "macro");
}

TEST(ContentType, OtherOfficeFilesAreNamed)
{
    expect_refusal(
        tests::archive({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", ""}}),
        ".ods");
    expect_refusal(tests::archive({{"[Content_Types].xml", types}, {"word/document.xml", ""}}), "Word");
    expect_refusal(tests::archive({{"[Content_Types].xml", types}, {"xl/workbook.bin", ""}}), ".xlsb");
    expect_refusal(tests::archive({{"a.txt", "x"}}), "tệp nén");
    expect_refusal("{\\rtf1", "Word");
}

TEST(ContentType, PagesPicturesAndPdfAreNamed)
{
    expect_refusal("<html><table><tr><td>1</td></tr></table></html>", "HTML");
    expect_refusal("\xEF\xBB\xBF\r\n<!DOCTYPE html>", "HTML");
    expect_refusal("<?xml version=\"1.0\"?><Workbook/>", "HTML");
    expect_refusal("MIME-Version: 1.0\nX: y", "HTML");
    expect_refusal("%PDF-1.7\n", "PDF");
    expect_refusal("\x89PNG\r\n\x1a\n", "ảnh");
    expect_refusal("\xFF\xD8\xFF\xE0", "ảnh");
    expect_refusal("Rar!\x1a\x07", "tệp nén");
}

TEST(ContentType, EmptyAndBinaryFilesAreRefused)
{
    expect_refusal("", "Tệp trống");
    expect_refusal(" \r\n\t ", "Tệp trống");
    expect_refusal("\x7f"s + "ELF\x02\x01\0\0\0"s + std::string(200, '\x01'), "Không nhận ra");
}

TEST(ContentType, ADamagedArchiveIsRefused)
{
    const auto whole = tests::bare_workbook("<row><c><v>1</v></c></row>");
    expect_refusal(whole.substr(0, whole.size() / 2), "hỏng");
}
