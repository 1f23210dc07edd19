// A plain certificate: frame, head, recipient, achievement, signature, decision and golden-book number. The emblem's place
// stays empty until the office supplies its file.
#include "documents/certificate.h"

#include "documents/certificate_border.h"
#include "documents/pdf_file.h"
#include "documents/release.h"

#include <algorithm>
#include <optional>

namespace documents {
namespace {

class CertificateDrawing {
public:
    CertificateDrawing(const CertificateBatch& batch, const CertificateLayout& layout)
        : batch_(batch), layout_(layout), pdf_(layout.width, layout.height, batch.object, false)
    {
        // Drawn once: the pages refer to one form of the file.
        const cairo_rectangle_t sheet = {0, 0, to_points(layout.width), to_points(layout.height)};
        border_.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &sheet));
        const Owned<cairo_t, cairo_destroy> cairo(cairo_create(border_.get()));
        draw_certificate_border(cairo.get(), layout.width, layout.height);
    }

    base::Result<std::string> draw()
    {
        for (std::size_t i = 0; i < batch_.certificates.size(); ++i) {
            if (i > 0) pdf_.next_page();
            page(batch_.certificates[i]);
            if (error_) return *error_;
        }
        return pdf_.finish();
    }

private:
    void page(const Certificate& certificate)
    {
        recipient_ = certificate.recipient;
        pdf_.bookmark(std::to_string(certificate.golden_book) + ". " + certificate.recipient);
        auto* cairo = pdf_.drawing();
        cairo_set_source_surface(cairo, border_.get(), 0, 0);
        cairo_paint(cairo);
        if (batch_.draft) pdf_.watermark("DỰ THẢO");
        head();
        pdf_.begin_tag("P");
        const auto& name_box = certificate.person ? layout_.recipient : layout_.collective;
        Font name_font{.family = certificate.person ? Family::Script : Family::Serif,
                       .bold = !certificate.person};
        in_box(certificate.recipient, name_font, name_box, certificate.person ? 1 : 2);
        in_box(certificate.post_unit, {}, layout_.post, 1);
        in_box(certificate.achievement, {}, layout_.achievement, 2);
        pdf_.end_tag("P");
        foot(certificate);
    }

    void head()
    {
        const double middle = layout_.width / 2;
        const Font caps{.size = 21, .bold = true, .headline = true};
        pdf_.begin_tag("P");
        pdf_.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", caps, middle, 71, Align::Centre);
        const std::string motto = "Độc lập - Tự do - Hạnh phúc";
        const Font motto_font{.size = 21, .bold = true};
        pdf_.text(motto, motto_font, middle, 80.2, Align::Centre);
        const double half = to_mm(pdf_.type().width(motto, motto_font)) / 2;
        pdf_.rule(middle - half, 83.6, middle + half, 83.6, 1);
        pdf_.text(batch_.authority, {.size = 25, .bold = true, .headline = true}, middle, 96.6, Align::Centre,
                  certificate_red);
        pdf_.text(batch_.verb, {.size = 23, .bold = true, .headline = true, .tracking = to_points(0.6)},
                  middle, 109.4, Align::Centre);
        pdf_.end_tag("P");
        pdf_.begin_tag("H1");
        in_box(batch_.object,
               {.family = Family::Display, .bold = true, .headline = true, .tracking = to_points(1.2)},
               layout_.object, 1, Align::Centre, certificate_red);
        pdf_.end_tag("H1");
    }

    void foot(const Certificate& certificate)
    {
        pdf_.begin_tag("P");
        const Font slanted{.bold = true, .italic = true};
        in_box(batch_.place_and_date, slanted, layout_.date, 1);
        double y = layout_.title.y;
        for (const auto& line : batch_.signature.title) {
            auto box = layout_.title;
            box.y = y;
            in_box(line, {.bold = true, .headline = true}, box, 1);
            y += layout_.title.height;
        }
        in_box(batch_.signature.name, {.bold = true}, layout_.name, 1);
        in_box(batch_.decision, slanted, layout_.decision, 1, Align::Left);
        const auto ordinal = std::to_string(certificate.golden_book);
        in_box("Số sổ vàng: " + std::string(ordinal.size() < 2 ? "0" : "") + ordinal, slanted,
               layout_.golden_book, 1, Align::Left);
        pdf_.text(batch_.footer, {.size = 10, .italic = true}, layout_.width / 2, layout_.height - 29.5,
                  Align::Centre, rgb(0x444444));
        pdf_.end_tag("P");
    }

    // As large as the box allows, at most `most_lines`; below the floor it is an error, never a look.
    void in_box(const std::string& text, Font font, const CertificateField& box, std::size_t most_lines,
                Align align = Align::Centre, const Colour& colour = black)
    {
        if (text.empty() || error_) return;
        for (font.size = box.size; font.size >= box.floor; font.size -= 0.5) {
            const auto lines = fitting(text, font, box, most_lines);
            if (lines.empty()) continue;
            const double step = pitch(font, box);
            const auto room_for = box.from_top ? most_lines : lines.size();
            // Liberation's and Chorus's letters rise about 0.7 of their size above the line.
            double baseline =
                box.y + (box.height - step * static_cast<double>(room_for - 1)) / 2 + to_mm(font.size) * 0.34;
            for (const auto& line : lines) {
                const double width = to_mm(line.width - (align == Align::Centre ? font.tracking : 0));
                const double x = align == Align::Left ? box.x : box.x + (box.width - width) / 2;
                pdf_.line_of_text(line, x, baseline, colour);
                baseline += step;
            }
            return;
        }
        error_ = base::invalid(
            {"Bằng của “{}”: nội dung “{}” dài quá khung in. Hãy rút ngắn.", {recipient_, text}});
    }

    static double pitch(const Font& font, const CertificateField& box)
    {
        return box.pitch > 0 ? box.pitch * font.size / box.size : to_mm(font.size * 1.15);
    }

    std::vector<Line> fitting(const std::string& text, const Font& font, const CertificateField& box,
                              std::size_t most_lines)
    {
        const double width = to_points(box.width);
        auto lines = pdf_.type().lines(text, font, width);
        if (lines.size() > most_lines || lines.front().width > width) return {};
        if (lines.size() == 2)
            lines = pdf_.type().lines(balanced_break(pdf_.type(), text, font, width), font, width);
        // Slack below: a Script's tail may leave its line.
        if (pitch(font, box) * static_cast<double>(lines.size()) > box.height + 0.5) return {};
        return lines;
    }

    const CertificateBatch& batch_;
    const CertificateLayout& layout_;
    PdfFile pdf_;
    Owned<cairo_surface_t, cairo_surface_destroy> border_;
    std::string recipient_;
    std::optional<base::Error> error_;
};

}  // namespace

base::Result<std::string> certificates_pdf(const CertificateBatch& batch, const CertificateLayout& layout)
{
    return CertificateDrawing(batch, layout).draw();
}

}  // namespace documents
