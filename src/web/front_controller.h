// Everything between a request's bytes and a handler, in one order for every route: address, route, session, permission,
// body within the route's limit, form token; then the handler; then the headers every answer carries. What goes wrong on
// the way is answered here, and an exception from a handler is caught, logged under the request's id and answered.
#pragma once

#include "web/http.h"
#include "web/request_head.h"
#include "web/router.h"
#include "web/services.h"

#include <string>
#include <string_view>

namespace web {

// The body still on the wire.
class BodySource {
public:
    enum class Outcome { Complete, TooLarge, Malformed, Lost };

    virtual ~BodySource() = default;
    // Reads the whole body when it has at most `limit` bytes. Anything but Complete leaves bytes on the wire, and the
    // connection must be closed after the answer.
    [[nodiscard]] virtual Outcome read(std::size_t limit, std::string& body) = 0;
};

struct FrontSettings {
    // Address of the reverse proxy whose X-Forwarded-For is believed; empty: none.
    std::string trusted_proxy;
};

class FrontController {
public:
    FrontController(Services& services, Router router, FrontSettings settings);

    // Never throws. A lost body gives an answer that nobody will read.
    [[nodiscard]] Response answer(const RequestHead& head, BodySource& body, std::string_view peer);
    // The answer to a head that was refused.
    [[nodiscard]] Response refuse(const Refusal& refusal, std::string_view peer);

    [[nodiscard]] const Router& router() const { return router_; }

private:
    [[nodiscard]] Response dispatch(const RequestHead& head, BodySource& body, Request& request);
    [[nodiscard]] Response run(const Route& route, const RequestHead& head, BodySource& body,
                               Request& request);
    [[nodiscard]] std::optional<Response> identify(Request& request);
    [[nodiscard]] std::optional<Response> read_form(const Route& route, const RequestHead& head,
                                                    BodySource& body, Request& request);
    [[nodiscard]] Response asset(std::string_view name, const RequestHead& head) const;
    void refresh_site(base::Instant now);
    void log(const Request& request, const Response& response, base::Instant started) const;

    Services& services_;
    Router router_;
    FrontSettings settings_;
    std::mutex refresh_;
    base::Instant next_refresh_;
};

}  // namespace web
