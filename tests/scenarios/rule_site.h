// The pages of rule sets and proposals over a published ranking on a real database, asked without a wire.
#pragma once

#include "app/create_dossier.h"
#include "rules/reference_file.h"
#include "tests/app/proposal_case.h"
#include "web/assets.h"
#include "web/router.h"
#include "web/routes.h"
#include "web/services.h"
#include "web/texts.h"

#include <array>
#include <fstream>
#include <iterator>
#include <regex>

namespace tests {

using Form = std::vector<std::pair<std::string, std::string>>;

class RuleSite : public ProposalCase {
protected:
    void SetUp() override
    {
        ProposalCase::SetUp();
        std::map<std::string, std::string> files;
        for (const auto* name : rules::reference_files) {
            std::ifstream file(VINHDANH_SOURCE_DIR "/config/reference/" + std::string(name),
                               std::ios::binary);
            files[name] = {std::istreambuf_iterator<char>(file), {}};
        }
        reference = done(rules::parse_reference(files));
        services.reference = &reference;
    }

    web::Response get(const app::Actor& who, const std::string& address)
    {
        web::Request request = asked("GET", who, address);
        return answer(request);
    }

    web::Response post(const app::Actor& who, const std::string& address, Form form)
    {
        web::Request request = asked("POST", who, address);
        form.emplace_back("_key", "key-" + std::to_string(++keys_));
        request.form = std::move(form);
        return answer(request);
    }

    web::Response upload(const app::Actor& who, const std::string& address, const std::string& bytes)
    {
        web::Request request = asked("POST", who, address);
        request.form = {{"_key", "key-" + std::to_string(++keys_)}};
        request.files["file"] = {"bo_quy_tac.json", bytes};
        return answer(request);
    }

    static std::string location(const web::Response& response)
    {
        for (const auto& [name, value] : response.headers)
            if (name == "Location") return value;
        return {};
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

    static bool says(const web::Response& response, std::string_view text)
    {
        return response.body.find(text) != std::string::npos;
    }

    base::SystemClock clock;
    base::Log log{base::Log::Level::Error};
    web::Texts texts;
    web::Assets assets;
    domain::Reference reference;
    std::array<std::span<const web::Route>, 2> tables{web::rule_set_routes(), web::proposal_routes()};
    web::Router router{tables};
    web::Services services{
        .storage = transactor(), .clock = clock, .log = log, .texts = texts, .assets = assets};

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

    static web::Request asked(const std::string& method, const app::Actor& who, const std::string& address)
    {
        web::Request request;
        request.method = method;
        request.path = address.substr(0, address.find('?'));
        if (const auto mark = address.find('?'); mark != std::string::npos)
            for (const auto& pair : base::split(address.substr(mark + 1), '&')) {
                const auto parts = base::split(pair, '=');
                request.query.emplace_back(parts[0], parts.size() > 1 ? parts[1] : "");
            }
        request.user = who.user;
        request.now = who.now;
        request.id = "test";
        request.csrf_token = "token";
        return request;
    }

    web::Response answer(web::Request& request)
    {
        const auto match = router.find(request.method, *web::path_segments(request.path));
        if (!match.route) throw std::runtime_error("no route for " + request.path);
        if (!rights::allowed(*request.user, match.route->permission))
            return {.status = 403, .body = {}, .headers = {}};
        request.path_values = match.values;
        return match.route->handler(request, services);
    }

    int keys_ = 0;
};

}  // namespace tests
