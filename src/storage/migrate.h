// Brings a schema forward, one numbered step of sql/migrations at a time, and tells whether a schema is one this program
// knows. A step that was applied is recorded with its name and checksum; a schema with an unknown step, a changed step
// or a gap is refused. Two runners can't meet: the one that works holds a lease row, which is a plain committed row and
// so also works on a cluster.
#pragma once

#include "base/log.h"
#include "base/result.h"
#include "storage/connection.h"

#include <filesystem>
#include <string>
#include <vector>

namespace storage {

struct Migration {
    int number = 0;
    std::string name;  // "0003_audit_entry"
    std::string checksum;
    std::vector<std::string> statements;
};

// The steps of a folder by number; refused: a file without a number, a number used twice, an empty step.
[[nodiscard]] base::Result<std::vector<Migration>> read_migrations(const std::filesystem::path& folder);

// Applies what is missing, on the owner's connection. MySQL commits DDL by itself: a step that fails half-way is
// recorded as begun, and the next run says so instead of guessing.
[[nodiscard]] base::Result<int> migrate(Connection& owner, const std::vector<Migration>& known,
                                        const base::Log& log);

// Good when the schema is exactly at the last known step; otherwise says which step differs and what to do.
[[nodiscard]] base::Result<void> check_schema(Connection& connection, const std::vector<Migration>& known);

}  // namespace storage
