#include "intake/row_checks.h"

#include "base/text.h"
#include "domain/steady.h"
#include "intake/unit_match.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace intake {
namespace {

using base::Decimal;
using base::Message;
using domain::Severity;
using domain::SheetGroup;
using domain::SheetIssue;
using domain::SheetRow;
using domain::SheetValue;
using domain::steady;

const Decimal hundred(100);

SheetIssue warning(const SheetRow& row, std::string column, std::string found, Message message)
{
    return {Severity::Warning, row.sheet, row.row, std::move(column), std::move(found), std::move(message)};
}

Decimal value_of(const std::optional<SheetValue>& value)
{
    return value ? steady(value->value) : Decimal(0);
}

// What a row is ranked by when nothing else is said; nothing without a score.
std::optional<Decimal> index_of(const SheetRow& row)
{
    if (row.unranked) return std::nullopt;
    const auto points = value_of(row.points) + value_of(row.bonus) - value_of(row.penalty);
    if (row.points && row.maximum) return Decimal::quotient(points, steady(row.maximum->value), 2, 2);
    if (row.percent) return row.percent->value.rounded(2);
    if (row.points) return points.rounded(2);
    return std::nullopt;
}

// "1" or "1-2" or "5 - 6".
struct Places {
    int first = 0;
    int last = 0;
};

std::optional<Places> places_of(const std::string& printed)
{
    const auto folded = base::folded(printed);
    const auto gap = folded.find(' ');
    const auto number = [](std::string_view text) -> std::optional<int> {
        if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        return std::stoi(std::string(text));
    };
    const auto first = number(std::string_view(folded).substr(0, gap));
    if (!first) return std::nullopt;
    if (gap == std::string::npos) return Places{*first, *first};
    const auto last = number(std::string_view(folded).substr(gap + 1));
    return last && *last >= *first ? std::optional(Places{*first, *last}) : std::nullopt;
}

struct Placed {
    const SheetRow* row = nullptr;
    Decimal index;
    Places places;
};

std::vector<Placed> placed_rows(const SheetGroup& group)
{
    std::vector<Placed> placed;
    for (const auto& row : group.rows) {
        const auto index = index_of(row);
        const auto places = places_of(row.place);
        if (index && places) placed.push_back({&row, *index, *places});
    }
    return placed;
}

void contradicts(const Placed& row, const Placed& other, std::vector<SheetIssue>& issues)
{
    issues.push_back(warning(*row.row, row.row->place_column, row.row->place,
                             Message("Hạng công bố ngược với điểm: {} điểm ghi hạng {}, còn {} điểm ghi hạng "
                                     "{} (dòng {}). Xếp hạng sẽ tính "
                                     "lại theo điểm; hãy sửa nếu tệp ghi nhầm.",
                                     {row.index.vietnamese(2), row.row->place, other.index.vietnamese(2),
                                      other.row->place, std::to_string(other.row->row)})));
}

bool inverted(const Placed& a, const Placed& b)
{
    if (a.places.last < b.places.first) return a.index < b.index;
    if (b.places.last < a.places.first) return b.index < a.index;
    return a.places.first == a.places.last && b.places.first == b.places.last && a.index != b.index;
}

// The rows that disagree with some other row; of two groups of rows the smaller is blamed, so that one slip does not
// accuse a whole table.
void check_places(const SheetGroup& group, std::vector<SheetIssue>& issues)
{
    const auto placed = placed_rows(group);
    if (placed.size() > 2000) return;
    std::vector<std::size_t> against(placed.size(), 0);
    for (std::size_t i = 0; i < placed.size(); ++i)
        for (std::size_t j = 0; j < placed.size(); ++j)
            if (i != j && inverted(placed[i], placed[j])) ++against[i];
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (against[i] == 0) continue;
        // Explained when every row it disagrees with disagrees with more rows than it does.
        std::optional<std::size_t> worst;
        bool explained = true;
        for (std::size_t j = 0; j < placed.size(); ++j) {
            if (i == j || !inverted(placed[i], placed[j])) continue;
            explained = explained && against[j] > against[i];
            if (!worst || against[j] > against[*worst]) worst = j;
        }
        if (!explained) contradicts(placed[i], placed[*worst], issues);
    }
}

