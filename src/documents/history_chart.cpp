#include "documents/charts.h"
#include "documents/svg.h"

#include <algorithm>

namespace documents {
namespace {

using base::Html;

constexpr double label_width = 92, top = 46, places_height = 200, award_line = 18;

class HistoryDrawing {
public:
    explicit HistoryDrawing(const HistoryChart& chart) : chart_(chart)
    {
        column_ = std::max(900.0 / static_cast<double>(chart.years.size()), 118.0);
        width_ = label_width + column_ * static_cast<double>(chart.years.size());
        last_place_ = std::max(chart.units, 2);
        for (const auto& year : chart.years) {
            last_place_ = std::max(last_place_, year.place.value_or(1));
            collective_lines_ = std::max(collective_lines_, year.collective.size());
            individual_lines_ = std::max(individual_lines_, year.individual.size());
        }
        collective_top_ = top + places_height + 26;
        individual_top_ = collective_top_ + award_line * static_cast<double>(collective_lines_) + 14;
        height_ = individual_top_ + award_line * static_cast<double>(individual_lines_) + 10;
        svg_ = svg::open(chart.words, "chart-history", width_, height_);
    }

    Html draw()
    {
        for (std::size_t i = 0; i < chart_.years.size(); ++i)
            ground(i);
        axis();
        path();
        for (std::size_t i = 0; i < chart_.years.size(); ++i)
            year(i);
        svg::close(svg_);
        return std::move(svg_);
    }

private:
    double x_of(std::size_t year) const { return label_width + column_ * (static_cast<double>(year) + 0.5); }
    double y_of(int place) const { return top + 16 + (places_height - 40) * (place - 1) / (last_place_ - 1); }

    void ground(std::size_t i)
    {
        if (chart_.years[i].highlighted) {
            const double wide = std::min(column_ - 8, 190.0);
            svg::box(svg_, "history-first", x_of(i) - wide / 2, top - 12, wide, height_ - top + 8, 5);
        }
        svg::text(svg_, "chart-heading", x_of(i), 20, "middle", std::to_string(chart_.years[i].year));
    }

    void axis()
    {
        const int step = std::max(1, (last_place_ + 1) / 4);
        for (int place = 1; place <= last_place_; place += step) {
            svg::line(svg_, "chart-grid", label_width, y_of(place), width_, y_of(place));
            svg::text(svg_, "chart-note", label_width - 12, y_of(place) + 4, "end",
                      chart_.place_word + " " + std::to_string(place));
        }
        svg::line(svg_, "chart-axis", 0, collective_top_ - 20, width_, collective_top_ - 20);
        svg::text(svg_, "chart-note", 0, collective_top_, "start", chart_.collective_word);
        svg::line(svg_, "chart-grid", 0, individual_top_ - 16, width_, individual_top_ - 16);
        svg::text(svg_, "chart-note", 0, individual_top_, "start", chart_.individual_word);
    }

    // Years without a place leave a gap.
    void path()
    {
        for (std::size_t i = 1; i < chart_.years.size(); ++i) {
            const auto& before = chart_.years[i - 1];
            const auto& now = chart_.years[i];
            if (before.place && now.place && now.year == before.year + 1)
                svg::line(svg_, "history-line", x_of(i - 1), y_of(*before.place), x_of(i), y_of(*now.place));
        }
    }

    void year(std::size_t i)
    {
        const auto& year = chart_.years[i];
        if (year.place) {
            svg::circle(svg_, year.published ? "history-point" : "history-point history-hollow", x_of(i),
                        y_of(*year.place), 6);
            svg::text(svg_, "history-place", x_of(i) + 13, y_of(*year.place) - 7, "middle",
                      std::to_string(*year.place));
            svg::text(svg_, "chart-note", x_of(i), y_of(*year.place) + 22, "middle", year.value);
        }
        awards(year.collective, i, collective_top_, "award-mark award-collective");
        awards(year.individual, i, individual_top_, "award-mark award-individual");
    }

    void awards(const std::vector<std::string>& lines, std::size_t i, double y, std::string_view mark)
    {
        const double x = x_of(i) - std::min(column_ / 2 - 14, 60.0);
        for (const auto& line : lines) {
            svg::circle(svg_, mark, x, y - 4, 5);
            svg::text(svg_, "chart-award", x + 10, y, "start", line);
            y += award_line;
        }
    }

    const HistoryChart& chart_;
    Html svg_;
    double column_ = 0, width_ = 0, height_ = 0, collective_top_ = 0, individual_top_ = 0;
    std::size_t collective_lines_ = 1, individual_lines_ = 1;
    int last_place_ = 2;
};

}  // namespace

base::Html history_chart(const HistoryChart& chart)
{
    if (chart.years.empty()) return {};
    return HistoryDrawing(chart).draw();
}

}  // namespace documents
