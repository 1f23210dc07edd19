#include "app/import_register.h"

#include "base/text.h"
#include "intake/unit_match.h"

#include <algorithm>
#include <map>
#include <set>

namespace app {
namespace {

using domain::Severity;
using domain::SheetRow;
using Readings = std::vector<std::vector<UnitReading>>;

const domain::Unit* unit_of(const std::vector<domain::Unit>& units, domain::UnitId id)
{
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const auto& unit) { return unit.id == id; });
    return found == units.end() ? nullptr : &*found;
}

OfferedUnit offered(const domain::Unit& unit, int likeness)
{
    return {unit.id, unit.code, unit.official_name, likeness, 0};
}

UnitReading read_unit(const SheetRow& row, const intake::UnitMatcher& matcher,
                      const std::vector<domain::Unit>& units, const UnitChoices& choices)
{
    UnitReading reading;
    const auto match = matcher.match(row.unit, row.code);
    if (match.sure()) {
        reading.unit = match.unit;
        reading.by_variant = match.by_variant;
        if (const auto* unit = unit_of(units, match.unit)) reading.unit_name = unit->official_name;
        return reading;
    }
    reading.unsure = true;
    for (const auto& candidate : match.candidates)
        if (const auto* unit = unit_of(units, candidate.unit))
            reading.offered.push_back(offered(*unit, candidate.likeness));
    const auto chosen = choices.find(choice_key(row.unit));
    if (chosen == choices.end()) return reading;
    reading.choice = chosen->second;
    if (reading.choice.kind == UnitChoice::Kind::Add) reading.unit_name = reading.choice.name;
    if (reading.choice.kind == UnitChoice::Kind::Unit) {
        const auto* unit = unit_of(units, reading.choice.unit);
        if (!unit) {
            reading.choice = {};  // ended since it was chosen
            return reading;
        }
        reading.unit = unit->id;
        reading.unit_name = unit->official_name;
    }
    return reading;
}

template <class Visit> void each_row(const domain::ResultSheet& sheet, const Readings& units, Visit visit)
{
    for (std::size_t g = 0; g < sheet.groups.size(); ++g)
        for (std::size_t r = 0; r < sheet.groups[g].rows.size(); ++r)
            visit(sheet.groups[g], sheet.groups[g].rows[r], units[g][r]);
}

void check_units_twice(domain::ResultSheet& sheet, const Readings& units)
{
    std::map<domain::UnitId, const SheetRow*> seen;
    std::vector<domain::SheetIssue> found;
    each_row(sheet, units, [&](const auto&, const SheetRow& row, const UnitReading& reading) {
        if (!reading.unit || reading.choice.kind == UnitChoice::Kind::Skip) return;
        const auto [first, fresh] = seen.emplace(reading.unit, &row);
        if (fresh) return;
        const bool told = std::any_of(sheet.issues.begin(), sheet.issues.end(), [&](const auto& issue) {
            return issue.severity == Severity::Error && issue.sheet == row.sheet && issue.row == row.row &&
                   issue.column == row.unit_column;
        });
        if (told) return;
        found.push_back({Severity::Error, row.sheet, row.row, row.unit_column, row.unit,
                         base::Message("Dòng này và dòng {} cùng là {}. Hãy chọn lại đơn vị, hoặc bỏ một "
                                       "dòng trong tệp rồi tải lên lại.",
                                       {std::to_string(first->second->row), reading.unit_name})});
    });
    sheet.issues.insert(sheet.issues.begin(), found.begin(), found.end());
}

// The register's group of most of these rows; none when no row is known.
domain::PeerGroupId usual_group(const std::vector<UnitReading>& readings,
                                const std::vector<domain::Unit>& present)
{
    std::map<domain::PeerGroupId, int> counts;
    for (const auto& reading : readings)
        if (const auto* unit = unit_of(present, reading.unit); unit && unit->group) ++counts[unit->group];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? domain::PeerGroupId{} : most->first;
}

constexpr std::size_t most_named = 5;

std::string names_in_words(const std::vector<std::string>& names)
{
    std::vector<std::string> shown(
        names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most_named)));
    return base::join(shown, ", ") + (names.size() > most_named ? ", …" : "");
}

