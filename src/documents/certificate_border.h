// The frame of a certificate as print_notes measured it: four lines, a band of two crossing waves with a bud in each eye
// and a rosette in each corner. Nothing of it is the emblem, and nothing stands outside the outer line.
#pragma once

#include "documents/pdf_file.h"

namespace documents {

inline constexpr Colour certificate_red = rgb(0xB3141C);
inline constexpr Colour certificate_gold = rgb(0xB88A2E);
inline constexpr Colour certificate_light_gold = rgb(0xD9B866);

// On a sheet of that size in millimetres; the drawing's unit is the point.
void draw_certificate_border(cairo_t* cairo, double width, double height);

}  // namespace documents
