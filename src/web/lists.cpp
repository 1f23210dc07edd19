// The components that are lists: stages, events, facts, checks, views, steps, pages.
#include "web/components.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

Html stage_bar(const Request& request, const std::vector<Stage>& stages, const Html& where)
{
    Html html;
    html << "<ol class=\"stages\" aria-label=\"" << tr(request, "Tiến độ") << "\">";
    for (const auto& stage : stages) {
        std::string said = tr(request, "chưa tới");
        if (stage.state == Stage::State::Done) {
            html << "<li class=\"ok\">";
            said = tr(request, "đã xong");
        } else if (stage.state == Stage::State::Now) {
            html << "<li class=\"now\" aria-current=\"step\">";
            said = tr(request, "đang làm");
        } else {
            html << "<li>";
        }
        html << stage.name << hidden_text(": " + said);
        if (!stage.note.empty()) html << "<small>" << stage.note << "</small>";
        html << "</li>";
    }
    html << "</ol>";
    if (!where.empty()) html << "<p class=\"where\">" << where << "</p>";
    return html;
}

Html timeline(const Request& request, const std::vector<Event>& events)
{
    Html html;
    html << "<ol class=\"tl\">";
    for (const auto& event : events) {
        base::Literal kind = "";
        if (event.tone == Tone::Ok) kind = "ok";
        if (event.tone == Tone::Warn || event.tone == Tone::Ask) kind = "w";
        if (event.tone == Tone::Error) kind = "r";
        html << "<li class=\"" << kind << "\"><p>" << event.text << "</p>";
        if (!event.before.empty() || !event.after.empty()) {
            html << "<p class=\"ba\">";
            if (!event.before.empty())
                html << "<del>" << hidden_text(tr(request, "trước là")) << " " << event.before << "</del>";
            if (!event.before.empty() && !event.after.empty())
                html << " <span aria-hidden=\"true\">→</span> ";
            if (!event.after.empty())
                html << "<ins>" << hidden_text(tr(request, "nay là")) << " " << event.after << "</ins>";
            html << "</p>";
        }
        if (!event.reason.empty()) html << "<p class=\"why\">" << event.reason << "</p>";
        html << "<p class=\"d\">" << event.when << "</p></li>";
    }
    html << "</ol>";
    return html;
}

Html facts(const std::vector<std::pair<std::string, Html>>& lines)
{
    Html html;
    html << "<dl class=\"kv\">";
    for (const auto& [label, value] : lines)
        html << "<dt>" << label << "</dt><dd>" << (value.empty() ? dash() : value) << "</dd>";
    html << "</dl>";
    return html;
}

Html fact_row(const std::vector<std::pair<std::string, Html>>& boxes)
{
    Html html;
    html << "<dl class=\"facts\">";
    for (const auto& [label, value] : boxes)
        html << "<div><dt>" << label << "</dt><dd>" << (value.empty() ? dash() : value) << "</dd></div>";
    html << "</dl>";
    return html;
}

Html check_list(const Request& request, const std::vector<Check>& checks)
{
    Html html;
    html << "<ul class=\"chk\">";
    for (const auto& check : checks) {
        switch (check.tone) {
        case Tone::Ok:
            html << "<li class=\"ok\">" << icon("check-circle-fill") << "<span>"
                 << hidden_text(tr(request, "Đạt") + ": ");
            break;
        case Tone::Error:
            html << "<li class=\"r\">" << icon("x-octagon-fill") << "<span>"
                 << hidden_text(tr(request, "Chưa đạt") + ": ");
            break;
        case Tone::Warn:
            html << "<li class=\"w\">" << icon("exclamation-triangle-fill") << "<span>"
                 << hidden_text(tr(request, "Lưu ý") + ": ");
            break;
        case Tone::Ask:
            html << "<li class=\"a\">" << icon("question-circle-fill") << "<span>"
                 << hidden_text(tr(request, "Chưa rõ") + ": ");
            break;
        case Tone::Neutral:
            html << "<li>" << icon("info-circle-fill") << "<span>";
            break;
        }
        html << check.text << "</span></li>";
    }
    html << "</ul>";
    return html;
}

