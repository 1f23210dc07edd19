#include "documents/typesetting.h"

#include "base/text.h"
#include "documents/release.h"

#include <algorithm>
#include <pango/pangocairo.h>

namespace documents {
namespace {

constexpr std::string_view no_break_space = "\u00a0";

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

double points(int pango_units)
{
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

ShapedRun shaped_run(PangoGlyphItem* item, const char* text, double tracking, double& x)
{
    ShapedRun run;
    run.face = pango_cairo_font_get_scaled_font(reinterpret_cast<PangoCairoFont*>(item->item->analysis.font));
    run.text.assign(text + item->item->offset, static_cast<std::size_t>(item->item->length));
    PangoGlyphItemIter cluster;
    for (auto more = pango_glyph_item_iter_init_start(&cluster, item, text); more != 0;
         more = pango_glyph_item_iter_next_cluster(&cluster)) {
        int glyphs = 0;
        for (int i = cluster.start_glyph; i < cluster.end_glyph; ++i) {
            const auto& info = item->glyphs->glyphs[i];
            if (info.glyph == PANGO_GLYPH_EMPTY) continue;
            run.glyphs.push_back(
                {info.glyph, x + points(info.geometry.x_offset), points(info.geometry.y_offset)});
            x += points(info.geometry.width);
            ++glyphs;
        }
        run.clusters.push_back({cluster.end_index - cluster.start_index, glyphs});
        x += tracking;
    }
    return run;
}

}  // namespace

struct Typesetter::Face {
    Font font;
    PangoFontDescription* description = nullptr;
    PangoAttrList* attributes = nullptr;
    double ascent = 0;
    double descent = 0;
    std::unordered_map<std::string, ShapedWord, TextHash, std::equal_to<>> words;

