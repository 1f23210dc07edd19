// A data table: caption for screen readers, aligned columns, sortable headings, and cards instead of rows below 900 px.
//
//     Table table(tr(request, "Bảng xếp hạng"), {{"Hạng", Align::Left, Phone::Rank}, {"Đơn vị", Align::Left, Phone::Title},
//                                                {"Chỉ số", Align::Right}});
//     table.row({rank_circle(1), name, score.vietnamese(2)});
//     html << table.html();
#pragma once

#include "base/html.h"
#include "web/components.h"
#include "web/http.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web {

enum class Align { Left, Right, Center };

// Where a cell goes on a phone: a line "label … value", the card's title, the left or right upper corner, a full-width
// block under its label, a block without a label, or nowhere.
enum class Phone { Line, Title, Rank, Corner, Block, Plain, Hidden };

struct Column {
    std::string heading = {};
    Align align = Align::Left;
    Phone phone = Phone::Line;
    std::string under = {};         // small second line in the heading (a file's column letter)
    std::string sort_address = {};  // not empty: the heading is a link that sorts
    enum class Sorted { No, Ascending, Descending } sorted = Sorted::No;
    bool hidden_heading = false;  // said, not shown (a column of buttons)
};

struct Cell {
    Cell() = default;
    Cell(base::Html html) : content(std::move(html)) {}                 // NOLINT: cells are written as lists
    Cell(const std::string& text) : content(base::Html::text(text)) {}  // NOLINT
    Cell(std::string_view text) : content(base::Html::text(text)) {}    // NOLINT
    Cell(std::optional<Tone> tone, base::Html html) : content(std::move(html)), mark(tone) {}

    base::Html content;
    std::optional<Tone> mark;  // tints the cell: Error, Warn or Ask
};

// Struck: refused, stays visible. Omitted: not counted (totals, notes), muted. Changed: gold edge. Later: done already,
// left out on a phone until all rows are asked for.
enum class RowKind { Plain, Selected, Struck, Omitted, Changed, Later };

class Table {
public:
    Table(std::string caption, std::vector<Column> columns)
        : caption_(std::move(caption)), columns_(std::move(columns))
    {
    }

    Table& dense();   // smaller rows, for long lists of small facts
    Table& fields();  // cells hold inputs
    Table& row(std::vector<Cell> cells, RowKind kind = RowKind::Plain, std::string_view id = {});
    Table& group(const base::Html& heading);  // a heading over all columns
    Table& note(const base::Html& text);      // a full-width line that belongs to the row above
    Table& total(std::vector<Cell> cells);    // a last, bold row
    Table& caption_shown();                   // the caption is seen, too

    [[nodiscard]] bool empty() const { return rows_ == 0; }
    [[nodiscard]] base::Html html() const;

private:
    std::string caption_;
    std::vector<Column> columns_;
    base::Html body_;
    base::Html foot_;
    std::size_t rows_ = 0;
    bool dense_ = false;
    bool fields_ = false;
    bool caption_shown_ = false;
};

}  // namespace web
