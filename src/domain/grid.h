// The cells of an uploaded file as they stand, before anybody asks what they mean: for reading result sheets and for
// handing the same sheet back with its problems marked.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace domain {

enum class CellKind : unsigned char { Text, Number, Percent, Date, Boolean, Error };

// Numbers carry their decimal text with a dot, rounded to 15 significant digits; Percent cells are already multiplied
// by 100; dates are ISO days. `raw` is the file's own text where that differs.
struct GridCell {
    int column = 0;  // from 1
    CellKind kind = CellKind::Text;
    std::string text;  // NFC
    std::string raw;   // empty: the same as text

    [[nodiscard]] const std::string& written() const { return raw.empty() ? text : raw; }
    friend bool operator==(const GridCell&, const GridCell&) = default;
};

// Empty cells and empty rows are left out; cells are in column order.
struct GridRow {
    int row = 0;  // from 1; of a CSV record: the line it begins on
    std::vector<GridCell> cells;
};

struct MergedCells {
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;
};

struct GridSheet {
    std::string name;  // empty for CSV
    bool hidden = false;
    std::vector<GridRow> rows;
    std::vector<MergedCells> merged;
};

struct Grid {
    std::optional<std::string>
        encoding;           // of a CSV file, or "TCVN3" when a workbook's texts had to be repaired
    std::string separator;  // of a CSV file
    bool csv = false;
    std::vector<GridSheet> sheets;
};

// 1 -> "A", 27 -> "AA".
[[nodiscard]] inline std::string column_letter(int column)
{
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

}  // namespace domain
