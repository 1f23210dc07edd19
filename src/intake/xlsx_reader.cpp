#include "intake/xlsx_reader.h"

#include "base/date.h"
#include "intake/archive.h"
#include "intake/decimal_text.h"
#include "intake/refusal.h"
#include "intake/workbook.h"
#include "intake/xml_stream.h"

#include <charconv>
#include <optional>
#include <vector>

namespace intake {
namespace {

using domain::CellKind;
using domain::GridCell;

constexpr int most_rows = 200'000;
constexpr int most_columns = 512;
constexpr std::int64_t most_cells = 5'000'000;
constexpr std::size_t longest_text = 32'767;
constexpr std::size_t most_merged = 10'000;
constexpr std::size_t longest_shown_formula = 60;

struct Address {
    int row = 0;
    int column = 0;
};

// "C7"; zeros for what is missing. Overlong letters and digits count as the far end of the sheet.
Address address_of(std::string_view reference)
{
    Address address;
    std::size_t i = 0;
    for (; i < reference.size(); ++i) {
        const char c = reference[i];
        if (c == '$') continue;
        const int letter = c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
        if (letter == 0) break;
        if (address.column < 100'000) address.column = address.column * 26 + letter;
    }
    for (; i < reference.size(); ++i) {
        const char c = reference[i];
        if (c == '$') continue;
        if (c < '0' || c > '9') break;
        if (address.row < 100'000'000) address.row = address.row * 10 + (c - '0');
    }
    return address;
}

std::optional<std::size_t> index_of(std::string_view text)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// A stored day number as an ISO date; the fraction of a day is dropped. Nothing outside the calendar.
std::optional<std::string> day(std::string_view stored, bool from_1904)
{
    const auto whole = stored.substr(0, stored.find('.'));
    const auto number = index_of(whole);
    if (!number || *number > 2'958'465) return std::nullopt;
    int days = static_cast<int>(*number);
    if (from_1904) return base::Date(1904, 1, 1).plus_days(days).iso();
    // Day 60 is the 29 February 1900 that never was.
    if (days < 60) ++days;
    return base::Date(1899, 12, 30).plus_days(days).iso();
}

enum class StoredAs : unsigned char { Number, Shared, Inline, Text, Boolean, Error, Date };

StoredAs stored_as(std::optional<std::string_view> type)
{
    if (!type || *type == "n") return StoredAs::Number;
    if (*type == "s") return StoredAs::Shared;
    if (*type == "inlineStr") return StoredAs::Inline;
    if (*type == "str") return StoredAs::Text;
    if (*type == "b") return StoredAs::Boolean;
    if (*type == "e") return StoredAs::Error;
    if (*type == "d") return StoredAs::Date;
    return StoredAs::Text;
}

class SheetStream final : public XmlStream {
public:
    SheetStream(const Workbook& workbook, CellSink& sink, std::int64_t& cells)
        : workbook_(workbook), sink_(sink), cells_(cells)
    {
    }

protected:
    void start(std::string_view name, Attributes attributes) override
    {
        if (name == "c") {
            begin_cell(attributes);
        } else if (name == "v" || name == "t") {
            taking_ = in_cell_ && phonetic_ == 0 && (name == "t") == (type_ == StoredAs::Inline);
        } else if (name == "f") {
            taking_formula_ = in_cell_;
        } else if (name == "row") {
            begin_row(attributes);
        } else if (name == "rPh") {
            ++phonetic_;
        } else if (name == "mergeCell") {
            merged(attribute(attributes, "ref").value_or(""));
        }
    }

    void end(std::string_view name) override
    {
        if (name == "c") {
            if (in_cell_) end_cell();
            in_cell_ = false;
        } else if (name == "v" || name == "t") {
            taking_ = false;
        } else if (name == "f") {
            taking_formula_ = false;
        } else if (name == "row") {
            if (count_ > 0 && !sink_.row(row_, {row_cells_.data(), count_})) refuse(sheet_too_large());
            count_ = 0;
        } else if (name == "rPh") {
            --phonetic_;
        }
    }

    void text(std::string_view text) override
    {
        if (taking_formula_ && formula_.size() < longest_shown_formula)
            formula_ += text.substr(0, longest_shown_formula - formula_.size());
        if (!taking_) return;
        value_ += text;
        if (value_.size() > longest_text) refuse(sheet_too_large());
    }

private:
    void begin_row(Attributes attributes)
    {
        const auto written = attribute(attributes, "r");
        const auto number = written ? index_of(*written) : std::nullopt;
        row_ = number && *number < 100'000'000 ? static_cast<int>(*number) : row_ + 1;
        column_ = 0;
        count_ = 0;
    }

    void begin_cell(Attributes attributes)
    {
        if (++cells_ > most_cells) return refuse(sheet_too_large());
        in_cell_ = true;
        ++column_;
        style_ = 0;
        std::optional<std::string_view> type;
        for (auto a = attributes; a[0]; a += 2) {
            if (a[0][0] == 'r' && a[0][1] == '\0') {
                const auto address = address_of(a[1]);
                if (address.column > 0) column_ = address.column;
            } else if (a[0][0] == 's' && a[0][1] == '\0') {
                style_ = index_of(a[1]).value_or(0);
            } else if (a[0][0] == 't' && a[0][1] == '\0') {
                type = a[1];
            }
        }
        type_ = stored_as(type);
        value_.clear();
        formula_.clear();
        phonetic_ = 0;
    }

    GridCell& add(CellKind kind)
    {
        if (count_ == row_cells_.size()) row_cells_.emplace_back();
        GridCell& cell = row_cells_[count_++];
        cell.column = column_;
        cell.kind = kind;
        cell.text.clear();
        cell.raw.clear();
        return cell;
    }

    void end_cell()
    {
        if (value_.empty()) return formula_without_result();
        if (type_ == StoredAs::Shared) {
            const auto index = index_of(value_);
            if (!index || *index >= workbook_.strings.size()) return refuse(damaged_file());
            const auto text = workbook_.strings[*index];
            if (text.empty() || outside()) return;
            add(CellKind::Text).text = text;
            return;
        }
        if (outside()) return;
        switch (type_) {
        case StoredAs::Number:
            number();
            break;
        case StoredAs::Boolean:
            add(CellKind::Boolean).text = value_ == "0" ? "FALSE" : "TRUE";
            break;
        case StoredAs::Error:
            add(CellKind::Error).text = value_;
            break;
        case StoredAs::Date:
            add(CellKind::Date).text = value_.substr(0, 10);
            break;
        default:
            add(CellKind::Text).text = value_;
            break;
        }
    }

    // Some programs save formulas uncomputed: the cell looks full in Excel, so it must not pass for an empty one.
    void formula_without_result()
    {
        if (formula_.empty() || type_ != StoredAs::Number || outside()) return;
        add(CellKind::Error).text = "=" + formula_;
    }

    // A cell with content out there is no result sheet.
    bool outside()
    {
        if (row_ <= most_rows && column_ <= most_columns) return false;
        refuse(sheet_too_large());
        return true;
    }

    void number()
    {
        const auto shown = style_ < workbook_.styles.size() ? workbook_.styles[style_] : NumberShown::Plain;
        auto text = shown == NumberShown::Percent ? stored_percentage(value_) : stored_number(value_);
        if (shown == NumberShown::Date && text)
            if (const auto date = day(*text, workbook_.from_1904)) {
                GridCell& cell = add(CellKind::Date);
                cell.text = *date;
                cell.raw = value_;
                return;
            }
        const auto kind = !text                           ? CellKind::Text
                          : shown == NumberShown::Percent ? CellKind::Percent
                                                          : CellKind::Number;
        GridCell& cell = add(kind);
        if (!text) {
            cell.text = value_;
            return;
        }
        if (*text != value_) cell.raw = value_;
        cell.text = std::move(*text);
    }

    void merged(std::string_view reference)
    {
        const auto colon = reference.find(':');
        if (colon == std::string_view::npos) return;
        const auto first = address_of(reference.substr(0, colon));
        const auto last = address_of(reference.substr(colon + 1));
        if (first.row < 1 || first.column < 1 || last.row < first.row || last.column < first.column) return;
        if (++merged_count_ > most_merged) return refuse(sheet_too_large());
        sink_.merged({first.row, first.column, last.row, last.column});
    }

    const Workbook& workbook_;
    CellSink& sink_;
    std::int64_t& cells_;
    std::vector<GridCell> row_cells_;  // kept between rows: their texts' memory is reused
    std::size_t count_ = 0;
    std::size_t merged_count_ = 0;
    std::string value_;
    int row_ = 0;
    int column_ = 0;
    int phonetic_ = 0;
    std::size_t style_ = 0;
    StoredAs type_ = StoredAs::Number;
    std::string formula_;  // its beginning; only looked at when no result is stored
    bool in_cell_ = false;
    bool taking_ = false;
    bool taking_formula_ = false;
};

}  // namespace

base::Result<void> read_xlsx(std::string_view bytes, CellSink& sink)
{
    auto archive = Archive::open(bytes);
    if (!archive) return archive.error();
    const auto workbook = read_workbook(**archive);
    if (!workbook) return workbook.error();
    std::int64_t cells = 0;
    for (const auto& sheet : workbook->sheets) {
        sink.sheet(sheet.name, sheet.hidden);
        if (sheet.hidden || sheet.path.empty()) continue;
        auto part = (*archive)->part(sheet.path);
        if (!part) return part.error();
        SheetStream stream(*workbook, sink, cells);
        if (const auto done = stream.read(*part); !done) return done.error();
    }
    return {};
}

}  // namespace intake
