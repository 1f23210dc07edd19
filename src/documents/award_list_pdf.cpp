// A4 portrait, margins 20/15/20/30 mm; the widths leave 0.5 mm for "Sở Khoa học và Công nghệ" at 10.5 points.
#include "base/number_words.h"
#include "documents/award_list.h"
#include "documents/pdf_file.h"

#include <algorithm>
#include <array>
#include <optional>

namespace documents {
namespace {

constexpr double left_edge = 30, right_edge = 195, first_top = 20, bottom = 277;
constexpr double middle = (left_edge + right_edge) / 2;
constexpr double signer_middle = 155;
constexpr std::size_t columns = 7;
constexpr std::array<double, columns> usual_widths = {8, 40.5, 43, 35, 11, 19.5, 8};
constexpr double padding = 0.9;
constexpr double cell_line = 4.075;  // 10.5 pt × 1.1
constexpr double header_height = 13.5, row_least = 9.8, group_height = 7.05, total_height = 7.9;

constexpr Font cell{.size = 10.5};
constexpr Font cell_bold{.size = 10.5, .bold = true};
constexpr Font header_font{.size = 10, .bold = true};
constexpr Font bold{.size = 13.5, .bold = true};
constexpr Font capitals{.size = 13.5, .bold = true, .headline = true};
constexpr Font footer_font{.size = 9, .italic = true};
constexpr Colour footer_colour = rgb(0x444444);

constexpr std::array<std::string_view, columns> headings = {"STT",
                                                            "Họ và tên (Ông/Bà)\nhoặc tập thể",
                                                            "Chức vụ,\nđơn vị",
                                                            "Thành tích",
                                                            "Hình\nthức",
                                                            "Tiền\nthưởng\n(đồng)",
                                                            "Ghi\nchú"};

enum class RowKind { Group, Recipient, Total };

struct TableRow {
    RowKind kind = RowKind::Recipient;
    std::array<std::vector<Line>, columns> cells;
    double height = 0;
    bool with_next = false;  // no page turn after it
};

class ListDrawing {
public:
    explicit ListDrawing(const AwardList& list)
        : list_(list), pdf_(210, 297, "Danh sách kèm theo Quyết định"), type_(pdf_.type())
    {
    }

    base::Result<std::string> draw()
    {
        fit(5, base::grouped(list_.total()), cell_bold);
        for (const auto& group : list_.groups)
            fit(0, std::to_string(group.rows.size()), cell);
        for (std::size_t i = 0; i < columns; ++i)
            header_[i] = type_.lines(headings[i], header_font, inner(i));
        subject_ = balanced_lines(type_, list_.subject, bold, to_points(right_edge - left_edge));
        signature_ = balanced_lines(type_, list_.signature.title, capitals,
                                    to_points(2 * (right_edge - signer_middle)));
        for (const auto& group : list_.groups)
            add_group(group);
        add_total();
        if (error_) return *error_;
        paginate();
        head();
        for (std::size_t i = 0; i + 1 < page_ends_.size(); ++i) {
            if (i > 0) turn_page();
            draw_page(page_ends_[i], page_ends_[i + 1]);
        }
        pdf_.end_tag("Table");
        tail();
        return pdf_.finish();
    }

private:
    [[nodiscard]] double inner(std::size_t column) const { return to_points(widths_[column] - 2 * padding); }
    [[nodiscard]] double column_left(std::size_t column) const
    {
        double x = left_edge;
        for (std::size_t i = 0; i < column; ++i)
            x += widths_[i];
        return x;
    }
    // The achievement gives way to long numbers.
    void fit(std::size_t column, const std::string& text, const Font& font)
    {
        const double needed = to_mm(type_.width(text, font)) + 2 * padding + 0.2;
        const double more = std::max(0.0, needed - widths_[column]);
        widths_[column] += more;
        widths_[3] -= more;
    }

    // A post ends its line; a unit breaks before a whole term when it can.
    std::vector<Line> set(std::string_view text, std::size_t column, const Font& font)
    {
        auto lines = type_.lines(text, font, inner(column));
        check(lines, text, column);
        return lines;
    }

    void check(const std::vector<Line>& lines, std::string_view text, std::size_t column)
    {
        for (const auto& line : lines)
            if (line.width > inner(column) + 0.5 && !error_)
                error_ =
                    base::invalid({"Chữ “{}” rộng hơn cột của danh sách. Hãy viết ngắn lại hoặc tách chữ.",
                                   {std::string(text)}});
    }

