#include "intake/row_values.h"

#include "base/text.h"
#include "domain/steady.h"
#include "intake/row_totals.h"
#include "intake/row_words.h"
#include "intake/written_number.h"

#include <algorithm>
#include <map>
#include <optional>

namespace intake {
namespace {

using base::Message;
using domain::CellKind;
using domain::ColumnRole;
using domain::largest_score;
using domain::SheetValue;

bool holds_numbers(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Points:
    case ColumnRole::Maximum:
    case ColumnRole::Percent:
    case ColumnRole::Bonus:
    case ColumnRole::Penalty:
    case ColumnRole::BonusOrPenalty:
    case ColumnRole::Part:
        return true;
    default:
        return false;
    }
}

// Merged maxima, places, bands and groups hold for all their rows; a merged score would be counted twice.
bool shared_when_merged(ColumnRole role)
{
    return role == ColumnRole::Maximum || role == ColumnRole::Place || role == ColumnRole::Band ||
           role == ColumnRole::Group;
}

Message sign_in_words(DecimalSign sign, bool native)
{
    if (sign == DecimalSign::Comma) return "dấu phẩy thập phân";
    if (sign == DecimalSign::Dot) return "dấu chấm thập phân";
    return native ? Message("số của bảng tính") : Message("số nguyên");
}

class Table {
public:
    Table(const SheetView& view, TableHead& head, std::vector<std::size_t> indexes, SheetValues& out)
        : view_(view), head_(head), indexes_(std::move(indexes)), out_(out)
    {
    }

    void prepare()
    {
        tell_place_from_band();
        for (auto& column : head_.columns) {
            readings_.push_back({view_.sheet().name,
                                 domain::column_letter(column.column),
                                 base::join(column.headings, " / "),
                                 column.meaning.role,
                                 column.meaning.reading,
                                 {}});
            if (holds_numbers(column.meaning.role)) decide_sign(column, readings_.back());
        }
    }

    void fractions_to_percent(std::vector<ValuedRow*>& rows)
    {
        auto* column = head_.with(ColumnRole::Percent);
        if (!column || rows.size() < 2) return;
        const bool fractions = std::all_of(rows.begin(), rows.end(), [](const ValuedRow* row) {
            return !row->row.percent || row->row.percent->value <= base::Decimal(105, 2);
        });
        const bool any = std::any_of(rows.begin(), rows.end(), [](const ValuedRow* row) {
            return row->row.percent && row->row.percent->value > base::Decimal(0);
        });
        if (!fractions || !any || plain_percent_) return;
        for (auto* row : rows)
            if (row->row.percent)
                row->row.percent->value =
                    base::Decimal::quotient(row->row.percent->value, base::Decimal(1), 2, 13);
        reading_of_column(column->column).reading = "Tỷ lệ phần trăm, ghi dạng phần của 1 nên đã nhân 100";
    }

    // Beside units with a maximum of their own, one without is ranked by another measure than the rest.
    void warn_of_missing_maxima(const std::vector<ValuedRow*>& rows)
    {
        const auto* column = head_.with(ColumnRole::Maximum);
        if (!column ||
            std::none_of(rows.begin(), rows.end(), [](const auto* each) { return each->row.maximum; }))
            return;
        for (const auto* valued : rows) {
            const auto& row = valued->row;
            if (row.maximum || !row.points || row.unranked || valued->broken) continue;
            out_.issues.push_back(
                {domain::Severity::Warning, row.sheet, row.row, domain::column_letter(column->column), "",
                 row.percent ? Message("Thiếu điểm tối đa nên chỉ số lấy theo tỷ lệ in trong bảng. Hãy điền "
                                       "điểm tối đa của đơn vị.")
                             : Message("Thiếu điểm tối đa nên chỉ số lấy đúng bằng số điểm. Hãy điền điểm "
                                       "tối đa của đơn vị.")});
        }
    }

    void tell_bonus_taken_out()
    {
        if (const auto* column = head_.with(ColumnRole::Points))
            reading_of_column(column->column).reading =
                "Tổng điểm đã gồm điểm thưởng và điểm trừ; đã tách riêng";
    }

    void publish()
    {
        for (auto& reading : readings_)
            out_.columns.push_back(std::move(reading));
    }

