#include "web/http.h"

#include <charconv>

namespace web {
namespace {

std::string_view first(const std::vector<std::pair<std::string, std::string>>& values, std::string_view name)
{
    for (const auto& [key, value] : values)
        if (key == name) return value;
    return {};
}

// The plain part of RFC 6266 for old clients: ASCII letters, digits, dot, dash; the rest becomes "_".
std::string ascii_name(std::string_view name)
{
    std::string out;
    for (const char c : base::folded(name.substr(0, name.rfind('.'))))
        out += c == ' ' ? '-' : c;
    if (out.empty()) out = "tai-lieu";
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return out;
    out += '.';
    for (const char c : name.substr(dot + 1))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    return out;
}

}  // namespace

std::string_view Request::query_value(std::string_view name) const
{
    return first(query, name);
}

std::string_view Request::form_value(std::string_view name) const
{
    return first(form, name);
}

std::vector<std::string> Request::form_values(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto& [key, value] : form)
        if (key == name) values.push_back(value);
    return values;
}

bool Request::has_form(std::string_view name) const
{
    for (const auto& [key, value] : form)
        if (key == name) return true;
    return false;
}

std::optional<std::int64_t> Request::positive_number(std::string_view text)
{
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || stop != end || number <= 0) return std::nullopt;
    return number;
}

app::Submission Request::submission(std::string_view route) const
{
    return {user ? user->id : domain::UserId{}, std::string(form_value("_key")), std::string(route)};
}

Response Response::html(base::Html page, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(page).str();
    return response;
}

Response Response::see_other(std::string_view address)
{
    Response response;
    response.status = 303;
    response.type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Location", own_path(address) ? std::string(address) : "/");
    return response;
}

Response Response::file(std::string bytes, std::string_view type, std::string_view name, bool inline_view)
{
    Response response;
    response.type = type;
    response.body = std::move(bytes);
    std::string disposition = inline_view ? "inline" : "attachment";
    disposition += "; filename=\"" + ascii_name(name) + "\"; filename*=UTF-8''" + base::url_encoded(name);
    response.headers.emplace_back("Content-Disposition", std::move(disposition));
    return response;
}

bool own_path(std::string_view address)
{
    if (!address.starts_with('/') || address.size() > 2000) return false;
    if (address.size() > 1 && (address[1] == '/' || address[1] == '\\')) return false;
    for (const char c : address)
        if (static_cast<unsigned char>(c) <= 0x20 || c == '\\' || c == 0x7f) return false;
    return true;
}

}  // namespace web
