#include "documents/marked_sheet.h"

#include "documents/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

namespace documents {
namespace {

using domain::CellKind;
using domain::GridCell;
using domain::Severity;
using domain::SheetIssue;

constexpr std::size_t most_merged = 2000;
constexpr std::size_t longest_note = 2000;
constexpr std::size_t longest_text = 32767;
constexpr lxw_color_t error_fill = 0xFBD5D5;
constexpr lxw_color_t warning_fill = 0xFFF0C2;

using Words = std::function<std::string(const base::Message&)>;

// What is said about one cell.
struct Mark {
    Severity severity = Severity::Warning;
    std::string note;
};

int column_number(std::string_view letters)
{
    int column = 0;
    for (const char c : letters)
        column = column * 26 + (c - 'A' + 1);
    return column;
}

std::optional<double> floating(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// Cuts at a whole character.
std::string clipped(std::string text, std::size_t most)
{
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
        --most;
    text.resize(most);
    return text;
}

class Marker {
public:
    Marker(const domain::Grid& grid, const std::vector<SheetIssue>& issues, const Words& in_words)
        : grid_(grid), issues_(issues), in_words_(in_words)
    {
    }

    std::string finish()
    {
        for (int severity = 0; severity < 3; ++severity)
            for (int shown = 0; shown < 3; ++shown)
                formats_[static_cast<std::size_t>(severity)][static_cast<std::size_t>(shown)] =
                    format(severity, shown);
        for (const auto& source : grid_.sheets)
            if (!source.hidden) copy(source);
        list_sheet_ = sheet("Lỗi");
        list();
        return workbook_.finish();
    }

private:
    // severity: 0 none, 1 warning, 2 error; shown: 0 general, 1 percentage, 2 day.
    lxw_format* format(int severity, int shown)
    {
        static constexpr const char* numbers[] = {nullptr, "0.00%", "dd/mm/yyyy"};
        auto* made = workbook_.format(false, false, LXW_ALIGN_LEFT, numbers[shown]);
        if (shown == 0) format_set_align(made, LXW_ALIGN_NONE);
        if (severity > 0) format_set_bg_color(made, severity == 2 ? error_fill : warning_fill);
        return made;
    }

    // A name taken or not allowed gives way to the library's own.
    lxw_worksheet* sheet(std::string_view name)
    {
        auto* made = workbook_.sheet(name.empty() ? std::string_view("Bảng") : name);
        return made ? made : workbook_.sheet("");
    }

    std::map<std::pair<int, int>, Mark> marks_of(const domain::GridSheet& sheet) const
    {
        std::map<std::pair<int, int>, Mark> marks;
        for (const auto& issue : issues_) {
            if (issue.sheet != sheet.name || issue.row < 1) continue;
            auto& mark = marks[{issue.row, std::max(1, column_number(issue.column))}];
            if (issue.severity == Severity::Error) mark.severity = Severity::Error;
            mark.note += (mark.note.empty() ? "" : "\n") + in_words_(issue.message);
        }
        return marks;
    }

    void copy(const domain::GridSheet& source)
    {
        auto* target = sheet(source.name);
        if (!target) return;
        merge(source, target);
        auto marks = marks_of(source);
        std::map<int, std::size_t> widths;
        for (const auto& row : source.rows)
            for (const auto& cell : row.cells) {
                const auto found = marks.find({row.row, cell.column});
                const int severity = found == marks.end()                        ? 0
                                     : found->second.severity == Severity::Error ? 2
                                                                                 : 1;
                write(target, row.row, cell, severity);
                auto& width = widths[cell.column];
                width = std::max(width, std::min<std::size_t>(cell.written().size(), 40));
            }
        for (const auto& [column, width] : widths) {
            const auto at = static_cast<lxw_col_t>(column - 1);
            worksheet_set_column(target, at, at, static_cast<double>(std::max<std::size_t>(width, 8)) + 1,
                                 nullptr);
        }
        for (const auto& [address, mark] : marks)
            note(source, target, address, mark);
    }

    void merge(const domain::GridSheet& source, lxw_worksheet* target)
    {
        std::vector<domain::MergedCells> done;
        for (const auto& range : source.merged) {
            if (done.size() >= most_merged) return;
            const bool overlaps = std::any_of(done.begin(), done.end(), [&](const auto& other) {
                return range.first_row <= other.last_row && other.first_row <= range.last_row &&
                       range.first_column <= other.last_column && other.first_column <= range.last_column;
            });
            const bool large = range.last_row - range.first_row > 2000 || range.last_column > 512;
            if (overlaps || large) continue;
            done.push_back(range);
            worksheet_merge_range(target, static_cast<lxw_row_t>(range.first_row - 1),
                                  static_cast<lxw_col_t>(range.first_column - 1),
                                  static_cast<lxw_row_t>(range.last_row - 1),
                                  static_cast<lxw_col_t>(range.last_column - 1), "", formats_[0][0]);
        }
    }

    void write(lxw_worksheet* target, int row_number, const GridCell& cell, int severity)
    {
        const auto row = static_cast<lxw_row_t>(row_number - 1);
        const auto column = static_cast<lxw_col_t>(cell.column - 1);
        const auto& formats = formats_[static_cast<std::size_t>(severity)];
        const auto number = floating(cell.written());
        switch (cell.kind) {
        case CellKind::Number:
        case CellKind::Percent:
        case CellKind::Date:
            if (number) {
                const std::size_t shown = cell.kind == CellKind::Percent ? 1
                                          : cell.kind == CellKind::Date  ? 2
                                                                         : 0;
                worksheet_write_number(target, row, column, *number, formats[shown]);
                return;
            }
            break;
        case CellKind::Boolean:
            worksheet_write_boolean(target, row, column, cell.text == "TRUE" ? 1 : 0, formats[0]);
            return;
        default:
            break;
        }
        worksheet_write_string(target, row, column, clipped(cell.text, longest_text).c_str(), formats[0]);
    }

    void note(const domain::GridSheet& source, lxw_worksheet* target, std::pair<int, int> address,
              const Mark& mark)
    {
        const auto row = static_cast<lxw_row_t>(address.first - 1);
        const auto column = static_cast<lxw_col_t>(address.second - 1);
        const auto found = std::find_if(source.rows.begin(), source.rows.end(),
                                        [&](const auto& line) { return line.row == address.first; });
        const bool filled = found != source.rows.end() &&
                            std::any_of(found->cells.begin(), found->cells.end(),
                                        [&](const auto& cell) { return cell.column == address.second; });
        if (!filled)
            worksheet_write_blank(target, row, column, formats_[mark.severity == Severity::Error ? 2 : 1][0]);
        worksheet_write_comment(target, row, column, clipped(mark.note, longest_note).c_str());
    }

    void list()
    {
        auto* heading = workbook_.format(true, true, LXW_ALIGN_CENTER);
        format_set_bg_color(heading, 0xE3EEF8);
        auto* text = workbook_.format();
        auto* wide = workbook_.format();
        const base::Message headings[] = {"Mức", "Trang tính",       "Dòng",
                                          "Cột", "Giá trị tìm thấy", "Vấn đề và cách sửa"};
        const double widths[] = {12, 22, 8, 8, 28, 90};
        for (lxw_col_t i = 0; i < 6; ++i) {
            worksheet_set_column(list_sheet_, i, i, widths[i], nullptr);
            worksheet_write_string(list_sheet_, 0, i, in_words_(headings[i]).c_str(), heading);
        }
        lxw_row_t row = 1;
        for (const auto& issue : issues_) {
            const bool error = issue.severity == Severity::Error;
            const base::Message level = error ? base::Message("Lỗi") : base::Message("Cảnh báo");
            worksheet_write_string(list_sheet_, row, 0, in_words_(level).c_str(), text);
            worksheet_write_string(list_sheet_, row, 1, issue.sheet.c_str(), text);
            if (issue.row > 0)
                worksheet_write_number(list_sheet_, row, 2, issue.row, text);
            else
                worksheet_write_blank(list_sheet_, row, 2, text);
            worksheet_write_string(list_sheet_, row, 3, issue.column.c_str(), text);
            worksheet_write_string(list_sheet_, row, 4, clipped(issue.found, longest_text).c_str(), text);
            worksheet_write_string(list_sheet_, row, 5, in_words_(issue.message).c_str(), wide);
            ++row;
        }
        worksheet_freeze_panes(list_sheet_, 1, 0);
    }

    const domain::Grid& grid_;
    const std::vector<SheetIssue>& issues_;
    const Words& in_words_;
    Workbook workbook_;
    lxw_format* formats_[3][3] = {};
    lxw_worksheet* list_sheet_ = nullptr;
};

}  // namespace

base::Result<std::string> marked_sheet(const domain::Grid& grid, const std::vector<SheetIssue>& issues,
                                       const Words& in_words)
{
    auto bytes = Marker(grid, issues, in_words).finish();
    if (bytes.empty()) return base::unavailable("Không tạo được tệp đánh dấu lỗi. Hãy thử lại.");
    return bytes;
}

}  // namespace documents
