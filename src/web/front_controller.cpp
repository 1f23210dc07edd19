#include "web/front_controller.h"

#include "app/office_repository.h"
#include "base/digest.h"
#include "web/assets.h"
#include "web/cookies.h"
#include "web/csrf.h"
#include "web/error_pages.h"
#include "web/form_data.h"
#include "web/layout.h"
#include "web/origin.h"
#include "web/response_headers.h"
#include "web/texts.h"

#include <array>
#include <chrono>

namespace web {
namespace {

Response plain(int status, std::string text)
{
    Response response;
    response.status = status;
    response.type = "text/plain; charset=utf-8";
    response.body = std::move(text);
    return response;
}

// The client's address: the proxy's word for it when the proxy is the one we trust.
std::string remote_of(const RequestHead& head, std::string_view peer, std::string_view trusted_proxy)
{
    const auto forwarded = head.header("x-forwarded-for");
    if (trusted_proxy.empty() || peer != trusted_proxy || forwarded.empty()) return std::string(peer);
    const auto comma = forwarded.rfind(',');
    auto last = comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1);
    while (last.starts_with(' '))
        last.remove_prefix(1);
    return std::string(last.substr(0, 64));
}

// For the log: the word in an address that lets its bearer in is a secret like a password.
std::string logged_path(const Request& request)
{
    const auto token = request.path_values.find("token");
    if (token == request.path_values.end()) return request.path;
    const auto at = request.path.rfind('/');
    return request.path.substr(0, at + 1) + "...";
}

// Where someone with a password given by an administrator may go until it is changed.
bool open_before_password_change(std::string_view path)
{
    return path.starts_with("/account") || path == "/sign-out" || path == "/language" || path == "/help";
}

Response to_sign_in(const Request& request)
{
    const bool page = request.method == "GET" || request.method == "HEAD";
    const bool start = request.path == "/" || request.path == "/overview";
    if (!page || start) return Response::see_other("/sign-in");
    std::string address = request.path;
    for (std::size_t i = 0; i < request.query.size(); ++i)
        address += (i == 0 ? '?' : '&') + base::url_encoded(request.query[i].first) + "=" +
                   base::url_encoded(request.query[i].second);
    return Response::see_other("/sign-in?next=" + base::url_encoded(address));
}

}  // namespace

FrontController::FrontController(Services& services, Router router, FrontSettings settings)
    : services_(services), router_(std::move(router)), settings_(std::move(settings))
{
}

Response FrontController::answer(const RequestHead& head, BodySource& body, std::string_view peer)
{
    Request request;
    request.method = head.method;
    request.id = base::random_token(9);
    request.now = services_.clock.now();
    request.remote = remote_of(head, peer, settings_.trusted_proxy);
    request.texts = &services_.texts;
    Response response;
    try {
        response = dispatch(head, body, request);
    } catch (const std::exception& error) {
        services_.log.error(
            "exception", {{"request", request.id}, {"path", logged_path(request)}, {"what", error.what()}});
        response = failure(request, services_);
    } catch (...) {
        services_.log.error("exception",
                            {{"request", request.id}, {"path", logged_path(request)}, {"what", "unknown"}});
        response = failure(request, services_);
    }
    add_standard_headers(response, !services_.insecure_http);
    response.headers.emplace_back("X-Request-Id", request.id);
    compress(response, head.header("accept-encoding"));
    log(request, response, request.now);
    return response;
}

Response FrontController::refuse(const Refusal& refusal, std::string_view peer)
{
    services_.log.warning("refused", {{"status", std::to_string(refusal.status)},
                                      {"reason", std::string(refusal.reason)},
                                      {"remote", std::string(peer)}});
    auto response = plain(refusal.status, "Yêu cầu không hợp lệ.\n");
    add_standard_headers(response, !services_.insecure_http);
    return response;
}

Response FrontController::dispatch(const RequestHead& head, BodySource& body, Request& request)
{
    const auto question = head.target.find('?');
    const std::string_view raw_path = std::string_view(head.target).substr(0, question);
    const auto segments = path_segments(raw_path);
    auto query =
        question == std::string::npos ? Fields{} : parse_urlencoded(head.target.substr(question + 1));
    if (!segments || !query) return refused_request(request, services_, 400);
    request.path = raw_path;
    request.query = std::move(*query);
    request.cookies = parse_cookies(head.header("cookie"));
    request.if_none_match = head.header("if-none-match");
    const auto language = request.cookies.find(language_cookie_name);
    if (language != request.cookies.end() && language->second == "en") request.language = Language::English;

    if (raw_path == "/healthz") return plain(200, "ok\n");
    if (raw_path == "/readyz")
        return services_.database_answers && services_.database_answers() ? plain(200, "ok\n")
                                                                          : plain(503, "database\n");
    if (segments->size() == 2 && segments->front() == "assets") return asset(segments->back(), head);

    refresh_site(request.now);
    auto match = router_.find(request.method, *segments);
    request.path_values = std::move(match.values);
    if (auto response = identify(request)) return *response;
    if (raw_path == "/") return Response::see_other(request.user ? "/overview" : "/sign-in");
    if (match.route != nullptr) return run(*match.route, head, body, request);
    if (match.allowed_methods.empty()) return not_found(request, services_);
    auto response = refused_request(request, services_, 405);
    response.headers.emplace_back("Allow", match.allowed_methods);
    return response;
}

