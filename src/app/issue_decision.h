// Marks a decision as issued: from then on nothing of it changes.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/decision.h"

namespace app {

[[nodiscard]] base::Result<void> issue_decision(Repositories& repositories, const Actor& actor,
                                                domain::DecisionId decision, int seen);

}  // namespace app