    void add_group(const AwardListGroup& group)
    {
        TableRow heading;
        heading.kind = RowKind::Group;
        heading.cells[0] = set(group.mark, 0, cell_bold);
        heading.cells[1] = {type_.line(group.heading, cell_bold)};
        heading.cells[5] = set(base::grouped(group.subtotal()), 5, cell_bold);
        heading.height = group_height;
        heading.with_next = true;
        rows_.push_back(std::move(heading));
        int number = 0;
        for (const auto& row : group.rows)
            add_recipient(row, ++number);
    }

    void add_recipient(const AwardListRow& row, int number)
    {
        TableRow made;
        made.cells[0] = set(std::to_string(number), 0, cell);
        made.cells[1] = balanced(row.name, 1);
        made.cells[2] = post_and_unit(row);
        made.cells[3] = lines_without_orphan(type_, row.achievement, cell, inner(3));
        check(made.cells[3], row.achievement, 3);
        made.cells[4] = set(row.form, 4, cell);
        made.cells[5] = set(base::grouped(row.money), 5, cell);
        made.cells[6] = set(row.note, 6, cell);
        std::size_t most = 1;
        for (const auto& lines : made.cells)
            most = std::max(most, lines.size());
        made.height = std::max(row_least, static_cast<double>(most) * cell_line + 2 * padding);
        // With its group's heading above it a row has room on the first page and so on every page.
        if (made.height > bottom - first_top - head_height() - header_height - group_height && !error_)
            error_ = base::invalid({"Dòng của “{}” cao hơn một trang. Hãy rút ngắn nội dung.", {row.name}});
        rows_.push_back(std::move(made));
    }

    std::vector<Line> post_and_unit(const AwardListRow& row)
    {
        if (row.post.empty()) return balanced(row.unit, 2);
        auto lines = set(row.unit.empty() ? row.post : row.post + ",", 2, cell);
        for (auto& line : balanced(row.unit, 2))
            lines.push_back(std::move(line));
        return lines;
    }

    std::vector<Line> balanced(const std::string& text, std::size_t column)
    {
        auto lines = balanced_lines(type_, text, cell, inner(column));
        check(lines, text, column);
        return lines;
    }

    void add_total()
    {
        TableRow total;
        total.kind = RowKind::Total;
        total.cells[1] = {type_.line(list_.total_heading, cell_bold)};
        total.cells[5] = set(base::grouped(list_.total()), 5, cell_bold);
        total.height = total_height;
        rows_.push_back(std::move(total));
        // The total and the signature have at least two recipients above them.
        for (std::size_t i = rows_.size() - 1, recipients = 0; i > 0 && recipients < 2; --i) {
            rows_[i - 1].with_next = true;
            if (rows_[i - 1].kind == RowKind::Recipient) ++recipients;
        }
        words_ =
            type_.paragraph({{"Bằng chữ:", {.size = 13.5, .italic = true}},
                             {list_.total_in_words() + ".", {.size = 13.5, .bold = true, .italic = true}}},
                            to_points(right_edge - left_edge), 0);
    }

    double head_height() const
    {
        return 20.2 + 5.55 * static_cast<double>(subject_.size()) +
               5.3 * static_cast<double>(list_.attached.size() > 1 ? list_.attached.size() - 1 : 0) - 3.6;
    }
    double tail_height() const
    {
        return 7.3 + 5.6 * static_cast<double>(words_.size()) + 5.6 * static_cast<double>(signature_.size()) +
               37;
    }

    // Rows tied together are one piece; pieces fill pages in order.
    void paginate()
    {
        page_ends_ = {0};
        double y = first_top + head_height() + header_height;
        for (std::size_t from = 0; from < rows_.size();) {
            std::size_t to = from;
            double height = rows_[to].height;
            while (rows_[to].with_next && to + 1 < rows_.size())
                height += rows_[++to].height;
            const auto needed = [&] { return height + (to + 1 == rows_.size() ? tail_height() : 0); };
            // Rows too tall to share a page part; the last of them stays with the total.
            if (needed() > bottom - first_top - header_height && to > from) {
                to = from;
                height = rows_[from].height;
            }
            if (y + needed() > bottom + 0.01 && from > page_ends_.back()) {
                page_ends_.push_back(from);
                y = first_top + header_height;
            }
            y += height;
            from = to + 1;
        }
        page_ends_.push_back(rows_.size());
    }

    void head()
    {
        if (list_.draft) pdf_.watermark("DỰ THẢO");
        pdf_.begin_tag("H1");
        double y = first_top + 4.5;
        pdf_.text("DANH SÁCH", {.size = 14, .bold = true, .headline = true}, middle, y, Align::Centre);
        for (const auto& line : subject_)
            pdf_.line_of_text(line, middle - to_mm(line.width) / 2, y += 5.55);
        pdf_.end_tag("H1");
        y += 1;
        for (const auto& line : list_.attached)
            pdf_.text(line, {.size = 13, .italic = true}, middle, y += 5.3, Align::Centre);
        y += 2.9;
        pdf_.rule(middle - 25, y, middle + 25, y, 0.6);
        top_ = first_top + head_height();
        pdf_.begin_tag("Table");
    }