Html fold(const Html& summary, const Html& body, bool open)
{
    Html html;
    html << (open ? Html("<details class=\"fold\" open>") : Html("<details class=\"fold\">")) << "<summary>"
         << icon("chevron-right") << summary << "</summary><div class=\"in\">" << body << "</div></details>";
    return html;
}

Html view_switch(std::string_view label, const std::vector<View>& views)
{
    Html html;
    html << "<nav class=\"view\" aria-label=\"" << label << "\">";
    for (const auto& view : views) {
        html << "<a href=\"" << base::url(view.address) << "\"";
        if (view.current) html << " aria-current=\"page\"";
        html << ">" << view.text << "</a>";
    }
    html << "</nav>";
    return html;
}

Html steps(const Request& request, const std::vector<std::string>& names, std::size_t current)
{
    Html html;
    html << "<ol class=\"steps\" aria-label=\"" << tr(request, "Các bước") << "\">";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i < current)
            html << "<li class=\"done\"><b aria-hidden=\"true\">✓</b>" << names[i]
                 << hidden_text(": " + tr(request, "đã xong")) << "</li>";
        else
            html << (i == current ? Html("<li aria-current=\"step\">") : Html("<li>")) << "<b>" << i + 1
                 << "</b>" << names[i] << "</li>";
    }
    html << "</ol>";
    return html;
}

std::string with_query(const Request& request, std::string_view name, std::string_view value)
{
    std::string address = request.path;
    char separator = '?';
    const auto add = [&](std::string_view key, std::string_view text) {
        address += separator;
        address += base::url_encoded(key) + "=" + base::url_encoded(text);
        separator = '&';
    };
    for (const auto& [key, old] : request.query)
        if (key != name && key != "xong" && !old.empty()) add(key, old);  // "saved" is said once
    if (!value.empty()) add(name, value);
    return address;
}

namespace {

void page_link(Html& html, const Request& request, std::size_t number, std::size_t current)
{
    html << "<li>";
    if (number == current)
        html << "<span aria-current=\"page\">" << number << "</span>";
    else
        html << "<a href=\"" << base::url(with_query(request, "trang", std::to_string(number)))
             << "\" aria-label=\"" << tr(request, "Trang {}", {std::to_string(number)}) << "\">" << number
             << "</a>";
    html << "</li>";
}

}  // namespace

int page_asked(const Request& request)
{
    constexpr std::int64_t most = 100'000;
    const auto asked = Request::positive_number(request.query_value("trang"));
    return static_cast<int>(std::min(asked.value_or(1), most));
}

std::size_t pages_of(int total, int size)
{
    return static_cast<std::size_t>((total + size - 1) / size);
}

Html pager(const Request& request, std::size_t page, std::size_t pages, std::string_view summary)
{
    Html html;
    html << "<div class=\"foot\"><span>" << summary << "</span>";
    if (pages > 1) {
        html << "<nav aria-label=\"" << tr(request, "Các trang") << "\"><ul class=\"pg\">";
        // The first, the last and two to each side of the current one.
        const std::size_t from = page > 3 ? page - 2 : 1;
        const std::size_t to = std::min(pages, page + 2);
        if (from > 1) page_link(html, request, 1, page);
        if (from > 2) html << "<li class=\"gap\" aria-hidden=\"true\">…</li>";
        for (std::size_t number = from; number <= to; ++number)
            page_link(html, request, number, page);
        if (to + 1 < pages) html << "<li class=\"gap\" aria-hidden=\"true\">…</li>";
        if (to < pages) page_link(html, request, pages, page);
        html << "</ul></nav>";
    }
    html << "</div>";
    return html;
}

}  // namespace web
