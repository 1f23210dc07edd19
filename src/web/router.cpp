#include "web/router.h"

#include "base/text.h"
#include "web/form_data.h"
#include "web/routes.h"

#include <algorithm>
#include <stdexcept>

namespace web {
namespace {

bool placeholder(std::string_view segment)
{
    return segment.starts_with('{');
}

std::vector<std::string_view> split_path(std::string_view path)
{
    std::vector<std::string_view> segments;
    path.remove_prefix(1);
    while (true) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string>& segments)
{
    return pattern.size() == segments.size() &&
           std::equal(pattern.begin(), pattern.end(), segments.begin(),
                      [](std::string_view expected, const std::string& given) {
                          return placeholder(expected) ? !given.empty() : expected == given;
                      });
}

// Literals before placeholders, segment by segment.
bool more_literal(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
{
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [](std::string_view x, std::string_view y) { return !placeholder(x) && placeholder(y); });
}

std::string shape(const Route& route)
{
    std::string text(route.method);
    for (const auto segment : split_path(route.pattern)) {
        text += '/';
        text += placeholder(segment) ? "{}" : segment;
    }
    return text;
}

}  // namespace

std::optional<std::vector<std::string>> path_segments(std::string_view path)
{
    std::vector<std::string> segments;
    for (const auto raw : split_path(path)) {
        const auto bytes = percent_decoded(raw, false);
        auto text = bytes ? clean_text(*bytes) : std::nullopt;
        if (!text || *text == "." || *text == "..") return std::nullopt;
        segments.push_back(std::move(*text));
    }
    return segments;
}

Router::Router(std::span<const std::span<const Route>> tables)
{
    std::map<std::string, std::string_view> seen;
    for (const auto& table : tables) {
        for (const auto& route : table) {
            const auto [place, added] = seen.emplace(shape(route), route.pattern);
            if (!added) throw std::logic_error("two routes of one shape: " + place->first);
            routes_.push_back(route);
        }
    }
    for (std::size_t i = 0; i < routes_.size(); ++i)
        patterns_.push_back({split_path(routes_[i].pattern), i});
    std::stable_sort(patterns_.begin(), patterns_.end(),
                     [](const Pattern& a, const Pattern& b) { return more_literal(a.segments, b.segments); });
}

Router::Match Router::find(std::string_view method, const std::vector<std::string>& segments) const
{
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    Match match;
    for (const auto& pattern : patterns_) {
        if (!fits(pattern.segments, segments)) continue;
        const Route& route = routes_[pattern.route];
        if (route.method != wanted) {
            if (!match.allowed_methods.empty()) match.allowed_methods += ", ";
            match.allowed_methods += route.method;
            continue;
        }
        match.route = &route;
        for (std::size_t i = 0; i < segments.size(); ++i)
            if (placeholder(pattern.segments[i]))
                match.values.emplace(pattern.segments[i].substr(1, pattern.segments[i].size() - 2),
                                     segments[i]);
        return match;
    }
    return match;
}

}  // namespace web
