// A browser without a screen for the tests of pages: keeps cookies, reads hidden fields, sends forms through the front
// controller to a real database.
#pragma once

#include "app/session.h"
#include "base/html.h"
#include "storage/transactor.h"
#include "web/assets.h"
#include "web/front_controller.h"
#include "web/routes.h"
#include "web/texts.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace web_test {

using Fields = std::vector<std::pair<std::string, std::string>>;

class PageSite {
public:
    PageSite(app::Transactor& storage, std::vector<std::span<const web::Route>> tables, base::Instant now,
             const domain::Reference* reference = nullptr)
        : clock(now), services_{.storage = storage,
                                .clock = clock,
                                .log = log_,
                                .texts = texts_,
                                .assets = assets_,
                                .reference = reference,
                                .insecure_http = true,
                                .find_session =
                                    [&storage](std::string_view token, base::Instant when) {
                                        return storage.each_alone([&](app::Repositories& repositories) {
                                            return app::find_session(repositories, token, when);
                                        });
                                    },
                                .database_answers = [] { return true; }},
          front(services_, web::Router(tables), {})
    {
    }

    base::FixedClock clock;

private:
    base::Log log_{base::Log::Level::Error};
    web::Texts texts_;
    web::Assets assets_;
    web::Services services_;

public:
    web::FrontController front;
};

class PageClient {
public:
    explicit PageClient(PageSite& site) : site_(site) {}

    web::Response get(const std::string& address) { return send("GET", address, {}); }

    // Sends a form that the page at `from` holds; its hidden fields of the token and the key come along.
    web::Response post(const std::string& from, const std::string& address, Fields fields)
    {
        const auto page = get(from).body;
        fields.emplace_back("_csrf", hidden_field(page, "_csrf"));
        fields.emplace_back("_key", hidden_field(page, "_key"));
        return post_raw(address, fields);
    }
    web::Response post_raw(const std::string& address, const Fields& fields)
    {
        std::string body;
        for (const auto& [name, value] : fields)
            body += (body.empty() ? "" : "&") + base::url_encoded(name) + "=" + base::url_encoded(value);
        return send("POST", address, body);
    }

    static std::string hidden_field(const std::string& page, const std::string& name)
    {
        const auto start = page.find("name=\"" + name + "\" value=\"");
        if (start == std::string::npos) return {};
        const auto value = page.find("value=\"", start) + 7;
        return page.substr(value, page.find('"', value) - value);
    }
    static std::string location(const web::Response& response)
    {
        for (const auto& [name, value] : response.headers)
            if (name == "Location") return value;
        return {};
    }

    std::map<std::string, std::string> cookies;

private:
    class Body final : public web::BodySource {
    public:
        explicit Body(std::string bytes) : bytes_(std::move(bytes)) {}
        Outcome read(std::size_t limit, std::string& body) override
        {
            if (bytes_.size() > limit) return Outcome::TooLarge;
            body = bytes_;
            return Outcome::Complete;
        }

    private:
        std::string bytes_;
    };

    web::Response send(const std::string& method, const std::string& address, const std::string& body)
    {
        web::RequestHead head;
        head.method = method;
        head.target = address;
        std::string sent;
        for (const auto& [name, value] : cookies)
            sent += (sent.empty() ? "" : "; ") + name + "=" + value;
        head.headers = {{"host", "localhost"}, {"cookie", sent}};
        if (method == "POST") head.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
        head.content_length = body.size();
        Body source(body);
        auto response = site_.front.answer(head, source, "10.0.0.7");
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie") keep(value);
        return response;
    }
    void keep(const std::string& header)
    {
        const auto equals = header.find('=');
        const auto name = header.substr(0, equals);
        if (header.find("Max-Age=0") != std::string::npos)
            cookies.erase(name);
        else
            cookies[name] = header.substr(equals + 1, header.find(';') - equals - 1);
    }

    PageSite& site_;
};

}  // namespace web_test
