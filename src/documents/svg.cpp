#include "documents/svg.h"

#include <cmath>

namespace documents::svg {

void put(base::Html& svg, double value)
{
    const auto tenths = std::llround(value * 10);
    if (tenths < 0 && tenths > -10) svg << "-";
    svg << tenths / 10;
    if (tenths % 10 != 0) svg << "." << std::llabs(tenths % 10);
}

double approximate(const base::Decimal& value)
{
    double whole = 1;
    for (int i = 0; i < value.scale(); ++i)
        whole *= 10;
    return static_cast<double>(value.coefficient()) / whole;
}

base::Html open(const ChartWords& words, base::Literal css_class, double width, double height)
{
    base::Html svg;
    svg << "<svg class=\"chart " << css_class << "\" width=\"";
    put(svg, width);
    svg << "\" height=\"";
    put(svg, height);
    svg << "\" viewBox=\"0 0 ";
    put(svg, width);
    svg << " ";
    put(svg, height);
    svg << "\" role=\"img\" aria-labelledby=\"" << words.id << "-title " << words.id
        << "-desc\" xmlns=\"http://www.w3.org/2000/svg\"><title id=\"" << words.id << "-title\">"
        << words.title << "</title><desc id=\"" << words.id << "-desc\">" << words.description << "</desc>";
    return svg;
}

void close(base::Html& svg)
{
    svg << "</svg>";
}

// Elements by the hundred: numbers go in without a text of their own.
void line(base::Html& svg, base::Literal css_class, double x1, double y1, double x2, double y2)
{
    svg << "<line class=\"" << css_class << "\" x1=\"";
    put(svg, x1);
    svg << "\" y1=\"";
    put(svg, y1);
    svg << "\" x2=\"";
    put(svg, x2);
    svg << "\" y2=\"";
    put(svg, y2);
    svg << "\"/>";
}

void box(base::Html& svg, std::string_view css_class, double x, double y, double width, double height,
         double radius)
{
    svg << "<rect class=\"" << css_class << "\" x=\"";
    put(svg, x);
    svg << "\" y=\"";
    put(svg, y);
    svg << "\" width=\"";
    put(svg, width);
    svg << "\" height=\"";
    put(svg, height);
    svg << "\"";
    if (radius > 0) {
        svg << " rx=\"";
        put(svg, radius);
        svg << "\"";
    }
    svg << "/>";
}

void circle(base::Html& svg, std::string_view css_class, double x, double y, double radius)
{
    svg << "<circle class=\"" << css_class << "\" cx=\"";
    put(svg, x);
    svg << "\" cy=\"";
    put(svg, y);
    svg << "\" r=\"";
    put(svg, radius);
    svg << "\"/>";
}

void open_texts(base::Html& svg, base::Literal css_class, base::Literal anchor)
{
    svg << "<g class=\"" << css_class << "\" text-anchor=\"" << anchor << "\">";
}

void text(base::Html& svg, double x, double y, std::string_view content)
{
    svg << "<text x=\"";
    put(svg, x);
    svg << "\" y=\"";
    put(svg, y);
    svg << "\">" << content << "</text>";
}

void close_texts(base::Html& svg)
{
    svg << "</g>";
}

void text(base::Html& svg, std::string_view css_class, double x, double y, std::string_view anchor,
          std::string_view content)
{
    svg << "<text class=\"" << css_class << "\" x=\"";
    put(svg, x);
    svg << "\" y=\"";
    put(svg, y);
    svg << "\" text-anchor=\"" << anchor << "\">" << content << "</text>";
}

}  // namespace documents::svg
