// Charts as SVG fragments for pages: no script, no style attribute; colours come from classes (assets/charts.css).
// Each has a title and a description for those who don't see it, prints its numbers, and stands beside a table that is
// the data. Words are chosen by the caller, in the page's language. `id` must be unique on the page.
#pragma once

#include "base/decimal.h"
#include "base/html.h"

#include <optional>
#include <string>
#include <vector>

namespace documents {

struct ChartWords {
    std::string id;           // "bar-1"
    std::string title;        // "Xếp hạng khối sở năm 2021"
    std::string description;  // one or two sentences that say what can be seen
};

struct Bar {
    std::string label;  // "Sở Nội vụ"
    base::Decimal value;
    std::string text;   // the number as printed: "90,94"
    bool weak = false;  // below the mark: drawn in the second colour
};

struct BarChart {
    ChartWords words;
    std::vector<Bar> bars;  // best first
    base::Decimal maximum{100};
    std::optional<base::Decimal> mark;  // a line across: the lower bound of a band
    std::string mark_label;             // "Tốt từ 80"
};

[[nodiscard]] base::Html bar_chart(const BarChart& chart);

// Two years side by side, a line per unit. Labels are spread so that none overlaps another, with leader lines.
struct Slope {
    std::string label;
    base::Decimal before;
    base::Decimal after;
    std::string before_text;
    std::string after_text;
};

struct SlopeChart {
    ChartWords words;
    std::string before_heading;  // "2020"
    std::string after_heading;   // "2021"
    std::vector<Slope> slopes;
    std::size_t most = 15;  // above it only the units with the largest change are drawn; see drawn_slopes
};

[[nodiscard]] base::Html slope_chart(const SlopeChart& chart);
// How many units slope_chart draws, for the sentence under it ("8 trong 17 đơn vị thay đổi nhiều nhất").
[[nodiscard]] std::size_t drawn_slopes(const SlopeChart& chart);

struct HeatCell {
    std::string text;  // printed in the cell; empty: no value
    int level = -1;    // 0 (lowest) to 4 (highest); -1: none
};

struct HeatRow {
    std::string label;
    std::vector<HeatCell> cells;  // one per column
};

struct HeatMap {
    ChartWords words;
    std::vector<std::string> columns;
    std::vector<HeatRow> rows;
};

[[nodiscard]] base::Html heat_map(const HeatMap& map);

// A unit's places by year and, on the same year axis, its awards. Solid marks are published, hollow are illustrative.
struct HistoryYear {
    int year = 0;
    std::optional<int> place = {};
    std::string value = {};  // "90,94"; empty: none
    bool published = true;
    std::vector<std::string> collective = {};  // "Cờ thi đua · QĐ 412": one line each
    std::vector<std::string> individual = {};  // "2 Bằng khen · QĐ 414"
    bool highlighted = false;                  // e.g. first place
};

struct HistoryChart {
    ChartWords words;
    std::vector<HistoryYear> years;  // ascending
    int units = 0;                   // in the group: the last place on the axis
    std::string place_word;          // "hạng"
    std::string collective_word;     // "Tập thể"
    std::string individual_word;     // "Cá nhân"
};

[[nodiscard]] base::Html history_chart(const HistoryChart& chart);

}  // namespace documents