    ValuedRow read(const UnitRow& place)
    {
        ValuedRow valued;
        valued.group = place.group;
        auto& row = valued.row;
        row.sheet = view_.sheet().name;
        row.row = view_.row(place.index).row;
        for (std::size_t i = 0; i < head_.columns.size(); ++i)
            take(valued, place.index, head_.columns[i]);
        if (!row.maximum && row.points) own_maximum(row, place.maximum_row);
        complain_about_missing(valued, place.perhaps_group);
        return valued;
    }

    // The columns that hold points, for messages about missing ones.
    [[nodiscard]] std::string score_column() const
    {
        for (const auto role : {ColumnRole::Points, ColumnRole::Percent, ColumnRole::Part})
            if (const auto* column = head_.with(role)) return domain::column_letter(column->column);
        return "";
    }

    [[nodiscard]] TableHead& head() { return head_; }
    [[nodiscard]] domain::ColumnReading& reading_of_column(int column)
    {
        const auto letter = domain::column_letter(column);
        return *std::find_if(readings_.begin(), readings_.end(),
                             [&](const auto& reading) { return reading.letter == letter; });
    }

private:
    const domain::GridCell* cell(std::size_t index, const TableColumn& column) const
    {
        const auto* found = shared_when_merged(column.meaning.role) ? view_.covering(index, column.column)
                                                                    : view_.own(index, column.column);
        return found && !(found->kind == CellKind::Text && stands_for_empty(found->text)) ? found : nullptr;
    }

    // "Xếp hạng" may hold "Tốt", and "Xếp loại" may hold 1, 2, 3: what stands there decides.
    void tell_place_from_band()
    {
        auto* place = head_.with(ColumnRole::Place);
        auto* band = head_.with(ColumnRole::Band);
        if (place && !band && mostly_words(*place))
            become(*place, ColumnRole::Band);
        else if (band && !place && all_numbers(*band))
            become(*band, ColumnRole::Place);
    }

    void become(TableColumn& column, ColumnRole role)
    {
        column.meaning.role = role;
        column.meaning.reading = reading_of(role);
    }

    bool mostly_words(const TableColumn& column) const
    {
        std::size_t words = 0;
        std::size_t all = 0;
        for (const auto index : indexes_)
            if (const auto* found = cell(index, column)) {
                ++all;
                if (found->kind == CellKind::Text && band_like(base::folded(found->text))) ++words;
            }
        return all > 0 && words * 2 > all;
    }

    bool all_numbers(const TableColumn& column) const
    {
        std::size_t all = 0;
        for (const auto index : indexes_)
            if (const auto* found = cell(index, column)) {
                ++all;
                const auto text = base::tidy(found->text);
                if (text.find_first_not_of("0123456789") != std::string::npos) return false;
            }
        return all > 0;
    }

    void decide_sign(const TableColumn& column, domain::ColumnReading& reading)
    {
        std::vector<std::string> texts;
        bool native = false;
        for (const auto index : indexes_)
            if (const auto* found = cell(index, column)) {
                if (found->kind == CellKind::Text)
                    texts.push_back(found->text);
                else
                    native = true;
                if (column.meaning.role == ColumnRole::Percent &&
                    (found->kind == CellKind::Percent || found->text.find('%') != std::string::npos))
                    plain_percent_ = true;
            }
        const auto sign = column_sign(texts);
        signs_[column.column] = sign;
        if (!texts.empty() || native) reading.decimals = sign_in_words(sign.sign, native);
    }

    void error(ValuedRow& valued, const TableColumn& column, std::string found, Message message)
    {
        valued.broken = true;
        out_.issues.push_back({domain::Severity::Error, valued.row.sheet, valued.row.row,
                               domain::column_letter(column.column), std::move(found), std::move(message)});
    }

    std::optional<SheetValue> number(ValuedRow& valued, std::size_t index, const TableColumn& column)
    {
        const auto* found = cell(index, column);
        if (!found) return std::nullopt;
        const auto letter = domain::column_letter(column.column);
        const auto& raw = found->written();
        if (found->kind == CellKind::Number || found->kind == CellKind::Percent) {
            if (const auto value = base::Decimal::parse(found->text))
                return in_range(valued, column, SheetValue{*value, raw, letter});
        } else if (found->kind == CellKind::Text) {
            return typed_number(valued, *found, column, letter);
        }
        if (found->kind == CellKind::Error && raw.starts_with('='))
            error(valued, column, raw,
                  "Ô này có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel hoặc LibreOffice, "
                  "lưu lại "
                  "rồi tải lên.");
        else if (found->kind == CellKind::Error)
            error(valued, column, raw,
                  "Công thức trong ô bị lỗi. Hãy sửa công thức hoặc gõ thẳng số vào ô này.");
        else if (found->kind == CellKind::Date)
            error(valued, column, found->text,
                  "Ô này là ngày tháng, có thể do bảng tính tự đổi. Hãy gõ lại số và định dạng ô là số.");
        else
            error(valued, column, raw, "Không đọc được thành số. Hãy gõ lại số, ví dụ 62,51.");
        return std::nullopt;
    }

