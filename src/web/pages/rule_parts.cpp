#include "web/pages/rule_parts.h"

namespace web {

using base::Html;

RuleParts::RuleParts(const Request& of, const domain::Reference& data, const ComposerPage& shown)
    : request(of), reference(data), page(shown)
{
    if (shown.saved) saved = form_of(shown.saved->rules);
}

std::string RuleParts::error(const std::string& field) const
{
    return error_of(request, page.errors, field);
}

// An input within a sentence: the label is only read aloud.
Html RuleParts::box(const std::string& name, const std::string& value, const std::string& label) const
{
    return input({.name = name,
                  .label = label,
                  .value = value,
                  .error = error(name),
                  .autocomplete = "off",
                  .inputmode = "decimal",
                  .label_hidden = true});
}

Html RuleParts::choice(const std::string& name, const std::string& value, const std::string& label,
                       const std::vector<Option>& options) const
{
    return select({.name = name, .label = label, .value = value, .error = error(name), .label_hidden = true},
                  options);
}

Html RuleParts::remove(const std::string& action, const std::string& what, const std::string& anchor) const
{
    Html html;
    html << "<button class=\"btn btn-quiet btn-sm2\" type=\"submit\" name=\"lam\" value=\"" << action
         << "\" formaction=\"" << base::url("/rule-sets/compose#" + anchor) << "\">" << t("Bỏ")
         << hidden_text(" " + what) << "</button>";
    return html;
}

Html RuleParts::add(const std::string& action, const std::string& text, const std::string& whom,
                    const std::string& anchor) const
{
    Html html;
    html << "<button class=\"btn btn-quiet btn-sm2\" type=\"submit\" name=\"lam\" value=\"" << action
         << "\" formaction=\"" << base::url("/rule-sets/compose#" + anchor) << "\">" << icon("plus-lg")
         << text << hidden_text(" " + whom) << "</button>";
    return html;
}

Html RuleParts::line(const std::string& word, const Html& sentence, const Html& button, bool changed)
{
    Html html;
    html << (changed ? Html("<li class=\"chg\">") : Html("<li>")) << "<span class=\"kw\">" << word
         << "</span><div class=\"ct\">" << sentence << "</div>" << button << "</li>";
    return html;
}

Html RuleParts::was(const std::string& before) const
{
    Html html;
    html << "<span class=\"was\">" << t("đang thử · trước là {}", {before}) << "</span>";
    return html;
}

}  // namespace web
