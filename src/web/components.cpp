#include "web/components.h"

#include "web/texts.h"

#include <algorithm>

namespace web {
namespace {

using base::Html;

// CSS class and sprite shape of a tone.
base::Literal tone_class(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return "ok";
    case Tone::Error:
        return "err";
    case Tone::Warn:
        return "warn";
    case Tone::Ask:
        return "ask";
    case Tone::Neutral:
        break;
    }
    return "n";
}

std::string_view tone_icon(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return "check-circle-fill";
    case Tone::Error:
        return "x-octagon-fill";
    case Tone::Warn:
        return "exclamation-triangle-fill";
    case Tone::Ask:
        return "question-circle-fill";
    case Tone::Neutral:
        break;
    }
    return "info-circle-fill";
}

}  // namespace

Html icon(std::string_view name)
{
    Html html;
    html << "<svg class=\"ic\" aria-hidden=\"true\" focusable=\"false\"><use href=\"/assets/icons.svg#"
         << name << "\"/></svg>";
    return html;
}

Html tag(Tone tone, std::string_view text)
{
    Html html;
    html << "<span class=\"tag " << tone_class(tone) << "\">";
    if (tone != Tone::Neutral) html << icon(tone_icon(tone));
    html << text << "</span>";
    return html;
}

Html band(std::string_view name, int level)
{
    Html html;
    html << "<span class=\"band b" << std::clamp(level, 1, 4) << "\">" << name << "</span>";
    return html;
}

Html state(Tone tone, std::string_view text)
{
    Html html;
    html << "<span class=\"st " << tone_class(tone) << "\">" << text << "</span>";
    return html;
}

Html delta(const Request& request, const std::optional<base::Decimal>& change, int decimals)
{
    if (!change) return dash();
    Html html;
    if (change->zero()) {
        html << "<span class=\"same\">" << change->vietnamese(decimals) << "</span>";
    } else if (change->negative()) {
        html << "<span class=\"down\"><span aria-hidden=\"true\">▼</span>" << hidden_text(tr(request, "giảm"))
             << " " << (-*change).vietnamese(decimals) << "</span>";
    } else {
        html << "<span class=\"up\"><span aria-hidden=\"true\">▲</span>" << hidden_text(tr(request, "tăng"))
             << " " << change->vietnamese(decimals) << "</span>";
    }
    return html;
}

Html place_delta(const Request& request, std::optional<int> change)
{
    if (!change) return dash();
    Html html;
    if (*change == 0) {
        html << "<span class=\"same\">" << tr(request, "giữ hạng") << "</span>";
    } else if (*change < 0) {
        html << "<span class=\"down\"><span aria-hidden=\"true\">▼</span>" << hidden_text(tr(request, "tụt"))
             << " " << tr(request, "{} bậc", {std::to_string(-*change)}) << "</span>";
    } else {
        html << "<span class=\"up\"><span aria-hidden=\"true\">▲</span>" << hidden_text(tr(request, "lên"))
             << " " << tr(request, "{} bậc", {std::to_string(*change)}) << "</span>";
    }
    return html;
}

Html rank_circle(int place)
{
    Html html;
    html << "<span class=\"rank";
    if (place <= 3) html << " g";
    html << "\">" << place << "</span>";
    return html;
}

Html meter(const base::Decimal& value, const base::Decimal& maximum)
{
    if (maximum.zero()) return {};
    const auto share = base::Decimal::quotient(value, maximum, 2, 0).coefficient();
    const auto width = std::clamp<std::int64_t>(share, 0, 100);
    Html html;
    html << "<svg class=\"meter\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            "<rect class=\"m0\" width=\"100\" height=\"6\" rx=\"3\"/><rect class=\"m1\" width=\""
         << width << "\" height=\"6\" rx=\"3\"/></svg>";
    return html;
}

Html muted(std::string_view text)
{
    Html html;
    html << "<span class=\"mut sm\">" << text << "</span>";
    return html;
}

Html dash()
{
    return Html("<span class=\"mut\" aria-hidden=\"true\">–</span>");
}

Html hidden_text(std::string_view text)
{
    Html html;
    html << "<span class=\"visually-hidden\">" << text << "</span>";
    return html;
}

Html link(std::string_view address, std::string_view text)
{
    Html html;
    html << "<a href=\"" << base::url(address) << "\">" << text << "</a>";
    return html;
}

Html download(std::string_view address, std::string_view text, std::string_view kind)
{
    Html html;
    html << "<a class=\"dl\" href=\"" << base::url(address) << "\">" << icon("download") << "<span>" << text
         << "</span> <small>" << kind << "</small></a>";
    return html;
}