    std::optional<SheetValue> in_range(ValuedRow& valued, const TableColumn& column, SheetValue value)
    {
        const auto role = column.meaning.role;
        const bool may_be_negative = role == ColumnRole::Penalty || role == ColumnRole::BonusOrPenalty;
        if (value.value > base::Decimal(largest_score) || value.value < base::Decimal(-largest_score)) {
            error(valued, column, value.raw, "Số quá lớn so với một điểm số. Hãy kiểm tra dấu thập phân.");
            return std::nullopt;
        }
        if (value.value.negative() && !may_be_negative) {
            error(valued, column, value.raw, "Điểm không thể nhỏ hơn 0. Hãy sửa lại số.");
            return std::nullopt;
        }
        if (role == ColumnRole::Maximum && value.value < base::Decimal(1, 1)) {
            error(valued, column, value.raw, "Điểm tối đa phải lớn hơn 0. Hãy sửa lại số.");
            return std::nullopt;
        }
        return value;
    }

    std::optional<SheetValue> typed_number(ValuedRow& valued, const domain::GridCell& found,
                                           const TableColumn& column, const std::string& letter)
    {
        const auto text = base::tidy(found.text);
        const auto sign = signs_[column.column];
        const auto own = decimal_sign(text);
        if (sign.mixed && own != DecimalSign::None && own != sign.sign) {
            error(valued, column, text,
                  Message("Cột {} có cả dấu phẩy lẫn dấu chấm thập phân. Hãy dùng một kiểu cho cả cột rồi "
                          "tải lên lại.",
                          {letter}));
            return std::nullopt;
        }
        if (const auto value = written_number(text, sign.sign))
            return in_range(valued, column, SheetValue{value->value, found.written(), letter});
        if (says_unranked(text)) return std::nullopt;
        error(valued, column, text, "Không đọc được thành số. Hãy gõ lại số, ví dụ 62,51.");
        return std::nullopt;
    }

    void take(ValuedRow& valued, std::size_t index, const TableColumn& column)
    {
        auto& row = valued.row;
        const auto letter = domain::column_letter(column.column);
        const auto* found = cell(index, column);
        const auto text = found ? base::tidy(found->text) : std::string();
        switch (column.meaning.role) {
        case ColumnRole::Unit: {
            const auto numbered = without_numeral(text);
            row.unit = numbered ? numbered->rest : text;
            row.unit_column = letter;
            break;
        }
        case ColumnRole::Code:
            row.code = text;
            break;
        case ColumnRole::Group:
            valued.group_name = text;
            break;
        case ColumnRole::Points:
            row.points = number(valued, index, column);
            break;
        case ColumnRole::Maximum:
            row.maximum = number(valued, index, column);
            break;
        case ColumnRole::Percent:
            row.percent = number(valued, index, column);
            break;
        case ColumnRole::Bonus:
            row.bonus = number(valued, index, column);
            break;
        case ColumnRole::Penalty:
            row.penalty = unsigned_penalty(number(valued, index, column));
            break;
        case ColumnRole::BonusOrPenalty:
            if (auto value = number(valued, index, column))
                (value->value.negative() ? row.penalty : row.bonus) = unsigned_penalty(value);
            break;
        case ColumnRole::Place:
            row.place = text;
            row.place_column = letter;
            break;
        case ColumnRole::Band:
            row.band = text;
            row.band_column = letter;
            break;
        case ColumnRole::Note:
            row.note = text;
            break;
        case ColumnRole::Part:
            if (auto value = number(valued, index, column))
                row.parts.emplace_back(column.meaning.name, std::move(*value));
            break;
        default:
            break;
        }
        row.unranked =
            row.unranked || (!text.empty() && column.meaning.role != ColumnRole::Unit && says_unranked(text));
    }

    // Penalties are written as 2 or as -2; both take two points away.
    static std::optional<SheetValue> unsigned_penalty(std::optional<SheetValue> value)
    {
        if (value && value->value.negative()) value->value = -value->value;
        return value;
    }

