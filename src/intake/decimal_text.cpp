#include "intake/decimal_text.h"

#include <algorithm>
#include <charconv>

namespace intake {
namespace {

constexpr int significant_digits = 15;
constexpr int most_decimals = 15;
constexpr int largest_exponent = 30;

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

// 0.DIGITS × 10^point, without leading or trailing zeros in `digits`.
struct Digits {
    bool negative = false;
    std::string digits;
    int point = 0;
};

std::optional<int> exponent_of(std::string_view text)
{
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void drop_zeros(Digits& number)
{
    const auto first = number.digits.find_first_not_of('0');
    if (first == std::string::npos) {
        number = {};
        return;
    }
    number.digits.erase(0, first);
    number.point -= static_cast<int>(first);
    number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

std::optional<Digits> split(std::string_view text)
{
    Digits number;
    if (text.starts_with('-') || text.starts_with('+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    int exponent = 0;
    if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
        const auto written = exponent_of(text.substr(e + 1));
        if (!written || *written > 1000 || *written < -1000) return std::nullopt;
        exponent = *written;
        text = text.substr(0, e);
    }
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto fraction = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    number.digits.reserve(whole.size() + fraction.size());
    number.digits.append(whole).append(fraction);
    if (number.digits.empty() || number.digits.size() > 400) return std::nullopt;
    if (!std::all_of(number.digits.begin(), number.digits.end(), digit)) return std::nullopt;
    number.point = static_cast<int>(whole.size()) + exponent;
    drop_zeros(number);
    return number;
}

void round_to(Digits& number, int keep)
{
    if (keep < 0) {
        number = {};
        return;
    }
    const auto kept = static_cast<std::size_t>(keep);
    if (number.digits.size() <= kept) return;
    const bool up = number.digits[kept] >= '5';
    number.digits.resize(kept);
    if (up) {
        std::size_t i = kept;
        while (i > 0 && number.digits[i - 1] == '9')
            number.digits[--i] = '0';
        if (i > 0) {
            ++number.digits[i - 1];
        } else {
            number.digits.insert(number.digits.begin(), '1');
            ++number.point;
        }
    }
    drop_zeros(number);
}

std::string plain(const Digits& number)
{
    if (number.digits.empty()) return "0";
    std::string text = number.negative ? "-" : "";
    const int size = static_cast<int>(number.digits.size());
    if (number.point <= 0) {
        text += "0.";
        text.append(static_cast<std::size_t>(-number.point), '0');
        return text + number.digits;
    }
    if (number.point >= size) {
        text += number.digits;
        text.append(static_cast<std::size_t>(number.point - size), '0');
        return text;
    }
    const auto whole = static_cast<std::size_t>(number.point);
    text.append(number.digits, 0, whole);
    text += '.';
    return text.append(number.digits, whole);
}

std::optional<std::string> shifted(std::string_view text, int shift)
{
    auto number = split(text);
    if (!number) return std::nullopt;
    number->point += shift;
    if (number->point > largest_exponent || number->point < -largest_exponent) return std::nullopt;
    round_to(*number, std::min(significant_digits, number->point + most_decimals));
    return plain(*number);
}

// Most cells hold "64.25" or "12": nothing to do but copy.
bool already_plain(std::string_view text)
{
    if (text.size() > static_cast<std::size_t>(significant_digits) || text.empty() || !digit(text.front()) ||
        !digit(text.back()))
        return false;
    if (text.front() == '0' && text.size() > 1 && text[1] != '.') return false;
    bool dot = false;
    for (const char c : text) {
        if (c == '.' && !dot) {
            dot = true;
        } else if (!digit(c)) {
            return false;
        }
    }
    return !dot || text.back() != '0';
}

}  // namespace

std::optional<std::string> stored_number(std::string_view text)
{
    if (already_plain(text)) return std::string(text);
    return shifted(text, 0);
}

std::optional<std::string> stored_percentage(std::string_view text)
{
    return shifted(text, 2);
}

}  // namespace intake
