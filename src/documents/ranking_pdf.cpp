// A handout, not an official document: sans serif, one group from the top of a page, bars beside the numbers.
#include "documents/pdf_file.h"
#include "documents/ranking_sheet.h"

#include <algorithm>
#include <optional>

namespace documents {
namespace {

constexpr double left_edge = 20, right_edge = 195, bottom = 280;
constexpr double row_height = 8.9;
constexpr Colour navy = rgb(0x0B3A66), ink = rgb(0x14181F), quiet = rgb(0x3C4550), gold = rgb(0xB88A2E);
constexpr Colour bar_colour = rgb(0x174F80), weak_bar = rgb(0xC27A16), mean_bar = rgb(0x7C8794);
constexpr Colour bar_ground = rgb(0xE9EEF3), hair = rgb(0xC6CFD9), tint = rgb(0xFAF6E9);
constexpr Colour rise_colour = rgb(0x0E6B3F), fall_colour = rgb(0xA6282B);

constexpr Font plain{.family = Family::Sans, .size = 10};
constexpr Font strong{.family = Family::Sans, .size = 10, .bold = true};
constexpr Font small{.family = Family::Sans, .size = 7.5};
constexpr Font heading{.family = Family::Sans, .size = 8.8, .bold = true};

// Right or left edges of the columns.
constexpr double place_middle = 25.5, unit_left = 32, index_right = 111, bar_left = 113, bar_width = 36;
constexpr double band_left = 151, change_right = 180, previous_right = 194;

std::string signed_text(const base::Decimal& number, int decimals)
{
    if (number.negative()) return "−" + (-number).vietnamese(decimals);
    return (number.zero() ? "" : "+") + number.vietnamese(decimals);
}

class RankingDrawing {
public:
    explicit RankingDrawing(const RankingSheet& sheet) : sheet_(sheet), pdf_(210, 297, sheet.title) {}

    base::Result<std::string> draw()
    {
        for (std::size_t i = 0; i < sheet_.groups.size(); ++i) {
            if (i > 0) pdf_.next_page();
            draw_group(sheet_.groups[i]);
            if (error_) return *error_;
        }
        return pdf_.finish();
    }

private:
    void draw_group(const RankingGroup& group)
    {
        head();
        pdf_.begin_tag("H1");
        pdf_.text(sheet_.title, {.family = Family::Sans, .size = fitted_title(), .bold = true}, left_edge, 39,
                  Align::Left, navy);
        pdf_.end_tag("H1");
        pdf_.text(group.name + (group.subtitle.empty() ? "" : ": " + group.subtitle),
                  {.family = Family::Sans, .size = 12}, left_edge, 48.6, Align::Left, ink);
        figures(group.figures);
        y_ = group.figures.empty() ? 60 : 86;
        table(group);
        note();
    }

    double fitted_title()
    {
        double size = 21;
        while (size > 12 &&
               to_mm(pdf_.type().width(sheet_.title, {.family = Family::Sans, .size = size, .bold = true})) >
                   right_edge - left_edge)
            size -= 0.5;
        return size;
    }

    void head()
    {
        pdf_.begin_tag("P");
        pdf_.text(sheet_.agency, {.family = Family::Sans, .size = 10, .bold = true, .headline = true},
                  left_edge, 18.2);
        pdf_.text(sheet_.office, plain, left_edge, 22.6);
        pdf_.text(sheet_.occasion, plain, right_edge, 18.2, Align::Right);
        pdf_.text(sheet_.day, plain, right_edge, 22.6, Align::Right);
        pdf_.rule(left_edge, 27.1, right_edge, 27.1, 1.2, gold);
        pdf_.end_tag("P");
    }

    void figures(const std::vector<RankingFigure>& figures)
    {
        double x = left_edge;
        for (const auto& figure : figures) {
            pdf_.rule(x, 59.3, x + 41.5, 59.3, 2.4, navy);
            pdf_.text(figure.figure, {.family = Family::Sans, .size = 19, .bold = true}, x, 67.3, Align::Left,
                      navy);
            double y = 71.6;
            for (const auto& line :
                 pdf_.type().lines(figure.caption, {.family = Family::Sans, .size = 9}, to_points(42))) {
                pdf_.line_of_text(line, x, y, quiet);
                y += 3.8;
            }
            x += 44.5;
        }
    }

    void columns(const RankingGroup& group)
    {
        y_ += 6;
        pdf_.text("Hạng", heading, place_middle, y_, Align::Centre, ink);
        pdf_.text("Cơ quan, đơn vị", heading, unit_left, y_, Align::Left, ink);
        pdf_.text("Điểm", heading, index_right, y_ - 3.6, Align::Right, ink);
        pdf_.text(std::to_string(sheet_.year), heading, index_right, y_, Align::Right, ink);
        pdf_.text("0", small, bar_left, y_, Align::Left, quiet);
        pdf_.text("100", small, bar_left + bar_width, y_, Align::Right, quiet);
        if (group.mark) pdf_.text(group.mark_label, small, bar_left + bar_width - 7, y_, Align::Right, quiet);
        pdf_.text("Xếp loại", heading, band_left, y_, Align::Left, ink);
        pdf_.text("Tăng, giảm", heading, change_right, y_ - 3.6, Align::Right, ink);
        pdf_.text("điểm", heading, change_right, y_, Align::Right, ink);
        pdf_.text("Hạng", heading, previous_right, y_ - 3.6, Align::Right, ink);
        pdf_.text(std::to_string(sheet_.year - 1), heading, previous_right, y_, Align::Right, ink);
        y_ += 1.9;
        pdf_.rule(left_edge, y_, right_edge, y_, 1, navy);
    }

