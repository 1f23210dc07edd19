#include "documents/ranking_sheet.h"
#include "documents/workbook.h"

namespace documents {
namespace {

constexpr lxw_col_t columns = 7;
constexpr double widths[columns] = {8, 46, 13, 14, 14, 13, 26};

// For a numeric cell; the sheet shows the number with the framework's decimals.
double cell_value(const base::Decimal& number)
{
    return std::stod(number.text());
}

class RankingBook {
public:
    explicit RankingBook(const RankingSheet& sheet) : sheet_(sheet)
    {
        const std::string zeros(static_cast<std::size_t>(sheet.decimals), '0');
        number_ = "0" + (zeros.empty() ? "" : "." + zeros);
        signed_ = "+" + number_ + ";-" + number_ + ";" + number_;
        title_ = book_.format(true, false);
        plain_ = book_.format(false, false);
        heading_ = book_.format(true, true, LXW_ALIGN_CENTER);
        text_ = book_.format();
        centred_ = book_.format(false, true, LXW_ALIGN_CENTER);
        index_ = book_.format(true, true, LXW_ALIGN_RIGHT, number_.c_str());
        change_ = book_.format(false, true, LXW_ALIGN_RIGHT, signed_.c_str());
        strong_ = book_.format(true);
    }

    std::string write()
    {
        for (const auto& group : sheet_.groups)
            write_group(group);
        return book_.finish();
    }

private:
    void write_group(const RankingGroup& group)
    {
        on_ = book_.sheet(group.name);
        if (on_ == nullptr) on_ = book_.sheet({});  // two groups of one name
        page();
        row_ = 0;
        worksheet_write_string(on_, row_++, 0, sheet_.title.c_str(), title_);
        worksheet_write_string(on_, row_++, 0, (group.name + ": " + group.subtitle).c_str(), plain_);
        ++row_;
        header();
        for (const auto& row : group.rows)
            write_row(row);
        if (group.mean) mean(group);
    }

    void page()
    {
        for (lxw_col_t i = 0; i < columns; ++i)
            worksheet_set_column(on_, i, i, widths[i], nullptr);
        worksheet_set_paper(on_, 9);  // A4
        worksheet_fit_to_pages(on_, 1, 0);
        worksheet_set_footer(on_, "&C&P/&N");
    }

    void header()
    {
        const std::string year = std::to_string(sheet_.year), before = std::to_string(sheet_.year - 1);
        const std::string headings[columns] = {"Hạng",       "Cơ quan, đơn vị",    "Điểm " + year, "Xếp loại",
                                               "Tăng, giảm", "Hạng năm " + before, "Ghi chú"};
        worksheet_set_row(on_, row_, 33, nullptr);
        for (lxw_col_t i = 0; i < columns; ++i)
            worksheet_write_string(on_, row_, i, headings[i].c_str(), heading_);
        worksheet_repeat_rows(on_, row_, row_);
        worksheet_freeze_panes(on_, row_ + 1, 2);
        ++row_;
    }

    void write_row(const RankingRow& row)
    {
        if (row.place)
            worksheet_write_number(on_, row_, 0, *row.place, centred_);
        else
            worksheet_write_blank(on_, row_, 0, centred_);
        worksheet_write_string(on_, row_, 1, row.unit.c_str(), text_);
        worksheet_write_number(on_, row_, 2, cell_value(row.index), index_);
        worksheet_write_string(on_, row_, 3, row.band.c_str(), centred_);
        if (row.change)
            worksheet_write_number(on_, row_, 4, cell_value(*row.change), change_);
        else
            worksheet_write_blank(on_, row_, 4, change_);
        if (row.previous_place)
            worksheet_write_number(on_, row_, 5, *row.previous_place, centred_);
        else
            worksheet_write_blank(on_, row_, 5, centred_);
        const char* note = row.illustrative ? "Số liệu minh họa" : (row.place ? "" : "Không xếp hạng");
        worksheet_write_string(on_, row_, 6, note, text_);
        ++row_;
    }

    void mean(const RankingGroup& group)
    {
        worksheet_write_blank(on_, row_, 0, centred_);
        worksheet_write_string(on_, row_, 1, "Trung bình khối", strong_);
        worksheet_write_number(on_, row_, 2, cell_value(*group.mean), index_);
        worksheet_write_blank(on_, row_, 3, centred_);
        if (group.mean_change)
            worksheet_write_number(on_, row_, 4, cell_value(*group.mean_change), change_);
        else
            worksheet_write_blank(on_, row_, 4, change_);
        for (lxw_col_t i = 5; i < columns; ++i)
            worksheet_write_blank(on_, row_, i, text_);
        ++row_;
    }

    const RankingSheet& sheet_;
    Workbook book_;
    std::string number_, signed_;
    lxw_format *title_, *plain_, *heading_, *text_, *centred_, *index_, *change_, *strong_;
    lxw_worksheet* on_ = nullptr;
    lxw_row_t row_ = 0;
};

}  // namespace

base::Result<std::string> ranking_xlsx(const RankingSheet& sheet)
{
    auto bytes = RankingBook(sheet).write();
    if (bytes.empty()) return base::unavailable("Không tạo được tệp Excel. Hãy thử lại.");
    return bytes;
}

}  // namespace documents