std::optional<Response> FrontController::identify(Request& request)
{
    const auto cookie = request.cookies.find(session_cookie_name(services_));
    if (cookie == request.cookies.end() || cookie->second.empty() || cookie->second.size() > 128) {
        const auto form = request.cookies.find(form_cookie_name(services_));
        if (form != request.cookies.end()) request.csrf_token = masked_csrf_token(form->second);
        return std::nullopt;
    }
    auto found = services_.find_session(cookie->second, request.now);
    if (!found) return respond(request, services_, found.error());
    request.session_token = cookie->second;
    request.csrf_token = masked_csrf_token(cookie->second);
    if (!*found) return std::nullopt;
    request.user = std::move((*found)->user);
    if ((*found)->must_change_password && !open_before_password_change(request.path))
        return Response::see_other("/account");
    return std::nullopt;
}

Response FrontController::run(const Route& route, const RequestHead& head, BodySource& body, Request& request)
{
    // A visitor's forms are bound to a random cookie of their own.
    std::optional<Header> new_cookie;
    if (route.permission == rights::Permission::Public && !request.user && request.csrf_token.empty()) {
        const auto token = base::random_token();
        new_cookie = set_form_cookie(services_, token);
        request.csrf_token = masked_csrf_token(token);
    }
    if (route.permission != rights::Permission::Public) {
        if (!request.user) return to_sign_in(request);
        if (!request.may(route.permission)) return no_permission(request, services_);
    }
    if (auto refusal = read_form(route, head, body, request)) return *refusal;
    auto response = route.handler(request, services_);
    if (new_cookie) response.headers.push_back(std::move(*new_cookie));
    return response;
}

std::optional<Response> FrontController::read_form(const Route& route, const RequestHead& head,
                                                   BodySource& body, Request& request)
{
    std::string bytes;
    switch (body.read(route.body_limit, bytes)) {
    case BodySource::Outcome::Complete:
        break;
    case BodySource::Outcome::TooLarge:
        return refused_request(request, services_, 413);
    case BodySource::Outcome::Malformed:
    case BodySource::Outcome::Lost:
        return refused_request(request, services_, 400);
    }
    if (route.method != "POST") return std::nullopt;

    const auto type = head.header("content-type");
    if (type.starts_with("multipart/form-data")) {
        auto parts = parse_multipart(bytes, type);
        if (!parts) return refused_request(request, services_, 400);
        request.form = std::move(parts->fields);
        request.files = std::move(parts->files);
    } else if (type.starts_with("application/x-www-form-urlencoded")) {
        auto fields = parse_urlencoded(bytes);
        if (!fields) return refused_request(request, services_, 400);
        request.form = std::move(*fields);
    } else if (!bytes.empty()) {
        return refused_request(request, services_, 400);
    }

    std::string_view bound = request.session_token;
    if (bound.empty()) {
        const auto form = request.cookies.find(form_cookie_name(services_));
        if (form != request.cookies.end()) bound = form->second;
    }
    if (!from_this_site(head) || !csrf_token_matches(request.form_value("_csrf"), bound))
        return stale_form(request, services_);
    return std::nullopt;
}

Response FrontController::asset(std::string_view name, const RequestHead& head) const
{
    const Asset* found = services_.assets.find(name);
    if (found == nullptr || (head.method != "GET" && head.method != "HEAD")) return plain(404, "404\n");
    Response response;
    response.type = found->type;
    response.headers.emplace_back("ETag", found->etag);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("Cache-Control", found->immutable ? "public, max-age=31536000, immutable"
                                                                    : "public, max-age=300");
    if (head.header("if-none-match") == found->etag) {
        response.status = 304;
        return response;
    }
    const bool packed =
        !found->gzip.empty() && head.header("accept-encoding").find("gzip") != std::string_view::npos;
    if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
    response.body = packed ? found->gzip : found->bytes;
    return response;
}

// The office's name and the demonstration mark are looked up again every 15 seconds, so that a change made through
// another node, or the loading of the sample, shows without a restart.
void FrontController::refresh_site(base::Instant now)
{
    const std::unique_lock lock(refresh_, std::try_to_lock);
    if (!lock.owns_lock() || now < next_refresh_) return;
    next_refresh_ = now.plus(std::chrono::seconds(15));
    const auto office =
        services_.storage.transact([](app::Repositories& repositories) -> base::Result<domain::Office> {
            return repositories.office().office();
        });
    if (!office) return;
    services_.set_site({office->committee, office->department, office->illustrative});
}

void FrontController::log(const Request& request, const Response& response, base::Instant started) const
{
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(services_.clock.now().time() - started.time());
    services_.log.info("request", {{"id", request.id},
                                   {"method", request.method},
                                   {"path", logged_path(request)},
                                   {"status", std::to_string(response.status)},
                                   {"ms", std::to_string(took.count())},
                                   {"bytes", std::to_string(response.body.size())},
                                   {"user", request.user ? request.user->id.text() : "-"},
                                   {"remote", request.remote}});
}

}  // namespace web
