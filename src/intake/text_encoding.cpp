#include "intake/text_encoding.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>

namespace intake {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t sample_size = 64 * 1024;

// glibc's names.
const char* converter_name(std::string_view encoding)
{
    if (encoding == "UTF-16LE") return "UTF-16LE";
    if (encoding == "UTF-16BE") return "UTF-16BE";
    if (encoding == "windows-1258") return "CP1258";
    if (encoding == "TCVN3") return "TCVN5712-1";
    if (encoding == "VISCII") return "VISCII";
    return nullptr;
}

class Converter {
public:
    explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    ~Converter()
    {
        if (usable()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool usable() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

    [[nodiscard]] std::optional<std::string> convert(std::string_view bytes)
    {
        if (!usable()) return std::nullopt;
        std::string in(bytes);
        char* from = in.data();
        std::size_t left = in.size();
        std::string out;
        std::array<char, 8192> buffer{};
        bool flushed = false;
        while (!flushed) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            flushed = left == 0;
            // The last call has no input: it writes what the converter still holds back for composing.
            const auto done =
                iconv(handle_, flushed ? nullptr : &from, flushed ? nullptr : &left, &to, &room);
            out.append(buffer.data(), buffer.size() - room);
            if (done == static_cast<std::size_t>(-1) && errno != E2BIG) return std::nullopt;
            if (done == static_cast<std::size_t>(-1)) flushed = false;
        }
        return out;
    }

private:
    iconv_t handle_;
};

// Next code point of valid UTF-8.
char32_t next(std::string_view text, std::size_t& i)
{
    const auto byte = [&](std::size_t at) {
        return static_cast<unsigned char>(at < text.size() ? text[at] : 0);
    };
    const unsigned char lead = byte(i);
    if (lead < 0x80) return byte(i++);
    const std::size_t extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t point = lead & (0x3FU >> extra);
    for (std::size_t k = 1; k <= extra; ++k)
        point = (point << 6) | (byte(i + k) & 0x3FU);
    i += extra + 1;
    return point;
}

void put(std::string& out, char32_t point)
{
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (point >> 18));
        out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

constexpr std::u32string_view vietnamese_letters =
    U"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    U"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ";
constexpr std::size_t lower_count = 67;

enum class Letter { None, Lower, Upper };

Letter case_of(char32_t c)
{
    if (c >= 'a' && c <= 'z') return Letter::Lower;
    if (c >= 'A' && c <= 'Z') return Letter::Upper;
    const auto at = vietnamese_letters.find(c);
    if (at == std::u32string_view::npos) return Letter::None;
    return at < lower_count ? Letter::Lower : Letter::Upper;
}

// Words that nearly every result sheet of an office holds, in lower case.
constexpr std::string_view frequent_words[] = {
    "sở",   "huyện", "thành",  "phố",   "điểm", "và",   "của",  "xã",   "đơn",   "vị",   "tỉnh",
    "ủy",   "phòng", "kết",    "quả",   "xếp",  "hạng", "loại", "thẩm", "định",  "khảo", "sát",
    "tổng", "cộng",  "các",    "chỉ",   "số",   "cải",  "cách", "hành", "chính", "nội",  "vụ",
    "tế",   "tài",   "kế",     "hoạch", "đầu",  "tư",   "giáo", "dục",  "đào",   "tạo",  "xây",
    "dựng", "thông", "nghiệp", "tốt",   "khá",  "bình", "thứ",  "tự"};

// Every word's points: an occurrence of a frequent one is worth several letters.
int word_score(std::string_view text)
{
    int score = 0;
    const auto lower = base::lowered(text);
    std::size_t from = 0;
    while (from < lower.size()) {
        auto to = lower.find_first_of(" ,;.:\t\"()/-&\n", from);
        if (to == std::string::npos) to = lower.size();
        const std::string_view word = std::string_view(lower).substr(from, to - from);
        if (std::find(std::begin(frequent_words), std::end(frequent_words), word) != std::end(frequent_words))
            score += 6;
        from = to + 1;
    }
    return score;
}

bool valid_utf8(std::string_view bytes)
{
    return base::nfc(bytes).has_value();
}

// Cuts a sample so that no character is split: at the last line's end.
std::string_view sample_of(std::string_view bytes)
{
    if (bytes.size() <= sample_size) return bytes;
    const auto end = bytes.rfind('\n', sample_size);
    return bytes.substr(0, end == std::string_view::npos ? sample_size & ~std::size_t{3} : end);
}

std::optional<std::string> wide_encoding(std::string_view bytes)
{
    const auto head = bytes.substr(0, 4096);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
    if (odd * 10 >= head.size() * 2 && odd > even * 10) return "UTF-16LE";
    if (even * 10 >= head.size() * 2 && even > odd * 10) return "UTF-16BE";
    return std::nullopt;
}

}  // namespace

const std::vector<std::string>& encodings()
{
    static const std::vector<std::string> all = {"UTF-8",        "UTF-16LE", "UTF-16BE",
                                                 "windows-1258", "TCVN3",    "VISCII"};
    return all;
}

int vietnamese_score(std::string_view text)
{
    int score = 0;
    Letter before = Letter::None;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next(text, i);
        const Letter letter = case_of(c);
        if (c >= 0x80) {
            if (letter == Letter::None) {
                // Dashes, quotes and spaces of good typography say nothing; other letters and signs speak against.
                score -= c >= 0x2000 || c == 0xA0 || c == 0xFEFF ? 0 : 3;
            } else {
                score += 1;
            }
        } else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            score -= 3;
        }
        if (letter == Letter::Upper && before == Letter::Lower) score -= 3;
        before = letter;
    }
    return score + word_score(text);
}

