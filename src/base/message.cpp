#include "base/message.h"

namespace base {

std::string Message::fill(std::string_view text, const std::vector<std::string>& arguments)
{
    std::string out;
    std::size_t next = 0;
    while (!text.empty()) {
        const auto at = next < arguments.size() ? text.find("{}") : std::string_view::npos;
        out += text.substr(0, at);
        if (at == std::string_view::npos) break;
        out += arguments[next++];
        text.remove_prefix(at + 2);
    }
    return out;
}

}  // namespace base
