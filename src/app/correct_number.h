// Until a decision is issued its number, date and signer may be corrected, with a reason; a number once given stays as
// void and is never used again. Money and grounds follow the new date.
#pragma once

#include "app/number_decision.h"

namespace app {

// `seen` is the version of the decision the page showed. Conflict when it is issued.
[[nodiscard]] base::Result<void> correct_decision(Repositories& repositories, const Actor& actor,
                                                  const domain::Reference& reference,
                                                  domain::DecisionId decision, int seen,
                                                  const DecisionForm& form, const std::string& reason);

}  // namespace app
