#include "web/texts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace web {
namespace {

// Catalogue faults are for whoever edits the file, named by file and key.
base::Error fault(const std::filesystem::path& file, std::string what)
{
    return base::invalid(base::Message("Tệp văn bản {}: {}.", {file.filename().string(), std::move(what)}));
}

}  // namespace

base::Result<Texts> Texts::load(const std::filesystem::path& folder)
{
    Texts texts;
    std::error_code missing;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, missing))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    if (missing) return base::invalid(base::Message("Không đọc được thư mục {}.", {folder.string()}));
    std::sort(files.begin(), files.end());

    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const auto read = nlohmann::json::parse(in, nullptr, false);
        if (!read.is_object()) return fault(file, "JSON");
        for (const auto& [vietnamese, english] : read.items()) {
            if (!english.is_string()) return fault(file, vietnamese);
            // The first file that knows a sentence decides; a test finds two that disagree.
            texts.english_.emplace(vietnamese, english.get<std::string>());
        }
    }
    return texts;
}

std::string_view Texts::english(std::string_view vietnamese) const
{
    const auto found = english_.find(vietnamese);
    return found == english_.end() ? vietnamese : std::string_view(found->second);
}

bool Texts::knows(std::string_view vietnamese) const
{
    return english_.contains(vietnamese);
}

std::vector<std::string> Texts::keys() const
{
    std::vector<std::string> all;
    all.reserve(english_.size());
    for (const auto& [key, value] : english_)
        all.push_back(key);
    std::sort(all.begin(), all.end());
    return all;
}

std::string tr(const Request& request, const base::Message& message)
{
    if (request.language == Language::Vietnamese || request.texts == nullptr) return message.vietnamese();
    return base::Message::fill(request.texts->english(message.text()), message.arguments());
}

}  // namespace web