    void table(const RankingGroup& group)
    {
        pdf_.begin_tag("Table");
        columns(group);
        for (const auto& row : group.rows) {
            const auto lines = pdf_.type().lines(row.unit, plain, to_points(66));
            const double height = row_height + 3.9 * static_cast<double>(lines.size() - 1);
            if (y_ + height > bottom) turn_page(group);
            draw_row(group, row, lines, height);
        }
        if (group.mean) mean_row(group);
        pdf_.end_tag("Table");
    }

    void turn_page(const RankingGroup& group)
    {
        pdf_.next_page();
        pdf_.text(std::to_string(pdf_.page()), plain, (left_edge + right_edge) / 2, 11, Align::Centre);
        y_ = 14;
        columns(group);
    }

    void draw_row(const RankingGroup& group, const RankingRow& row, const std::vector<Line>& unit,
                  double height)
    {
        pdf_.begin_tag("TR");
        if (row.highlighted) pdf_.box(left_edge, y_, right_edge - left_edge, height, tint);
        const double baseline = y_ + height / 2 + 1.3;
        if (row.place) pdf_.text(std::to_string(*row.place), strong, place_middle, baseline, Align::Centre);
        double line_y = baseline - 1.95 * static_cast<double>(unit.size() - 1);
        for (const auto& line : unit) {
            pdf_.line_of_text(line, unit_left, line_y, ink);
            line_y += 3.9;
        }
        const std::string star = row.illustrative ? "*" : "";
        pdf_.text(row.index.vietnamese(sheet_.decimals) + star, strong,
                  index_right + (star.empty() ? 0 : 1.4), baseline, Align::Right, ink);
        const bool weak = group.mark && row.index < *group.mark;
        bar(row.index, weak ? weak_bar : bar_colour, group, y_ + height / 2);
        pdf_.text(row.band, weak ? strong : plain, band_left, baseline);
        change(row.change, baseline);
        if (row.previous_place)
            pdf_.text(std::to_string(*row.previous_place), plain, previous_right, baseline, Align::Right);
        y_ += height;
        pdf_.rule(left_edge, y_, right_edge, y_, 0.5, hair);
        pdf_.end_tag("TR");
    }

    void mean_row(const RankingGroup& group)
    {
        if (y_ + row_height > bottom) turn_page(group);
        const double baseline = y_ + row_height / 2 + 1.3;
        pdf_.text("Trung bình khối", strong, unit_left, baseline);
        pdf_.text(group.mean->vietnamese(sheet_.decimals), strong, index_right, baseline, Align::Right);
        bar(*group.mean, mean_bar, group, y_ + row_height / 2);
        change(group.mean_change, baseline);
        y_ += row_height;
        pdf_.rule(left_edge, y_, right_edge, y_, 0.8, hair);
    }

    void bar(const base::Decimal& index, const Colour& colour, const RankingGroup& group, double middle)
    {
        pdf_.box(bar_left, middle - 1.45, bar_width, 2.9, bar_ground);
        pdf_.box(bar_left, middle - 1.45, bar_width * share(index), 2.9, colour);
        if (!group.mark) return;
        const double x = bar_left + bar_width * share(*group.mark);
        pdf_.rule(x, middle - 2.6, x, middle + 2.6, 0.6, ink);
    }

    // Of 100, for drawing only.
    static double share(const base::Decimal& index)
    {
        const auto hundredths = index.rounded(2);
        double value = static_cast<double>(hundredths.coefficient());
        for (int i = 0; i < hundredths.scale(); ++i)
            value /= 10;
        return std::clamp(value / 100, 0.0, 1.0);
    }

    void change(const std::optional<base::Decimal>& change, double baseline)
    {
        if (!change) return;
        const Colour& colour = change->negative() ? fall_colour : change->zero() ? quiet : rise_colour;
        const char* arrow = change->negative() ? "▼ " : change->zero() ? "" : "▲ ";
        pdf_.text(arrow + signed_text(*change, sheet_.decimals), plain, change_right, baseline, Align::Right,
                  colour);
    }

    void note()
    {
        if (sheet_.note.empty()) return;
        const auto lines = pdf_.type().lines(sheet_.note, {.family = Family::Sans, .size = 9},
                                             to_points(right_edge - left_edge));
        y_ += 9;
        if (y_ + 4.2 * static_cast<double>(lines.size()) > bottom + 6) {
            pdf_.next_page();
            y_ = 24;
        }
        pdf_.begin_tag("P");
        for (const auto& line : lines) {
            pdf_.line_of_text(line, left_edge, y_, quiet);
            y_ += 4.2;
        }
        pdf_.end_tag("P");
    }

    const RankingSheet& sheet_;
    PdfFile pdf_;
    double y_ = 0;
    std::optional<base::Error> error_;
};

}  // namespace

base::Result<std::string> ranking_pdf(const RankingSheet& sheet)
{
    return RankingDrawing(sheet).draw();
}

}  // namespace documents
