// Papers read back from their PDF.
#include "base/text.h"
#include "documents/pdf_file.h"
#include "tests/documents/read_back.h"
#include "tests/documents/samples.h"

#include <gtest/gtest.h>

namespace {

using namespace documents;
using read_back::pdf_pages;
using read_back::pdf_text;

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::size_t times(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

// The bottom edge of the lowest word, in points.
double lowest(const std::string& pdf)
{
    const auto boxes = read_back::run("pdftotext -bbox '" + read_back::folder().put("low.pdf", pdf) + "' -");
    double low = 0;
    for (auto at = boxes.find("yMax=\""); at != std::string::npos; at = boxes.find("yMax=\"", at + 1))
        low = std::max(low, std::atof(boxes.c_str() + at + 6));
    return low;
}

TEST(Fonts, HoldEveryVietnameseLetter)
{
    const auto checked = check_fonts();
    EXPECT_TRUE(checked) << checked.error().message.vietnamese();
}

TEST(DecisionPaper, ReadsBackAsItWasWritten)
{
    const auto pdf = decision_pdf(samples::decision()).value();
    const auto text = pdf_text(pdf, "-layout");
    EXPECT_EQ(base::nfc(text), text);
    read_back::expect_golden("decision.txt", text);
    EXPECT_EQ(pdf_pages(pdf), 1);
}

TEST(DecisionPaper, KeepsTheSpaceInTheNationsName)
{
    const auto raw = pdf_text(decision_pdf(samples::decision()).value(), "-raw");
    EXPECT_TRUE(has(raw, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
}

TEST(DecisionPaper, EndsEachGroundWithASemicolonAndTheLastWithAPoint)
{
    const auto text = pdf_text(decision_pdf(samples::decision()).value());
    EXPECT_TRUE(has(text, "Luật Thi đua, Khen thưởng;"));
    EXPECT_TRUE(has(text, "tháng 3 năm 2022."));
    EXPECT_TRUE(has(text, "Quyết định này./."));
}

TEST(DecisionPaper, NeverLeavesTheSignatureAloneOnAPage)
{
    for (int more = 1; more < 14; ++more) {
        auto paper = samples::decision();
        for (int i = 0; i < more; ++i)
            paper.grounds.insert(paper.grounds.begin(), "Căn cứ một văn bản khác của Ủy ban nhân dân tỉnh");
        const auto pdf = decision_pdf(paper).value();
        EXPECT_LT(lowest(pdf), 278.2 * 72 / 25.4) << more << ": below the margin";
        if (pdf_pages(pdf) == 1) continue;
        const auto last = pdf_text(pdf, "-f 2");
        EXPECT_TRUE(has(last, "Trần Mẫu Thưởng")) << more;
        EXPECT_TRUE(has(last, "Quyết định này./.")) << more;
        EXPECT_TRUE(last.starts_with("2\n")) << "page number in the top margin";
    }
}

TEST(DecisionPaper, WrapsALongAgencyAndALongTitleInsideTheirColumns)
{
    auto paper = samples::decision();
    paper.agency = {"BAN QUẢN LÝ KHU KINH TẾ VÀ CÁC KHU CÔNG NGHIỆP TỈNH ĐỒNG THÁP"};
    paper.signature.title = {"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"};
    const auto file = read_back::folder().put("wide.pdf", decision_pdf(paper).value());
    const auto boxes = read_back::run("pdftotext -bbox '" + file + "' -");
    double right = 0;
    for (auto at = boxes.find("xMax=\""); at != std::string::npos; at = boxes.find("xMax=\"", at + 1))
        right = std::max(right, std::atof(boxes.c_str() + at + 6));
    EXPECT_LT(right, 193.1 * 72 / 25.4);
    const auto edge = [&](const std::string& word, const std::string& side) {
        const auto line = boxes.rfind("<word", boxes.find(">" + word + "<"));
        return std::atof(boxes.c_str() + boxes.find(side + "=\"", line) + side.size() + 2) * 25.4 / 72;
    };
    EXPECT_LT(edge("KINH", "xMax"), edge("CỘNG", "xMin"));
    EXPECT_LT(edge("NGHIỆP", "xMax"), edge("CỘNG", "xMin"));
}

TEST(DecisionPaper, ShowsADraftAsSuch)
{
    auto paper = samples::decision();
    EXPECT_FALSE(has(pdf_text(decision_pdf(paper).value(), "-raw"), "DỰ"));
    paper.draft = true;
    EXPECT_TRUE(has(pdf_text(decision_pdf(paper).value(), "-raw"), "DỰ"));
}

TEST(Papers, AreTheSameBytesAtEveryReprint)
{
    EXPECT_EQ(decision_pdf(samples::decision()).value(), decision_pdf(samples::decision()).value());
    EXPECT_EQ(award_list_pdf(samples::list()).value(), award_list_pdf(samples::list()).value());
    EXPECT_EQ(award_list_docx(samples::list()).value(), award_list_docx(samples::list()).value());
    EXPECT_EQ(award_list_xlsx(samples::list()).value(), award_list_xlsx(samples::list()).value());
}

TEST(AwardList, ReadsBackWithTotalsInFiguresAndWords)
{
    const auto pdf = award_list_pdf(samples::list()).value();
    const auto text = pdf_text(pdf, "-layout");
    read_back::expect_golden("award_list.txt", text);
    EXPECT_TRUE(has(text, "55.130.000"));
    EXPECT_TRUE(has(text, "Năm mươi lăm triệu một trăm ba mươi nghìn đồng."));
    EXPECT_TRUE(has(text, "Kèm theo Quyết định số 05/QĐ-UBND-HC"));
}

TEST(AwardList, RepeatsItsHeaderAndNumbersItsPagesFromTheSecond)
{
    const auto pdf = award_list_pdf(samples::list()).value();
    const int pages = pdf_pages(pdf);
    ASSERT_GE(pages, 2);
    EXPECT_EQ(times(pdf_text(pdf), "Họ và tên (Ông/Bà)"), static_cast<std::size_t>(pages));
    EXPECT_FALSE(pdf_text(pdf, "-l 1").starts_with("1\n"));
    EXPECT_TRUE(pdf_text(pdf, "-f 2 -l 2").starts_with("2\n"));
}

TEST(AwardList, KeepsTwoRecipientsAboveItsSignature)
{
    for (std::size_t people = 8; people < 40; ++people) {
        const auto pdf = award_list_pdf(samples::list(people)).value();
        const auto last = pdf_text(pdf, "-f " + std::to_string(pdf_pages(pdf)));
        EXPECT_TRUE(has(last, "TỔNG CỘNG")) << people;
        EXPECT_TRUE(has(last, "Trần Mẫu Thưởng")) << people;
        EXPECT_GE(times(last, "1.490.000"), 2U) << people;
    }
}

TEST(AwardList, NeverEndsAPageWithAGroupsHeading)
{
    for (std::size_t collectives = 12; collectives < 20; ++collectives) {
        auto list = samples::list(8);
        list.groups[0].rows.assign(collectives, list.groups[0].rows.front());
        const auto pdf = award_list_pdf(list).value();
        for (int page = 1; page <= pdf_pages(pdf); ++page) {
            const auto text = pdf_text(pdf, "-f " + std::to_string(page) + " -l " + std::to_string(page));
            EXPECT_EQ(has(text, "CÁ NHÂN ("), has(text, "Bà Nguyễn Mẫu An")) << collectives << ": " << page;
        }
    }
}

TEST(AwardList, RefusesAWordWiderThanItsColumn)
{
    auto list = samples::list();
    list.groups[1].rows[3].achievement = std::string(60, 'w');
    const auto pdf = award_list_pdf(list);
    ASSERT_FALSE(pdf);
    EXPECT_NE(pdf.error().message.vietnamese().find("wwww"), std::string::npos);
}

TEST(AwardList, RefusesARowHigherThanAPage)
{
    auto list = samples::list();
    for (int i = 0; i < 400; ++i)
        list.groups[1].rows[3].achievement += " thành tích";
    EXPECT_FALSE(award_list_pdf(list));
}

TEST(AwardList, SetsTallRowsOnPagesOfTheirOwnRatherThanBelowTheSheet)
{
    for (int words = 20; words < 190; words += 15) {
        auto list = samples::list(4);
        list.footer.clear();
        for (auto* group : {&list.groups[0], &list.groups[1]})
            for (auto& row : group->rows)
                for (int i = 0; i < words; ++i)
                    row.achievement += " tích";
        const auto pdf = award_list_pdf(list);
        ASSERT_TRUE(pdf) << words << pdf.error().message.vietnamese();
        EXPECT_LT(lowest(*pdf), 278 * 72 / 25.4) << words;
    }
}

TEST(AwardList, MakesRoomForLargeTotals)
{
    auto list = samples::list();
    for (auto& row : list.groups[1].rows)
        row.money = 999'999'990'000;
    const auto pdf = award_list_pdf(list);
    ASSERT_TRUE(pdf) << pdf.error().message.vietnamese();
}

TEST(AwardList, IsPrintedWithoutAnyRecipient)
{
    EXPECT_TRUE(award_list_pdf(samples::list(0)));
    documents::AwardList empty;
    EXPECT_TRUE(award_list_pdf(empty));
}

TEST(Certificates, AreOnePageEachInOneFileWithABookmark)
{
    const auto pdf = certificates_pdf(samples::certificates()).value();
    EXPECT_EQ(pdf_pages(pdf), 3);
    const auto text = pdf_text(pdf, "-layout");
    read_back::expect_golden("certificates.txt", text);
    EXPECT_TRUE(has(pdf, "/Outlines"));
    EXPECT_TRUE(has(text, "Số sổ vàng: 11"));
    EXPECT_TRUE(has(text, "Số sổ vàng: 03"));
    EXPECT_TRUE(has(text, "Bà Nguyễn Đỗ Mẫu Ngữ"));
    EXPECT_TRUE(has(text, "Quyết định số 05/QĐ-UBND-HC, ngày 30 tháng 3 năm 2022"));
}

TEST(Certificates, EmbedTheirFrameAndFontsOnce)
{
    auto batch = samples::certificates();
    const auto few = certificates_pdf(batch).value().size();
    while (batch.certificates.size() < 100)
        batch.certificates.push_back(batch.certificates.front());
    EXPECT_LT(certificates_pdf(batch).value().size(), few + 100 * 3000);
}

TEST(Certificates, RefuseATextTooLongForItsField)
{
    auto batch = samples::certificates();
    for (int i = 0; i < 12; ++i)
        batch.certificates[1].achievement += " trong thực hiện công tác cải cách";
    const auto pdf = certificates_pdf(batch);
    ASSERT_FALSE(pdf);
    EXPECT_TRUE(has(pdf.error().message.vietnamese(), "Bộ phận Tiếp nhận"));
}

TEST(Certificates, StandWhereTheBlankHasItsFields)
{
    auto batch = samples::certificates();
    batch.certificates.resize(1);
    const auto file = read_back::folder().put("fields.pdf", certificates_pdf(batch).value());
    const auto boxes = read_back::run("pdftotext -bbox '" + file + "' -");
    // A word's box reaches from the font's ascent to its descent: 0.891 and 0.216 of the size for Liberation Serif.
    const auto baseline = [&](const std::string& word, double size) {
        const auto line = boxes.rfind("<word", boxes.find(">" + word + "<"));
        return (std::atof(boxes.c_str() + boxes.find("yMax=\"", line) + 6) - 0.216 * size) * 25.4 / 72;
    };
    EXPECT_NEAR(baseline("Trưởng", 20), 172, 0.5);
    EXPECT_NEAR(baseline("xuất", 20), 184.5, 0.5) << "one line stands where the first of two would";
    EXPECT_NEAR(baseline("Tháp,", 18), 207.5, 0.5);
    EXPECT_NEAR(baseline("Thưởng", 21), 257.5, 0.5);
    EXPECT_NEAR(baseline("05/QĐ-UBND-HC,", 15), 246.5, 0.5);
}

TEST(RankingSheet, FitsSeventeenUnitsOnOnePage)
{
    const auto pdf = ranking_pdf(samples::ranking()).value();
    EXPECT_EQ(pdf_pages(pdf), 1);
    read_back::expect_golden("ranking.txt", pdf_text(pdf, "-layout"));
}

TEST(RankingSheet, RepeatsItsHeaderOnFurtherPages)
{
    const auto pdf = ranking_pdf(samples::ranking(70)).value();
    EXPECT_GT(pdf_pages(pdf), 2);
    EXPECT_TRUE(has(pdf_text(pdf, "-f 2 -l 2"), "Cơ quan, đơn vị"));
}

TEST(Pdf, PutsATextWhereItWasAskedFor)
{
    PdfFile pdf(210, 297, "Thử");
    pdf.text("Đây", {.size = 12}, 101.5, 50);
    const auto file = read_back::folder().put("place.pdf", pdf.finish());
    const auto boxes = read_back::run("pdftotext -bbox '" + file + "' -");
    const auto at = boxes.find("xMin=\"28");
    ASSERT_NE(at, std::string::npos) << boxes;
    EXPECT_NEAR(std::atof(boxes.c_str() + at + 6), 287.717, 0.05);
}

}  // namespace
