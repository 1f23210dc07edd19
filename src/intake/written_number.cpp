#include "intake/written_number.h"

#include "base/text.h"

#include <algorithm>

namespace intake {
namespace {

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

struct Bare {
    std::string text;  // digits, separators and a leading minus, without spaces
    bool percent = false;
};

// Strips what may surround a number.
Bare bare(std::string_view written)
{
    Bare out;
    auto text = base::lowered(written);
    if (text.ends_with('%')) {
        out.percent = true;
        text.pop_back();
    }
    text = base::tidy(text);
    for (const std::string_view word : {"điểm", "đ"})
        if (text.size() > word.size() && text.ends_with(word)) {
            text.resize(text.size() - word.size());
            break;
        }
    if (text.starts_with('+') || text.starts_with('\'')) text.erase(0, 1);
    if (text.starts_with("−")) text.replace(0, std::string_view("−").size(), "-");
    std::erase(text, ' ');
    out.text = std::move(text);
    return out;
}

// Digits in groups of three after the first: "1.234.567".
bool grouped(std::string_view text, char mark)
{
    const auto first = text.find(mark);
    if (first == 0 || first == std::string_view::npos || first > 3) return false;
    for (std::size_t at = first; at < text.size(); at += 4) {
        if (text[at] != mark || at + 4 > text.size()) return false;
        for (std::size_t k = 1; k <= 3; ++k)
            if (!digit(text[at + k])) return false;
    }
    return true;
}

std::string_view without_minus(std::string_view text)
{
    return text.starts_with('-') ? text.substr(1) : text;
}

bool only_number_signs(std::string_view text)
{
    return !text.empty() && digit(text.back()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || c == '.' || c == ','; });
}

}  // namespace

DecimalSign decimal_sign(std::string_view written)
{
    const auto number = bare(written).text;
    const auto text = without_minus(number);
    if (!only_number_signs(text)) return DecimalSign::None;
    const auto comma = text.rfind(',');
    const auto dot = text.rfind('.');
    if (comma == std::string_view::npos && dot == std::string_view::npos) return DecimalSign::None;
    if (comma == std::string_view::npos) return DecimalSign::Dot;
    if (dot == std::string_view::npos) return DecimalSign::Comma;
    return comma > dot ? DecimalSign::Comma : DecimalSign::Dot;
}

ColumnSign column_sign(const std::vector<std::string>& texts)
{
    std::size_t commas = 0;
    std::size_t dots = 0;
    DecimalSign first = DecimalSign::None;
    for (const auto& text : texts) {
        const auto sign = decimal_sign(text);
        if (first == DecimalSign::None) first = sign;
        if (sign == DecimalSign::Comma) ++commas;
        if (sign == DecimalSign::Dot) ++dots;
    }
    ColumnSign column;
    column.mixed = commas > 0 && dots > 0;
    column.sign = commas > dots ? DecimalSign::Comma : dots > commas ? DecimalSign::Dot : first;
    return column;
}

std::optional<WrittenNumber> written_number(std::string_view written, DecimalSign sign)
{
    auto [number, percent] = bare(written);
    const bool negative = number.starts_with('-');
    std::string text(without_minus(number));
    if (!only_number_signs(text)) return std::nullopt;
    const char decimal = sign == DecimalSign::Comma ? ',' : '.';
    const char group = decimal == ',' ? '.' : ',';
    const auto at = text.find(decimal);
    std::string whole = text.substr(0, at);
    const std::string fraction = at == std::string::npos ? "" : text.substr(at + 1);
    if (!std::all_of(fraction.begin(), fraction.end(), digit)) return std::nullopt;
    if (whole.find(group) != std::string::npos) {
        if (!grouped(whole, group)) return std::nullopt;
        // "88.680" alone in a column of decimal commas may be a slip for 88,680: only with a fraction is it sure.
        if (fraction.empty()) return std::nullopt;
        std::erase(whole, group);
    }
    if (whole.empty()) whole = "0";
    const auto value =
        base::Decimal::parse((negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction));
    if (!value) return std::nullopt;
    return WrittenNumber{*value, percent};
}

bool stands_for_empty(std::string_view text)
{
    const auto bare_text = base::tidy(text);
    for (const std::string_view mark : {"", "-", "–", "—", "--", "...", "…", "x", "X", "/", "\\"})
        if (bare_text == mark) return true;
    return false;
}

}  // namespace intake
