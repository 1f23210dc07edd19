// The table of understood rows: each column with the file's letter and how it was read, problem cells tinted, skipped rows
// in their places.
#include "web/components.h"
#include "web/pages/import.h"
#include "web/pages/import_parts.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace web {
namespace {

using base::Html;
using domain::ColumnRole;
using domain::SheetRow;
using domain::SheetValue;

constexpr int most_rows = 1000;

struct ShownColumn {
    ColumnRole role;
    std::string part;  // of a part: its name
};

// A column is shown when some row has it.
std::vector<ShownColumn> shown_columns(const domain::ResultSheet& sheet)
{
    std::vector<ShownColumn> parts;
    bool points = false, maximum = false, percent = false, bonus = false, penalty = false, place = false,
         band = false;
    for (const auto& group : sheet.groups)
        for (const auto& row : group.rows) {
            points = points || row.points;
            maximum = maximum || row.maximum;
            percent = percent || row.percent;
            bonus = bonus || row.bonus;
            penalty = penalty || row.penalty;
            place = place || !row.place.empty();
            band = band || !row.band.empty();
            for (const auto& [name, value] : row.parts)
                if (std::none_of(parts.begin(), parts.end(),
                                 [&](const auto& known) { return known.part == name; }))
                    parts.push_back({ColumnRole::Part, name});
        }
    const bool expected = std::any_of(sheet.columns.begin(), sheet.columns.end(),
                                      [](const auto& column) { return column.role == ColumnRole::Points; });
    // A few parts stand before their total; many would push it out of sight and come after everything else.
    const bool few = parts.size() <= 3;
    std::vector<ShownColumn> columns;
    if (few) columns = parts;
    if (points || expected) columns.push_back({ColumnRole::Points, ""});
    if (maximum) columns.push_back({ColumnRole::Maximum, ""});
    if (bonus) columns.push_back({ColumnRole::Bonus, ""});
    if (penalty) columns.push_back({ColumnRole::Penalty, ""});
    if (percent) columns.push_back({ColumnRole::Percent, ""});
    if (place) columns.push_back({ColumnRole::Place, ""});
    if (band) columns.push_back({ColumnRole::Band, ""});
    if (!few) columns.insert(columns.end(), parts.begin(), parts.end());
    return columns;
}

std::string heading_of(const Request& request, const ShownColumn& column)
{
    switch (column.role) {
    case ColumnRole::Part:
        return column.part;
    case ColumnRole::Points:
        return tr(request, "Điểm đạt được");
    case ColumnRole::Maximum:
        return tr(request, "Tối đa");
    case ColumnRole::Bonus:
        return tr(request, "Thưởng");
    case ColumnRole::Penalty:
        return tr(request, "Trừ");
    case ColumnRole::Percent:
        return tr(request, "Tỷ lệ %");
    case ColumnRole::Place:
        return tr(request, "Hạng ghi");
    default:
        return tr(request, "Xếp loại");
    }
}

// "F · dấu phẩy thập phân"; letters of several sheets joined.
std::string letters_of(const Request& request, const domain::ResultSheet& sheet, ColumnRole role,
                       const std::string& part = {})
{
    std::string letters;
    std::string decimals;
    for (const auto& column : sheet.columns) {
        if (column.role != role || (!part.empty() && !column.heading.ends_with(part))) continue;
        if (letters.find(column.letter) == std::string::npos)
            letters += (letters.empty() ? "" : ", ") + column.letter;
        if (!column.decimals.empty()) decimals = tr(request, column.decimals);
    }
    return decimals.empty() ? letters : letters + " · " + decimals;
}

using Marks = std::map<std::tuple<std::string, int, std::string>, Tone>;

Marks marks_of(const domain::ResultSheet& sheet)
{
    Marks marks;
    for (const auto& issue : sheet.issues) {
        const auto tone = issue.severity == domain::Severity::Error ? Tone::Error : Tone::Warn;
        auto& mark = marks.emplace(std::tuple(issue.sheet, issue.row, issue.column), tone).first->second;
        if (tone == Tone::Error) mark = tone;
    }
    return marks;
}

class Rows {
public:
    Rows(const Request& request, const app::ImportPreview& preview, bool only_problems)
        : request_(request), preview_(preview), only_problems_(only_problems),
          marks_(marks_of(preview.sheet)), columns_(shown_columns(preview.sheet))
    {
        for (const auto& group : preview.sheet.groups)
            for (const auto& row : group.rows)
                note_decimals(row);
    }

