#include "web/origin.h"

namespace web {

bool from_this_site(const RequestHead& head)
{
    const auto site = head.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    const auto origin = head.header("origin");
    if (origin.empty()) return true;
    const auto scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == head.header("host");
}

}  // namespace web
