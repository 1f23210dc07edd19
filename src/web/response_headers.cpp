#include "web/response_headers.h"

#include <algorithm>
#include <zlib.h>

namespace web {
namespace {

bool has_header(const Response& response, std::string_view name)
{
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](const auto& header) { return header.first == name; });
}

void add(Response& response, std::string_view name, std::string_view value)
{
    if (!has_header(response, name)) response.headers.emplace_back(name, value);
}

std::string gzip(std::string_view text)
{
    z_stream stream{};
    constexpr int gzip_format = 15 + 16;
    if (deflateInit2(&stream, 1, Z_DEFLATED, gzip_format, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = deflate(&stream, Z_FINISH);
    out.resize(done == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

// "gzip" without "q=0".
bool takes_gzip(std::string_view accept)
{
    const auto at = accept.find("gzip");
    if (at == std::string_view::npos) return false;
    auto rest = accept.substr(at + 4);
    rest = rest.substr(0, rest.find(','));
    return rest.find("q=0") == std::string_view::npos || rest.find("q=0.") != std::string_view::npos;
}

}  // namespace

void add_standard_headers(Response& response, bool encrypted)
{
    const bool is_page = response.type.starts_with("text/html");
    add(response, "Content-Security-Policy", is_page ? page_policy : file_policy);
    add(response, "X-Content-Type-Options", "nosniff");
    // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    add(response, "Referrer-Policy", "same-origin");
    add(response, "Cross-Origin-Opener-Policy", "same-origin");
    add(response, "Cross-Origin-Resource-Policy", "same-origin");
    add(response, "Cross-Origin-Embedder-Policy", "require-corp");
    add(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    add(response, "Cache-Control", "no-store");
    if (encrypted) add(response, "Strict-Transport-Security", "max-age=31536000");
}

void compress(Response& response, std::string_view accept_encoding)
{
    const bool text = response.type.starts_with("text/") || response.type.starts_with("image/svg") ||
                      response.type.starts_with("application/json");
    if (!text || response.body.size() < 1024 || has_header(response, "Content-Encoding")) return;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!takes_gzip(accept_encoding)) return;
    auto packed = gzip(response.body);
    if (packed.empty() || packed.size() >= response.body.size()) return;
    response.body = std::move(packed);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace web