    Html html()
    {
        Table table(tr(request_, "Bảng số liệu đã hiểu"), headings());
        table.dense();
        int shown = 0;
        for (std::size_t g = 0; g < preview_.sheet.groups.size(); ++g) {
            const auto& group = preview_.sheet.groups[g];
            if (!group.rows.empty() && !only_problems_)
                skipped_before(table, group.sheet,
                               group.heading_row > 0 ? group.heading_row : group.rows.front().row);
            group_heading(table, group, g);
            for (std::size_t r = 0; r < group.rows.size() && shown < most_rows; ++r) {
                const auto& row = group.rows[r];
                if (!only_problems_) skipped_before(table, row.sheet, row.row);
                if (only_problems_ && !problem(row, preview_.units[g][r])) continue;
                add(table, row, preview_.units[g][r]);
                ++shown;
            }
        }
        if (!only_problems_) skipped_rest(table);
        return table.html();
    }

private:
    std::vector<Column> headings() const
    {
        std::vector<Column> headings = {{tr(request_, "Dòng"), Align::Left, Phone::Corner},
                                        {tr(request_, "Đơn vị"), Align::Left, Phone::Title}};
        headings.back().under = letters_of(request_, preview_.sheet, ColumnRole::Unit);
        for (const auto& column : columns_) {
            Column heading{heading_of(request_, column)};
            const bool words = column.role == ColumnRole::Band;
            heading.align = words ? Align::Left : Align::Right;
            if (column.role == ColumnRole::Part || column.role == ColumnRole::Maximum)
                heading.phone = Phone::Hidden;
            heading.under = letters_of(request_, preview_.sheet, column.role, column.part);
            headings.push_back(std::move(heading));
        }
        return headings;
    }

    void group_heading(Table& table, const domain::SheetGroup& group, std::size_t index) const
    {
        Html heading;
        heading << (group.name.empty() ? tr(request_, "Không chia nhóm") : group.name);
        std::string note;
        if (!group.sheet.empty()) note += " · " + tr(request_, "trang tính “{}”", {group.sheet});
        if (group.heading_row > 0)
            note += " · " + tr(request_, "dòng {}", {std::to_string(group.heading_row)});
        note += " · " + tr(request_, "{} đơn vị", {std::to_string(preview_.units[index].size())});
        heading << muted(note);
        table.group(heading);
    }

    bool problem(const SheetRow& row, const app::UnitReading& reading) const
    {
        if (reading.unsure) return true;
        const auto from = marks_.lower_bound({row.sheet, row.row, ""});
        return from != marks_.end() && std::get<0>(from->first) == row.sheet &&
               std::get<1>(from->first) == row.row;
    }

    std::optional<Tone> mark(const SheetRow& row, const std::string& letter) const
    {
        const auto found = marks_.find({row.sheet, row.row, letter});
        return found == marks_.end() ? std::nullopt : std::optional(found->second);
    }

    std::string letter_of(const SheetRow& row, ColumnRole role) const
    {
        for (const auto& column : preview_.sheet.columns)
            if (column.role == role && column.sheet == row.sheet) return column.letter;
        return "";
    }

    // A column's values are written alike: 88,60 below 90,94.
    int decimals_of(ColumnRole role, const SheetValue& value) const
    {
        const auto found = decimals_.find({role, value.column});
        return std::max(value.value.scale(), found == decimals_.end() ? 0 : found->second);
    }

    void note_decimals(ColumnRole role, const std::optional<SheetValue>& value)
    {
        if (!value) return;
        auto& most = decimals_[{role, value->column}];
        most = std::max(most, std::min(value->value.scale(), 3));
    }

    void note_decimals(const SheetRow& row)
    {
        note_decimals(ColumnRole::Points, row.points);
        note_decimals(ColumnRole::Maximum, row.maximum);
        note_decimals(ColumnRole::Percent, row.percent);
        note_decimals(ColumnRole::Bonus, row.bonus);
        note_decimals(ColumnRole::Penalty, row.penalty);
        for (const auto& [name, value] : row.parts)
            note_decimals(ColumnRole::Part, value);
    }

    Cell number(const SheetRow& row, const std::optional<SheetValue>& value, ColumnRole role) const
    {
        const auto letter = value ? value->column : letter_of(row, role);
        const auto tone = letter.empty() ? std::nullopt : mark(row, letter);
        if (value) return {tone, Html::text(value->value.vietnamese(decimals_of(role, *value)))};
        if (tone != Tone::Error) return {tone, dash()};
        // What stood there, so that nobody has to look it up.
        for (const auto& issue : preview_.sheet.issues)
            if (issue.sheet == row.sheet && issue.row == row.row && issue.column == letter)
                return {tone, Html::text(issue.found.empty() ? tr(request_, "trống") : issue.found)};
        return {tone, dash()};
    }

    Cell cell(const SheetRow& row, const ShownColumn& column) const
    {
        switch (column.role) {
        case ColumnRole::Points:
            return number(row, row.points, column.role);
        case ColumnRole::Maximum:
            return number(row, row.maximum, column.role);
        case ColumnRole::Bonus:
            return number(row, row.bonus, column.role);
        case ColumnRole::Penalty:
            return number(row, row.penalty, column.role);
        case ColumnRole::Percent:
            return number(row, row.percent, column.role);
        case ColumnRole::Place:
            return {mark(row, row.place_column), Html::text(row.place)};
        case ColumnRole::Band:
            return {mark(row, row.band_column), Html::text(row.band)};
        default:
            break;
        }
        for (const auto& [name, value] : row.parts)
            if (name == column.part) return number(row, value, ColumnRole::Part);
        return dash();
    }

