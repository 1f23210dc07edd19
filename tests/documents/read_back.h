// Reads papers back with the programs a reader would use: poppler for PDF, LibreOffice for Word and Excel.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <unistd.h>

namespace read_back {

inline std::string run(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string output;
    std::array<char, 4096> part{};
    while (const auto got = std::fread(part.data(), 1, part.size(), pipe.get()))
        output.append(part.data(), got);
    return output;
}

// A folder of this test program, removed at its end.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("papers." + std::to_string(getpid())))
    {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string put(const std::string& name, const std::string& bytes) const
    {
        const auto file = path_ / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline const Folder& folder()
{
    static const Folder one;
    return one;
}

inline std::string pdf_text(const std::string& pdf, const std::string& options = "")
{
    return run("pdftotext " + options + " '" + folder().put("read.pdf", pdf) + "' -");
}

inline int pdf_pages(const std::string& pdf)
{
    const auto about = run("pdfinfo '" + folder().put("read.pdf", pdf) + "'");
    const auto at = about.find("Pages:");
    return at == std::string::npos ? 0 : std::atoi(about.c_str() + at + 6);
}

inline std::string file_text(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The text stands in tests/golden/; VINHDANH_REBASELINE=1 writes it anew, for somebody to read in the diff.
inline void expect_golden(const std::string& name, const std::string& text)
{
    const auto path = std::filesystem::path(VINHDANH_SOURCE_DIR) / "tests/golden" / name;
    if (std::getenv("VINHDANH_REBASELINE") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    EXPECT_EQ(file_text(path), text) << "set VINHDANH_REBASELINE=1 to accept";
}

}  // namespace read_back