    // "Tổng điểm (tối đa 80)", or a row "Điểm tối đa" of the table: every unit's maximum. 100 says nothing that points
    // do not.
    void own_maximum(domain::SheetRow& row, std::optional<std::size_t> maximum_row) const
    {
        const auto* column = head_.with(ColumnRole::Points);
        if (!column || head_.with(ColumnRole::Maximum)) return;
        auto maximum = column->meaning.maximum;
        auto raw = base::join(column->headings, " / ");
        if (const auto* found = maximum_row ? cell(*maximum_row, *column) : nullptr) {
            raw = found->written();
            maximum = plain_value(*found, *column);
        }
        if (!maximum || *maximum == base::Decimal(100) || *maximum < base::Decimal(1, 1) ||
            *maximum > base::Decimal(largest_score))
            return;
        row.maximum = SheetValue{*maximum, std::move(raw), row.points->column};
    }

    std::optional<base::Decimal> plain_value(const domain::GridCell& found, const TableColumn& column) const
    {
        if (found.kind != CellKind::Text) return base::Decimal::parse(found.text);
        const auto sign = signs_.find(column.column);
        const auto value =
            written_number(found.text, sign == signs_.end() ? DecimalSign::None : sign->second.sign);
        return value ? std::optional(value->value) : std::nullopt;
    }

    void complain_about_missing(ValuedRow& valued, bool perhaps_group)
    {
        auto& row = valued.row;
        if (row.points || row.percent || valued.broken || row.unranked) return;
        const bool added_up = !head_.with(ColumnRole::Points) && !head_.with(ColumnRole::Percent);
        if (added_up && !row.parts.empty()) return complain_about_missing_part(valued);
        missing(
            valued, score_column(),
            perhaps_group
                ? Message("Thiếu điểm. Hãy điền điểm; nếu đây là tên nhóm đơn vị, hãy viết số La Mã ở trước, "
                          "ví dụ “I. Các sở”.")
                : Message("Thiếu điểm. Hãy điền điểm, hoặc ghi “không xếp hạng” ở cột xếp hạng."));
    }

    // Parts that have no total of their own give one only together.
    void complain_about_missing_part(ValuedRow& valued)
    {
        const auto& parts = valued.row.parts;
        for (const auto& column : head_.columns) {
            const auto letter = domain::column_letter(column.column);
            if (column.meaning.role != ColumnRole::Part ||
                std::any_of(parts.begin(), parts.end(),
                            [&](const auto& part) { return part.second.column == letter; }))
                continue;
            return missing(valued, letter,
                           Message("Thiếu điểm phần “{}” nên không cộng được tổng. Hãy điền điểm; ghi 0 nếu "
                                   "phần này không có điểm.",
                                   {column.meaning.name}));
        }
    }

    void missing(ValuedRow& valued, std::string column, Message message)
    {
        valued.broken = true;
        out_.issues.push_back({domain::Severity::Error, valued.row.sheet, valued.row.row, std::move(column),
                               "", std::move(message)});
    }

    const SheetView& view_;
    TableHead& head_;
    std::vector<std::size_t> indexes_;
    SheetValues& out_;
    std::vector<domain::ColumnReading> readings_;
    std::map<int, ColumnSign> signs_;
    bool plain_percent_ = false;  // percent signs or formats were seen: values are percentages as they stand
};

}  // namespace

SheetValues read_values(const SheetView& view, SheetLayout& layout)
{
    SheetValues values;
    for (std::size_t t = 0; t < layout.tables.size(); ++t) {
        std::vector<UnitRow> units;
        std::vector<std::size_t> indexes;
        for (const auto& unit : layout.units)
            if (unit.table == t) {
                units.push_back(unit);
                indexes.push_back(unit.index);
            }
        Table table(view, layout.tables[t], std::move(indexes), values);
        table.prepare();
        const auto first = values.rows.size();
        for (const auto& unit : units)
            values.rows.push_back(table.read(unit));
        std::vector<ValuedRow*> rows;
        for (std::size_t i = first; i < values.rows.size(); ++i)
            rows.push_back(&values.rows[i]);
        table.fractions_to_percent(rows);
        add_up_parts(table.head(), rows);
        if (take_bonus_out(rows)) table.tell_bonus_taken_out();
        table.warn_of_missing_maxima(rows);
        table.publish();
    }
    return values;
}

}  // namespace intake
