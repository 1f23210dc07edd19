#include "intake/csv_reader.h"

#include "intake/refusal.h"

#include <algorithm>

namespace intake {
namespace {

constexpr int most_rows = 200'000;
constexpr int most_columns = 512;
constexpr std::size_t most_cells = 1'000'000;
constexpr std::size_t longest_text = 32'767;

struct Record {
    int line = 0;
    std::vector<std::string> fields;
};

// Cuts text into records.
class Cutter {
public:
    Cutter(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // False at the end.
    [[nodiscard]] bool next(Record& record)
    {
        record.fields.clear();
        record.line = line_;
        if (at_ >= text_.size()) return false;
        for (;;) {
            record.fields.push_back(field());
            if (at_ >= text_.size()) return true;
            const char c = text_[at_];
            if (c == separator_) {
                ++at_;
                if (at_ < text_.size()) continue;
                record.fields.emplace_back();
                return true;
            }
            end_line();
            return true;
        }
    }

    [[nodiscard]] int line() const { return line_; }
    [[nodiscard]] int open_quote() const { return open_quote_; }

private:
    void end_line()
    {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    std::string field()
    {
        std::string value;
        std::size_t look = at_;
        while (look < text_.size() && text_[look] == ' ' && separator_ != ' ')
            ++look;
        if (look < text_.size() && text_[look] == '"') {
            at_ = look + 1;
            quoted(value);
        }
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            value += text_[at_++];
        return value;
    }

    void quoted(std::string& value)
    {
        const int begun = line_;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"') {
                ++at_;
                if (at_ >= text_.size() || text_[at_] != '"') return;
                value += '"';
                ++at_;
            } else if (c == '\n' || c == '\r') {
                value += '\n';
                end_line();
            } else {
                value += c;
                ++at_;
            }
        }
        if (open_quote_ == 0) open_quote_ = begun;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
    int open_quote_ = 0;
};

bool blank(const Record& record)
{
    for (const auto& field : record.fields)
        if (field.find_first_not_of(" \t") != std::string::npos) return false;
    return true;
}

// How well a separator cuts: by the longest run of records with equally many fields, then by that number.
int fitness(std::string_view text, char separator)
{
    Cutter cutter(text, separator);
    Record record;
    int best = 0;
    int run = 0;
    std::size_t before = 0;
    for (int seen = 0; seen < 200 && cutter.next(record);) {
        if (blank(record)) continue;
        ++seen;
        const auto fields = record.fields.size();
        run = fields == before ? run + 1 : 1;
        before = fields;
        if (fields > 1)
            best = std::max(best, run * 600 + static_cast<int>(std::min<std::size_t>(fields, 512)));
    }
    return best;
}

char separator_of(std::string_view text)
{
    char best = ',';
    int best_fitness = 0;
    for (const char candidate : {',', ';', '\t'})
        if (const int found = fitness(text, candidate); found > best_fitness) {
            best = candidate;
            best_fitness = found;
        }
    return best;
}

}  // namespace

base::Result<domain::Grid> read_csv(std::string_view text)
{
    int lines_before = 0;
    char separator = '\0';
    if (text.starts_with("sep=") && text.size() > 5 && (text[5] == '\n' || text[5] == '\r')) {
        separator = text[4];
        text.remove_prefix(text.substr(5).starts_with("\r\n") ? 7 : 6);
        lines_before = 1;
    }
    if (separator == '\0') separator = separator_of(text);

    domain::Grid grid;
    grid.csv = true;
    grid.separator = std::string(1, separator);
    auto& sheet = grid.sheets.emplace_back();
    Cutter cutter(text, separator);
    Record record;
    std::size_t cells = 0;
    while (cutter.next(record)) {
        if (blank(record)) continue;
        domain::GridRow row;
        row.row = record.line + lines_before;
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            auto& field = record.fields[i];
            if (field.find_first_not_of(" \t") == std::string::npos) continue;
            if (i >= most_columns || field.size() > longest_text || ++cells > most_cells)
                return sheet_too_large();
            row.cells.push_back({static_cast<int>(i) + 1, domain::CellKind::Text, std::move(field), {}});
        }
        if (sheet.rows.size() >= most_rows) return sheet_too_large();
        sheet.rows.push_back(std::move(row));
    }
    if (cutter.open_quote() > 0)
        return base::invalid(base::Message(
            "Dấu ngoặc kép mở ở dòng {} không được đóng lại. Hãy sửa dòng đó, hoặc lưu bảng thành "
            "tệp .xlsx rồi tải lên.",
            {std::to_string(cutter.open_quote() + lines_before)}));
    return grid;
}

}  // namespace intake
