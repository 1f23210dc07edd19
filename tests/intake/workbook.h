// Builds workbooks for the tests: ordinary ones by libxlsxwriter, odd and hostile ones part by part.
#pragma once

#include <string>
#include <utility>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace tests {

// A value as the tests write it: text, or a number with an optional format code.
struct Cell {
    std::string text;
    double number = 0;
    bool is_number = false;
    std::string format;

    Cell(const char* words) : text(words) {}  // NOLINT
    Cell(double value, std::string code = "")
        : number(value), is_number(true), format(std::move(code)) {}  // NOLINT
    Cell(int value) : number(value), is_number(true) {}               // NOLINT
};

using Row = std::vector<Cell>;

class WorkbookMaker {
public:
    WorkbookMaker();
    ~WorkbookMaker();
    WorkbookMaker(const WorkbookMaker&) = delete;
    WorkbookMaker& operator=(const WorkbookMaker&) = delete;

    WorkbookMaker& sheet(const std::string& name);
    WorkbookMaker& hidden_sheet(const std::string& name);
    // Appends a row below the last; an empty text leaves its cell empty.
    WorkbookMaker& row(const Row& cells);
    WorkbookMaker& skip_rows(int count);
    // Rows and columns from 0; the text becomes the merge's first cell.
    WorkbookMaker& merge(int first_row, int first_column, int last_row, int last_column,
                         const std::string& text);
    WorkbookMaker& formula(int row, int column, const std::string& formula, double result);
    [[nodiscard]] std::string bytes();

private:
    std::string path_;  // this version of the library writes to files only
    lxw_workbook* workbook_;
    lxw_worksheet* sheet_ = nullptr;
    int next_row_ = 0;
};

// A zip archive of these parts, in order.
[[nodiscard]] std::string archive(const std::vector<std::pair<std::string, std::string>>& parts);

// A minimal workbook with one sheet named "S" of this sheetData content and these shared strings.
[[nodiscard]] std::string bare_workbook(const std::string& sheet_data,
                                        const std::vector<std::string>& strings = {},
                                        const std::string& after_data = "");

}  // namespace tests
