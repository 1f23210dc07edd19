// part / whole as two whole numbers, compared exactly: cross products in 128 bits, or Euclid's quotients where a product
// would leave them. No floating point.
#pragma once

#include "base/decimal.h"

#include <compare>

namespace ranking {

class Fraction {
public:
    Fraction() = default;
    // `whole` is positive.
    Fraction(const base::Decimal& part, const base::Decimal& whole);

    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);
    friend bool operator==(const Fraction& a, const Fraction& b) { return (a <=> b) == 0; }

private:
    __extension__ using Wide = __int128;

    Wide numerator_ = 0;
    Wide denominator_ = 1;
};

}  // namespace ranking
