#include "intake/sheet_layout.h"

#include "base/text.h"
#include "intake/row_words.h"
#include "intake/written_number.h"

#include <algorithm>
#include <optional>

namespace intake {
namespace {

using domain::CellKind;
using domain::ColumnRole;

constexpr std::size_t most_tables = 50;

bool value_role(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Points:
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

bool blank_cell(const domain::GridCell& cell)
{
    return cell.kind == CellKind::Text && stands_for_empty(cell.text);
}

bool has_digit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

// A row of the body, seen through its table's columns.
struct BodyRow {
    std::string name;  // the unit column's own text
    std::string ordinal;
    std::string lead;  // the first text of the row
    int lead_column = 0;
    int filled = 0;       // cells that are not blank
    bool values = false;  // a score of any kind stands in it
    bool maximum = false;
    bool judged = false;  // place or band stands in it
    bool placed = false;  // the place is a number

    [[nodiscard]] bool data() const { return values || judged; }
};

BodyRow body_row(const SheetView& view, std::size_t index, const TableHead& head)
{
    BodyRow body;
    for (const auto& cell : view.row(index).cells) {
        if (blank_cell(cell)) continue;
        ++body.filled;
        if (body.lead_column == 0 && cell.kind == CellKind::Text) {
            body.lead = base::tidy(cell.text);
            body.lead_column = cell.column;
        }
    }
    for (const auto& column : head.columns) {
        const auto* cell = view.own(index, column.column);
        if (!cell || blank_cell(*cell)) continue;
        const auto role = column.meaning.role;
        if (role == ColumnRole::Unit) body.name = base::tidy(cell->text);
        if (role == ColumnRole::Ordinal) body.ordinal = base::tidy(cell->text);
        // Words in a score column are a signature or a slip; only figures make a row of data.
        const bool figures =
            cell->kind != CellKind::Text || (has_digit(cell->text) && !signature_words(cell->text));
        body.values = body.values || (figures && value_role(role));
        body.maximum = body.maximum || (figures && role == ColumnRole::Maximum);
        body.judged = body.judged || role == ColumnRole::Place || role == ColumnRole::Band;
        body.placed = body.placed || (figures && role == ColumnRole::Place);
    }
    return body;
}

bool plain_number(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string whole_text(const SheetView& view, std::size_t index)
{
    std::string text;
    for (const auto& cell : view.row(index).cells) {
        const auto part = base::tidy(cell.text);
        if (part.empty()) continue;
        if (!text.empty()) text += " · ";
        text += part;
        if (text.size() > 300) break;
    }
    return text;
}

class Reader {
public:
    explicit Reader(const SheetView& view) : view_(view) {}

    SheetLayout read()
    {
        auto head = table_head(view_, 0, true);
        if (!head) return std::move(layout_);
        titles(head->first);
        std::size_t index = begin_table(std::move(*head));
        for (; index < view_.rows(); ++index) {
            if (const auto repeated = repeated_heading(index)) {
                index = *repeated - 1;
                continue;
            }
            judge(index);
        }
        return std::move(layout_);
    }

private:
    const TableHead& head() const { return layout_.tables.back(); }
    int row_number(std::size_t index) const { return view_.row(index).row; }

    void skip(std::size_t index, base::Message reason)
    {
        layout_.skipped.push_back(
            {view_.sheet().name, row_number(index), std::move(reason), whole_text(view_, index)});
    }

    void issue(std::size_t index, int column, std::string found, base::Message message)
    {
        layout_.issues.push_back({domain::Severity::Error, view_.sheet().name, row_number(index),
                                  column > 0 ? domain::column_letter(column) : "", std::move(found),
                                  std::move(message)});
    }

    // Rows above the heading are titles; one with a roman numeral names the first group.
    void titles(std::size_t until)
    {
        for (std::size_t index = 0; index < until; ++index) {
            const auto text =
                view_.row(index).cells.empty() ? "" : base::tidy(view_.row(index).cells.front().text);
            const auto numbered = without_numeral(text);
            if (numbered && numbered->roman && view_.row(index).cells.size() == 1 && index + 2 >= until) {
                begin_group(numbered->rest, row_number(index));
            } else {
                skip(index, "Dòng tiêu đề phía trên bảng");
            }
        }
    }

    // Returns the first row of the body.
    std::size_t begin_table(TableHead table)
    {
        layout_.tables.push_back(std::move(table));
        maximum_row_.reset();
        bare_groups_ = false;
        std::size_t index = head().last + 1;
        while (index < view_.rows() && numbers_columns(index))
            ++index;
        last_data_ = std::max(last_data_, last_data_row(index));
        return index;
    }

    // "(1) (2) (3)=(2)/(1)", also "A B 1 2 3": every cell is one more than the last, but letters may give way to 1.
    bool numbers_columns(std::size_t index) const
    {
        const auto& cells = view_.row(index).cells;
        const auto* unit = view_.own(index, head().unit_column());
        if (cells.size() < 3 || !unit || column_number(unit->text) == 0) return false;
        int before = 0;
        for (const auto& cell : cells) {
            const int number = column_number(cell.text);
            if (number == 0 || (number != before + 1 && number != 1)) return false;
            before = number;
        }
        return true;
    }

    // A heading of the same or another shape further down begins a new table; titles just above it may name a group.
    std::optional<std::size_t> repeated_heading(std::size_t index)
    {
        const auto& cells = view_.row(index).cells;
        if (cells.size() < 2 || layout_.tables.size() >= most_tables) return std::nullopt;
        const bool texts = std::all_of(cells.begin(), cells.end(),
                                       [](const auto& cell) { return cell.kind == CellKind::Text; });
        if (!texts) return std::nullopt;
        const bool speaks = std::count_if(cells.begin(), cells.end(),
                                          [](const auto& cell) { return known_heading(cell.text); }) >= 2;
        if (!speaks) return std::nullopt;
        auto found = table_head(view_, index, false);
        if (!found || found->first < index) return std::nullopt;
        return begin_table(std::move(*found));
    }

    std::size_t last_data_row(std::size_t from) const
    {
        std::size_t last = 0;
        for (std::size_t index = from; index < view_.rows(); ++index) {
            const auto body = body_row(view_, index, head());
            if (body.values && !body.name.empty() && !summary_words(body.name) && !note_words(body.name) &&
                !maximum_words(body.name))
                last = index;
        }
        return last;
    }

    void begin_group(std::string name, int row)
    {
        while (name.ends_with(':') || name.ends_with(' '))
            name.pop_back();
        layout_.groups.push_back({std::move(name), row});
    }

    // Mostly stands above the units; below them it holds for those that had none.
    void keep_maxima(std::size_t index)
    {
        maximum_row_ = index;
        auto& units = layout_.units;
        for (auto unit = units.rbegin(); unit != units.rend() && !unit->maximum_row; ++unit) {
            if (unit->table + 1 != layout_.tables.size()) break;
            unit->maximum_row = index;
        }
        skip(index, "Dòng điểm tối đa, không phải đơn vị");
    }

    void add_unit(std::size_t index, bool perhaps_group = false)
    {
        if (layout_.groups.empty()) begin_group("", 0);
        layout_.units.push_back(
            {index, layout_.tables.size() - 1, layout_.groups.size() - 1, maximum_row_, perhaps_group});
    }

    void judge(std::size_t index)
    {
        const auto body = body_row(view_, index, head());
        if (body.filled == 0 || numbers_columns(index)) return;
        const auto& words = body.name.empty() ? body.lead : body.name;
        if (body.data() && maximum_words(words)) return keep_maxima(index);
        if (summary_words(words) || (!body.lead.empty() && body.lead != words && summary_words(body.lead)))
            return skip(index, "Dòng tổng hợp (tổng, trung bình), không phải đơn vị");
        if (group_row(index, body)) return;
        if (body.data() || body.maximum)
            return body.name.empty() ? without_name(index, body) : with_data(index, body);
        text_only(index, body);
    }

    bool group_row(std::size_t index, const BodyRow& body)
    {
        if (!body.ordinal.empty() && group_numeral(body.ordinal) && !body.name.empty()) {
            // Units themselves may be numbered I, II, III: then they carry scores and names of single units.
            if (body.values && unit_words(body.name)) return false;
            begin_group(body.name, row_number(index));
            return true;
        }
        const auto numbered = without_numeral(body.name.empty() ? body.lead : body.name);
        if (!numbered) return false;
        if (body.data() && (!numbered->roman || unit_words(numbered->rest))) return false;
        if (!body.data() && !numbered->roman && !group_words(numbered->rest)) return false;
        if (index > last_data_ && !group_words(numbered->rest)) return false;
        begin_group(numbered->rest, row_number(index));
        return true;
    }

    void with_data(std::size_t index, const BodyRow& body)
    {
        // Below the last score, words under "Xếp hạng" are names and posts of those who sign.
        const bool figures = body.values || body.placed || body.maximum;
        const bool below = !figures && index > last_data_ && !plain_number(body.ordinal);
        if (below && (signature_words(body.name) || !unit_words(body.name)))
            return skip(index, "Ghi chú hoặc chữ ký ở cuối bảng");
        if (!body.values && note_words(body.name)) return skip(index, "Ghi chú");
        if (view_.own(index, head().unit_column())->kind == CellKind::Error)
            return issue(index, head().unit_column(), body.name,
                         "Công thức trong ô bị lỗi. Hãy gõ thẳng tên đơn vị vào ô này.");
        if (plain_number(body.name))
            return issue(index, head().unit_column(), body.name,
                         "Cột tên đơn vị chứa số. Hãy ghi tên đơn vị vào ô này.");
        add_unit(index);
    }

    void without_name(std::size_t index, const BodyRow& body)
    {
        if (index > last_data_ && !body.lead.empty())
            return skip(index, signature_words(body.lead) ? base::Message("Chữ ký hoặc nơi nhận ở cuối bảng")
                                                          : base::Message("Ghi chú hoặc chữ ký ở cuối bảng"));
        if (!body.lead.empty() && (note_words(body.lead) || signature_words(body.lead)))
            return skip(index, "Ghi chú");
        issue(index, head().unit_column(), "",
              "Dòng có số liệu nhưng thiếu tên đơn vị. Hãy ghi tên đơn vị, hoặc xóa dòng này nếu là dòng "
              "tổng.");
    }

    // Only words: a group heading, a note, a signature, or a unit whose score was forgotten.
    void text_only(std::size_t index, const BodyRow& body)
    {
        const auto& words = body.name.empty() ? body.lead : body.name;
        if (plain_number(body.ordinal) && !body.name.empty()) return add_unit(index);
        if (note_words(words)) return skip(index, "Ghi chú");
        if (index > last_data_ && signature_words(words))
            return skip(index, "Chữ ký hoặc nơi nhận ở cuối bảng");
        const auto numbered = without_numeral(body.name);
        const bool unit = unit_words(numbered ? numbered->rest : body.name);
        if (index > last_data_ && !(group_words(words) && heading_follows(index))) {
            if (unit || follows_data(index, body)) return add_unit(index);
            return skip(index, "Ghi chú hoặc chữ ký ở cuối bảng");
        }
        if (unit || (body.filled > 1 && !body.name.empty() && !group_words(body.name)))
            return add_unit(index);
        if (words.empty()) return skip(index, "Ghi chú");
        if (rather_unit(index, body)) return add_unit(index, true);
        bare_groups_ = bare_groups_ || !group_words(words);
        begin_group(words, row_number(index));
    }

    // Without numbers before the units, a bare name between two of them is rather a forgotten score than a heading,
    // unless it says that it names many, stands out by its letters, or the table began with such a heading.
    bool rather_unit(std::size_t index, const BodyRow& body) const
    {
        if (body.name.empty() || head().with(ColumnRole::Ordinal) || group_words(body.name) || bare_groups_)
            return false;
        if (view_.merge_at(row_number(index), head().unit_column())) return false;
        if (base::uppered(body.name) == body.name) return false;
        return !layout_.units.empty() && layout_.units.back().table + 1 == layout_.tables.size();
    }

    // A bare name right below the last unit of a list without numbers is rather a forgotten score than a signature.
    bool follows_data(std::size_t index, const BodyRow& body) const
    {
        return !body.name.empty() && body.filled == 1 && !head().with(ColumnRole::Ordinal) &&
               last_data_ > 0 && index == last_data_ + 1 && row_number(index) == row_number(last_data_) + 1 &&
               !group_words(body.name);
    }

    bool heading_follows(std::size_t index) const
    {
        return index + 1 < view_.rows() && table_head(view_, index + 1, false).has_value();
    }

    const SheetView& view_;
    SheetLayout layout_;
    std::size_t last_data_ = 0;
    std::optional<std::size_t> maximum_row_;
    bool bare_groups_ = false;  // a heading without numeral or plural began a group of this table
};

}  // namespace

SheetLayout lay_out(const SheetView& view)
{
    return Reader(view).read();
}

}  // namespace intake
