#include "base/number_words.h"
#include "base/text.h"
#include "documents/award_list.h"
#include "documents/workbook.h"

#include <algorithm>

namespace documents {
namespace {

constexpr lxw_col_t columns = 7, money_column = 5;
constexpr double widths[columns] = {6, 30, 32, 30, 11, 15, 12};
constexpr const char* headings[columns] = {"STT",
                                           "Họ và tên (Ông/Bà) hoặc tập thể",
                                           "Chức vụ, đơn vị",
                                           "Thành tích",
                                           "Hình thức",
                                           "Tiền thưởng (đồng)",
                                           "Ghi chú"};

std::string cell_name(lxw_row_t row, lxw_col_t column)
{
    return std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
}

std::string post_and_unit(const AwardListRow& row)
{
    return row.post + (row.post.empty() || row.unit.empty() ? "" : ", ") + row.unit;
}

// The library can't measure texts: a line holds as many characters as its column is wide, and a few words are lost at
// the breaks.
double row_height(const AwardListRow& row)
{
    std::size_t lines = 1;
    const auto count = [&](const std::string& text, double width) {
        lines = std::max(
            lines, static_cast<std::size_t>(static_cast<double>(base::length(text)) / (width * 0.88)) + 1);
    };
    count(row.name, widths[1]);
    count(post_and_unit(row), widths[2]);
    count(row.achievement, widths[3]);
    count(row.note, widths[6]);
    return 4 + 14.5 * static_cast<double>(lines);
}

class ListSheet {
public:
    explicit ListSheet(const AwardList& list) : list_(list), sheet_(book_.sheet("Danh sách"))
    {
        title_ = book_.format(true, false, LXW_ALIGN_CENTER);
        slanted_ = book_.format(false, false, LXW_ALIGN_CENTER);
        format_set_italic(slanted_);
        heading_ = book_.format(true, true, LXW_ALIGN_CENTER);
        text_ = book_.format();
        centred_ = book_.format(false, true, LXW_ALIGN_CENTER);
        money_ = book_.format(false, true, LXW_ALIGN_RIGHT, "#,##0");
        strong_ = book_.format(true);
        strong_centred_ = book_.format(true, true, LXW_ALIGN_CENTER);
        strong_money_ = book_.format(true, true, LXW_ALIGN_RIGHT, "#,##0");
    }

    std::string write()
    {
        page();
        across("DANH SÁCH", title_);
        for (const auto& line : list_.subject)
            across(line, title_);
        for (const auto& line : list_.attached)
            across(line, slanted_);
        ++row_;
        header();
        for (const auto& group : list_.groups)
            write_group(group);
        total();
        signature();
        return book_.finish();
    }

private:
    void page()
    {
        for (lxw_col_t i = 0; i < columns; ++i)
            worksheet_set_column(sheet_, i, i, widths[i], nullptr);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 1.18, 0.6, 0.8, 0.8);
        std::string left;
        for (const char letter : list_.footer)
            left.append(letter == '&' ? 2 : 1, letter);  // a lone & is a command
        // The format allows 255 letters, commands included.
        if (base::length(left) > 230) left.clear();
        worksheet_set_footer(sheet_, ("&L&9" + left + "&R&9Trang &P/&N").c_str());
    }

    void across(const std::string& text, lxw_format* format)
    {
        worksheet_merge_range(sheet_, row_, 0, row_, columns - 1, text.c_str(), format);
        ++row_;
    }

    void header()
    {
        worksheet_set_row(sheet_, row_, 33, nullptr);
        for (lxw_col_t i = 0; i < columns; ++i)
            worksheet_write_string(sheet_, row_, i, headings[i], heading_);
        worksheet_repeat_rows(sheet_, row_, row_);
        worksheet_freeze_panes(sheet_, row_ + 1, 2);
        ++row_;
    }

    void write_group(const AwardListGroup& group)
    {
        const auto heading_row = row_++;
        int number = 0;
        for (const auto& row : group.rows) {
            worksheet_set_row(sheet_, row_, row_height(row), nullptr);
            worksheet_write_number(sheet_, row_, 0, ++number, centred_);
            worksheet_write_string(sheet_, row_, 1, row.name.c_str(), text_);
            const auto post = post_and_unit(row);
            worksheet_write_string(sheet_, row_, 2, post.c_str(), text_);
            worksheet_write_string(sheet_, row_, 3, row.achievement.c_str(), text_);
            worksheet_write_string(sheet_, row_, 4, row.form.c_str(), centred_);
            worksheet_write_number(sheet_, row_, money_column, static_cast<double>(row.money), money_);
            worksheet_write_string(sheet_, row_, 6, row.note.c_str(), text_);
            ++row_;
        }
        sum_row(heading_row, group.mark, group.heading, group.subtotal(),
                group.rows.empty() ? "=0"
                                   : "=SUM(" + cell_name(heading_row + 1, money_column) + ":" +
                                         cell_name(row_ - 1, money_column) + ")");
        sums_ += (sums_.empty() ? "=" : "+") + cell_name(heading_row, money_column);
    }

    void sum_row(lxw_row_t row, const std::string& mark, const std::string& heading, std::int64_t sum,
                 const std::string& formula)
    {
        worksheet_write_string(sheet_, row, 0, mark.c_str(), strong_centred_);
        worksheet_merge_range(sheet_, row, 1, row, 4, heading.c_str(), strong_);
        worksheet_write_formula_num(sheet_, row, money_column, formula.c_str(), strong_money_,
                                    static_cast<double>(sum));
        worksheet_write_blank(sheet_, row, 6, text_);
    }

    void total()
    {
        sum_row(row_, "", list_.total_heading, list_.total(), sums_.empty() ? "=0" : sums_);
        ++row_;
        auto* words = book_.format(false, false);
        format_set_italic(words);
        worksheet_merge_range(sheet_, row_, 0, row_, columns - 1,
                              ("Bằng chữ: " + list_.total_in_words() + ".").c_str(), words);
        row_ += 2;
    }

    void signature()
    {
        for (const auto& line : list_.signature.title) {
            worksheet_merge_range(sheet_, row_, 3, row_, columns - 1, line.c_str(), title_);
            ++row_;
        }
        row_ += 4;
        worksheet_merge_range(sheet_, row_, 3, row_, columns - 1, list_.signature.name.c_str(), title_);
    }

    const AwardList& list_;
    Workbook book_;
    lxw_worksheet* sheet_;
    lxw_format *title_, *slanted_, *heading_, *text_, *centred_, *money_, *strong_, *strong_centred_,
        *strong_money_;
    lxw_row_t row_ = 0;
    std::string sums_;
};

}  // namespace

base::Result<std::string> award_list_xlsx(const AwardList& list)
{
    auto bytes = ListSheet(list).write();
    if (bytes.empty()) return base::unavailable("Không tạo được tệp Excel. Hãy thử lại.");
    return bytes;
}

}  // namespace documents
