// Tables as a workbook, one sheet each: words and numbers already chosen, in the reader's language.
#pragma once

#include "base/decimal.h"
#include "base/result.h"

#include <string>
#include <variant>
#include <vector>

namespace documents {

struct TableColumn {
    std::string heading;
    double width = 12;
};

// A number is shown with that many decimals; an empty text is an empty cell.
struct TableNumber {
    base::Decimal value;
    int decimals = 0;
};
using TableCell = std::variant<std::string, TableNumber>;

struct TableSheet {
    std::string name;                // of the sheet's tab
    std::vector<std::string> above;  // the first line is its title
    std::vector<TableColumn> columns;
    std::vector<std::vector<TableCell>> rows;
};

[[nodiscard]] base::Result<std::string> table_book(const std::vector<TableSheet>& sheets);

}  // namespace documents