void check_place_gaps(const SheetGroup& group, std::vector<SheetIssue>& issues)
{
    std::vector<Places> all;
    const SheetRow* first_row = nullptr;
    for (const auto& row : group.rows)
        if (const auto places = places_of(row.place)) {
            all.push_back(*places);
            if (!first_row) first_row = &row;
        }
    if (all.empty()) return;
    std::sort(all.begin(), all.end(), [](const Places& a, const Places& b) { return a.first < b.first; });
    std::string missing;
    int next = 1;
    int rows = 0;
    for (const auto& places : all) {
        // Equal places push the next one back by as many rows as share them.
        const int expected = std::max(next, rows + 1);
        if (places.first > expected) {
            const auto upto = places.first - 1;
            missing += (missing.empty() ? "" : ", ") + std::to_string(expected) +
                       (upto > expected ? "–" + std::to_string(upto) : "");
        }
        ++rows;
        next = std::max(next, places.last + 1);
        rows = std::max(rows, places.first);
    }
    if (missing.empty()) return;
    issues.push_back(warning(
        *first_row, first_row->place_column, missing,
        Message("Hạng công bố của nhóm thiếu: {}. Hãy kiểm tra xem bảng có sót đơn vị không.", {missing})));
}

int scale_of_column(const SheetGroup& group)
{
    int scale = 0;
    for (const auto& row : group.rows)
        if (row.percent) scale = std::max(scale, row.percent->value.scale());
    return std::min(scale, 2);
}

// Printed percentages are compared at the precision they are printed with, at least the column's and two decimals.
void check_percent(const SheetRow& row, int column_scale, std::vector<SheetIssue>& issues)
{
    if (!row.percent || !row.points || !row.maximum) return;
    const auto scale = std::clamp(row.percent->value.scale(), column_scale, 6);
    const auto points = value_of(row.points) + value_of(row.bonus) - value_of(row.penalty);
    const auto maximum = steady(row.maximum->value);
    const auto follows = Decimal::quotient(points, maximum, 2, scale);
    if (row.percent->value.rounded(scale) == follows) return;
    issues.push_back(warning(
        row, row.percent->column, row.percent->raw,
        Message("Tỷ lệ không khớp điểm: {} ÷ {} = {}%. Xếp hạng dùng số tính lại; số trong tệp vẫn được giữ.",
                {points.vietnamese(points.scale()), maximum.vietnamese(maximum.scale()),
                 Decimal::quotient(points, maximum, 2, std::max(scale, 2)).vietnamese(std::max(scale, 2))})));
}

// 0.88 among 90.94 and 85.1 is rather 88 percent in a cell that lost its format.
void check_fractions(const SheetGroup& group, std::vector<SheetIssue>& issues)
{
    const auto fraction = [](const SheetRow& row) {
        return row.percent && row.percent->value > Decimal(0) && row.percent->value <= Decimal(1);
    };
    if (std::none_of(group.rows.begin(), group.rows.end(),
                     [](const auto& row) { return row.percent && row.percent->value >= Decimal(20); }))
        return;
    for (const auto& row : group.rows)
        if (fraction(row))
            issues.push_back(warning(
                row, row.percent->column, row.percent->raw,
                Message(
                    "Tỷ lệ nhỏ khác thường so với các dòng khác. Nếu là phần của 1, hãy ghi lại theo phần "
                    "trăm, ví dụ 88,5.")));
}

void check_limits(const SheetRow& row, std::vector<SheetIssue>& issues)
{
    if (row.points && row.maximum && row.points->value > row.maximum->value) {
        issues.push_back(
            warning(row, row.points->column, row.points->raw,
                    Message("Điểm lớn hơn điểm tối đa {}. Hãy kiểm tra điểm hoặc điểm tối đa của đơn vị.",
                            {row.maximum->value.vietnamese(row.maximum->value.scale())})));
        return;
    }
    const auto index = index_of(row);
    if (!index || *index <= hundred) return;
    const auto& cell = row.points ? row.points : row.percent;
    issues.push_back(warning(
        row, cell->column, cell->raw,
        Message("Chỉ số {} lớn hơn 100, có thể do điểm thưởng. Hãy kiểm tra lại.", {index->vietnamese(2)})));
}

std::optional<Decimal> sum_of_parts(const SheetRow& row)
{
    if (row.parts.size() < 2) return std::nullopt;
    Decimal sum(0);
    for (const auto& [name, part] : row.parts)
        sum = sum + steady(part.value);
    return sum;
}

// Parts that never add up are no parts of this total, which is said once.
void check_totals(const SheetGroup& group, std::vector<SheetIssue>& issues)
{
    std::vector<SheetIssue> found;
    int compared = 0;
    std::size_t most = 0;
    for (const auto& row : group.rows)
        most = std::max(most, row.parts.size());
    for (const auto& row : group.rows) {
        const auto sum = sum_of_parts(row);
        if (!sum || !row.points || row.parts.size() != most) continue;
        ++compared;
        if (*sum == steady(row.points->value)) continue;
        found.push_back(warning(row, row.points->column, row.points->raw,
                                Message("Tổng điểm không bằng tổng các phần: các phần cộng lại được {}. Hãy "
                                        "kiểm tra lại các phần hoặc tổng.",
                                        {sum->vietnamese(sum->scale())})));
    }
    if (compared >= 4 && static_cast<int>(found.size()) == compared) {
        found.resize(1);
        found.front().message = "Tổng điểm không bằng tổng các phần ở mọi dòng của nhóm. Xếp hạng dùng tổng "
                                "điểm; các phần chỉ để tham khảo.";
    }
    issues.insert(issues.end(), found.begin(), found.end());
}

