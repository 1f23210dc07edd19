// The words of the pages. Vietnamese literals in the source are the text itself; English comes from the catalogue
// config/texts/en/*.json, whose keys are those literals. A missing entry shows the Vietnamese; a test finds it first.
//
//     html << tr(request, "Đã chọn {} / {}", {"3", "24"});
#pragma once

#include "base/message.h"
#include "base/result.h"
#include "web/http.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace web {

class Texts {
public:
    Texts() = default;
    // Reads every .json file of the folder, by name: flat objects {"Vietnamese": "English"}. A broken file or a value that
    // is not text is an error that names file and key.
    [[nodiscard]] static base::Result<Texts> load(const std::filesystem::path& folder);

    // The English template, or the Vietnamese one when there is none.
    [[nodiscard]] std::string_view english(std::string_view vietnamese) const;
    [[nodiscard]] bool knows(std::string_view vietnamese) const;
    [[nodiscard]] std::vector<std::string> keys() const;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> english_;
};

// The sentence in the request's language; plain text, to be escaped by the builder as any other.
[[nodiscard]] std::string tr(const Request& request, const base::Message& message);

template <std::size_t N>
[[nodiscard]] std::string tr(const Request& request, const char (&text)[N],
                             std::vector<std::string> arguments)
{
    return tr(request, base::Message(text, std::move(arguments)));
}

}  // namespace web
