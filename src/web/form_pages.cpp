// The larger parts around forms: filter bar, error summary, check page.
#include "web/forms.h"
#include "web/texts.h"

namespace web {

using base::Html;

Html filter_bar(const Request& request, std::string_view action, const Html& fields, const Html& right,
                const std::vector<Chip>& chips)
{
    Html html;
    html << "<form class=\"bar\" method=\"get\" role=\"search\" action=\"" << base::url(action) << "\">"
         << fields << submit(Button{.text = tr(request, "Lọc"), .look = Look::Outline, .icon = "search"})
         << "<span class=\"sp\"></span>" << right << "</form>";
    if (!chips.empty()) {
        html << "<ul class=\"chips\" aria-label=\"" << tr(request, "Đang lọc theo") << "\">";
        for (const auto& chip : chips)
            html << "<li><a href=\"" << base::url(chip.address) << "\">" << chip.text
                 << hidden_text(" – " + tr(request, "bỏ lọc")) << icon("x-lg") << "</a></li>";
        html << "</ul>";
    }
    return html;
}

Html error_summary(const Request& request, std::span<const base::Error> errors)
{
    if (errors.empty()) return {};
    Html html;
    html << "<div class=\"esum\" id=\"loi\" role=\"alert\" tabindex=\"-1\" data-focus><h2>"
         << tr(request, "Chưa lưu được. Vui lòng sửa các mục sau") << "</h2><ul>";
    for (const auto& error : errors) {
        const auto text = tr(request, error.message);
        html << "<li>";
        if (error.field.empty())
            html << text;
        else
            html << "<a href=\"#" << error.field << "\">" << text << "</a>";
        html << "</li>";
    }
    html << "</ul></div>";
    return html;
}

std::string error_of(const Request& request, std::span<const base::Error> errors, std::string_view field)
{
    for (const auto& error : errors)
        if (error.field == field) return tr(request, error.message);
    return {};
}

Html check_page(const Request& request, const CheckPage& page)
{
    Html body;
    if (!page.answers.empty()) body << facts(page.answers);
    if (!page.details.empty()) body << "<div class=\"flush\">" << page.details << "</div>";
    Html html;
    html << card({.title = page.question}, body);
    if (!page.consequence.empty()) html << notice(Tone::Warn, page.consequence);
    Html controls;
    controls << page.fields << "<div class=\"acc\">" << submit(page.button)
             << button_link(page.back, tr(request, "Quay lại"), Look::Quiet) << "</div>";
    html << form(request, page.action, controls);
    return html;
}

}  // namespace web
