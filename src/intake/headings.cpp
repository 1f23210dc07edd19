#include "intake/headings.h"

#include "base/text.h"
#include "intake/heading_words.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace intake {
namespace {

using domain::ColumnRole;

// A heading over several columns ("Điểm thành phần") colours what stands under it.
struct Judged {
    Hint hint = Hint::None;
    bool under_part = false;
    bool names_part = false;  // "Tổng điểm sau thẩm định"
    bool of_total = false;    // "Tổng điểm tối đa"
    std::string parent;       // folded; empty for a single heading
    std::optional<base::Decimal> maximum;
};

Judged judge(const HeadingPath& path)
{
    Judged judged;
    if (path.empty()) return judged;
    const auto leaf = stripped(path.back());
    judged.maximum = leaf.maximum;
    judged.hint = hint_of(path.back());
    judged.names_part = part_words(leaf.text);
    judged.of_total = leaf.text.starts_with("tong");
    std::string above;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        judged.parent += base::folded(path[i]) + " ";
        above = stripped(path[i]).text;
        judged.under_part = judged.under_part || part_words(above);
        if (judged.hint == Hint::None || judged.hint == Hint::Score) {
            const auto outer = hint_of(path[i]);
            if (outer == Hint::Change || outer == Hint::SelfScore) judged.hint = outer;
        }
    }
    if (judged.hint != Hint::None || path.size() < 2) return judged;
    // An unknown word under "Điểm …" or "Lĩnh vực …" is a part; under anything else the upper heading speaks.
    const auto outer = hint_of(path[path.size() - 2]);
    if (outer == Hint::Score || outer == Hint::Achieved || outer == Hint::Part || outer == Hint::Percent ||
        outer == Hint::Total)
        judged.hint = Hint::Part;
    return judged;
}

// The same parent over every such column is no part but the caption of the whole result.
void drop_common_parent(std::vector<Judged>& columns)
{
    std::set<std::string> parents;
    for (const auto& column : columns)
        if (column.under_part) parents.insert(column.parent);
    const bool other_total = std::any_of(columns.begin(), columns.end(), [](const Judged& column) {
        return !column.under_part && (column.hint == Hint::Total || column.hint == Hint::Achieved ||
                                      column.hint == Hint::Score || column.hint == Hint::Percent);
    });
    if (parents.size() == 1 && !other_total)
        for (auto& column : columns)
            column.under_part = false;
}

ColumnRole plain_role(const Judged& column)
{
    const bool inner = column.under_part;
    switch (column.hint) {
    case Hint::Ordinal:
        return ColumnRole::Ordinal;
    case Hint::Unit:
        return ColumnRole::Unit;
    case Hint::Code:
        return ColumnRole::Code;
    case Hint::Group:
        return ColumnRole::Group;
    case Hint::Maximum:
        return inner ? ColumnRole::Unused : ColumnRole::Maximum;
    case Hint::Percent:
        return inner ? ColumnRole::Unused : ColumnRole::Percent;
    case Hint::Bonus:
        return ColumnRole::Bonus;
    case Hint::Penalty:
        return ColumnRole::Penalty;
    case Hint::BonusOrPenalty:
        return ColumnRole::BonusOrPenalty;
    case Hint::Place:
        return inner ? ColumnRole::Unused : ColumnRole::Place;
    case Hint::Band:
        return inner ? ColumnRole::Unused : ColumnRole::Band;
    case Hint::Part:
        return ColumnRole::Part;
    case Hint::Remark:
        return ColumnRole::Note;
    case Hint::Total:
    case Hint::Achieved:
    case Hint::Score:
        return inner ? ColumnRole::Part : ColumnRole::Unused;  // points: chosen among them
    default:
        return ColumnRole::Unused;
    }
}

// The first that names no part, else the first.
std::optional<std::size_t> first_with(const std::vector<Judged>& columns, Hint hint)
{
    std::optional<std::size_t> of_part;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].hint != hint || columns[i].under_part) continue;
        if (!columns[i].names_part) return i;
        if (!of_part) of_part = i;
    }
    return of_part;
}

bool result_hint(Hint hint)
{
    return hint == Hint::Total || hint == Hint::Achieved || hint == Hint::Score;
}

// Beside the result itself, totals of parts are parts, and maxima of parts are none of the whole.
void tell_parts_from_whole(std::vector<Judged>& columns, std::optional<std::size_t> points)
{
    const bool whole = std::any_of(columns.begin(), columns.end(), [](const Judged& column) {
        return column.hint == Hint::Maximum && column.of_total;
    });
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto& column = columns[i];
        if (points && points != i && column.names_part && result_hint(column.hint)) column.hint = Hint::Part;
        if (whole && column.hint == Hint::Maximum && !column.of_total) column.under_part = true;
    }
}

// "Tổng điểm" before "Điểm đạt được" before "Điểm"; a lone part column is the result itself.
std::optional<std::size_t> points_column(const std::vector<Judged>& columns)
{
    const auto total = first_with(columns, Hint::Total);
    const auto achieved = first_with(columns, Hint::Achieved);
    const auto score = first_with(columns, Hint::Score);
    if (total && score && !achieved && columns[*total].maximum && *score < *total) return score;
    if (total) return total;
    if (achieved) return achieved;
    if (score) return score;
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].hint == Hint::Part) {
            if (only) return std::nullopt;
            only = i;
        }
    return only;
}

