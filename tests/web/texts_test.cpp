// The English catalogue against the source: what pages say has a translation, and no translation is left over.
#include "tests/web/source_texts.h"
#include "web/texts.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

namespace {

using web_test::SourceText;

const std::string catalogue = VINHDANH_SOURCE_DIR "/config/texts/en";

// A letter that only Vietnamese text has: every letter with a mark, and đ.
bool vietnamese(const std::string& text)
{
    static const std::regex letter("[\xC3][\x80-\x96\x98-\xB6\xB8-\xBD]|[\xC4][\x82\x83\x90\x91\xA8\xA9]|["
                                   "\xC5][\xA8\xA9]|[\xC6][\xA0\xA1\xAF\xB0]|"
                                   "\xE1[\xBA\xBB].");
    return std::regex_search(text, letter);
}

// Sentences for the user: arguments of tr, Message and the makers of errors everywhere; in the folders that speak to
// users only, every Vietnamese text; in those that also write papers, templates.
bool needs_translation(const SourceText& literal)
{
    static const std::regex context(
        R"((\btr\(\s*\w+\s*,\s*|Message\s*[({]\s*|Message \w+ = |\b(not_found|invalid|forbidden|conflict|unavailable)\(\s*)$)");
    // Names and marks, the same in both languages; examples of values; beginnings of file names.
    static const std::set<std::string> exempt = {"Tiếng Việt",
                                                 "Yêu cầu không hợp lệ.\n",
                                                 "u00a0đ",
                                                 "Đồng Tháp",
                                                 "Ủy ban nhân dân tỉnh Đồng Tháp",
                                                 "Sở Nội vụ",
                                                 "QĐ-UBND-HC",
                                                 "KT. CHỦ TỊCH",
                                                 "PHÓ CHỦ TỊCH",
                                                 "Văn phòng",
                                                 "Ban Quản lý",
                                                 "Xếp hạng ",
                                                 "(tối đa ",
                                                 "Ông",
                                                 "Bà"};
    if (literal.text.empty() || exempt.contains(literal.text)) return false;
    if (std::regex_search(literal.before, context)) return true;
    if (!vietnamese(literal.text) || literal.text.find('<') != std::string::npos) return false;
    // A piece with a space at an end is looked for in stored text or put into a file's name.
    if (literal.text.starts_with(' ') || literal.text.ends_with(' ')) return false;
    const auto folder = literal.file.begin()->string();
    if (folder == "web" || folder == "workflow" || folder == "access") return true;
    const bool speaks = folder == "app" || folder == "rules" || folder == "ranking" || folder == "intake";
    return speaks && literal.text.find("{}") != std::string::npos;
}

TEST(Texts, EverySentenceHasAnEnglishOne)
{
    const auto texts = web::Texts::load(catalogue);
    ASSERT_TRUE(texts);
    for (const auto& literal : web_test::source_texts())
        EXPECT_TRUE(!needs_translation(literal) || texts->knows(literal.text))
            << literal.file << ": \"" << literal.text << "\"";
}

TEST(Texts, NoTranslationIsLeftOver)
{
    const auto texts = web::Texts::load(catalogue);
    ASSERT_TRUE(texts);
    std::set<std::string> said;
    for (const auto& literal : web_test::source_texts())
        said.insert(literal.text);
    for (const auto& key : texts->keys())
        EXPECT_TRUE(said.contains(key)) << key;
}

TEST(Texts, TwoFilesDoNotDisagree)
{
    std::map<std::string, std::string> english;
    for (const auto& entry : std::filesystem::directory_iterator(catalogue)) {
        std::ifstream in(entry.path());
        const auto read = nlohmann::json::parse(in);
        for (const auto& [key, value] : read.items()) {
            const auto [place, added] = english.emplace(key, value.get<std::string>());
            EXPECT_TRUE(added || place->second == value) << entry.path() << ": " << key;
        }
    }
}

TEST(Texts, TranslationsTakeTheSameValues)
{
    const auto texts = web::Texts::load(catalogue);
    ASSERT_TRUE(texts);
    const auto places = [](std::string_view text) {
        int count = 0;
        for (std::size_t at = 0; (at = text.find("{}", at)) != std::string_view::npos; at += 2)
            ++count;
        return count;
    };
    for (const auto& key : texts->keys())
        EXPECT_EQ(places(key), places(texts->english(key))) << key;
}

TEST(Texts, ThePageSpeaksTheChosenLanguage)
{
    const auto texts = web::Texts::load(catalogue);
    ASSERT_TRUE(texts);
    web::Request request;
    request.texts = &*texts;
    EXPECT_EQ(web::tr(request, "{} bậc", {"3"}), "3 bậc");
    request.language = web::Language::English;
    EXPECT_EQ(web::tr(request, "{} bậc", {"3"}), "3 in rank");
    EXPECT_EQ(web::tr(request, "Trang {}", {"{} <b>"}), "Page {} <b>")
        << "values are never looked up or filled";
}

}  // namespace
