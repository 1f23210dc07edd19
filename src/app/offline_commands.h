// The commands that need no database: inspect, rank and propose on one result sheet. One JSON object goes to `out`,
// sentences for people go to `err`; reading files is the caller's, so that tests need no disk.
#pragma once

#include "base/result.h"

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

namespace app {

// Gives a file's bytes, or says why not.
using FileReader = std::function<base::Result<std::string>(const std::string& path)>;

// `arguments` begins with the command: {"rank", "sheet.xlsx", "--json"}. Returns the exit code: 0 done, 1 refused (an
// issue is an error, a file can't be read, the rules are wrong), 64 wrong usage.
[[nodiscard]] int run_offline(std::span<const std::string> arguments, const FileReader& read,
                              std::ostream& out, std::ostream& err);

// True for "inspect", "rank" and "propose".
[[nodiscard]] bool is_offline_command(std::string_view name);

}  // namespace app
