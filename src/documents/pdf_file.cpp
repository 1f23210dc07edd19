#include "documents/pdf_file.h"

#include <cairo-pdf.h>

namespace documents {
namespace {

cairo_status_t keep(void* bytes, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

PdfFile::PdfFile(double width_mm, double height_mm, std::string_view title, bool tagged)
    : width_(width_mm), height_(height_mm),
      surface_(cairo_pdf_surface_create_for_stream(keep, &bytes_, to_points(width_mm), to_points(height_mm))),
      cairo_(cairo_create(surface_)), tagged_(tagged)
{
    cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, "Vinh Danh");
    // Without a moment of making, a reprint is the same file.
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE, "");
    begin_tag("Document");
}

PdfFile::~PdfFile()
{
    if (cairo_ != nullptr) cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
}

void PdfFile::next_page()
{
    flush();
    cairo_show_page(cairo_);
    ++page_;
}

void PdfFile::bookmark(std::string_view name)
{
    cairo_pdf_surface_add_outline(surface_, CAIRO_PDF_OUTLINE_ROOT, std::string(name).c_str(),
                                  ("page=" + std::to_string(page_)).c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void PdfFile::text(std::string_view text, const Font& font, double x, double baseline, Align align,
                   const Colour& colour)
{
    const Line line = type_.line(text, font);
    const double width = to_mm(line.width - (align == Align::Left ? 0 : font.tracking));
    const double left = align == Align::Left ? x : align == Align::Centre ? x - width / 2 : x - width;
    line_of_text(line, left, baseline, colour);
}

void PdfFile::line_of_text(const Line& line, double x, double baseline, const Colour& colour)
{
    const double left = to_points(x);
    const double y = to_points(baseline);
    for (const auto& placed : line.words) {
        append(*placed.word, left + placed.x, y, colour);
        if (placed.space != nullptr) append(*placed.space, left + placed.x + placed.word->width, y, colour);
    }
}

void PdfFile::append(const ShapedWord& word, double x, double y, const Colour& colour)
{
    for (const auto& run : word.runs) {
        if (run.face != face_ || colour != colour_) {
            flush();
            face_ = run.face;
            colour_ = colour;
        }
        text_ += run.text;
        clusters_.insert(clusters_.end(), run.clusters.begin(), run.clusters.end());
        for (const auto& glyph : run.glyphs)
            glyphs_.push_back({glyph.index, x + glyph.x, y + glyph.y});
    }
}

void PdfFile::flush()
{
    if (glyphs_.empty()) return;
    cairo_set_scaled_font(cairo_, face_);
    cairo_set_source_rgb(cairo_, colour_.red, colour_.green, colour_.blue);
    cairo_show_text_glyphs(cairo_, text_.data(), static_cast<int>(text_.size()), glyphs_.data(),
                           static_cast<int>(glyphs_.size()), clusters_.data(),
                           static_cast<int>(clusters_.size()), cairo_text_cluster_flags_t{});
    text_.clear();
    glyphs_.clear();
    clusters_.clear();
}

void PdfFile::rule(double x1, double y1, double x2, double y2, double points, const Colour& colour)
{
    flush();
    cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue);
    cairo_set_line_width(cairo_, points);
    cairo_move_to(cairo_, to_points(x1), to_points(y1));
    cairo_line_to(cairo_, to_points(x2), to_points(y2));
    cairo_stroke(cairo_);
}

void PdfFile::box(double x, double y, double width, double height, const Colour& fill)
{
    flush();
    cairo_set_source_rgb(cairo_, fill.red, fill.green, fill.blue);
    cairo_rectangle(cairo_, to_points(x), to_points(y), to_points(width), to_points(height));
    cairo_fill(cairo_);
}

void PdfFile::watermark(std::string_view word)
{
    Font font{.size = 88, .bold = true, .headline = true};
    const Line line = type_.line(word, font);
    flush();
    cairo_save(cairo_);
    cairo_translate(cairo_, to_points(width_ / 2), to_points(height_ / 2));
    cairo_rotate(cairo_, -0.7);
    const auto middle = -line.width / 2;
    for (const auto& placed : line.words) {
        append(*placed.word, middle + placed.x, font.size / 3, rgb(0xE9E9E9));
        if (placed.space != nullptr)
            append(*placed.space, middle + placed.x + placed.word->width, font.size / 3, rgb(0xE9E9E9));
    }
    flush();
    cairo_restore(cairo_);
}

void PdfFile::begin_tag(const char* name)
{
    if (!tagged_) return;
    flush();
    cairo_tag_begin(cairo_, name, nullptr);
}

void PdfFile::end_tag(const char* name)
{
    if (!tagged_) return;
    flush();
    cairo_tag_end(cairo_, name);
}

cairo_t* PdfFile::drawing()
{
    flush();
    return cairo_;
}

std::string PdfFile::finish()
{
    flush();
    end_tag("Document");
    cairo_show_page(cairo_);
    cairo_destroy(cairo_);
    cairo_ = nullptr;
    cairo_surface_finish(surface_);
    return std::move(bytes_);
}

}  // namespace documents
