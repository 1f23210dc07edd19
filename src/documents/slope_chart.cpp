#include "documents/charts.h"
#include "documents/svg.h"

#include <algorithm>
#include <cmath>

namespace documents {
namespace {

using base::Html;

constexpr double width = 610, left = 242, right = 348, top = 40, bottom_gap = 16, label_gap = 22;

struct Label {
    std::size_t slope = 0;
    double wanted = 0;  // where its point is
    double y = 0;       // where there is room
};

// Pushes labels down until none overlaps, then the whole run back up into the picture.
void spread(std::vector<Label>& labels, double lowest)
{
    std::ranges::stable_sort(labels, {}, &Label::wanted);
    double y = top;
    for (auto& label : labels) {
        label.y = std::max(label.wanted, y);
        y = label.y + label_gap;
    }
    double limit = lowest;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::min(label->y, limit);
        limit = label->y - label_gap;
    }
}

double change(const Slope& slope)
{
    return svg::approximate(slope.after) - svg::approximate(slope.before);
}

// Above the limit the largest changes tell the story; the rest stay in the table.
std::vector<Slope> notable(const SlopeChart& chart)
{
    auto slopes = chart.slopes;
    if (slopes.size() <= chart.most) return slopes;
    std::ranges::stable_sort(
        slopes, [](const Slope& a, const Slope& b) { return std::abs(change(a)) > std::abs(change(b)); });
    slopes.resize(chart.most);
    return slopes;
}

class SlopeDrawing {
public:
    SlopeDrawing(const SlopeChart& chart, std::vector<Slope> slopes) : slopes_(std::move(slopes))
    {
        height_ = top + std::max(240.0, label_gap * static_cast<double>(slopes_.size())) + bottom_gap;
        double least = 1e18, most = -1e18;
        for (const auto& slope : slopes_)
            for (const double value : {svg::approximate(slope.before), svg::approximate(slope.after)}) {
                least = std::min(least, value);
                most = std::max(most, value);
            }
        least_ = least;
        scale_ = (height_ - top - bottom_gap - 10) / std::max(most - least, 0.01);
        svg_ = svg::open(chart.words, "chart-slope", width, height_);
        svg::text(svg_, "chart-heading", left, 20, "middle", chart.before_heading);
        svg::text(svg_, "chart-heading", right, 20, "middle", chart.after_heading);
        svg::line(svg_, "chart-axis", left, top - 10, left, height_ - bottom_gap);
        svg::line(svg_, "chart-axis", right, top - 10, right, height_ - bottom_gap);
    }

    Html draw()
    {
        std::vector<Label> before, after;
        for (std::size_t i = 0; i < slopes_.size(); ++i) {
            line(slopes_[i]);
            before.push_back({i, y_of(slopes_[i].before), 0});
            after.push_back({i, y_of(slopes_[i].after), 0});
        }
        spread(before, height_ - bottom_gap);
        spread(after, height_ - bottom_gap);
        for (const auto& label : before)
            leader(left - 6, label.wanted, left - 22, label.y);
        for (const auto& label : after)
            leader(right + 6, label.wanted, right + 22, label.y);
        svg::open_texts(svg_, "chart-label", "end");
        for (const auto& label : before) {
            const auto& slope = slopes_[label.slope];
            svg::text(svg_, left - 26, label.y + 4, slope.label + " " + slope.before_text);
        }
        svg::close_texts(svg_);
        svg::open_texts(svg_, "chart-number", "start");
        for (const auto& label : after) {
            const auto& slope = slopes_[label.slope];
            svg::text(svg_, right + 26, label.y + 4, slope.after_text + " " + slope.label);
        }
        svg::close_texts(svg_);
        svg::close(svg_);
        return std::move(svg_);
    }

private:
    double y_of(const base::Decimal& value) const
    {
        return height_ - bottom_gap - 5 - (svg::approximate(value) - least_) * scale_;
    }

    void line(const Slope& slope)
    {
        const double before = y_of(slope.before), after = y_of(slope.after);
        if (slope.after > slope.before)
            svg::line(svg_, "slope slope-up", left, before, right, after);
        else if (slope.after < slope.before)
            svg::line(svg_, "slope slope-down", left, before, right, after);
        else
            svg::line(svg_, "slope slope-same", left, before, right, after);
        svg::circle(svg_, "slope-point", left, before, 3.5);
        svg::circle(svg_, "slope-point", right, after, 3.5);
    }

    void leader(double x1, double y1, double x2, double y2)
    {
        if (std::abs(y2 - y1) > 2) svg::line(svg_, "chart-leader", x1, y1, x2, y2);
    }

    std::vector<Slope> slopes_;
    Html svg_;
    double height_ = 0, least_ = 0, scale_ = 1;
};

}  // namespace

std::size_t drawn_slopes(const SlopeChart& chart)
{
    return std::min(chart.slopes.size(), chart.most);
}

Html slope_chart(const SlopeChart& chart)
{
    if (chart.slopes.empty()) return {};
    return SlopeDrawing(chart, notable(chart)).draw();
}

}  // namespace documents