base::Literal look_class(Look look)
{
    switch (look) {
    case Look::Primary:
        return "btn btn-primary";
    case Look::Outline:
        return "btn btn-outline-primary";
    case Look::Quiet:
        return "btn btn-quiet";
    case Look::Danger:
        break;
    }
    return "btn btn-danger2";
}

Html button_link(std::string_view address, std::string_view text, Look look, std::string_view icon_name)
{
    Html html;
    html << "<a class=\"" << look_class(look) << "\" href=\"" << base::url(address) << "\">";
    if (!icon_name.empty()) html << icon(icon_name);
    html << text << "</a>";
    return html;
}

Html card(const Card& card, const Html& body)
{
    const bool level3 = card.level == 3;
    Html html;
    html.reserve(body.str().size() + 512);
    html << "<section class=\"card2\"";
    if (!card.id.empty()) html << " id=\"" << card.id << "\"";
    html << ">";
    if (!card.title.empty()) {
        html << "<div class=\"hd\">" << (level3 ? Html("<h3>") : Html("<h2>")) << card.title
             << (level3 ? Html("</h3>") : Html("</h2>"));
        if (!card.count.empty()) html << "<span class=\"cnt\">" << card.count << "</span>";
        html << "<span class=\"sp\"></span>";
        if (!card.note.empty()) html << muted(card.note);
        html << card.right << "</div>";
    }
    if (card.padded)
        html << "<div class=\"bd\">" << body << "</div>";
    else
        html << body;
    html << "</section>";
    return html;
}

Html tiles(const std::vector<Tile>& tiles)
{
    Html html;
    html << "<div class=\"tiles\">";
    for (const auto& tile : tiles) {
        html << "<dl class=\"tile\"><dt>" << tile.label << "</dt><dd";
        if (tile.tone) html << " class=\"t-" << tone_class(*tile.tone) << "\"";
        html << ">" << tile.value;
        if (!tile.note.empty()) {
            html << " <small>";
            if (tile.address.empty())
                html << tile.note;
            else
                html << link(tile.address, tile.note);
            html << "</small>";
        }
        html << "</dd></dl>";
    }
    html << "</div>";
    return html;
}

Html notice(Tone tone, const Html& content, const Html& go)
{
    Html html;
    html << "<div class=\"note " << tone_class(tone) << "\" role=\""
         << (tone == Tone::Error ? Html("alert") : Html("status")) << "\">" << icon(tone_icon(tone))
         << "<div>" << content << "</div>";
    if (!go.empty()) html << "<span class=\"go\">" << go << "</span>";
    html << "</div>";
    return html;
}

Html notice(Tone tone, std::string_view text)
{
    Html content;
    content << "<p>" << text << "</p>";
    return notice(tone, content);
}

Html chart_box(std::string_view label, const Html& chart)
{
    Html html;
    html << "<div class=\"chartbox\" tabindex=\"0\" role=\"region\" aria-label=\"" << label << "\">" << chart
         << "</div>";
    return html;
}

Html empty_state(std::string_view title, std::string_view text, const Html& action)
{
    Html html;
    html << "<div class=\"empty\">" << icon("inbox") << "<p class=\"t\">" << title << "</p><p>" << text
         << "</p>" << action << "</div>";
    return html;
}

Html next_step(const Request& request, std::string_view title, std::string_view text, const Html& action)
{
    Html html;
    html << "<section class=\"card2 next\" aria-labelledby=\"viec-tiep-theo\"><div><p class=\"k\">"
         << tr(request, "Việc tiếp theo") << "</p><h2 id=\"viec-tiep-theo\">" << title << "</h2>";
    if (!text.empty()) html << "<p>" << text << "</p>";
    html << "</div><div class=\"do\">" << action << "</div></section>";
    return html;
}

Html acts(const Html& message, const Html& buttons)
{
    Html html;
    html << "<div class=\"acts\"><div class=\"msg\">" << message << "</div>" << buttons << "</div>";
    return html;
}

Html columns(const Html& main, const Html& side)
{
    Html html;
    html << "<div class=\"cols\"><div class=\"col\">" << main << "</div><div class=\"col\">" << side
         << "</div></div>";
    return html;
}

Html halves(const Html& left, const Html& right)
{
    Html html;
    html.reserve(left.str().size() + right.str().size() + 128);
    html << "<div class=\"half\"><div class=\"col\">" << left << "</div><div class=\"col\">" << right
         << "</div></div>";
    return html;
}

}  // namespace web