    void turn_page()
    {
        pdf_.next_page();
        if (list_.draft) pdf_.watermark("DỰ THẢO");
        pdf_.text(std::to_string(pdf_.page()), {.size = 13.5}, middle, 11, Align::Centre);
        top_ = first_top;
    }

    void draw_page(std::size_t from, std::size_t to)
    {
        double y = top_;
        std::vector<double> edges = {y, y += header_height};
        for (auto i = from; i < to; ++i)
            edges.push_back(y += rows_[i].height);
        grid(from, edges);
        for (std::size_t i = 0; i < columns; ++i)
            in_cell(header_[i], i, top_, header_height, 3.9, Align::Centre);
        for (auto i = from; i < to; ++i)
            draw_row(rows_[i], edges[i - from + 1]);
        top_ = y;
        footer();
    }

    void draw_row(const TableRow& row, double y)
    {
        for (std::size_t i = 0; i < columns; ++i) {
            const Align align = i == 5 ? Align::Right : (i == 0 || i == 4) ? Align::Centre : Align::Left;
            in_cell(row.cells[i], i, y, row.height, cell_line, align);
        }
    }

    void in_cell(const std::vector<Line>& lines, std::size_t column, double y, double height, double step,
                 Align align)
    {
        if (lines.empty()) return;
        const double left = column_left(column);
        double baseline = y + (height - step * static_cast<double>(lines.size())) / 2 + step * 0.775;
        for (const auto& line : lines) {
            const double room = widths_[column] - to_mm(line.width);
            const double x = align == Align::Left     ? padding
                             : align == Align::Centre ? room / 2
                                                      : room - padding;
            pdf_.line_of_text(line, left + x, baseline);
            baseline += step;
        }
    }

    // One path per page. Headings of groups and the total run over columns 2 to 5.
    void grid(std::size_t from, const std::vector<double>& edges)
    {
        auto* cairo = pdf_.drawing();
        cairo_set_source_rgb(cairo, 0, 0, 0);
        cairo_set_line_width(cairo, 0.5);
        const auto segment = [&](double x1, double y1, double x2, double y2) {
            cairo_move_to(cairo, to_points(x1), to_points(y1));
            cairo_line_to(cairo, to_points(x2), to_points(y2));
        };
        for (const double y : edges)
            segment(left_edge, y, right_edge, y);
        for (std::size_t column = 0; column <= columns; ++column) {
            const double x = column_left(column);
            double start = edges.front();
            for (std::size_t i = 2; i < edges.size(); ++i) {
                const bool merged =
                    column >= 2 && column <= 4 && rows_[from + i - 2].kind != RowKind::Recipient;
                if (!merged) continue;
                if (edges[i - 1] > start) segment(x, start, x, edges[i - 1]);
                start = edges[i];
            }
            if (edges.back() > start) segment(x, start, x, edges.back());
        }
        cairo_stroke(cairo);
    }

    void tail()
    {
        pdf_.begin_tag("P");
        double y = top_ + 1.7;
        for (const auto& line : words_)
            pdf_.line_of_text(line, left_edge, y += 5.6);
        y += 13.1;
        for (const auto& line : signature_) {
            pdf_.line_of_text(line, signer_middle - to_mm(line.width) / 2, y);
            y += 5.6;
        }
        pdf_.text(list_.signature.name, bold, signer_middle, y + 28.3, Align::Centre);
        pdf_.end_tag("P");
    }

    // Ties loose sheets to the decision.
    void footer()
    {
        if (list_.footer.empty()) return;
        pdf_.text(list_.footer, footer_font, left_edge, 286, Align::Left, footer_colour);
        pdf_.text("Trang " + std::to_string(pdf_.page()) + "/" + std::to_string(page_ends_.size() - 1),
                  footer_font, right_edge, 286, Align::Right, footer_colour);
    }

    const AwardList& list_;
    PdfFile pdf_;
    Typesetter& type_;
    std::array<double, columns> widths_ = usual_widths;
    std::array<std::vector<Line>, columns> header_;
    std::vector<TableRow> rows_;
    std::vector<Line> words_;
    std::vector<Line> subject_, signature_;
    std::vector<std::size_t> page_ends_;
    double top_ = 0;
    std::optional<base::Error> error_;
};

}  // namespace

base::Result<std::string> award_list_pdf(const AwardList& list)
{
    return ListDrawing(list).draw();
}

}  // namespace documents