void check_missing_units(domain::ResultSheet& sheet, const Readings& units,
                         const std::vector<domain::Unit>& present)
{
    std::set<domain::UnitId> in_sheet;
    std::set<domain::PeerGroupId> told;
    each_row(sheet, units,
             [&](const auto&, const auto&, const UnitReading& reading) { in_sheet.insert(reading.unit); });
    for (std::size_t g = 0; g < sheet.groups.size(); ++g) {
        const auto group = usual_group(units[g], present);
        if (!group || !told.insert(group).second) continue;
        std::vector<std::string> missing;
        for (const auto& unit : present)
            if (unit.group == group && !in_sheet.contains(unit.id)) missing.push_back(unit.official_name);
        if (missing.empty()) continue;
        sheet.issues.push_back(
            {Severity::Warning, sheet.groups[g].sheet, sheet.groups[g].heading_row, "", sheet.groups[g].name,
             base::Message(
                 "Nhóm thiếu {} đơn vị so với danh mục: {}. Hãy kiểm tra xem bảng có sót đơn vị không.",
                 {std::to_string(missing.size()), names_in_words(missing)})});
    }
}

void check_strange_groups(domain::ResultSheet& sheet, const Readings& units,
                          const std::vector<domain::Unit>& present,
                          const std::vector<domain::PeerGroup>& groups)
{
    for (std::size_t g = 0; g < sheet.groups.size(); ++g) {
        const auto usual = usual_group(units[g], present);
        // One undivided list of all units is no contradiction.
        if (!usual || sheet.groups.size() == 1) continue;
        for (std::size_t r = 0; r < units[g].size(); ++r) {
            const auto* unit = unit_of(present, units[g][r].unit);
            if (!unit || !unit->group || unit->group == usual) continue;
            const auto own = std::find_if(groups.begin(), groups.end(),
                                          [&](const auto& group) { return group.id == unit->group; });
            if (own == groups.end()) continue;
            const auto& row = sheet.groups[g].rows[r];
            sheet.issues.push_back(
                {Severity::Warning, row.sheet, row.row, row.unit_column, row.unit,
                 base::Message(
                     "Trong danh mục, đơn vị này thuộc khối “{}”. Hãy kiểm tra lại nhóm trong bảng.",
                     {own->name})});
        }
    }
}

}  // namespace

Readings read_units(const domain::ResultSheet& sheet, const std::vector<domain::Unit>& units,
                    const UnitChoices& choices)
{
    const intake::UnitMatcher matcher(units);
    Readings readings;
    std::map<domain::UnitId, int> sure_rows;
    for (const auto& group : sheet.groups) {
        auto& row_readings = readings.emplace_back();
        for (const auto& row : group.rows) {
            row_readings.push_back(read_unit(row, matcher, units, choices));
            const auto& reading = row_readings.back();
            if (!reading.unsure) sure_rows.emplace(reading.unit, row.row);
        }
    }
    for (auto& group : readings)
        for (auto& reading : group)
            for (auto& unit : reading.offered)
                if (const auto found = sure_rows.find(unit.unit); found != sure_rows.end())
                    unit.already_in_row = found->second;
    return readings;
}

void leave_out_skipped_rows(domain::ResultSheet& sheet, const Readings& units)
{
    std::set<std::pair<std::string, int>> left_out;
    each_row(sheet, units, [&](const auto&, const SheetRow& row, const UnitReading& reading) {
        if (reading.choice.kind == UnitChoice::Kind::Skip) left_out.emplace(row.sheet, row.row);
    });
    std::erase_if(sheet.issues, [&](const auto& issue) {
        return left_out.contains({issue.sheet, issue.row});
    });
}

void add_register_issues(domain::ResultSheet& sheet, const Readings& units,
                         const std::vector<domain::Unit>& present,
                         const std::vector<domain::PeerGroup>& groups)
{
    check_units_twice(sheet, units);
    check_missing_units(sheet, units, present);
    check_strange_groups(sheet, units, present, groups);
    std::stable_sort(sheet.issues.begin(), sheet.issues.end(),
                     [](const auto& a, const auto& b) { return a.severity < b.severity; });
}

}  // namespace app
