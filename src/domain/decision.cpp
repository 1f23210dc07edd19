#include "domain/decision.h"

namespace domain {

std::string DecisionNumber::digits() const
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string DecisionNumber::text() const
{
    return digits() + "/" + symbol;
}

}  // namespace domain
