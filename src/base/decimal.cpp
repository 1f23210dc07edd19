#include "base/decimal.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace base {
namespace {

__extension__ using Wide = __int128;
constexpr std::int64_t limit = 999'999'999'999'999'999;  // 18 digits

Wide power_of_ten(int exponent)
{
    Wide value = 1;
    for (; exponent > 0; --exponent)
        value *= 10;
    return value;
}

Wide divide_half_away(Wide numerator, Wide denominator)
{
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const bool negative = numerator < 0;
    if (negative) numerator = -numerator;
    const Wide whole = numerator / denominator;
    const Wide rounded = numerator % denominator * 2 >= denominator ? whole + 1 : whole;
    return negative ? -rounded : rounded;
}

std::int64_t narrow(Wide value)
{
    if (value > limit || value < -limit) throw std::overflow_error("decimal out of range");
    return static_cast<std::int64_t>(value);
}

}  // namespace

Decimal::Decimal(std::int64_t coefficient, int scale) : coefficient_(coefficient), scale_(scale)
{
    while (scale_ > 0 && coefficient_ % 10 == 0) {
        coefficient_ /= 10;
        --scale_;
    }
    if (scale_ < 0 || scale_ > max_scale) throw std::overflow_error("decimal scale out of range");
}

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    if (dot != std::string_view::npos) {
        // A point needs a digit on both sides; zeros at the end carry nothing.
        if (dot == 0 || dot + 1 == text.size()) return std::nullopt;
        while (text.ends_with('0'))
            text.remove_suffix(1);
        if (text.ends_with('.')) text.remove_suffix(1);
    }
    if (text.empty()) return std::nullopt;

    std::int64_t coefficient = 0;
    int scale = 0;
    bool behind = false;
    for (const char c : text) {
        if (c == '.') {
            if (behind) return std::nullopt;
            behind = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (coefficient > limit / 10 || (behind && scale == max_scale)) return std::nullopt;
        coefficient = coefficient * 10 + (c - '0');
        scale += behind ? 1 : 0;
    }
    return Decimal(negative ? -coefficient : coefficient, scale);
}

Decimal Decimal::quotient(const Decimal& part, const Decimal& whole, int shift, int decimals)
{
    // part.c/10^part.s ÷ (whole.c/10^whole.s) × 10^(shift+decimals), rounded to an integer.
    const int exponent = shift + decimals - part.scale_ + whole.scale_;
    Wide numerator = part.coefficient_;
    Wide denominator = whole.coefficient_;
    (exponent >= 0 ? numerator : denominator) *= power_of_ten(std::abs(exponent));
    return {narrow(divide_half_away(numerator, denominator)), decimals};
}

Decimal Decimal::rounded(int decimals) const
{
    if (scale_ <= decimals) return *this;
    return {narrow(divide_half_away(coefficient_, power_of_ten(scale_ - decimals))), decimals};
}

std::string Decimal::text() const
{
    return fixed(scale_);
}

std::string Decimal::fixed(int decimals) const
{
    const Decimal value = rounded(decimals);
    std::string digits = std::to_string(value.coefficient_ < 0 ? -value.coefficient_ : value.coefficient_);
    const auto behind = static_cast<std::size_t>(value.scale_);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    if (decimals > 0) {
        digits.insert(digits.size() - behind, ".");
        digits.append(static_cast<std::size_t>(decimals) - behind, '0');
    }
    return value.negative() ? "-" + digits : digits;
}

std::string Decimal::vietnamese(int decimals) const
{
    std::string text = fixed(decimals);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

Decimal operator+(const Decimal& a, const Decimal& b)
{
    const int scale = std::max(a.scale_, b.scale_);
    const Wide sum =
        a.coefficient_ * power_of_ten(scale - a.scale_) + b.coefficient_ * power_of_ten(scale - b.scale_);
    return {narrow(sum), scale};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b)
{
    const int scale = std::max(a.scale_, b.scale_);
    return a.coefficient_ * power_of_ten(scale - a.scale_) <=>
           b.coefficient_ * power_of_ten(scale - b.scale_);
}

}  // namespace base
