#include "base/digest.h"
#include "base/text.h"
#include "storage/migrate.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

namespace storage {
namespace {

constexpr std::size_t digits = 4;

std::optional<int> number_of(const std::string& name)
{
    int number = 0;
    if (name.size() < digits + 2 || name[digits] != '_') return std::nullopt;
    const auto* end = name.data() + digits;
    const auto read = std::from_chars(name.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number > 0 ? std::optional(number) : std::nullopt;
}

bool says_something(const std::string& statement)
{
    std::istringstream lines(statement);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(" \t\r");
        if (begin != std::string::npos && line.compare(begin, 2, "--") != 0) return true;
    }
    return false;
}

// A statement ends with a semicolon at the end of a line.
std::vector<std::string> statements_in(const std::string& text)
{
    std::vector<std::string> statements;
    std::string current;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto last = line.find_last_not_of(" \t\r");
        const bool comment = line.find_first_not_of(" \t") == line.find("--") && line.find("--") != line.npos;
        if (!comment && last != std::string::npos && line[last] == ';') {
            current += line.substr(0, last);
            if (says_something(current)) statements.push_back(current);
            current.clear();
        } else {
            current += line + '\n';
        }
    }
    if (says_something(current)) statements.push_back(current);
    return statements;
}

base::Result<Migration> read_migration(const std::filesystem::path& path)
{
    Migration migration;
    migration.name = path.stem().string();
    const auto number = number_of(migration.name);
    if (!number) {
        return base::invalid(
            {"Tên tệp «{}» không phải tên một bước nâng cấp cơ sở dữ liệu: cần bốn chữ số, dấu "
             "gạch dưới và tên.",
             {path.filename().string()}});
    }
    migration.number = *number;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) return base::unavailable({"Không đọc được tệp «{}».", {path.string()}});
    migration.checksum = base::sha256_hex(text.str());
    migration.statements = statements_in(text.str());
    if (migration.statements.empty()) {
        return base::invalid({"Bước nâng cấp «{}» không có câu lệnh nào.", {migration.name}});
    }
    return migration;
}

}  // namespace

base::Result<std::vector<Migration>> read_migrations(const std::filesystem::path& folder)
{
    std::error_code failure;
    std::vector<Migration> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.path().extension() != ".sql") continue;
        auto migration = read_migration(entry.path());
        if (!migration) return migration.error();
        found.push_back(std::move(*migration));
    }
    if (failure || found.empty()) {
        return base::unavailable(
            {"Không tìm thấy các bước nâng cấp cơ sở dữ liệu trong «{}».", {folder.string()}});
    }
    const auto number = [](const Migration& migration) { return migration.number; };
    std::ranges::sort(found, {}, number);
    const auto twice = std::ranges::adjacent_find(found, {}, number);
    if (twice != found.end()) {
        return base::invalid(
            {"Hai bước nâng cấp cùng số: «{}» và «{}».", {twice->name, std::next(twice)->name}});
    }
    return found;
}

}  // namespace storage
