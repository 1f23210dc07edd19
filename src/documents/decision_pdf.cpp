// Positions are those of Decree 30/2020, annex I: margins 20/17/20/30 mm, agency left, motto right.
#include "documents/decision_paper.h"
#include "documents/pdf_file.h"

#include <algorithm>

namespace documents {
namespace {

constexpr double left_edge = 30, right_edge = 193, top = 20, bottom = 277;
constexpr double text_width = right_edge - left_edge;
constexpr double middle = (left_edge + right_edge) / 2;
constexpr double agency_middle = 59, motto_middle = 142.5, signer_middle = 149;
// "THÀNH PHỐ HỒ CHÍ MINH" on one line, and clear of the motto.
constexpr double agency_width = 62, signature_width = 2 * (right_edge - signer_middle);
constexpr double line_height = 5.62;    // 13.5 pt × 1.18
constexpr double paragraph_gap = 2.12;  // 6 pt
constexpr double first_indent = 10;

constexpr Font body{.size = 13.5};
constexpr Font italic{.size = 13.5, .italic = true};
constexpr Font bold{.size = 13.5, .bold = true};
constexpr Font capitals{.size = 13.5, .bold = true, .headline = true};
constexpr Font agency_font{.size = 12.5, .bold = true, .headline = true};
constexpr Font title_font{.size = 14, .bold = true, .headline = true};
constexpr Font receivers_title{.size = 12, .bold = true, .italic = true};
constexpr Font receivers_item{.size = 11};

constexpr Font footer_font{.size = 9, .italic = true};
constexpr Colour footer_colour = rgb(0x444444);

// A line of the running text and the space it asks for above.
struct FlowLine {
    Line line;
    double before = 0;
    bool centred = false;
};

class DecisionDrawing {
public:
    explicit DecisionDrawing(const DecisionPaper& paper)
        : paper_(paper), pdf_(210, 297, "Quyết định số " + paper.number)
    {
    }

    std::string draw()
    {
        dress_page();
        head();
        const auto flow = running_text();
        // The last two lines go with the signature, which never stands alone on a page.
        const double signature = signature_height();
        for (std::size_t i = 0; i < flow.size(); ++i) {
            const bool tail = i + 2 == flow.size();
            const double needed = tail ? 2 * line_height + flow[i + 1].before + signature : line_height;
            if (y_ + flow[i].before + needed > bottom) turn_page();
            place(flow[i]);
        }
        signature_block();
        return pdf_.finish();
    }

private:
    void dress_page()
    {
        if (paper_.draft) pdf_.watermark("DỰ THẢO");
        pdf_.text(paper_.footer, footer_font, middle, 286, Align::Centre, footer_colour);
    }

    void centred(std::string_view text, const Font& font, double x, double y)
    {
        pdf_.text(text, font, x, y, Align::Centre);
    }
    void centred(const Line& line, double x, double y)
    {
        pdf_.line_of_text(line, x - to_mm(line.width) / 2, y);
    }

    std::vector<Line> signature_title()
    {
        return balanced_lines(pdf_.type(), paper_.signature.title, capitals, to_points(signature_width));
    }

    void head()
    {
        pdf_.begin_tag("P");
        double y = top + 4.3;
        for (const auto& line :
             balanced_lines(pdf_.type(), paper_.agency, agency_font, to_points(agency_width))) {
            centred(line, agency_middle, y);
            y += 5.5;
        }
        pdf_.rule(agency_middle - 11, y - 3, agency_middle + 11, y - 3, 0.6);
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", agency_font, motto_middle, top + 4.3);
        const std::string motto = "Độc lập - Tự do - Hạnh phúc";
        centred(motto, bold, motto_middle, top + 9.8);
        const double half = to_mm(pdf_.type().width(motto, bold)) / 2;
        pdf_.rule(motto_middle - half, top + 12.2, motto_middle + half, top + 12.2, 0.6);
        y_ = std::max(y + 5.3, top + 21);
        centred("Số: " + paper_.number, {.size = 13}, agency_middle, y_);
        centred(paper_.place_and_date, italic, motto_middle, y_);
        pdf_.end_tag("P");
        title();
    }

