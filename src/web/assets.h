// The static files of the pages, read once at the start: style sheets, modules, fonts and the icon sprite, as the build's
// asset step left them (src/web/assets/CMakeLists.txt). A file is asked for by its plain name and has an address that
// changes with its content, so browsers may keep it for ever.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace web {

struct Asset {
    std::string type;
    std::string bytes;
    std::string gzip;  // empty: not worth it (fonts)
    std::string etag;
    bool immutable = false;  // the address carries the content's hash
};

class Assets {
public:
    Assets() = default;
    // Reads manifest.txt ("app.css app.1a2b3c4d.css" per line) and the files it names.
    [[nodiscard]] static base::Result<Assets> load(const std::filesystem::path& folder);

    // "/assets/app.1a2b3c4d.css" for "app.css"; without such a file "/assets/app.css".
    [[nodiscard]] std::string address(std::string_view plain_name) const;
    // By the last segment of the address; null when there is none.
    [[nodiscard]] const Asset* find(std::string_view name) const;

private:
    std::map<std::string, Asset, std::less<>> files_;
    std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace web
