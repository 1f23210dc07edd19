#include "base/number_words.h"

#include <array>
#include <string_view>
#include <vector>

namespace base {
namespace {

constexpr std::array<std::string_view, 10> digit_words = {"không", "một", "hai", "ba",  "bốn",
                                                          "năm",   "sáu", "bảy", "tám", "chín"};

std::string unit_after_tens(int unit, int tens)
{
    if (unit == 1 && tens > 1) return "mốt";
    if (unit == 4 && tens > 1) return "tư";
    if (unit == 5 && tens > 0) return "lăm";
    return std::string(digit_words.at(static_cast<std::size_t>(unit)));
}

// Three digits; `leading` is the first group, which has no "không trăm" before it.
std::string three_digits(int number, bool leading)
{
    const int hundreds = number / 100;
    const int tens = number / 10 % 10;
    const int unit = number % 10;
    std::vector<std::string> words;
    if (hundreds > 0 || !leading)
        words.push_back(std::string(digit_words.at(static_cast<std::size_t>(hundreds))) + " trăm");
    if (tens == 1) words.emplace_back("mười");
    if (tens > 1) words.push_back(std::string(digit_words.at(static_cast<std::size_t>(tens))) + " mươi");
    if (tens == 0 && unit > 0 && !words.empty()) words.emplace_back("lẻ");
    if (unit > 0) words.push_back(unit_after_tens(unit, tens));
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3)
        digits.insert(at - 3, ".");
    return digits;
}

std::string in_words(std::int64_t number)
{
    if (number == 0) return std::string(digit_words[0]);
    if (number < 0) return "âm " + in_words(-number);
    // Above a thousand million the count starts again: "hai tỷ", "ba nghìn tỷ".
    constexpr std::int64_t billion = 1'000'000'000;
    std::string text;
    bool leading = true;
    if (number >= billion) {
        text = in_words(number / billion) + " tỷ";
        number %= billion;
        leading = false;
    }
    constexpr std::array<std::string_view, 3> scales = {" triệu", " nghìn", ""};
    std::int64_t divisor = 1'000'000;
    for (const auto scale : scales) {
        const int group = static_cast<int>(number / divisor % 1000);
        divisor /= 1000;
        if (group == 0) continue;
        if (!text.empty()) text += ' ';
        text += three_digits(group, leading) + std::string(scale);
        leading = false;
    }
    return text;
}

}  // namespace base
