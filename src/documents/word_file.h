// A WordprocessingML file in memory: paragraphs and tables as Word itself writes them, kept minimal. Lengths are
// millimetres, sizes points.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

struct WordRun {
    std::string text;  // "\n" breaks the line
    bool bold = false;
    bool italic = false;
};

struct WordParagraph {
    const char* align = "left";  // left, center, right, both
    double size = 13.5;
    double first_indent = 0;
    double before = 0;     // points
    double spacing = 1.0;  // lines
    bool keep_next = false;
};

class WordFile {
public:
    // Margins in the order top, right, bottom, left; a landscape page swaps its sides.
    WordFile(double top, double right, double bottom, double left);

    [[nodiscard]] pugi::xml_node body() { return body_; }
    void paragraph(pugi::xml_node parent, const std::vector<WordRun>& runs, const WordParagraph& how);
    // A thin line of that length in the middle of `room`.
    static void rule(pugi::xml_node parent, double room, double length);
    // A table of fixed widths; `bordered` draws thin lines.
    pugi::xml_node table(const std::vector<double>& widths, bool bordered);
    // `header` repeats it on each page. Rows never split.
    static pugi::xml_node row(pugi::xml_node table, bool header = false, double least_height = 0);
    static pugi::xml_node cell(pugi::xml_node row, double width, int span = 1, bool middle = true);

    // Page number centred in the top margin, not on the first page.
    [[nodiscard]] std::string finish();

private:
    pugi::xml_document document_;
    pugi::xml_node body_;
    double top_, right_, bottom_, left_;
};

}  // namespace documents
