#include "documents/decision_paper.h"
#include "documents/word_file.h"

namespace documents {
namespace {

constexpr double left_width = 63, right_width = 100, text_width = left_width + right_width;
constexpr double motto_length = 57.5;  // of "Độc lập - Tự do - Hạnh phúc" in 13.5 pt bold
constexpr WordParagraph centred{.align = "center"};

void head(WordFile& file, const DecisionPaper& paper)
{
    auto row = WordFile::row(file.table({left_width, right_width}, false));
    auto agency = WordFile::cell(row, left_width, 1, false);
    WordParagraph small = centred;
    small.size = 12.5;
    for (const auto& line : paper.agency)
        file.paragraph(agency, {{line, true, false}}, small);
    WordFile::rule(agency, left_width, 22);
    file.paragraph(agency, {{"Số: " + paper.number, false, false}},
                   {.align = "center", .size = 13, .before = 4});
    auto motto = WordFile::cell(row, right_width, 1, false);
    file.paragraph(motto, {{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false}}, small);
    file.paragraph(motto, {{"Độc lập - Tự do - Hạnh phúc", true, false}}, centred);
    WordFile::rule(motto, right_width, motto_length);
    file.paragraph(motto, {{paper.place_and_date, false, true}}, {.align = "center", .before = 4});
}

void foot(WordFile& file, const DecisionPaper& paper)
{
    file.paragraph(file.body(), {}, {.size = 6, .keep_next = true});
    auto row = WordFile::row(file.table({83, 80}, false));
    auto left = WordFile::cell(row, 83, 1, false);
    file.paragraph(left, {{"Nơi nhận:", true, true}}, {.size = 12});
    for (std::size_t i = 0; i < paper.recipients.size(); ++i)
        file.paragraph(
            left,
            {{"- " + paper.recipients[i] + (i + 1 == paper.recipients.size() ? "." : ";"), false, false}},
            {.size = 11});
    auto right = WordFile::cell(row, 80, 1, false);
    for (const auto& line : paper.signature.title)
        file.paragraph(right, {{line, true, false}}, centred);
    for (int i = 0; i < 4; ++i)
        file.paragraph(right, {{" ", false, false}}, centred);
    file.paragraph(right, {{paper.signature.name, true, false}}, centred);
}

}  // namespace

base::Result<std::string> decision_docx(const DecisionPaper& paper)
{
    WordFile file(20, 17, 20, 30);
    if (paper.draft) file.paragraph(file.body(), {{"DỰ THẢO", true, false}}, {.align = "right", .size = 12});
    head(file, paper);
    file.paragraph(file.body(), {{"QUYẾT ĐỊNH", true, false}}, {.align = "center", .size = 14, .before = 12});
    for (const auto& line : paper.subject)
        file.paragraph(file.body(), {{line, true, false}}, centred);
    WordFile::rule(file.body(), text_width, 46);
    file.paragraph(file.body(), {{paper.authority, true, false}}, {.align = "center", .before = 10});
    const WordParagraph running{.align = "both", .first_indent = 10, .before = 6, .spacing = 1.05};
    for (std::size_t i = 0; i < paper.grounds.size(); ++i)
        file.paragraph(file.body(),
                       {{paper.grounds[i] + (i + 1 == paper.grounds.size() ? "." : ";"), false, true}},
                       running);
    file.paragraph(file.body(), {{"QUYẾT ĐỊNH:", true, false}},
                   {.align = "center", .before = 10, .keep_next = true});
    for (std::size_t i = 0; i < paper.articles.size(); ++i) {
        std::string text = " " + paper.articles[i];
        auto how = running;
        if (i + 1 == paper.articles.size()) {
            text += text.ends_with('.') ? "/." : "./.";
            how.keep_next = true;
        }
        file.paragraph(file.body(),
                       {{"Điều " + std::to_string(i + 1) + ".", true, false}, {text, false, false}}, how);
    }
    foot(file, paper);
    file.paragraph(file.body(), {{paper.footer, false, true}}, {.align = "center", .size = 9});
    auto bytes = file.finish();
    if (bytes.empty()) return base::unavailable("Không tạo được tệp Word. Hãy thử lại.");
    return bytes;
}

}  // namespace documents
