#include "base/number_words.h"
#include "documents/award_list.h"
#include "documents/word_file.h"

namespace documents {
namespace {

const std::vector<double> widths = {8, 40.5, 43, 35, 11, 19.5, 8};
constexpr const char* headings[] = {"STT",
                                    "Họ và tên (Ông/Bà)\nhoặc tập thể",
                                    "Chức vụ,\nđơn vị",
                                    "Thành tích",
                                    "Hình\nthức",
                                    "Tiền\nthưởng\n(đồng)",
                                    "Ghi\nchú"};
constexpr const char* aligns[] = {"center", "left", "left", "left", "center", "right", "left"};

void header(WordFile& file, pugi::xml_node table)
{
    auto row = WordFile::row(table, true, 13.5);
    for (std::size_t i = 0; i < widths.size(); ++i)
        file.paragraph(WordFile::cell(row, widths[i]), {{headings[i], true, false}},
                       {.align = "center", .size = 10});
}

void sum_row(WordFile& file, pugi::xml_node table, const std::string& mark, const std::string& heading,
             std::int64_t sum)
{
    auto row = WordFile::row(table, false, 7);
    const WordParagraph small{.size = 10.5, .keep_next = true};
    file.paragraph(WordFile::cell(row, widths[0]), {{mark, true, false}},
                   {.align = "center", .size = 10.5, .keep_next = true});
    const double wide = widths[1] + widths[2] + widths[3] + widths[4];
    file.paragraph(WordFile::cell(row, wide, 4), {{heading, true, false}}, small);
    file.paragraph(WordFile::cell(row, widths[5]), {{base::grouped(sum), true, false}},
                   {.align = "right", .size = 10.5, .keep_next = true});
    file.paragraph(WordFile::cell(row, widths[6]), {}, small);
}

void recipient(WordFile& file, pugi::xml_node table, const AwardListRow& data, int number, bool keep_next)
{
    auto row = WordFile::row(table, false, 9.8);
    const std::string post = data.post + (data.post.empty() || data.unit.empty() ? "" : ",\n") + data.unit;
    const std::string texts[] = {std::to_string(number),    data.name, post, data.achievement, data.form,
                                 base::grouped(data.money), data.note};
    for (std::size_t i = 0; i < widths.size(); ++i)
        file.paragraph(WordFile::cell(row, widths[i]), {{texts[i], false, false}},
                       {.align = aligns[i], .size = 10.5, .keep_next = keep_next});
}

void rows(WordFile& file, const AwardList& list)
{
    auto table = file.table(widths, true);
    header(file, table);
    for (const auto& group : list.groups) {
        sum_row(file, table, group.mark, group.heading, group.subtotal());
        const bool last_group = &group == &list.groups.back();
        for (std::size_t i = 0; i < group.rows.size(); ++i)
            // The last two rows stay with the total and the signature.
            recipient(file, table, group.rows[i], static_cast<int>(i + 1),
                      last_group && i + 2 >= group.rows.size());
    }
    sum_row(file, table, "", list.total_heading, list.total());
}

}  // namespace

base::Result<std::string> award_list_docx(const AwardList& list)
{
    WordFile file(20, 15, 20, 30);
    if (list.draft) file.paragraph(file.body(), {{"DỰ THẢO", true, false}}, {.align = "right", .size = 12});
    file.paragraph(file.body(), {{"DANH SÁCH", true, false}}, {.align = "center", .size = 14});
    for (const auto& line : list.subject)
        file.paragraph(file.body(), {{line, true, false}}, {.align = "center"});
    for (const auto& line : list.attached)
        file.paragraph(file.body(), {{line, false, true}}, {.align = "center", .size = 13});
    WordFile::rule(file.body(), 165, 50);
    rows(file, list);
    file.paragraph(file.body(), {{"Bằng chữ: ", false, true}, {list.total_in_words() + ".", true, true}},
                   {.before = 6, .keep_next = true});
    auto row = WordFile::row(file.table({85, 80}, false));
    file.paragraph(WordFile::cell(row, 85, 1, false), {}, {});
    auto right = WordFile::cell(row, 80, 1, false);
    file.paragraph(right, {}, {.size = 8});
    for (const auto& line : list.signature.title)
        file.paragraph(right, {{line, true, false}}, {.align = "center"});
    for (int i = 0; i < 4; ++i)
        file.paragraph(right, {{" ", false, false}}, {.align = "center"});
    file.paragraph(right, {{list.signature.name, true, false}}, {.align = "center"});
    file.paragraph(file.body(), {{list.footer, false, true}}, {.size = 9});
    auto bytes = file.finish();
    if (bytes.empty()) return base::unavailable("Không tạo được tệp Word. Hãy thử lại.");
    return bytes;
}

}  // namespace documents
