// Words into lines. Pango shapes each word once per font; lines are then broken here, because papers have rules of their
// own: a day keeps its month's number, money its unit, a post's comma ends a line. Lengths are points.
#pragma once

#include <cairo.h>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace documents {

enum class Family { Serif, Sans, Script, Display };

struct Font {
    Family family = Family::Serif;
    double size = 13;
    bool bold = false;
    bool italic = false;
    bool headline = false;  // capitals: no kerning, which would eat the space in "NGHĨA VIỆT"
    double tracking = 0;    // points between letters

    friend bool operator==(const Font&, const Font&) = default;
};

// Part of a word drawn with one face; more than one only when a letter had to come from another font.
struct ShapedRun {
    cairo_scaled_font_t* face = nullptr;
    std::string text;
    std::vector<cairo_glyph_t> glyphs;  // from the word's left, on its baseline
    std::vector<cairo_text_cluster_t> clusters;
};

struct ShapedWord {
    std::vector<ShapedRun> runs;
    double width = 0;
};

struct PlacedWord {
    const ShapedWord* word = nullptr;
    double x = 0;                       // from the line's left
    const ShapedWord* space = nullptr;  // follows the word; none at the line's end
};

struct Line {
    std::vector<PlacedWord> words;
    double width = 0;
    bool ends_paragraph = false;
};

// A stretch of text in one font. "\n" ends a line, a no-break space joins words.
struct Span {
    std::string text;
    Font font;
};

class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    [[nodiscard]] double width(std::string_view text, const Font& font);
    [[nodiscard]] double ascent(const Font& font);
    [[nodiscard]] double descent(const Font& font);
    // The whole text on one line.
    [[nodiscard]] Line line(std::string_view text, const Font& font);
    // As many lines as the width asks for, greedily. A word wider than the width stands alone on its line, which is then
    // wider than the width: the caller must refuse it.
    [[nodiscard]] std::vector<Line> lines(std::string_view text, const Font& font, double width);
    [[nodiscard]] std::vector<Line> paragraph(const std::vector<Span>& spans, double width,
                                              double first_indent);

private:
    struct Face;
    Face& face(const Font& font);
    const ShapedWord& word(Face& face, std::string_view text);

    struct Pango;
    std::unique_ptr<Pango> pango_;
    std::vector<std::unique_ptr<Face>> faces_;
};

// Spreads the line's words over `width`; a paragraph's last line stays as it is.
void justify(Line& line, double width);

// Joins what must not be torn apart in running text: "ngày 30", "tháng 3", "năm 2022", "Điều 1", "số 05/…", "1.490.000
// đồng".
[[nodiscard]] std::string with_pairs_joined(std::string_view text);

// A text that needs two lines, with "\n" where they should part: lines of like length, a place's kind ("huyện …") or
// "tại", "thuộc", else a whole term ("Thể thao và Du lịch") or what follows a comma rather opening the second.
[[nodiscard]] std::string balanced_break(Typesetter& type, std::string_view text, const Font& font,
                                         double width);

// Lines of at most the width; two lines are balanced.
[[nodiscard]] std::vector<Line> balanced_lines(Typesetter& type, std::string_view text, const Font& font,
                                               double width);

// The same for texts that each begin a line of their own.
[[nodiscard]] std::vector<Line> balanced_lines(Typesetter& type, const std::vector<std::string>& texts,
                                               const Font& font, double width);

// Lines of at most the width; the last is no single word when another break can help it.
[[nodiscard]] std::vector<Line> lines_without_orphan(Typesetter& type, std::string_view text,
                                                     const Font& font, double width);

// True when every letter of Vietnamese is in the font Pango chooses for the family; otherwise the first one missing.
[[nodiscard]] std::string missing_letter(const Font& font);
[[nodiscard]] std::string_view family_name(Family family);

}  // namespace documents
