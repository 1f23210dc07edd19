// The pages of rule sets and proposals over a published ranking on a real database, asked without a wire.
#pragma once

#include "app/create_dossier.h"
#include "tests/app/proposal_case.h"
#include "tests/scenarios/asked_pages.h"

#include <regex>

namespace tests {

class RuleSite : public AskedPages<ProposalCase> {
protected:
    RuleSite() : AskedPages({web::rule_set_routes(), web::proposal_routes()}) {}

    web::Response upload(const app::Actor& who, const std::string& address, const std::string& bytes)
    {
        return AskedPages::upload(who, address, "bo_quy_tac.json", bytes);
    }

    // Every field of the composer as a browser would send it back, changed by `changes`; plus the button pressed.
    static Form sent_back(const web::Response& page, const Form& changes, const std::string& button = "thu")
    {
        Form form = inputs(page.body);
        for (const auto& [name, value] : changes) {
            const auto found =
                std::find_if(form.begin(), form.end(), [&](const auto& each) { return each.first == name; });
            if (found == form.end())
                form.emplace_back(name, value);
            else
                found->second = value;
        }
        if (!button.empty()) form.emplace_back("lam", button);
        return form;
    }

private:
    static std::string attribute(const std::string& tag, const std::string& name)
    {
        std::smatch found;
        return std::regex_search(tag, found, std::regex(" " + name + "=\"([^\"]*)\"")) ? found[1].str() : "";
    }

    // Text inputs, ticked boxes and chosen options of the composer's form, in the order of the page.
    static Form inputs(const std::string& page)
    {
        const auto begin = page.find("<form method=\"post\" action=\"/rule-sets/compose\"");
        const auto end = page.find("</form>", begin);
        const std::string html = page.substr(begin, end - begin);
        Form form;
        std::string open;  // the select we are in
        const std::regex tags("<(input|select|option)[^>]*>|</select>");
        for (std::sregex_iterator each(html.begin(), html.end(), tags), last; each != last; ++each) {
            const std::string tag = each->str();
            if (tag.starts_with("<select")) open = attribute(tag, "name");
            if (tag == "</select>") open.clear();
            if (tag.starts_with("<option") && tag.find(" selected") != std::string::npos)
                form.emplace_back(open, attribute(tag, "value"));
            if (!tag.starts_with("<input")) continue;
            if (attribute(tag, "type") == "checkbox" && tag.find(" checked") == std::string::npos) continue;
            form.emplace_back(attribute(tag, "name"), attribute(tag, "value"));
        }
        return form;
    }
};

}  // namespace tests
