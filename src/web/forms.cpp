#include "web/forms.h"

#include "base/digest.h"
#include "web/texts.h"

namespace web {

using base::Html;

namespace {

std::string id_of(const Field& field)
{
    return field.id.empty() ? field.name : field.id;
}

void label(Html& html, const Field& field)
{
    html << "<label for=\"" << id_of(field) << "\"";
    if (field.label_hidden) html << " class=\"visually-hidden\"";
    html << ">" << field.label;
    if (field.required && !field.label_hidden) html << "<span class=\"req\" aria-hidden=\"true\"> *</span>";
    html << "</label>";
}

// Hint above the control, error below the hint: both are read aloud with the field.
void hint_and_error(Html& html, const Field& field)
{
    const auto id = id_of(field);
    if (!field.hint.empty())
        html << "<span class=\"hint\" id=\"" << id << "-goi-y\">" << field.hint << "</span>";
    if (!field.error.empty())
        html << "<span class=\"ferr\" id=\"" << id << "-loi\">" << icon("x-octagon-fill") << field.error
             << "</span>";
}

void described_by(Html& html, const Field& field)
{
    const auto id = id_of(field);
    if (field.hint.empty() && field.error.empty()) return;
    html << " aria-describedby=\"";
    if (!field.hint.empty()) html << id << "-goi-y";
    if (!field.hint.empty() && !field.error.empty()) html << " ";
    if (!field.error.empty()) html << id << "-loi";
    html << "\"";
}

void attributes(Html& html, const Field& field)
{
    html << " id=\"" << id_of(field) << "\" name=\"" << field.name << "\"";
    described_by(html, field);
    if (!field.error.empty()) html << " aria-invalid=\"true\"";
    if (field.required) html << " required";
    if (field.disabled) html << " disabled";
    if (!field.autocomplete.empty()) html << " autocomplete=\"" << field.autocomplete << "\"";
    if (!field.inputmode.empty()) html << " inputmode=\"" << field.inputmode << "\"";
    if (!field.placeholder.empty()) html << " placeholder=\"" << field.placeholder << "\"";
    if (!field.accept.empty()) html << " accept=\"" << field.accept << "\"";
}

void open_field(Html& html, const Field& field)
{
    html << "<div class=\"fld" << (field.narrow ? base::Literal(" narrow") : base::Literal(""))
         << (field.error.empty() ? base::Literal("") : base::Literal(" bad")) << "\">";
    label(html, field);
    hint_and_error(html, field);
}

}  // namespace

Html input(const Field& field)
{
    Html html;
    open_field(html, field);
    html << "<input class=\"form-control\" type=\"" << field.type << "\"";
    attributes(html, field);
    if (field.type != "file" && !field.value.empty()) html << " value=\"" << field.value << "\"";
    html << "></div>";
    return html;
}

Html textarea(const Field& field, int rows)
{
    Html html;
    open_field(html, field);
    // The parser drops one line break after the tag, so one is given to it.
    html << "<textarea class=\"form-control\" rows=\"" << rows << "\"";
    attributes(html, field);
    html << ">\n" << field.value << "</textarea></div>";
    return html;
}

Html select(const Field& field, const std::vector<Option>& options)
{
    Html html;
    open_field(html, field);
    html << "<select class=\"form-select\"";
    attributes(html, field);
    html << ">";
    for (const auto& option : options) {
        html << "<option value=\"" << option.value << "\"";
        if (option.value == field.value) html << " selected";
        html << ">" << option.text << "</option>";
    }
    html << "</select></div>";
    return html;
}

Html date_input(const Request& request, Field field)
{
    if (field.hint.empty() && !field.label_hidden)
        field.hint = tr(request, "Ngày/tháng/năm, ví dụ 30/03/2022");
    field.inputmode = "numeric";
    field.narrow = true;
    if (field.autocomplete.empty()) field.autocomplete = "off";
    return input(field);
}

Html radios(const Field& field, const std::vector<Option>& options)
{
    Html html;
    html << "<fieldset class=\"fld\" id=\"" << id_of(field) << "\"";
    described_by(html, field);
    html << "><legend"
         << (field.label_hidden ? base::Literal(" class=\"visually-hidden\">") : base::Literal(">"))
         << field.label << "</legend>";
    hint_and_error(html, field);
    html << "<div class=\"opts\">";
    for (const auto& option : options) {
        html << "<label class=\"opt\"><input type=\"radio\" name=\"" << field.name << "\" value=\""
             << option.value << "\"";
        if (option.value == field.value) html << " checked";
        if (field.required) html << " required";
        if (field.disabled) html << " disabled";
        html << "><span>" << option.text;
        if (!option.hint.empty()) html << "<small>" << option.hint << "</small>";
        html << "</span></label>";
    }
    html << "</div></fieldset>";
    return html;
}

Html checkbox(std::string_view name, std::string_view value, std::string_view label, bool checked,
              std::string_view hint)
{
    Html html;
    html << "<label class=\"opt\"><input type=\"checkbox\" name=\"" << name << "\" value=\"" << value << "\"";
    if (checked) html << " checked";
    html << "><span>" << label;
    if (!hint.empty()) html << "<small>" << hint << "</small>";
    html << "</span></label>";
    return html;
}

Html checkbox_only(std::string_view name, std::string_view value, std::string_view label, bool checked)
{
    Html html;
    html << "<label class=\"cb\"><input class=\"form-check-input\" type=\"checkbox\" name=\"" << name
         << "\" value=\"" << value << "\"";
    if (checked) html << " checked";
    html << ">" << hidden_text(label) << "</label>";
    return html;
}

Html hidden(std::string_view name, std::string_view value)
{
    Html html;
    html << "<input type=\"hidden\" name=\"" << name << "\" value=\"" << value << "\">";
    return html;
}

Html field_row(const std::vector<Html>& fields)
{
    Html html;
    html << "<div class=\"frow\">";
    for (const auto& field : fields)
        html << field;
    html << "</div>";
    return html;
}

Html fieldset(std::string_view legend, const Html& content)
{
    Html html;
    html << "<fieldset class=\"fset\"><legend>" << legend << "</legend>" << content << "</fieldset>";
    return html;
}

Html submit(const Button& button)
{
    Html html;
    html << "<button class=\"" << look_class(button.look) << "\" type=\"submit\"";
    if (!button.name.empty()) html << " name=\"" << button.name << "\" value=\"" << button.value << "\"";
    if (!button.form.empty()) html << " form=\"" << button.form << "\"";
    if (!button.action.empty()) html << " formaction=\"" << base::url(button.action) << "\"";
    if (!button.disabled_because.empty())
        html << " disabled aria-describedby=\"" << button.disabled_because << "\"";
    html << ">";
    if (!button.icon.empty()) html << icon(button.icon);
    html << button.text << "</button>";
    return html;
}

Html submit(std::string_view text, Look look)
{
    return submit(Button{.text = std::string(text), .look = look});
}

Html form(const Request& request, std::string_view action, const Html& content, const FormOptions& options)
{
    Html html;
    html << "<form method=\"post\" action=\"" << base::url(action) << "\" accept-charset=\"utf-8\"";
    if (options.files) html << " enctype=\"multipart/form-data\"";
    if (!options.id.empty()) html << " id=\"" << options.id << "\"";
    html << ">" << hidden("_csrf", request.csrf_token) << hidden("_key", base::random_token(18)) << content
         << "</form>";
    return html;
}

Html button_form(const Request& request, std::string_view action, const Button& button,
                 const Html& hidden_fields)
{
    Html content;
    content << hidden_fields << submit(button);
    return form(request, action, content);
}

}  // namespace web
