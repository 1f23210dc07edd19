#include "ranking/fraction.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace ranking {
namespace {

__extension__ using Wide = __int128;

Wide scaled(std::int64_t coefficient, int digits)
{
    Wide value = coefficient;
    for (; digits > 0; --digits)
        value *= 10;
    return value;
}

bool narrow(Wide value)
{
    constexpr Wide limit = std::numeric_limits<std::int64_t>::max();
    return value <= limit && value >= -limit;
}

Wide floor_quotient(Wide a, Wide b)
{
    const Wide quotient = a / b;
    return a % b < 0 ? quotient - 1 : quotient;
}

// Compares whole parts, then the reciprocals of what is left, the other way round.
std::strong_ordering by_quotients(Wide an, Wide ad, Wide bn, Wide bd)
{
    bool turned = false;
    for (;;) {
        const Wide a = floor_quotient(an, ad);
        const Wide b = floor_quotient(bn, bd);
        const Wide a_rest = an - a * ad;
        const Wide b_rest = bn - b * bd;
        std::strong_ordering order = a <=> b;
        if (order == 0 && (a_rest == 0 || b_rest == 0)) {
            order = (a_rest == 0 ? 0 : 1) <=> (b_rest == 0 ? 0 : 1);
            if (order == 0) return order;
        }
        if (order != 0) return turned ? 0 <=> order : order;
        an = ad, ad = a_rest;
        bn = bd, bd = b_rest;
        turned = !turned;
    }
}

}  // namespace

Fraction::Fraction(const base::Decimal& part, const base::Decimal& whole)
{
    const int scale = std::max(part.scale(), whole.scale());
    numerator_ = scaled(part.coefficient(), scale - part.scale());
    denominator_ = scaled(whole.coefficient(), scale - whole.scale());
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b)
{
    const bool fits =
        narrow(a.numerator_) && narrow(a.denominator_) && narrow(b.numerator_) && narrow(b.denominator_);
    if (fits) return a.numerator_ * b.denominator_ <=> b.numerator_ * a.denominator_;
    return by_quotients(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
}

}  // namespace ranking
