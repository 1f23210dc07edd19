// The rounds of awards.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/round.h"

namespace app {

// A title, a year from 2000 to the one after this, a default citation.
[[nodiscard]] base::Result<domain::RoundId> add_round(Repositories& repositories, const Actor& actor,
                                                      domain::Round round);
// The year stays once a ranking of the round is published. `open` closes and opens it again.
[[nodiscard]] base::Result<void> change_round(Repositories& repositories, const Actor& actor,
                                              domain::Round round);

}  // namespace app