    void title()
    {
        pdf_.begin_tag("H1");
        y_ += 10.4;
        centred("QUYẾT ĐỊNH", title_font, middle, y_);
        for (const auto& line : balanced_lines(pdf_.type(), paper_.subject, bold, to_points(text_width - 8)))
            centred(line, middle, y_ += 5.62);
        pdf_.end_tag("H1");
        y_ += 2.5;
        pdf_.rule(middle - 23, y_, middle + 23, y_, 0.6);
        y_ += 10.9 - line_height;
    }

    std::vector<FlowLine> running_text()
    {
        std::vector<FlowLine> flow;
        heading(flow, paper_.authority, 0);
        for (std::size_t i = 0; i < paper_.grounds.size(); ++i) {
            const bool last = i + 1 == paper_.grounds.size();
            paragraph(flow, {{with_pairs_joined(paper_.grounds[i]) + (last ? "." : ";"), italic}},
                      i == 0 ? 3.4 : paragraph_gap);
        }
        heading(flow, "QUYẾT ĐỊNH:", 3.4);
        for (std::size_t i = 0; i < paper_.articles.size(); ++i) {
            const bool last = i + 1 == paper_.articles.size();
            std::string text = with_pairs_joined(paper_.articles[i]);
            if (last) text += text.ends_with('.') ? "/." : "./.";
            paragraph(flow, {{"Điều\u00a0" + std::to_string(i + 1) + ".", bold}, {text, body}},
                      i == 0 ? 3.0 : paragraph_gap);
        }
        return flow;
    }

    void heading(std::vector<FlowLine>& flow, std::string_view text, double before)
    {
        for (auto& line : pdf_.type().lines(text, capitals, to_points(text_width))) {
            flow.push_back({std::move(line), before, true});
            before = 0;
        }
    }

    void paragraph(std::vector<FlowLine>& flow, const std::vector<Span>& spans, double before)
    {
        for (auto& line : pdf_.type().paragraph(spans, to_points(text_width), to_points(first_indent))) {
            justify(line, to_points(text_width));
            flow.push_back({std::move(line), before, false});
            before = 0;
        }
    }

    void place(const FlowLine& flow)
    {
        y_ += flow.before + line_height;
        const double x = flow.centred ? middle - to_mm(flow.line.width) / 2 : left_edge;
        pdf_.line_of_text(flow.line, x, y_);
    }

    void turn_page()
    {
        pdf_.next_page();
        dress_page();
        centred(std::to_string(pdf_.page()), body, middle, 11);
        y_ = top;
    }

    std::vector<Line> receiver_lines()
    {
        std::vector<Line> lines;
        for (std::size_t i = 0; i < paper_.recipients.size(); ++i) {
            const std::string end = i + 1 == paper_.recipients.size() ? "." : ";";
            for (auto& line :
                 pdf_.type().lines("- " + paper_.recipients[i] + end, receivers_item, to_points(78)))
                lines.push_back(std::move(line));
        }
        return lines;
    }

    // From the last line of text to the lowest line of the block.
    double signature_height()
    {
        const double left = 10.3 + 4.5 * static_cast<double>(receiver_lines().size());
        const double right = 10.6 + 29.4 + 5.6 * (static_cast<double>(signature_title().size()) - 1);
        return std::max(left, right);
    }

    void signature_block()
    {
        pdf_.begin_tag("P");
        const double y = y_ + 10.6;
        double line = y - 0.3;
        pdf_.text("Nơi nhận:", receivers_title, left_edge, line);
        for (const auto& item : receiver_lines())
            pdf_.line_of_text(item, left_edge, line += 4.5);
        double title = y;
        for (const auto& text : signature_title()) {
            centred(text, signer_middle, title);
            title += 5.6;
        }
        centred(paper_.signature.name, bold, signer_middle, title - 5.6 + 29.4);
        pdf_.end_tag("P");
    }

    const DecisionPaper& paper_;
    PdfFile pdf_;
    double y_ = top;
};

}  // namespace

base::Result<std::string> decision_pdf(const DecisionPaper& paper)
{
    return DecisionDrawing(paper).draw();
}

}  // namespace documents
