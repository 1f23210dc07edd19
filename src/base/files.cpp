#include "base/files.h"

#include <fstream>
#include <sstream>

namespace base {

Result<std::string> read_file(const std::filesystem::path& path)
{
    std::error_code ignored;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file.peek() != std::ifstream::traits_type::eof()) bytes << file.rdbuf();
    if (file.bad() || !std::filesystem::is_regular_file(path, ignored) || !file.is_open()) {
        return unavailable({"Không đọc được tệp «{}».", {path.string()}});
    }
    return bytes.str();
}

Result<std::map<std::string, std::string>> read_folder(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> found;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (!entry.is_regular_file()) continue;
        auto bytes = read_file(entry.path());
        if (!bytes) return bytes.error();
        found.emplace(entry.path().filename().string(), std::move(*bytes));
    }
    if (failure) return unavailable({"Không đọc được thư mục «{}».", {folder.string()}});
    return found;
}

}  // namespace base
