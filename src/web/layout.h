// The frame around every page: header, menu by permission, banners, breadcrumb, title, provenance line, and the one map
// from error kinds to HTTP statuses.
//
//     PageFrame frame{.title = tr(request, "Xếp hạng"), .menu = "/rankings"};
//     return show(request, services, frame, content);
#pragma once

#include "base/html.h"
#include "base/result.h"
#include "web/http.h"
#include "web/services.h"

#include <string>
#include <string_view>
#include <vector>

namespace web {

struct Crumb {
    std::string text = {};
    std::string address = {};  // empty: text only
};

struct PageFrame {
    std::string title = {};       // already in the user's language (tr, or a name)
    std::vector<Crumb> crumbs{};  // the pages above this one; the page itself is added by the layout
    base::Html provenance{};      // the line under the title: file, date, rule version, ...
    std::string_view menu =
        {};                // address of the menu entry this page belongs to: "/rankings" (see web/menu.h)
    base::Html actions{};  // links and buttons to the right of the title
    bool refused = false;  // a form was refused: the window title begins with "Lỗi:"
    bool bare = false;     // no menu: sign-in, errors before sign-in
};

// The whole document.
[[nodiscard]] base::Html page(const Request& request, const Services& services, const PageFrame& frame,
                              const base::Html& content);

// The same as a response.
[[nodiscard]] Response show(const Request& request, const Services& services, const PageFrame& frame,
                            const base::Html& content, int status = 200);

// NotFound 404, Invalid 422, Forbidden 403, Conflict 409, Unavailable 503.
[[nodiscard]] int status_of(base::ErrorKind kind);

// An error as a page of its own that says what happened and where to go on. Forms that can show the message beside their
// fields render themselves again with status 422 instead.
[[nodiscard]] Response respond(const Request& request, const Services& services, const base::Error& error);

// "There is no such page", for ids that are no numbers and the like.
[[nodiscard]] Response not_found(const Request& request, const Services& services);

}  // namespace web
