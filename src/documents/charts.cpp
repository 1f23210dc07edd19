#include "documents/charts.h"

#include "base/text.h"
#include "documents/svg.h"

#include <algorithm>
#include <cmath>

namespace documents {
namespace {

using base::Html;

// Charts stand two abreast in cards some 520 wide: drawn about that wide, their letters keep their size.
constexpr double heat_column = 56, heat_row = 26, heat_label = 192;  // a cell is 54 by 24
constexpr std::size_t heading_length = 8,
                      heading_lines_most = 4;  // in letters of 6.5, so that none leaves its column

// All cells of one level are one path: a map of 30 units and 8 areas would else be hundreds of shapes.
void heat_cells(Html& svg, const HeatMap& map, int level, double top)
{
    Html path;
    double y = top;
    for (const auto& row : map.rows) {
        double x = heat_label;
        for (const auto& cell : row.cells) {
            if (std::clamp(cell.level, -1, 4) == level) {
                path << "M";
                svg::put(path, x + 1);
                path << " ";
                svg::put(path, y + heat_row / 2);
                path << "h54";  // as broad as a cell is high: the style sheet says 24
            }
            x += heat_column;
        }
        y += heat_row;
    }
    if (path.empty()) return;
    const std::string name = level < 0 ? "none" : std::to_string(level);
    svg << "<path class=\"heat-cell heat-" << name << "\" d=\"" << path << "\"/>";
}

void heat_numbers(Html& svg, const HeatMap& map, double top)
{
    svg::open_texts(svg, "heat-text", "middle");
    double y = top + heat_row / 2 + 4;
    for (const auto& row : map.rows) {
        double x = heat_label + heat_column / 2;
        svg << "<text y=\"";
        svg::put(svg, y);
        svg << "\">";
        for (const auto& cell : row.cells) {
            if (!cell.text.empty()) {
                svg << "<tspan x=\"";
                svg::put(svg, x);
                svg << "\">" << cell.text << "</tspan> ";
            }
            x += heat_column;
        }
        svg << "</text>";
        y += heat_row;
    }
    svg::close_texts(svg);
}

void heat_labels(Html& svg, const HeatMap& map, double top)
{
    svg::open_texts(svg, "chart-label", "end");
    double y = top + heat_row / 2 + 4;
    for (const auto& row : map.rows) {
        svg::text(svg, heat_label - 8, y, row.label);
        y += heat_row;
    }
    svg::close_texts(svg);
}

// Pieces of at most `most` letters.
std::vector<std::string> pieces_of(const std::string& word, std::size_t most)
{
    std::vector<std::string> pieces(1);
    std::size_t letters = 0;
    for (const char byte : word) {
        const bool begins_letter = (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
        if (begins_letter && ++letters > most) {
            pieces.emplace_back();
            letters = 1;
        }
        pieces.back() += byte;
    }
    return pieces;
}

// A heading broken into lines that fit their column: between words, within one that is too long, and cut after the last
// line there is room for. The areas' table says it whole.
std::vector<std::string> heading_lines(const std::string& heading)
{
    std::vector<std::string> lines;
    for (const auto& whole : base::split(heading, ' ')) {
        for (const auto& word : pieces_of(whole, heading_length)) {
            if (lines.empty() || base::length(lines.back()) + 1 + base::length(word) > heading_length)
                lines.push_back(word);
            else
                lines.back() += " " + word;
        }
    }
    if (lines.size() <= heading_lines_most) return lines;
    lines.resize(heading_lines_most);
    lines.back() = pieces_of(lines.back(), heading_length - 1).front() + "…";
    return lines;
}

}  // namespace

Html bar_chart(const BarChart& chart)
{
    constexpr double label_width = 192, bar_width = 288, row = 26, top = 24;
    const double height = top + row * static_cast<double>(chart.bars.size()) + 6;
    Html svg = svg::open(chart.words, "chart-bars", label_width + bar_width + 60, height);
    const double scale = bar_width / std::max(svg::approximate(chart.maximum), 1.0);
    const auto each_bar = [&](const auto& draw) {
        double y = top;
        for (const auto& bar : chart.bars) {
            draw(bar, y);
            y += row;
        }
        return y;
    };
    svg::open_texts(svg, "chart-label", "end");
    each_bar([&](const Bar& bar, double y) { svg::text(svg, label_width - 10, y + 17, bar.label); });
    svg::close_texts(svg);
    const double y = each_bar([&](const Bar& bar, double at) {
        const double width = std::clamp(svg::approximate(bar.value) * scale, 0.0, bar_width);
        svg::box(svg, "bar-ground", label_width, at + 5, bar_width, 16, 3);
        svg::box(svg, bar.weak ? "bar bar-weak" : "bar", label_width, at + 5, width, 16, 3);
    });
    svg::open_texts(svg, "chart-number", "start");
    each_bar(
        [&](const Bar& bar, double at) { svg::text(svg, label_width + bar_width + 8, at + 17, bar.text); });
    svg::close_texts(svg);
    if (chart.mark) {
        const double x = label_width + svg::approximate(*chart.mark) * scale;
        svg::line(svg, "chart-mark", x, top - 6, x, y);
        svg::text(svg, "chart-note", x, top - 10, "middle", chart.mark_label);
    }
    svg::close(svg);
    return svg;
}

Html heat_map(const HeatMap& map)
{
    constexpr double line_height = 15;
    std::vector<std::vector<std::string>> headings;
    std::size_t most_lines = 1;
    for (const auto& column : map.columns) {
        headings.push_back(heading_lines(column));
        most_lines = std::max(most_lines, headings.back().size());
    }
    const double top = 14 + line_height * static_cast<double>(most_lines);
    const double width = heat_label + heat_column * static_cast<double>(map.columns.size()) + 4;
    const double height = top + heat_row * static_cast<double>(map.rows.size()) + 4;
    Html svg = svg::open(map.words, "chart-heat", width, height);
    svg::open_texts(svg, "chart-note", "middle");
    double x = heat_label;
    for (const auto& lines : headings) {
        double line = top - 8 - line_height * static_cast<double>(lines.size() - 1);
        for (const auto& text : lines) {
            svg::text(svg, x + heat_column / 2, line, text);
            line += line_height;
        }
        x += heat_column;
    }
    svg::close_texts(svg);
    heat_labels(svg, map, top);
    for (int level = -1; level <= 4; ++level)
        heat_cells(svg, map, level, top);
    heat_numbers(svg, map, top);
    svg::close(svg);
    return svg;
}

}  // namespace documents