std::optional<std::string> decoded(std::string_view bytes, std::string_view encoding)
{
    if (encoding == "UTF-8") {
        if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
        return base::nfc(bytes);
    }
    const char* name = converter_name(encoding);
    if (!name) return std::nullopt;
    if (encoding == "UTF-16LE" && bytes.starts_with("\xFF\xFE"sv)) bytes.remove_prefix(2);
    if (encoding == "UTF-16BE" && bytes.starts_with("\xFE\xFF"sv)) bytes.remove_prefix(2);
    auto text = Converter(name).convert(bytes);
    if (!text) return std::nullopt;
    return base::nfc(*text);
}

std::string recognised_encoding(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) return "UTF-8";
    if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
    if (const auto wide = wide_encoding(bytes)) return *wide;
    if (valid_utf8(bytes)) return "UTF-8";
    std::string best = "windows-1258";
    int best_score = -1'000'000'000;
    const auto sample = sample_of(bytes);
    for (const auto* name : {"windows-1258", "TCVN3", "VISCII"}) {
        const auto text = decoded(sample, name);
        if (!text) continue;
        if (const int score = vietnamese_score(*text); score > best_score) {
            best = name;
            best_score = score;
        }
    }
    return best;
}

std::string from_abc_letters(std::string_view text)
{
    static const std::vector<std::string> table = [] {
        std::vector<std::string> letters(256);
        for (int byte = 0xA0; byte <= 0xFF; ++byte) {
            const char one = static_cast<char>(byte);
            letters[static_cast<std::size_t>(byte)] = decoded({&one, 1}, "TCVN3").value_or("");
        }
        return letters;
    }();
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next(text, i);
        if (c >= 0xA1 && c <= 0xFF && !table[c].empty()) {
            out += table[c];
        } else {
            put(out, c);
        }
    }
    return base::nfc(out).value_or(out);
}

bool looks_like_abc(std::string_view sample)
{
    bool latin = false;
    for (std::size_t i = 0; i < sample.size();) {
        const char32_t c = next(sample, i);
        latin = latin || (c >= 0xA1 && c <= 0xFF);
    }
    return latin && vietnamese_score(from_abc_letters(sample)) > vietnamese_score(sample) + 5;
}

}  // namespace intake
