// Whole files, read at the start of a program or by a command; never on a request's way.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace base {

[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);
// The plain files of a folder, name to content; folders inside it are left out.
[[nodiscard]] Result<std::map<std::string, std::string>> read_folder(const std::filesystem::path& folder);

}  // namespace base