// Years in headings tell this year's columns from last year's.
int year_in(const HeadingPath& path)
{
    static const std::regex year(R"(\b(20[0-9]{2})\b)", std::regex::optimize);
    int newest = 0;
    for (const auto& heading : path)
        for (auto it = std::sregex_iterator(heading.begin(), heading.end(), year);
             it != std::sregex_iterator(); ++it)
            newest = std::max(newest, std::stoi(it->str()));
    return newest;
}

void leave_out_older_years(const std::vector<HeadingPath>& paths, std::vector<Judged>& columns)
{
    int newest = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].hint != Hint::None && columns[i].hint != Hint::Change)
            newest = std::max(newest, year_in(paths[i]));
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (const int year = year_in(paths[i]); year != 0 && year < newest) columns[i].hint = Hint::Change;
}

bool single(ColumnRole role)
{
    return role == ColumnRole::Ordinal || role == ColumnRole::Unit || role == ColumnRole::Code ||
           role == ColumnRole::Group || role == ColumnRole::Maximum || role == ColumnRole::Percent ||
           role == ColumnRole::Place || role == ColumnRole::Band || role == ColumnRole::Note;
}

base::Message unused_reading(Hint hint)
{
    switch (hint) {
    case Hint::Source:
        return "Không dùng: nguồn số liệu";
    case Hint::Remark:
        return "Không dùng: ghi chú thêm";
    case Hint::Change:
        return "Không dùng: so sánh hoặc số liệu năm trước";
    case Hint::SelfScore:
        return "Không dùng: điểm tự chấm";
    case Hint::None:
        return "Không dùng: không nhận ra tiêu đề";
    default:
        return "Không dùng: trùng với cột khác";
    }
}

// The leaf heading names a part, unless several parts share it ("Điểm").
void name_parts(const std::vector<HeadingPath>& paths, std::vector<ColumnMeaning>& meanings)
{
    std::map<std::string, int> leaves;
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (meanings[i].role == ColumnRole::Part) ++leaves[paths[i].back()];
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (meanings[i].role == ColumnRole::Part)
            meanings[i].name = leaves[paths[i].back()] > 1 ? base::join(paths[i], " / ") : paths[i].back();
}

}  // namespace

bool known_heading(std::string_view text)
{
    return !text.empty() && hint_of(text) != Hint::None;
}

bool unit_heading(std::string_view text)
{
    // A caption or a group name may mention units too, but headings are short.
    return base::length(text) <= 60 && hint_of(text) == Hint::Unit;
}

bool value_heading(std::string_view text)
{
    if (base::length(text) > 80) return false;
    switch (hint_of(text)) {
    case Hint::Total:
    case Hint::Achieved:
    case Hint::Score:
    case Hint::Percent:
    case Hint::Part:
    case Hint::Place:
        return true;
    default:
        return false;
    }
}

std::vector<ColumnMeaning> column_meanings(const std::vector<HeadingPath>& paths)
{
    std::vector<Judged> columns;
    for (const auto& path : paths)
        columns.push_back(judge(path));
    leave_out_older_years(paths, columns);
    drop_common_parent(columns);
    const auto points = points_column(columns);
    tell_parts_from_whole(columns, points);

    std::vector<ColumnMeaning> meanings(paths.size());
    std::set<ColumnRole> taken;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto& meaning = meanings[i];
        meaning.maximum = columns[i].maximum;
        meaning.role = points == i ? ColumnRole::Points : plain_role(columns[i]);
        if (single(meaning.role) && !taken.insert(meaning.role).second) meaning.role = ColumnRole::Unused;
        meaning.reading =
            meaning.role == ColumnRole::Unused ? unused_reading(columns[i].hint) : reading_of(meaning.role);
    }
    name_parts(paths, meanings);
    return meanings;
}

base::Message reading_of(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Ordinal:
        return "Số thứ tự";
    case ColumnRole::Unit:
        return "Tên đơn vị";
    case ColumnRole::Code:
        return "Mã đơn vị";
    case ColumnRole::Group:
        return "Nhóm đơn vị";
    case ColumnRole::Points:
        return "Điểm đạt được";
    case ColumnRole::Maximum:
        return "Điểm tối đa";
    case ColumnRole::Percent:
        return "Tỷ lệ phần trăm";
    case ColumnRole::Bonus:
        return "Điểm thưởng";
    case ColumnRole::Penalty:
        return "Điểm trừ";
    case ColumnRole::BonusOrPenalty:
        return "Điểm thưởng hoặc trừ";
    case ColumnRole::Place:
        return "Hạng công bố";
    case ColumnRole::Band:
        return "Xếp loại công bố";
    case ColumnRole::Part:
        return "Điểm thành phần";
    case ColumnRole::Note:
        return "Ghi chú";
    case ColumnRole::Unused:
        break;
    }
    return "Không dùng: không nhận ra tiêu đề";
}

}  // namespace intake