// Rows seen so far, found again under any spelling of the same unit.
class SeenUnits {
public:
    struct Seen {
        base::Spelling key;
        const SheetGroup* group = nullptr;
        const SheetRow* row = nullptr;
    };

    // The first row of that unit; null when this is the first, which is kept.
    const Seen* first_or_keep(const SheetGroup& group, const SheetRow& row)
    {
        auto key = unit_key(row.unit);
        auto& alike = by_letters_[key.folded];
        for (const auto& seen : alike)
            if (base::same_name(seen.key, key)) return &seen;
        alike.push_back({std::move(key), &group, &row});
        return nullptr;
    }

private:
    std::map<std::string, std::vector<Seen>> by_letters_;
};

void check_twice(const SheetGroup& group, std::vector<SheetIssue>& issues)
{
    SeenUnits units;
    for (const auto& row : group.rows) {
        const auto* first = units.first_or_keep(group, row);
        if (!first) continue;
        issues.push_back({Severity::Error, row.sheet, row.row, row.unit_column, row.unit,
                          Message("Đơn vị đã có ở dòng {} (“{}”). Hãy giữ một dòng và xóa hoặc sửa dòng kia.",
                                  {std::to_string(first->row->row), first->row->unit})});
    }
}

void check_bands(const std::vector<SheetGroup>& groups, std::vector<SheetIssue>& issues)
{
    std::map<std::string, std::map<std::string, int>> spellings;
    for (const auto& group : groups)
        for (const auto& row : group.rows)
            if (!row.band.empty()) ++spellings[base::lowered(row.band)][row.band];
    for (const auto& group : groups)
        for (const auto& row : group.rows) {
            if (row.band.empty()) continue;
            const auto& variants = spellings[base::lowered(row.band)];
            if (variants.size() < 2) continue;
            const auto usual =
                std::max_element(variants.begin(), variants.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            if (usual->first == row.band) continue;
            issues.push_back(warning(
                row, row.band_column, row.band,
                Message("Xếp loại viết khác các dòng khác (“{}”); được hiểu là một.", {usual->first})));
        }
}

// Two years may stand on two sheets, and communes of two districts may share a name; but a department or a district in
// two groups of one sheet would be ranked and rewarded twice.
void check_repeated_units(const std::vector<SheetGroup>& groups, std::vector<SheetIssue>& issues)
{
    SeenUnits units;
    std::set<std::string> sheets_told;
    for (const auto& group : groups)
        for (const auto& row : group.rows) {
            const auto* first = units.first_or_keep(group, row);
            if (!first || first->group == &group) continue;
            if (first->row->sheet != row.sheet) {
                if (!sheets_told.insert(row.sheet).second) continue;
                issues.push_back(warning(
                    row, row.unit_column, row.unit,
                    Message(
                        "Đơn vị này cũng có ở trang tính “{}”. Nếu hai trang là hai năm khác nhau, hãy xóa "
                        "trang không dùng rồi tải lên lại.",
                        {first->row->sheet})));
                continue;
            }
            const auto place = std::vector{first->group->name, std::to_string(first->row->row)};
            issues.push_back(
                one_in_a_province(first->key)
                    ? SheetIssue{Severity::Error, row.sheet, row.row, row.unit_column, row.unit,
                                 Message("Đơn vị đã có ở nhóm “{}”, dòng {}. Hãy giữ một dòng và xóa hoặc "
                                         "sửa dòng kia.",
                                         place)}
                    : warning(row, row.unit_column, row.unit,
                              Message("Đơn vị này cũng có ở nhóm “{}”, dòng {}. Hãy kiểm tra lại nhóm của "
                                      "đơn vị.",
                                      place)));
        }
}

}  // namespace

std::vector<SheetIssue> check_group(const SheetGroup& group)
{
    std::vector<SheetIssue> issues;
    check_twice(group, issues);
    const int scale = scale_of_column(group);
    for (const auto& row : group.rows) {
        check_percent(row, scale, issues);
        check_limits(row, issues);
    }
    check_fractions(group, issues);
    check_totals(group, issues);
    check_places(group, issues);
    check_place_gaps(group, issues);
    return issues;
}

std::vector<SheetIssue> check_sheets(const std::vector<SheetGroup>& groups)
{
    std::vector<SheetIssue> issues;
    check_bands(groups, issues);
    check_repeated_units(groups, issues);
    return issues;
}

}  // namespace intake
