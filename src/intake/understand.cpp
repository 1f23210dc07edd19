#include "base/text.h"
#include "intake/headings.h"
#include "intake/read_sheet.h"
#include "intake/row_checks.h"
#include "intake/row_values.h"
#include "intake/row_words.h"
#include "intake/sheet_layout.h"

#include <algorithm>
#include <tuple>

namespace intake {
namespace {

using base::Message;
using domain::ResultSheet;
using domain::Severity;
using domain::SheetGroup;

std::string name_of(const std::string& heading)
{
    const auto numbered = without_numeral(heading);
    return numbered ? numbered->rest : heading;
}

// The group a row belongs to, by its group column or by the heading above it; groups come in order of first use.
SheetGroup& group_for(std::vector<SheetGroup>& groups, std::size_t from, const ValuedRow& valued,
                      const SheetLayout& layout, std::vector<std::size_t>& of_heading)
{
    if (!valued.group_name.empty()) {
        const auto name = name_of(valued.group_name);
        for (std::size_t i = from; i < groups.size(); ++i)
            if (base::lowered(groups[i].name) == base::lowered(name)) return groups[i];
        return groups.emplace_back(SheetGroup{valued.row.sheet, name, 0, {}});
    }
    auto& known = of_heading[valued.group];
    if (known == 0) {
        const auto& heading = layout.groups[valued.group];
        groups.push_back({valued.row.sheet, heading.name, heading.row, {}});
        known = groups.size();
    }
    return groups[known - 1];
}

// Headings of groups that got no row: captions of a level above.
void report_empty_groups(const domain::GridSheet& sheet, const SheetLayout& layout,
                         const std::vector<std::size_t>& of_heading, ResultSheet& result)
{
    for (std::size_t i = 0; i < layout.groups.size(); ++i)
        if (of_heading[i] == 0 && layout.groups[i].row > 0)
            result.skipped.push_back({sheet.name, layout.groups[i].row,
                                      "Tiêu đề không có đơn vị nào ngay bên dưới", layout.groups[i].name});
}

bool holds_numbers(const domain::GridSheet& sheet)
{
    for (const auto& row : sheet.rows)
        for (const auto& cell : row.cells)
            if (cell.kind == domain::CellKind::Number || cell.kind == domain::CellKind::Percent) return true;
    return false;
}

// In a text file, figures right of the last heading are mostly the decimals of an unquoted comma: "90,5" cut in two.
void report_overflow(const SheetView& view, const SheetLayout& layout, ResultSheet& result)
{
    for (const auto& unit : layout.units) {
        const auto& row = view.row(unit.index);
        const auto& extra = row.cells.back();
        if (extra.column <= layout.tables[unit.table].columns.back().column) continue;
        const auto text = base::tidy(extra.text);
        const bool figures = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        result.issues.push_back(
            {figures ? Severity::Error : Severity::Warning, view.sheet().name, row.row,
             domain::column_letter(extra.column), text,
             figures
                 ? Message("Dòng có nhiều ô hơn tiêu đề, có thể do số viết dấu phẩy bị tách đôi. Hãy đặt số "
                           "trong ngoặc kép, ví dụ \"90,5\", hoặc lưu bảng thành tệp .xlsx.")
                 : Message(
                       "Ô này nằm ngoài các cột có tiêu đề nên không được dùng. Hãy kiểm tra lại dòng.")});
    }
}

void add_sheet(const domain::GridSheet& sheet, bool csv, ResultSheet& result, bool& found_table)
{
    const SheetView view(sheet);
    auto layout = lay_out(view);
    if (layout.tables.empty()) {
        if (!sheet.rows.empty())
            result.skipped.push_back(
                {sheet.name, sheet.rows.front().row,
                 holds_numbers(sheet)
                     ? Message("Trang tính không có bảng kết quả: không thấy tiêu đề cột đơn vị và điểm")
                     : Message("Trang tính không có bảng kết quả"),
                 sheet.name});
        return;
    }
    found_table = true;
    auto values = read_values(view, layout);
    const auto from = result.groups.size();
    std::vector<std::size_t> of_heading(layout.groups.size(), 0);
    for (auto& valued : values.rows) {
        auto& group = group_for(result.groups, from, valued, layout, of_heading);
        group.rows.push_back(std::move(valued.row));
    }
    report_empty_groups(sheet, layout, of_heading, result);
    const auto append = [](auto& to, auto& more) {
        to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    append(result.columns, values.columns);
    append(result.skipped, layout.skipped);
    append(result.issues, layout.issues);
    append(result.issues, values.issues);
    if (csv) report_overflow(view, layout, result);
    if (values.rows.empty())
        result.issues.push_back({Severity::Error, sheet.name, view.row(layout.tables.front().last).row, "",
                                 "", "Dưới tiêu đề bảng không có dòng đơn vị nào. Hãy kiểm tra lại tệp."});
}

void note_unread_sheets(const domain::Grid& grid, ResultSheet& result)
{
    for (const auto& sheet : grid.sheets)
        if (sheet.hidden)
            result.skipped.push_back(
                {sheet.name, 1, "Trang tính ẩn, không đọc. Nếu cần, hãy cho hiện trang tính rồi tải lên lại",
                 sheet.name});
}

// Errors before warnings, each by sheet and row; sheets keep the workbook's order.
void sort_issues(const domain::Grid& grid, ResultSheet& result)
{
    const auto position = [&](const std::string& name) {
        const auto found = std::find_if(grid.sheets.begin(), grid.sheets.end(),
                                        [&](const auto& sheet) { return sheet.name == name; });
        return found - grid.sheets.begin();
    };
    std::stable_sort(result.issues.begin(), result.issues.end(), [&](const auto& a, const auto& b) {
        return std::tuple(a.severity, position(a.sheet), a.row) <
               std::tuple(b.severity, position(b.sheet), b.row);
    });
    std::stable_sort(result.skipped.begin(), result.skipped.end(), [&](const auto& a, const auto& b) {
        return std::tuple(position(a.sheet), a.row) < std::tuple(position(b.sheet), b.row);
    });
}

}  // namespace

ResultSheet understand(const domain::Grid& grid)
{
    ResultSheet result;
    if (grid.csv) result.encoding = grid.encoding;
    result.separator = grid.separator;
    bool found_table = false;
    for (const auto& sheet : grid.sheets)
        if (!sheet.hidden) add_sheet(sheet, grid.csv, result, found_table);
    note_unread_sheets(grid, result);
    for (const auto& group : result.groups) {
        auto issues = check_group(group);
        result.issues.insert(result.issues.end(), issues.begin(), issues.end());
    }
    auto between = check_sheets(result.groups);
    result.issues.insert(result.issues.end(), between.begin(), between.end());
    if (!found_table)
        result.issues.push_back({Severity::Error, grid.sheets.empty() ? "" : grid.sheets.front().name, 0, "",
                                 "",
                                 "Không tìm thấy dòng tiêu đề của bảng. Bảng cần có cột tên đơn vị (ví dụ "
                                 "“Đơn vị”) và ít nhất một cột "
                                 "điểm, tỷ lệ hoặc hạng."});
    if (!grid.csv && grid.encoding)
        result.issues.push_back({Severity::Warning, grid.sheets.empty() ? "" : grid.sheets.front().name, 0,
                                 "", "",
                                 "Chữ trong tệp dùng phông cũ TCVN3 (ABC) và đã được đổi sang Unicode. Hãy "
                                 "xem lại tên các đơn vị."});
    sort_issues(grid, result);
    return result;
}

}  // namespace intake
