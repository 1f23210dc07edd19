// Finds the route of a method and path. "{name}" in a pattern matches one non-empty segment; a literal segment wins over
// a placeholder.
#pragma once

#include "web/http.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace web {

// The segments of a path, decoded one by one ("%2F" stays inside its segment); nothing when it is no proper text.
[[nodiscard]] std::optional<std::vector<std::string>> path_segments(std::string_view path);

class Router {
public:
    // Throws std::logic_error on two routes with the same method and shape.
    explicit Router(std::span<const std::span<const Route>> tables);

    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string, std::less<>> values;
        std::string allowed_methods;  // when the path exists under another method only: "GET, POST"
    };
    // HEAD is looked up as GET.
    [[nodiscard]] Match find(std::string_view method, const std::vector<std::string>& segments) const;

    [[nodiscard]] std::span<const Route> routes() const { return routes_; }

private:
    struct Pattern {
        std::vector<std::string_view> segments;
        std::size_t route = 0;
    };
    std::vector<Route> routes_;
    std::vector<Pattern> patterns_;
};

// All areas' tables.
[[nodiscard]] Router all_routes();

}  // namespace web
