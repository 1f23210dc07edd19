#include "web/form_data.h"

#include "base/text.h"

#include <algorithm>

namespace web {
namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// "name="value"" of a Content-Disposition or Content-Type header; browsers write \" and line breaks as %22, %0D, %0A.
std::optional<std::string> parameter(std::string_view header, std::string_view name)
{
    std::size_t at = 0;
    while ((at = header.find(name, at)) != std::string_view::npos) {
        const bool begins = at > 0 && (header[at - 1] == ' ' || header[at - 1] == ';');
        const auto after = at + name.size();
        at = after;
        if (!begins || after >= header.size() || header[after] != '=') continue;
        auto rest = header.substr(after + 1);
        if (rest.starts_with('"')) {
            const auto close = rest.find('"', 1);
            if (close == std::string_view::npos) return std::nullopt;
            return std::string(rest.substr(1, close - 1));
        }
        return std::string(rest.substr(0, rest.find(';')));
    }
    return std::nullopt;
}

std::string_view header_of(std::string_view head, std::string_view name)
{
    while (!head.empty()) {
        const auto end = head.find("\r\n");
        const auto line = head.substr(0, end);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && base::lowered(line.substr(0, colon)) == name)
            return line.substr(colon + 1);
        if (end == std::string_view::npos) break;
        head.remove_prefix(end + 2);
    }
    return {};
}

// One part: its headers, an empty line, its content.
bool read_part(std::string_view part, Multipart& out)
{
    const auto blank = part.find("\r\n\r\n");
    if (blank == std::string_view::npos || blank > 4096) return false;
    const auto disposition = header_of(part.substr(0, blank), "content-disposition");
    const auto content = part.substr(blank + 4);
    const auto raw_name = parameter(disposition, "name");
    const auto name = raw_name ? clean_text(*raw_name) : std::nullopt;
    if (!name) return false;
    if (const auto file_name = parameter(disposition, "filename")) {
        const auto label = clean_text(*file_name);
        if (!label) return false;
        if (label->empty() && content.empty()) return true;
        out.files.insert_or_assign(*name, UploadedFile{file_label(*label), std::string(content)});
        return true;
    }
    auto value = clean_text(content);
    if (!value || out.fields.size() == most_fields) return false;
    out.fields.emplace_back(*name, std::move(*value));
    return true;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return out;
}

std::optional<std::string> clean_text(std::string_view bytes)
{
    auto text = base::nfc(bytes);
    if (!text) return std::nullopt;
    std::string out;
    out.reserve(text->size());
    for (std::size_t i = 0; i < text->size(); ++i) {
        const auto byte = static_cast<unsigned char>((*text)[i]);
        if (byte == '\r') {
            if (i + 1 == text->size() || (*text)[i + 1] != '\n') out += '\n';
            continue;
        }
        if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f) return std::nullopt;
        out += static_cast<char>(byte);
    }
    return out;
}

std::optional<Fields> parse_urlencoded(std::string_view text)
{
    Fields fields;
    while (!text.empty()) {
        const auto ampersand = text.find('&');
        const auto pair = text.substr(0, ampersand);
        text = ampersand == std::string_view::npos ? std::string_view() : text.substr(ampersand + 1);
        if (pair.empty()) continue;
        if (fields.size() == most_fields) return std::nullopt;
        const auto equals = pair.find('=');
        const auto name = percent_decoded(pair.substr(0, equals), true);
        const auto value = percent_decoded(
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
        if (!name || !value) return std::nullopt;
        auto clean_name = clean_text(*name);
        auto clean_value = clean_text(*value);
        if (!clean_name || !clean_value) return std::nullopt;
        fields.emplace_back(std::move(*clean_name), std::move(*clean_value));
    }
    return fields;
}

std::optional<Multipart> parse_multipart(std::string_view body, std::string_view content_type)
{
    const auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 200) return std::nullopt;
    const std::string first = "--" + *boundary;
    const std::string next = "\r\n" + first;
    if (!body.starts_with(first)) return std::nullopt;
    body.remove_prefix(first.size());
    Multipart out;
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n")) return std::nullopt;
        body.remove_prefix(2);
        const auto end = body.find(next);
        if (end == std::string_view::npos || !read_part(body.substr(0, end), out)) return std::nullopt;
        body.remove_prefix(end + next.size());
    }
    return out;
}

std::string file_label(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string out;
    for (const char c : name)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
    if (out == "." || out == "..") out.clear();
    // At most 200 bytes, cut between characters.
    if (out.size() > 200) {
        std::size_t length = 200;
        while (length > 0 && (static_cast<unsigned char>(out[length]) & 0xC0) == 0x80)
            --length;
        out.resize(length);
    }
    return out;
}

std::map<std::string, std::string, std::less<>> parse_cookies(std::string_view header)
{
    std::map<std::string, std::string, std::less<>> cookies;
    while (!header.empty()) {
        const auto semicolon = header.find(';');
        auto piece = header.substr(0, semicolon);
        header = semicolon == std::string_view::npos ? std::string_view() : header.substr(semicolon + 1);
        while (piece.starts_with(' '))
            piece.remove_prefix(1);
        const auto equals = piece.find('=');
        if (equals == std::string_view::npos || equals == 0) continue;
        cookies.emplace(piece.substr(0, equals), piece.substr(equals + 1));
    }
    return cookies;
}

}  // namespace web
