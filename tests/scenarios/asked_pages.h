// Pages asked without a wire, over a case on a real database: handlers in, pages out. `Case` is the fixture that fills the
// database.
#pragma once

#include "base/text.h"
#include "rules/reference_file.h"
#include "web/assets.h"
#include "web/router.h"
#include "web/routes.h"
#include "web/services.h"
#include "web/texts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

namespace tests {

inline std::string source_file(const std::string& path)
{
    std::ifstream file(VINHDANH_SOURCE_DIR "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

using Form = std::vector<std::pair<std::string, std::string>>;

template <class Case> class AskedPages : public Case {
protected:
    explicit AskedPages(const std::vector<std::span<const web::Route>>& routes) : router(routes) {}

    void SetUp() override
    {
        Case::SetUp();
        std::map<std::string, std::string> files;
        for (const auto* name : rules::reference_files)
            files[name] = source_file(std::string("config/reference/") + name);
        reference = Case::done(rules::parse_reference(files));
        texts = Case::done(web::Texts::load(VINHDANH_SOURCE_DIR "/config/texts/en"));
        services.reference = &reference;
    }

    web::Response get(const app::Actor& who, const std::string& address)
    {
        return answer(asked("GET", who, address));
    }

    web::Response get_english(const app::Actor& who, const std::string& address)
    {
        auto request = asked("GET", who, address);
        request.language = web::Language::English;
        request.texts = &texts;
        return answer(std::move(request));
    }

    web::Response post(const app::Actor& who, const std::string& address, Form form)
    {
        return answer(submitted(who, address, std::move(form)));
    }

    web::Response upload(const app::Actor& who, const std::string& address, const std::string& name,
                         const std::string& bytes)
    {
        auto request = submitted(who, address, {});
        request.files["file"] = {name, bytes};
        return answer(std::move(request));
    }

    static std::string location(const web::Response& response)
    {
        for (const auto& [name, value] : response.headers)
            if (name == "Location") return value;
        return {};
    }

    static bool says(const web::Response& response, std::string_view text)
    {
        return response.body.find(text) != std::string::npos;
    }

private:
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

    // Each form is a submission of its own unless the test names its key.
    web::Request submitted(const app::Actor& who, const std::string& address, Form form)
    {
        auto request = asked("POST", who, address);
        if (std::none_of(form.begin(), form.end(), [](const auto& field) { return field.first == "_key"; }))
            form.emplace_back("_key", "key-" + std::to_string(++keys_));
        request.form = std::move(form);
        return request;
    }

    web::Response answer(web::Request request)
    {
        const auto match = router.find(request.method, *web::path_segments(request.path));
        if (!match.route) throw std::runtime_error("no route for " + request.path);
        if (!rights::allowed(*request.user, match.route->permission))
            return {.status = 403, .body = {}, .headers = {}};
        request.path_values = match.values;
        return match.route->handler(request, services);
    }

    int keys_ = 0;

protected:
    base::SystemClock clock;
    base::Log log{base::Log::Level::Error};
    web::Texts texts;
    web::Assets assets;
    domain::Reference reference;
    web::Router router;
    web::Services services{
        .storage = Case::transactor(), .clock = clock, .log = log, .texts = texts, .assets = assets};
};

}  // namespace tests
