// The string literals of the program's own source, with the code before each: what the catalogue tests look at.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace web_test {

struct SourceText {
    std::string text;    // adjacent literals joined, escapes undone
    std::string before;  // up to 60 characters of code before it, comments taken out
    std::filesystem::path file;
};

// Of every .cpp and .h under src; raw strings (SQL) are left out.
[[nodiscard]] std::vector<SourceText> source_texts();

}  // namespace web_test