    ~Face()
    {
        pango_font_description_free(description);
        pango_attr_list_unref(attributes);
    }
};

struct Typesetter::Pango {
    Owned<PangoContext, g_object_unref> context;
    Owned<PangoLayout, g_object_unref> layout;
};

std::string_view family_name(Family family)
{
    switch (family) {
    case Family::Serif:
        return "Liberation Serif";
    case Family::Sans:
        return "Liberation Sans";
    case Family::Script:
        return "TeX Gyre Chorus";
    case Family::Display:
        return "TeX Gyre Schola";
    }
    return "Liberation Serif";
}

// A resolution of 72 makes a point a point; without hinting the layout does not depend on a screen.
Typesetter::Typesetter() : pango_(std::make_unique<Pango>())
{
    pango_->context.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    auto* context = pango_->context.get();
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_language(context, pango_language_from_string("vi"));
    pango_context_set_round_glyph_positions(context, 0);
    const Owned<cairo_font_options_t, cairo_font_options_destroy> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options.get());
    pango_->layout.reset(pango_layout_new(context));
}

Typesetter::~Typesetter() = default;

Typesetter::Face& Typesetter::face(const Font& font)
{
    for (auto& known : faces_)
        if (known->font == font) return *known;
    auto made = std::make_unique<Face>();
    made->font = font;
    made->description = pango_font_description_new();
    pango_font_description_set_family(made->description, std::string(family_name(font.family)).c_str());
    pango_font_description_set_absolute_size(made->description, font.size * PANGO_SCALE);
    pango_font_description_set_weight(made->description, font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(made->description,
                                     font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    made->attributes = pango_attr_list_new();
    const char* features = font.headline ? "kern=0, liga=0, clig=0" : "liga=0, clig=0";
    pango_attr_list_insert(made->attributes, pango_attr_font_features_new(features));
    const Owned<PangoFontMetrics, pango_font_metrics_unref> metrics(
        pango_context_get_metrics(pango_->context.get(), made->description, nullptr));
    made->ascent = points(pango_font_metrics_get_ascent(metrics.get()));
    made->descent = points(pango_font_metrics_get_descent(metrics.get()));
    faces_.push_back(std::move(made));
    return *faces_.back();
}

const ShapedWord& Typesetter::word(Face& face, std::string_view text)
{
    if (const auto known = face.words.find(text); known != face.words.end()) return known->second;
    auto* layout = pango_->layout.get();
    pango_layout_set_font_description(layout, face.description);
    pango_layout_set_attributes(layout, face.attributes);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    ShapedWord shaped;
    const char* stored = pango_layout_get_text(layout);
    if (const auto* line = pango_layout_get_line_readonly(layout, 0))
        for (auto* at = line->runs; at != nullptr; at = at->next)
            shaped.runs.push_back(
                shaped_run(static_cast<PangoGlyphItem*>(at->data), stored, face.font.tracking, shaped.width));
    return face.words.emplace(std::string(text), std::move(shaped)).first->second;
}

double Typesetter::ascent(const Font& font)
{
    return face(font).ascent;
}

double Typesetter::descent(const Font& font)
{
    return face(font).descent;
}

double Typesetter::width(std::string_view text, const Font& font)
{
    return line(text, font).width;
}

Line Typesetter::line(std::string_view text, const Font& font)
{
    auto all = lines(text, font, 1e9);
    return all.empty() ? Line{} : std::move(all.front());
}

std::vector<Line> Typesetter::lines(std::string_view text, const Font& font, double width)
{
    return paragraph({{std::string(text), font}}, width, 0);
}

namespace {

// A word before lines are broken.
struct Token {
    const ShapedWord* word = nullptr;
    const ShapedWord* space = nullptr;
    bool joined = false;     // must not be parted from the next
    bool ends_line = false;  // "\n" follows
};

struct Cut {
    std::string_view word;
    bool joined = false;
    bool ends_line = false;
};

// The next word of `rest`, which loses it.
Cut cut_word(std::string_view& rest)
{
    Cut cut;
    const auto stop = rest.find_first_of(" \n\xc2");
    std::size_t at = stop;
    while (at != std::string_view::npos && rest[at] == '\xc2' &&
           rest.substr(at, no_break_space.size()) != no_break_space)
        at = rest.find_first_of(" \n\xc2", at + 1);
    cut.word = rest.substr(0, at);
    if (at == std::string_view::npos) {
        rest = {};
        return cut;
    }
    cut.joined = rest[at] == '\xc2';
    cut.ends_line = rest[at] == '\n';
    rest.remove_prefix(at + (cut.joined ? no_break_space.size() : 1));
    return cut;
}

class LineBreaker {
public:
    LineBreaker(double width, double first_indent) : width_(width), indent_(first_indent) {}

    std::vector<Line> broken(const std::vector<Token>& tokens)
    {
        for (std::size_t i = 0; i < tokens.size();) {
            std::size_t end = i + 1;
            while (tokens[end - 1].joined && end < tokens.size())
                ++end;
            place(tokens, i, end);
            i = end;
        }
        finish(true);
        return std::move(lines_);
    }

private:
    void place(const std::vector<Token>& tokens, std::size_t from, std::size_t to)
    {
        double needed = 0;
        for (auto i = from; i < to; ++i)
            needed += tokens[i].word->width + (i + 1 < to ? tokens[i].space->width : 0);
        const double gap = line_.words.empty() ? 0 : space_;
        if (!line_.words.empty() && line_.width + gap + needed > width_ + 0.01) finish(false);
        for (auto i = from; i < to; ++i) {
            if (line_.words.empty())
                line_.width = lines_.empty() ? indent_ : 0;
            else
                line_.width += space_;
            line_.words.push_back({tokens[i].word, line_.width, tokens[i].space});
            line_.width += tokens[i].word->width;
            space_ = tokens[i].space->width;
        }
        if (tokens[to - 1].ends_line) finish(true);
    }

    void finish(bool ends_paragraph)
    {
        if (line_.words.empty()) return;
        line_.words.back().space = nullptr;
        line_.ends_paragraph = ends_paragraph;
        lines_.push_back(std::move(line_));
        line_ = {};
    }

    double width_;
    double indent_;
    double space_ = 0;
    Line line_;
    std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> Typesetter::paragraph(const std::vector<Span>& spans, double width, double first_indent)
{
    std::vector<Token> tokens;
    for (const auto& span : spans) {
        Face& in = face(span.font);
        const ShapedWord* space = &word(in, " ");
        std::string_view rest = span.text;
        while (!rest.empty()) {
            const Cut cut = cut_word(rest);
            if (!cut.word.empty())
                tokens.push_back({&word(in, cut.word), space, cut.joined, cut.ends_line});
            else if (cut.ends_line && !tokens.empty())
                tokens.back().ends_line = true;
        }
    }
    return LineBreaker(width, first_indent).broken(tokens);
}

void justify(Line& line, double width)
{
    if (line.ends_paragraph || line.words.size() < 2 || line.width >= width) return;
    const double extra = (width - line.width) / static_cast<double>(line.words.size() - 1);
    double moved = 0;
    for (auto& placed : line.words) {
        placed.x += moved;
        moved += extra;
    }
    line.width = width;
}

std::string with_pairs_joined(std::string_view text)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string joined;
    while (!text.empty()) {
        const auto space = text.find(' ');
        const auto word = text.substr(0, space);
        const auto rest = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
        joined += word;
        if (space == std::string_view::npos) break;
        constexpr std::string_view leads[] = {"ngày", "tháng", "năm", "Điều", "điều", "số", "khoản"};
        const bool leads_number =
            std::ranges::find(leads, word) != std::end(leads) && !rest.empty() && digit(rest.front());
        const bool money = !word.empty() && digit(word.back()) && rest.starts_with("đồng");
        joined += leads_number || money ? no_break_space : std::string_view(" ");
        text = rest;
    }
    return joined;
}

namespace {

// "Thể thao và Du lịch", "và Du lịch": the parts of an office's name begin with a capital.
bool begins_term(std::string_view text)
{
    const auto word = text.substr(0, text.find(' '));
    if (word.empty() || (word.front() >= 'a' && word.front() <= 'z')) return word == "và";
    return base::lowered(word) != word;
}

}  // namespace

std::string balanced_break(Typesetter& type, std::string_view text, const Font& font, double width)
{
    constexpr std::string_view openers[] = {"Ủy ban ", "tỉnh ", "huyện ", "thành phố ",
                                            "thị xã ", "tại ",  "thuộc "};
    std::size_t best = std::string_view::npos;
    double least = 0;
    for (auto at = text.find(' ', 1); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const auto second = text.substr(at + 1);
        const double widest = std::max(type.width(text.substr(0, at), font), type.width(second, font));
        if (widest > width) continue;
        const bool opens = std::ranges::any_of(openers, [&](auto word) { return second.starts_with(word); });
        const double gain = opens                 ? width
                            : begins_term(second) ? width / 3
                            : text[at - 1] == ',' ? width / 4
                                                  : 0;
        const double cost = widest - gain;
        if (best == std::string_view::npos || cost < least) {
            best = at;
            least = cost;
        }
    }
    std::string broken(text);
    if (best != std::string_view::npos) broken[best] = '\n';
    return broken;
}

std::vector<Line> balanced_lines(Typesetter& type, std::string_view text, const Font& font, double width)
{
    auto lines = type.lines(text, font, width);
    return lines.size() == 2 ? type.lines(balanced_break(type, text, font, width), font, width) : lines;
}

std::vector<Line> balanced_lines(Typesetter& type, const std::vector<std::string>& texts, const Font& font,
                                 double width)
{
    std::vector<Line> lines;
    for (const auto& text : texts)
        for (auto& line : balanced_lines(type, text, font, width))
            lines.push_back(std::move(line));
    return lines;
}

std::vector<Line> lines_without_orphan(Typesetter& type, std::string_view text, const Font& font,
                                       double width)
{
    auto lines = type.lines(text, font, width);
    const auto last = text.rfind(' ');
    if (lines.size() < 2 || lines.back().words.size() > 1 || last == std::string_view::npos) return lines;
    auto joined = std::string(text.substr(0, last)).append(no_break_space).append(text.substr(last + 1));
    auto kept = type.lines(joined, font, width);
    const bool fits = kept.size() == lines.size() && kept.back().width <= width;
    return fits ? std::move(kept) : std::move(lines);
}

std::string missing_letter(const Font& font)
{
    static constexpr std::string_view letters =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
        "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ0123456"
        "789";
    const Owned<PangoFontDescription, pango_font_description_free> description(pango_font_description_new());
    pango_font_description_set_family(description.get(), std::string(family_name(font.family)).c_str());
    pango_font_description_set_weight(description.get(), font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description.get(),
                                     font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description.get(), font.size * PANGO_SCALE);
    auto* map = pango_cairo_font_map_get_default();
    const Owned<PangoContext, g_object_unref> context(pango_font_map_create_context(map));
    const Owned<PangoFont, g_object_unref> loaded(
        pango_font_map_load_font(map, context.get(), description.get()));
    if (!loaded) return "a";
    const Owned<PangoFontDescription, pango_font_description_free> chosen(pango_font_describe(loaded.get()));
    if (family_name(font.family) != pango_font_description_get_family(chosen.get())) return "a";
    const Owned<PangoCoverage, g_object_unref> coverage(
        pango_font_get_coverage(loaded.get(), pango_language_from_string("vi")));
    for (const char* at = letters.data(); at < letters.data() + letters.size(); at = g_utf8_next_char(at))
        if (pango_coverage_get(coverage.get(), static_cast<int>(g_utf8_get_char(at))) != PANGO_COVERAGE_EXACT)
            return std::string(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    return {};
}

}  // namespace documents
