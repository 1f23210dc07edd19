// The uploaded sheet given back with its problems marked: every cell at its old address, problem cells filled and
// noted, and a sheet "Lỗi" that lists them all. Texts stay texts, also those beginning with = + - @, so that opening the
// file never runs anything.
#pragma once

#include "base/result.h"
#include "domain/grid.h"
#include "domain/sheet.h"

#include <functional>
#include <string>
#include <vector>

namespace documents {

// The finished .xlsx. `in_words` gives an issue's sentence in the reader's language.
[[nodiscard]] base::Result<std::string>
marked_sheet(const domain::Grid& grid, const std::vector<domain::SheetIssue>& issues,
             const std::function<std::string(const base::Message&)>& in_words);

}  // namespace documents
