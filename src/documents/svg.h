// The few SVG pieces our charts need, with numbers written the same on every machine.
#pragma once

#include "base/decimal.h"
#include "documents/charts.h"

#include <string>

namespace documents::svg {

// Written into the fragment; tenths of a unit are enough for a screen.
void put(base::Html& svg, double value);
// For drawing only.
[[nodiscard]] double approximate(const base::Decimal& value);

// <svg …> with its title and description, which also name it for screen readers. Drawn at its own size, smaller where
// its column is narrower.
[[nodiscard]] base::Html open(const ChartWords& words, base::Literal css_class, double width, double height);
void close(base::Html& svg);

void line(base::Html& svg, base::Literal css_class, double x1, double y1, double x2, double y2);
void box(base::Html& svg, std::string_view css_class, double x, double y, double width, double height,
         double radius = 0);
void circle(base::Html& svg, std::string_view css_class, double x, double y, double radius);
// A run of texts of one class and anchor, which stand at the run instead of at each of them.
void open_texts(base::Html& svg, base::Literal css_class, base::Literal anchor);
void text(base::Html& svg, double x, double y, std::string_view content);
void close_texts(base::Html& svg);
// One text by itself. `anchor` is "start", "middle" or "end".
void text(base::Html& svg, std::string_view css_class, double x, double y, std::string_view anchor,
          std::string_view content);

}  // namespace documents::svg