    Cell unit(const SheetRow& row, const app::UnitReading& reading) const
    {
        Html html;
        auto tone = mark(row, row.unit_column);
        const bool open = reading.unsure && reading.choice.kind == app::UnitChoice::Kind::Open;
        const bool left_out = reading.choice.kind == app::UnitChoice::Kind::Skip;
        html << "<span class=\"unit\">" << (open || left_out ? row.unit : reading.unit_name);
        std::string note;
        if (open) note = tr(request_, "chưa chọn đơn vị");
        if (left_out) note = tr(request_, "bỏ qua theo lựa chọn");
        if (reading.choice.kind == app::UnitChoice::Kind::Add)
            note = tr(request_, "đơn vị mới, thêm khi xác nhận");
        if (reading.choice.kind == app::UnitChoice::Kind::Unit)
            note = tr(request_, "trong tệp: “{}” · đã chọn", {row.unit});
        if (reading.by_variant) note = tr(request_, "trong tệp: “{}” · tên gọi đã biết", {row.unit});
        if (!note.empty()) html << " <small>" << note << "</small>";
        html << "</span>";
        if (!tone && open) tone = Tone::Ask;
        return {tone, html};
    }

    void add(Table& table, const SheetRow& row, const app::UnitReading& reading) const
    {
        std::vector<Cell> cells = {Cell(std::to_string(row.row)), unit(row, reading)};
        for (const auto& column : columns_)
            cells.push_back(cell(row, column));
        const bool left_out = reading.choice.kind == app::UnitChoice::Kind::Skip;
        table.row(std::move(cells), left_out ? RowKind::Struck : RowKind::Plain,
                  "d" + std::to_string(row.row));
    }

    // Skipped rows are shown where they stand, runs of one reason as one line.
    void skipped_before(Table& table, const std::string& sheet, int row)
    {
        const auto& skipped = preview_.sheet.skipped;
        while (next_skipped_ < skipped.size() && skipped[next_skipped_].sheet == sheet &&
               skipped[next_skipped_].row < row)
            skipped_run(table, sheet, row);
    }

    void skipped_run(Table& table, const std::string& sheet, int before)
    {
        const auto& skipped = preview_.sheet.skipped;
        const auto first = next_skipped_;
        auto last = first;
        while (last + 1 < skipped.size() && skipped[last + 1].sheet == sheet &&
               skipped[last + 1].row < before && skipped[last + 1].reason == skipped[first].reason)
            ++last;
        next_skipped_ = last + 1;
        std::string rows = std::to_string(skipped[first].row);
        if (last > first) rows += "–" + std::to_string(skipped[last].row);
        std::string text = skipped[first].text;
        if (last > first) text += " …";
        Html reason;
        reason << tr(request_, "Bỏ qua: {}", {tr(request_, skipped[first].reason)})
               << muted(" “" + text + "”");
        Html line;
        line << "<span class=\"cell\">" << rows << "</span> " << reason;
        table.note(line);
    }

    void skipped_rest(Table& table)
    {
        const auto& skipped = preview_.sheet.skipped;
        while (next_skipped_ < skipped.size())
            skipped_run(table, skipped[next_skipped_].sheet, 1'000'000'000);
    }

    const Request& request_;
    const app::ImportPreview& preview_;
    bool only_problems_;
    Marks marks_;
    std::vector<ShownColumn> columns_;
    std::map<std::pair<ColumnRole, std::string>, int> decimals_;
    std::size_t next_skipped_ = 0;
};

}  // namespace

Html import_rows_card(const Request& request, const app::ImportPreview& preview)
{
    const bool only_problems = request.query_value("xem") == "loi";
    const auto address = import_address(preview.upload.id);
    Card frame{.title = tr(request, "Bảng số liệu đã hiểu"),
               .note = tr(request, "chữ nhỏ trên tiêu đề là cột trong tệp"),
               .right = view_switch(tr(request, "Chọn dòng hiển thị"),
                                    {{tr(request, "Tất cả {}", {std::to_string(preview.rows)}),
                                      address + "#bang", !only_problems},
                                     {tr(request, "Có vấn đề"), address + "?xem=loi#bang", only_problems}}),
               .id = "bang",
               .padded = false};
    Html body = Rows(request, preview, only_problems).html();
    if (preview.rows > most_rows)
        body << notice(Tone::Neutral, tr(request, "Chỉ hiện {} dòng đầu; mọi dòng đều được kiểm tra.",
                                         {std::to_string(most_rows)}));
    return card(frame, body);
}

}  // namespace web
