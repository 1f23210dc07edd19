// From the bytes of an uploaded file to result rows and issues: the one entry to intake.
//
// The type is decided by content, never by name. A file that can't be taken at all (.xls, encrypted, macros, PDF, an
// archive bomb, ...) is an Error whose message says what to do; a file that can be read but holds problems is a
// ResultSheet with issues, each with its sheet, row, column, the text found and how to mend it. Nothing throws.
#pragma once

#include "base/result.h"
#include "domain/grid.h"
#include "domain/sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct ReadOptions {
    // For CSV: one of encodings(), chosen by the officer; empty: recognised from the bytes.
    std::string encoding;
};

// Every encoding that can be chosen: "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258", "TCVN3", "VISCII".
[[nodiscard]] const std::vector<std::string>& encodings();

[[nodiscard]] base::Result<domain::ResultSheet> read_sheet(std::string_view bytes, std::string_view file_name,
                                                           const ReadOptions& options = {});

// Only the cells, for marking the sheet. At most a million cells are kept; more is refused.
[[nodiscard]] base::Result<domain::Grid> read_grid(std::string_view bytes, std::string_view file_name,
                                                   const ReadOptions& options = {});

// What the cells mean. Pure: the same grid gives the same answer.
[[nodiscard]] domain::ResultSheet understand(const domain::Grid& grid);

}  // namespace intake
