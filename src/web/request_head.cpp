#include "web/request_head.h"

#include <algorithm>
#include <charconv>

namespace web {
namespace {

constexpr std::string_view end_of_head = "\r\n\r\n";

// RFC 9110, 5.6.2
bool is_token(std::string_view text)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    });
}

bool is_field_text(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool lists(std::string_view value, std::string_view wanted)
{
    while (!value.empty()) {
        const auto comma = value.find(',');
        if (lower(trimmed(value.substr(0, comma))) == wanted) return true;
        if (comma == std::string_view::npos) break;
        value.remove_prefix(comma + 1);
    }
    return false;
}

std::optional<Refusal> read_request_line(std::string_view line, RequestHead& head)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return Refusal{400, "request line"};
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    const bool upper =
        std::all_of(head.method.begin(), head.method.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (head.method.empty() || head.method.size() > 16 || !upper) return Refusal{400, "method"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return Refusal{400, "version"};
    head.http_1_1 = version == "HTTP/1.1";
    head.keep_alive = head.http_1_1;
    const bool plain = std::all_of(head.target.begin(), head.target.end(),
                                   [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    if (!head.target.starts_with('/') || !plain) return Refusal{400, "target"};
    return std::nullopt;
}

std::optional<Refusal> read_content_length(std::string_view value, RequestHead& head)
{
    const char* end = value.data() + value.size();
    const bool digits = !value.empty() && value.size() <= 18 &&
                        std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || std::from_chars(value.data(), end, head.content_length).ptr != end)
        return Refusal{400, "content-length"};
    return std::nullopt;
}

bool is_host(std::string_view value)
{
    return !value.empty() && value.size() <= 255 && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == ':' || c == '[' || c == ']' || c == '_';
    });
}

// What the headers say together.
std::optional<Refusal> frame(RequestHead& head)
{
    int hosts = 0;
    int lengths = 0;
    int codings = 0;
    for (const auto& [name, value] : head.headers) {
        if (name == "host") {
            ++hosts;
            if (!is_host(value)) return Refusal{400, "host"};
        } else if (name == "content-length") {
            ++lengths;
            if (auto refusal = read_content_length(value, head)) return refusal;
        } else if (name == "transfer-encoding") {
            ++codings;
            if (lower(value) != "chunked") return Refusal{400, "transfer-encoding"};
            head.chunked = true;
        } else if (name == "connection") {
            if (lists(value, "close")) head.keep_alive = false;
        } else if (name == "expect") {
            if (lower(value) != "100-continue") return Refusal{417, "expect"};
            head.expects_continue = head.http_1_1;
        } else if (name == "content-encoding") {
            return Refusal{400, "content-encoding"};
        }
    }
    if (hosts > 1 || (hosts == 0 && head.http_1_1)) return Refusal{400, "host"};
    if (lengths > 1) return Refusal{400, "content-length"};
    if (codings > 1 || (codings == 1 && (lengths == 1 || !head.http_1_1)))
        return Refusal{400, "transfer-encoding"};
    return std::nullopt;
}

}  // namespace

std::string_view RequestHead::header(std::string_view lower_case_name) const
{
    for (const auto& [name, value] : headers)
        if (name == lower_case_name) return value;
    return {};
}

std::variant<std::size_t, std::nullopt_t, Refusal> head_length(std::string_view received,
                                                               const HeadLimits& limits)
{
    // Each line feed must follow a carriage return and each carriage return must be followed by one.
    const auto end = received.find(end_of_head);
    const auto head = received.substr(0, end == std::string_view::npos ? end : end + end_of_head.size());
    for (std::size_t i = 0; i < head.size(); ++i) {
        const char c = head[i];
        if (c == '\n' && (i == 0 || head[i - 1] != '\r')) return Refusal{400, "bare line feed"};
        if (c == '\r' && i + 1 < head.size() && head[i + 1] != '\n')
            return Refusal{400, "bare carriage return"};
        if (c == '\0') return Refusal{400, "control character"};
    }
    const auto line = head.find("\r\n");
    if (std::min(line, head.size()) > limits.request_line) return Refusal{431, "request line"};
    if (head.size() > limits.block) return Refusal{431, "header"};
    if (end == std::string_view::npos) return std::nullopt;
    return head.size();
}

std::variant<RequestHead, Refusal> parse_head(std::string_view block, const HeadLimits& limits)
{
    RequestHead head;
    const auto first = block.find("\r\n");
    if (first == std::string_view::npos || !block.ends_with(end_of_head)) return Refusal{400, "request line"};
    if (first > limits.request_line) return Refusal{431, "request line"};
    if (auto refusal = read_request_line(block.substr(0, first), head)) return *refusal;
    block.remove_prefix(first + 2);
    while (block != "\r\n") {
        const auto line = block.substr(0, block.find("\r\n"));
        if (line.size() > limits.header_line || head.headers.size() == limits.headers)
            return Refusal{431, "header"};
        const auto colon = line.find(':');
        // A line that continues the one before it begins with a space and so is no token either.
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
            return Refusal{400, "header name"};
        const auto value = trimmed(line.substr(colon + 1));
        if (!is_field_text(value)) return Refusal{400, "control character"};
        head.headers.emplace_back(lower(line.substr(0, colon)), std::string(value));
        block.remove_prefix(line.size() + 2);
    }
    if (auto refusal = frame(head)) return *refusal;
    return head;
}

}  // namespace web
