// A PDF in memory, drawn in millimetres from the sheet's top left; y of a text is its baseline. Texts can be read back
// and searched (every letter carries its character), the file is tagged for screen readers, and the same drawing
// gives the same bytes.
#pragma once

#include "documents/typesetting.h"

#include <cairo.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

inline constexpr double points_per_mm = 72.0 / 25.4;

[[nodiscard]] constexpr double to_points(double mm)
{
    return mm * points_per_mm;
}
[[nodiscard]] constexpr double to_mm(double points)
{
    return points / points_per_mm;
}

struct Colour {
    double red = 0, green = 0, blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

inline constexpr Colour black{};

[[nodiscard]] constexpr Colour rgb(unsigned hex)
{
    return {((hex >> 16U) & 255U) / 255.0, ((hex >> 8U) & 255U) / 255.0, (hex & 255U) / 255.0};
}

enum class Align { Left, Centre, Right };

class PdfFile {
public:
    // Untagged when drawings are painted as forms of the file: cairo 1.16 fails on both together.
    PdfFile(double width_mm, double height_mm, std::string_view title, bool tagged = true);
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    [[nodiscard]] Typesetter& type() { return type_; }
    [[nodiscard]] int page() const { return page_; }
    [[nodiscard]] double page_width() const { return width_; }
    [[nodiscard]] double page_height() const { return height_; }

    void next_page();
    void bookmark(std::string_view name);  // of the current page

    // `x` is the left edge, the centre or the right edge, by `align`.
    void text(std::string_view text, const Font& font, double x, double baseline, Align align = Align::Left,
              const Colour& colour = black);
    void line_of_text(const Line& line, double x, double baseline, const Colour& colour = black);
    void rule(double x1, double y1, double x2, double y2, double points, const Colour& colour = black);
    void box(double x, double y, double width, double height, const Colour& fill);
    // A large grey word across the page, under what follows.
    void watermark(std::string_view word);
    // Structure of tagged PDF ("P", "H1", "Table", "TR", …); a name must outlive the call only.
    void begin_tag(const char* name);
    void end_tag(const char* name);
    // Direct access for ornaments; flushes pending text first. Units are points.
    [[nodiscard]] cairo_t* drawing();

    // Nothing may be drawn after this.
    [[nodiscard]] std::string finish();

private:
    void flush();
    void append(const ShapedWord& word, double x, double y, const Colour& colour);

    double width_;
    double height_;
    Typesetter type_;
    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    bool tagged_;
    int page_ = 1;
    // Consecutive letters of one face and colour are handed to cairo together.
    cairo_scaled_font_t* face_ = nullptr;
    Colour colour_;
    std::string text_;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
};

}  // namespace documents
