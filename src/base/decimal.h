// An exact decimal number: points, maxima, percentages, thresholds. Never a floating-point value.
//
// Holds up to 18 significant digits, of which at most 15 behind the point; trailing zeros are dropped, so that equal
// numbers are equal values and print alike. Sums that leave that range are a programming error and throw
// std::overflow_error; text that leaves it does not parse.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

class Decimal {
public:
    static constexpr int max_scale = 15;

    constexpr Decimal() = default;
    constexpr explicit Decimal(std::int64_t whole) : coefficient_(whole) {}
    // coefficient / 10^scale: Decimal(9685, 2) is 96.85.
    Decimal(std::int64_t coefficient, int scale);

    // "96.85", "-0.5", "12": digits with at most one dot and a leading minus; nothing else.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    // part / whole × 10^shift, half away from zero, with `decimals` digits behind the point. `whole` must not be zero.
    // Computed in 128 bits and rounded once.
    [[nodiscard]] static Decimal quotient(const Decimal& part, const Decimal& whole, int shift, int decimals);

    [[nodiscard]] std::int64_t coefficient() const { return coefficient_; }
    [[nodiscard]] int scale() const { return scale_; }
    [[nodiscard]] bool zero() const { return coefficient_ == 0; }
    [[nodiscard]] bool negative() const { return coefficient_ < 0; }

    // Half away from zero ("half up" for scores, which are never negative).
    [[nodiscard]] Decimal rounded(int decimals) const;
    // With a dot and no trailing zeros: "96.85", "90".
    [[nodiscard]] std::string text() const;
    // With a dot and exactly `decimals` digits, rounding if need be: "90.00".
    [[nodiscard]] std::string fixed(int decimals) const;
    // As Vietnamese pages and papers print it: "90,94".
    [[nodiscard]] std::string vietnamese(int decimals) const;

    [[nodiscard]] Decimal operator-() const { return Decimal(-coefficient_, scale_); }
    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal&, const Decimal&) = default;

private:
    std::int64_t coefficient_ = 0;
    int scale_ = 0;
};

}  // namespace base
