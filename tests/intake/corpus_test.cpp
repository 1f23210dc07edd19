// Every file of the fuzz corpus goes through the readers: each is read or refused in words, none crashes or throws.
#include "intake/read_sheet.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

std::vector<std::filesystem::path> corpus(const std::string& kind)
{
    std::vector<std::filesystem::path> files;
    const auto folder = std::filesystem::path(VINHDANH_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / kind;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        files.push_back(file.path());
    return files;
}

std::string content(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void expect_answer(const base::Result<domain::ResultSheet>& sheet, const std::filesystem::path& file)
{
    if (!sheet) {
        EXPECT_FALSE(sheet.error().message.empty()) << file;
        return;
    }
    for (const auto& issue : sheet->issues)
        EXPECT_EQ(issue.message.vietnamese().find("{}"), std::string::npos)
            << file << issue.message.vietnamese();
}

}  // namespace

TEST(Corpus, EveryBadWorkbookIsReadOrRefusedInWords)
{
    const auto files = corpus("xlsx");
    EXPECT_GT(files.size(), 25U);
    for (const auto& file : files)
        expect_answer(intake::read_sheet(content(file), file.filename().string()), file);
}

TEST(Corpus, EveryBadTextIsReadOrRefusedInWords)
{
    const auto files = corpus("csv");
    EXPECT_GT(files.size(), 15U);
    for (const auto& file : files) {
        const auto bytes = content(file);
        expect_answer(intake::read_sheet(std::string_view(bytes).substr(1), file.filename().string()), file);
        for (const auto& encoding : intake::encodings())
            expect_answer(intake::read_sheet(std::string_view(bytes).substr(1), "x.csv", {encoding}), file);
    }
}
