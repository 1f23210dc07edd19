#include "domain/decision.h"

namespace domain {

std::string DecisionNumber::text() const
{
    return (number < 10 ? "0" : "") + std::to_string(number) + "/" + symbol;
}

}  // namespace domain
