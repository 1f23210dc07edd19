// Many units at once, pasted from a sheet or typed: one a line, "mã; tên; tên ngắn; khối", by semicolons or tabs; short
// name and group may be left out. A group that does not exist yet is made. All lines or none.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/unit.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

struct UnitLine {
    int line = 0;  // from 1
    domain::Unit unit;
    std::string group;  // as written; empty: not ranked
};

struct UnitLineIssue {
    int line = 0;
    base::Message message;
};

struct UnitLines {
    std::vector<UnitLine> lines;
    std::vector<UnitLineIssue> issues;
};

// Reads the text alone: blank lines and a heading line are left out; missing fields and codes written twice are issues.
[[nodiscard]] UnitLines read_unit_lines(std::string_view text);

// Stores them and returns how many. `issues` tells every line that can't be stored; then the result is Invalid.
[[nodiscard]] base::Result<int> import_units(Repositories& repositories, const Actor& actor,
                                             std::string_view text, std::vector<UnitLineIssue>& issues);

}  // namespace app
