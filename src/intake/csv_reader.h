// Comma, semicolon or tab separated text to cells, after RFC 4180: quotes double inside quotes, a quoted field may hold
// line breaks. The separator is the one that cuts most records into equally many fields; a first line "sep=;" decides.
// A record's row is the line it begins on.
#pragma once

#include "base/result.h"
#include "domain/grid.h"

#include <string_view>

namespace intake {

// `text` is UTF-8. The same limits as for .xlsx; an open quote at the end is refused with its line.
[[nodiscard]] base::Result<domain::Grid> read_csv(std::string_view text);

}  // namespace intake
