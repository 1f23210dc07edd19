#include "base/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace base {
namespace {

const icu::Locale vietnamese("vi", "VN");

icu::UnicodeString wide(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

const icu::Normalizer2& composer()
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFC data");
    return *instance;
}

const icu::Normalizer2& decomposer()
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFD data");
    return *instance;
}

bool valid_utf8(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

bool is_space(UChar32 c)
{
    return u_isUWhiteSpace(c) != 0 || c == 0x200B || c == 0xFEFF || c == 0x2060;
}

// Strength tertiary tells tones and case apart; the Vietnamese tailoring makes ă, â, đ, ê, ô, ơ, ư letters of their own.
const icu::Collator& collator()
{
    static const std::unique_ptr<const icu::Collator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(vietnamese, status));
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no Vietnamese collation");
        made->setStrength(icu::Collator::TERTIARY);
        return made;
    }();
    return *instance;
}

bool is_tone(UChar32 c)
{
    return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

// Lower-case letters and digits with single spaces between words; with `marks`, each word's tone stands at its end.
std::string words(std::string_view text, bool marks)
{
    UErrorCode status = U_ZERO_ERROR;
    auto source = decomposer().normalize(wide(text), status);
    source.toLower(vietnamese);
    icu::UnicodeString out;
    icu::UnicodeString tones;
    bool gap = false;
    for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
        const UChar32 c = source.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) {
            if (marks) (is_tone(c) ? tones : out).append(c);
            continue;
        }
        if (u_isalnum(c) == 0) {
            out.append(tones);
            tones.remove();
            gap = !out.isEmpty();
            continue;
        }
        if (gap) out.append(u' ');
        gap = false;
        out.append(c == 0x0111 && !marks ? UChar32{'d'} : c);
    }
    return narrow(out.append(tones));
}

}  // namespace

std::optional<std::string> nfc(std::string_view text)
{
    if (!valid_utf8(text)) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const auto composed = composer().normalize(wide(text), status);
    if (U_FAILURE(status)) return std::nullopt;
    return narrow(composed);
}

std::string tidy(std::string_view text)
{
    icu::UnicodeString out;
    bool gap = false;
    const auto source = wide(text);
    for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
        const UChar32 c = source.char32At(i);
        if (is_space(c)) {
            gap = !out.isEmpty();
            continue;
        }
        if (gap) out.append(u' ');
        gap = false;
        out.append(c);
    }
    return narrow(out);
}

std::string folded(std::string_view text)
{
    return words(text, false);
}

Spelling::Spelling(std::string_view name)
    : folded(words(name, false)), marked(words(name, true)), bare(folded == marked)
{
}

bool same_name(const Spelling& a, const Spelling& b)
{
    return a.marked == b.marked || (a.folded == b.folded && (a.bare || b.bare));
}

std::string lowered(std::string_view text)
{
    auto source = wide(tidy(text));
    return narrow(source.toLower(vietnamese));
}

std::string uppered(std::string_view text)
{
    auto source = wide(text);
    return narrow(source.toUpper(vietnamese));
}

std::string sort_key(std::string_view text)
{
    const auto source = wide(tidy(text));
    std::string key;
    const auto size = collator().getSortKey(source, nullptr, 0);
    key.resize(static_cast<std::size_t>(size));
    collator().getSortKey(source, reinterpret_cast<std::uint8_t*>(key.data()), size);
    while (key.ends_with('\0'))
        key.pop_back();
    return key;
}

std::string name_key(std::string_view full_name)
{
    const std::string name = tidy(full_name);
    const auto gap = name.rfind(' ');
    if (gap == std::string::npos) return sort_key(name);
    // A separator below every key byte keeps "An" before "Anh".
    return sort_key(std::string_view(name).substr(gap + 1)) + '\0' +
           sort_key(std::string_view(name).substr(0, gap));
}

std::size_t length(std::string_view text)
{
    const auto begins_a_letter = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_a_letter));
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string out;
    for (const auto& part : parts) {
        if (!out.empty() || &part != &parts.front()) out += separator;
        out += part;
    }
    return out;
}

}  // namespace base
