#include "tests/web/source_texts.h"

#include <cctype>
#include <fstream>
#include <sstream>

namespace web_test {
namespace {

class Reader {
public:
    Reader(std::string source, std::filesystem::path file)
        : source_(std::move(source)), file_(std::move(file))
    {
    }

    std::vector<SourceText> read()
    {
        while (at_ < source_.size()) {
            if (skip_comment() || skip_raw_string() || skip_character() || take_literal()) continue;
            code_ += source_[at_++];
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool next_is(std::string_view text) const
    {
        return source_.compare(at_, text.size(), text) == 0;
    }
    void jump_behind(std::string_view mark, std::size_t from)
    {
        const auto end = source_.find(mark, from);
        at_ = end == std::string::npos ? source_.size() : end + mark.size();
    }
    bool skip_comment()
    {
        if (next_is("//")) {
            jump_behind("\n", at_);
            code_ += '\n';
            return true;
        }
        if (!next_is("/*")) return false;
        jump_behind("*/", at_ + 2);
        return true;
    }
    bool skip_raw_string()
    {
        if (!next_is("R\"")) return false;
        const auto open = source_.find('(', at_);
        jump_behind(")" + source_.substr(at_ + 2, open - at_ - 2) + "\"", open);
        code_ += "raw";
        return true;
    }
    bool skip_character()
    {
        // 1'000 is no character.
        if (source_[at_] != '\'' ||
            (!code_.empty() && std::isxdigit(static_cast<unsigned char>(code_.back())) != 0))
            return false;
        ++at_;
        while (at_ < source_.size() && source_[at_] != '\'')
            at_ += source_[at_] == '\\' ? 2U : 1U;
        ++at_;
        code_ += "0";
        return true;
    }
    bool take_literal()
    {
        if (source_[at_] != '"') return false;
        std::string text;
        for (++at_; at_ < source_.size() && source_[at_] != '"'; ++at_) {
            if (source_[at_] != '\\') {
                text += source_[at_];
                continue;
            }
            ++at_;
            text += source_[at_] == 'n' ? '\n' : source_[at_] == 't' ? '\t' : source_[at_];
        }
        ++at_;
        const bool continues =
            !found_.empty() && code_.find_first_not_of(" \n\r\t", end_of_last_) == std::string::npos;
        if (continues)
            found_.back().text += text;
        else
            found_.push_back({text, code_.substr(code_.size() > 60 ? code_.size() - 60 : 0), file_});
        end_of_last_ = code_.size();
        return true;
    }

    std::string source_;
    std::filesystem::path file_;
    std::size_t at_ = 0;
    std::string code_;
    std::size_t end_of_last_ = 0;
    std::vector<SourceText> found_;
};

}  // namespace

std::vector<SourceText> source_texts()
{
    const std::filesystem::path root = VINHDANH_SOURCE_DIR "/src";
    std::vector<SourceText> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const auto path = entry.path();
        if (path.string().find("node_modules") != std::string::npos) continue;
        if (path.extension() != ".cpp" && path.extension() != ".h") continue;
        std::ifstream in(path, std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        for (auto& text : Reader(bytes.str(), std::filesystem::relative(path, root)).read())
            all.push_back(std::move(text));
    }
    return all;
}

}  // namespace web_test
