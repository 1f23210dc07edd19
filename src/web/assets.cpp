#include "web/assets.h"

#include "base/digest.h"

#include <array>
#include <fstream>
#include <sstream>
#include <utility>

namespace web {
namespace {

std::string type_of(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> types = {{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    }};
    for (const auto& [ending, type] : types)
        if (name.ends_with(ending)) return std::string(type);
    return "application/octet-stream";
}

std::string bytes_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

}  // namespace

base::Result<Assets> Assets::load(const std::filesystem::path& folder)
{
    std::ifstream manifest(folder / "manifest.txt");
    if (!manifest)
        return base::invalid(
            base::Message("Không thấy tệp giao diện ở {}. Hãy chạy scripts/setup rồi dựng lại chương trình.",
                          {folder.string()}));
    Assets assets;
    std::string plain;
    std::string stored;
    while (manifest >> plain >> stored) {
        Asset asset;
        asset.type = type_of(stored);
        asset.bytes = bytes_of(folder / stored);
        asset.gzip = bytes_of(folder / (stored + ".gz"));
        asset.etag = "\"" + base::sha256_hex(asset.bytes).substr(0, 16) + "\"";
        asset.immutable = plain != stored;
        if (asset.bytes.empty())
            return base::invalid(base::Message("Thiếu tệp giao diện {}.", {(folder / stored).string()}));
        assets.files_.emplace(stored, std::move(asset));
        assets.names_.emplace(plain, stored);
    }
    return assets;
}

std::string Assets::address(std::string_view plain_name) const
{
    const auto found = names_.find(plain_name);
    return "/assets/" + (found == names_.end() ? std::string(plain_name) : found->second);
}

const Asset* Assets::find(std::string_view name) const
{
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

}  // namespace web
