// A unit's places by year beside what it and its people were awarded.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/unit_repository.h"
#include "base/result.h"
#include "domain/decision.h"
#include "domain/publication.h"
#include "domain/unit.h"

#include <vector>

namespace app {

struct UnitHistory {
    domain::Unit unit;
    std::optional<domain::PeerGroup> group;
    std::vector<UnitName> names;                      // newest first
    std::vector<domain::UnitYear> years;              // newest first
    std::vector<domain::CommendationRecord> records;  // newest first
};

[[nodiscard]] base::Result<UnitHistory> unit_history(Repositories& repositories, const Actor& actor,
                                                     domain::UnitId unit);

}  // namespace app
