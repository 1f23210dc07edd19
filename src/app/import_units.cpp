#include "app/import_units.h"

#include "app/manage_units.h"
#include "base/text.h"

#include <map>

namespace app {
namespace {

constexpr std::size_t most_lines = 2000;

std::string field(const std::vector<std::string>& fields, std::size_t place)
{
    return place < fields.size() ? base::tidy(fields[place]) : std::string();
}

bool is_heading(const UnitLine& line)
{
    const auto code = base::folded(line.unit.code);
    return code == "ma" || code == "ma don vi" || code == "code";
}

UnitLine line_of(const std::string& text, int number)
{
    const auto fields = base::split(text, text.find('\t') != std::string::npos ? '\t' : ';');
    UnitLine line;
    line.line = number;
    line.unit.code = field(fields, 0);
    line.unit.official_name = field(fields, 1);
    line.unit.short_name = field(fields, 2);
    line.group = field(fields, 3);
    return line;
}

// The group of that name, made when it is new.
base::Result<domain::PeerGroupId> group_named(Repositories& repositories, const Actor& actor,
                                              const std::string& name)
{
    if (name.empty()) return domain::PeerGroupId{};
    if (const auto group = repositories.units().group_by_name(name)) return group->id;
    domain::PeerGroup group;
    group.name = name;
    return add_group(repositories, actor, group);
}

}  // namespace

UnitLines read_unit_lines(std::string_view text)
{
    UnitLines read;
    std::map<std::string, int> first_with;
    int number = 0;
    for (const auto& raw : base::split(text, '\n')) {
        ++number;
        if (base::tidy(raw).empty()) continue;
        auto line = line_of(raw, number);
        if (read.lines.empty() && read.issues.empty() && is_heading(line)) continue;
        if (line.unit.code.empty() || line.unit.official_name.empty()) {
            read.issues.push_back({number, "Mỗi dòng cần có mã và tên, cách nhau bằng dấu chấm phẩy."});
            continue;
        }
        const auto [first, fresh] = first_with.emplace(base::folded(line.unit.code), number);
        if (!fresh) {
            read.issues.push_back(
                {number, {"Mã “{}” đã có ở dòng {}.", {line.unit.code, std::to_string(first->second)}}});
            continue;
        }
        read.lines.push_back(std::move(line));
    }
    if (read.lines.size() > most_lines)
        read.issues.push_back({0, {"Mỗi lần nhập nhiều nhất {} đơn vị.", {std::to_string(most_lines)}}});
    return read;
}

base::Result<int> import_units(Repositories& repositories, const Actor& actor, std::string_view text,
                               std::vector<UnitLineIssue>& issues)
{
    auto read = read_unit_lines(text);
    issues = std::move(read.issues);
    if (read.lines.empty() && issues.empty())
        return base::invalid("Hãy dán danh sách đơn vị vào ô, mỗi dòng một đơn vị.", "lines");
    for (auto& line : read.lines) {
        const auto group = group_named(repositories, actor, line.group);
        if (!group && group.error().kind == base::ErrorKind::Forbidden) return group.error();
        if (!group) {
            issues.push_back({line.line, group.error().message});
            continue;
        }
        line.unit.group = *group;
        const auto added = add_unit(repositories, actor, line.unit);
        if (!added && added.error().kind == base::ErrorKind::Forbidden) return added.error();
        if (!added) issues.push_back({line.line, added.error().message});
    }
    if (!issues.empty())
        return base::invalid("Chưa nhập đơn vị nào: hãy sửa các dòng được nêu rồi gửi lại.", "lines");
    return static_cast<int>(read.lines.size());
}

}  // namespace app
