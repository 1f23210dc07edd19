#include "documents/table_book.h"

#include "base/text.h"
#include "documents/workbook.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace documents {
namespace {

// A cell of Excel holds 32,767 characters and the library leaves a longer text out: cut it, and show that.
std::string fitting(std::string text)
{
    constexpr std::size_t most_bytes = 32'000;
    if (text.size() <= most_bytes) return text;
    std::size_t end = most_bytes;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.resize(end);
    return text + "…";
}

class TableBook {
public:
    TableBook()
        : title_(book_.format(true, false)), plain_(book_.format(false, false)),
          heading_(book_.format(true, true, LXW_ALIGN_CENTER)), text_(book_.format())
    {
        // A line above the table runs on over the empty cells beside it.
        for (auto* each : {title_, plain_})
            each->text_wrap = 0;
    }

    void write(const TableSheet& table)
    {
        auto* on = book_.sheet(table.name);
        lxw_row_t row = 0;
        for (const auto& line : table.above) {
            worksheet_write_string(on, row, 0, fitting(line).c_str(), row == 0 ? title_ : plain_);
            ++row;
        }
        ++row;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(on, column, column, table.columns[i].width, nullptr);
            worksheet_write_string(on, row, column, table.columns[i].heading.c_str(), heading_);
        }
        worksheet_repeat_rows(on, row, row);
        worksheet_freeze_panes(on, row + 1, 0);
        worksheet_set_landscape(on);
        worksheet_set_paper(on, 9);  // A4
        worksheet_fit_to_pages(on, 1, 0);
        worksheet_set_footer(on, "&C&P/&N");
        for (const auto& cells : table.rows) {
            ++row;
            worksheet_set_row(on, row, height(cells, table.columns), nullptr);
            for (std::size_t i = 0; i < cells.size(); ++i)
                write(on, row, static_cast<lxw_col_t>(i), cells[i]);
        }
    }

    std::string finish() { return book_.finish(); }

private:
    // The library can't measure texts: a line holds nearly as many characters as its column is wide.
    static double height(const std::vector<TableCell>& cells, const std::vector<TableColumn>& columns)
    {
        constexpr double line = 15, most = 405;  // points; Excel allows 409
        double lines = 1;
        for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i)
            if (const auto* text = std::get_if<std::string>(&cells[i]))
                lines = std::max(
                    lines,
                    std::floor(static_cast<double>(base::length(*text)) / (columns[i].width * 1.05)) + 1);
        return std::min(lines * line, most);
    }

    void write(lxw_worksheet* on, lxw_row_t row, lxw_col_t column, const TableCell& cell)
    {
        if (const auto* number = std::get_if<TableNumber>(&cell)) {
            worksheet_write_number(on, row, column, std::stod(number->value.text()), format_of(*number));
            return;
        }
        const auto& text = std::get<std::string>(cell);
        if (text.empty())
            worksheet_write_blank(on, row, column, text_);
        else
            worksheet_write_string(on, row, column, fitting(text).c_str(), text_);
    }

    lxw_format* format_of(const TableNumber& number)
    {
        auto& format = numbers_[number.decimals];
        if (format == nullptr) {
            const auto zeros = std::string(static_cast<std::size_t>(number.decimals), '0');
            format =
                book_.format(false, true, LXW_ALIGN_RIGHT, zeros.empty() ? "#,##0" : ("0." + zeros).c_str());
        }
        return format;
    }

    Workbook book_;
    lxw_format *title_, *plain_, *heading_, *text_;
    std::map<int, lxw_format*> numbers_;
};

}  // namespace

base::Result<std::string> table_book(const std::vector<TableSheet>& sheets)
{
    TableBook book;
    for (const auto& each : sheets)
        book.write(each);
    auto bytes = book.finish();
    if (bytes.empty()) return base::unavailable("Không tạo được tệp Excel. Hãy thử lại.");
    return bytes;
}

}  // namespace documents
