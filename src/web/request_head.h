// The head of an HTTP/1.x request, read strictly (RFC 9112): what two readers could understand differently is refused, so
// that nothing can be smuggled past a proxy in front. A pure function over bytes; sockets are elsewhere.
//
// Poco's own parser is not used, because it accepts most of what is refused here: a missing or second Host, bare line
// feeds, control characters, duplicate or negative Content-Length, Content-Length beside Transfer-Encoding, unknown
// transfer codings, absolute-form targets, any HTTP version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace web {

struct HeadLimits {
    std::size_t request_line = 8 * 1024;
    std::size_t header_line = 8 * 1024;
    std::size_t headers = 100;
    std::size_t block = 32 * 1024;  // everything before the body
};

struct RequestHead {
    std::string method;
    std::string target;  // origin form: begins with "/"
    bool http_1_1 = true;
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, values trimmed

    std::uint64_t content_length = 0;
    bool chunked = false;
    bool keep_alive = true;
    bool expects_continue = false;

    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
    [[nodiscard]] bool has_body() const { return chunked || content_length > 0; }
};

// Why a request is answered at once and the connection closed. The reason is for the log.
struct Refusal {
    int status = 400;  // 400, 413, 417 or 431
    std::string_view reason;
};

// The length of the head in `received` including its final empty line; nothing while it is incomplete; a refusal as soon
// as it can't become a good one.
[[nodiscard]] std::variant<std::size_t, std::nullopt_t, Refusal> head_length(std::string_view received,
                                                                             const HeadLimits& limits);

// `block` is exactly one head.
[[nodiscard]] std::variant<RequestHead, Refusal> parse_head(std::string_view block, const HeadLimits& limits);

}  // namespace web
