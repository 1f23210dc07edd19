#include "documents/certificate_border.h"

#include <numbers>

namespace documents {
namespace {

constexpr Colour red = certificate_red, gold = certificate_gold, light_gold = certificate_light_gold;
constexpr Colour white = rgb(0xFFFFFF);
constexpr double outer = 13.7, inner = 25.1, band = 19.4;  // gold lines and the band's middle
constexpr double whole_turn = 2 * std::numbers::pi;

void in_colour(cairo_t* cairo, const Colour& colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

void disc(cairo_t* cairo, double radius, const Colour& colour)
{
    in_colour(cairo, colour);
    cairo_arc(cairo, 0, 0, radius, 0, whole_turn);
    cairo_fill(cairo);
}

// `count` pointed petals around the origin, from `near` to `far`.
void petals(cairo_t* cairo, int count, double near, double far, double width, const Colour& colour,
            double turned = 0)
{
    in_colour(cairo, colour);
    for (int i = 0; i < count; ++i) {
        cairo_save(cairo);
        cairo_rotate(cairo, turned + whole_turn * i / count);
        const double bulge = near + (far - near) * 0.4;
        cairo_move_to(cairo, near, 0);
        cairo_curve_to(cairo, near, width * 0.7, bulge, width * 0.75, far, 0);
        cairo_curve_to(cairo, bulge, -width * 0.75, near, -width * 0.7, near, 0);
        cairo_fill(cairo);
        cairo_restore(cairo);
    }
}

void bud(cairo_t* cairo)
{
    petals(cairo, 4, 0.45, 1.95, 1.1, red);
    disc(cairo, 0.5, white);
    disc(cairo, 0.28, gold);
}

void triangle(cairo_t* cairo, double at, double side)
{
    in_colour(cairo, light_gold);
    cairo_move_to(cairo, at - 1.5, 4.3 * side);
    cairo_line_to(cairo, at + 1.5, 4.3 * side);
    cairo_line_to(cairo, at, 2.55 * side);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

void knot(cairo_t* cairo, double at)
{
    cairo_save(cairo);
    cairo_translate(cairo, at, 0);
    disc(cairo, 0.78, gold);
    disc(cairo, 0.42, white);
    cairo_restore(cairo);
}

// Along the x axis from the origin. The length is parted into whole eyes, so that the waves close at both ends.
void side(cairo_t* cairo, double length, int eyes)
{
    const double unit = length / eyes;
    in_colour(cairo, gold);
    cairo_set_line_width(cairo, 0.75);
    for (const double first : {1.0, -1.0}) {
        cairo_move_to(cairo, 0, 0);
        double rise = 4.6 * first;
        for (int eye = 0; eye < eyes; ++eye, rise = -rise)
            cairo_curve_to(cairo, unit * (eye + 0.36), rise, unit * (eye + 0.64), rise, unit * (eye + 1), 0);
        cairo_stroke(cairo);
    }
    for (int eye = 0; eye < eyes; ++eye) {
        cairo_save(cairo);
        cairo_translate(cairo, unit * (eye + 0.5), 0);
        bud(cairo);
        cairo_restore(cairo);
        if (eye == 0) continue;
        triangle(cairo, unit * eye, 1);
        triangle(cairo, unit * eye, -1);
        knot(cairo, unit * eye);
    }
}

void rosette(cairo_t* cairo)
{
    in_colour(cairo, red);
    cairo_set_line_width(cairo, 0.28);
    cairo_arc(cairo, 0, 0, 5.05, 0, whole_turn);
    cairo_stroke(cairo);
    petals(cairo, 8, 0.8, 4.3, 1.9, gold, whole_turn / 16);
    petals(cairo, 8, 0.6, 3.85, 1.6, red);
    disc(cairo, 0.95, white);
    disc(cairo, 0.6, gold);
}

void frame(cairo_t* cairo, double inset, double line, const Colour& colour, double width, double height)
{
    in_colour(cairo, colour);
    cairo_set_line_width(cairo, line);
    cairo_rectangle(cairo, inset, inset, width - 2 * inset, height - 2 * inset);
    cairo_stroke(cairo);
}

// The inner gold lines run through to the outer ones: each corner becomes a square.
void gold_lines(cairo_t* cairo, double width, double height)
{
    frame(cairo, outer, 0.35, gold, width, height);
    for (const double x : {inner, width - inner}) {
        cairo_move_to(cairo, x, outer);
        cairo_line_to(cairo, x, height - outer);
    }
    for (const double y : {inner, height - inner}) {
        cairo_move_to(cairo, outer, y);
        cairo_line_to(cairo, width - outer, y);
    }
    cairo_stroke(cairo);
}

}  // namespace

void draw_certificate_border(cairo_t* cairo, double width, double height)
{
    cairo_save(cairo);
    cairo_scale(cairo, points_per_mm, points_per_mm);
    frame(cairo, 12, 1.1, red, width, height);
    frame(cairo, 26.4, 0.55, red, width, height);
    gold_lines(cairo, width, height);
    const auto placed = [&](double x, double y, double turned, auto draw) {
        cairo_save(cairo);
        cairo_translate(cairo, x, y);
        cairo_rotate(cairo, turned);
        draw();
        cairo_restore(cairo);
    };
    const auto across = [&] { side(cairo, width - 2 * inner, 37); };
    const auto down = [&] { side(cairo, height - 2 * inner, 25); };
    placed(inner, band, 0, across);
    placed(inner, height - band, 0, across);
    placed(band, inner, whole_turn / 4, down);
    placed(width - band, inner, whole_turn / 4, down);
    for (const double x : {band, width - band})
        for (const double y : {band, height - band})
            placed(x, y, 0, [&] { rosette(cairo); });
    cairo_restore(cairo);
}

}  // namespace documents
