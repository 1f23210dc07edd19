// The rounds of awards, newest year first.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/round.h"

#include <optional>
#include <string_view>
#include <vector>

namespace app {

class RoundRepository {
public:
    virtual ~RoundRepository() = default;

    [[nodiscard]] virtual std::vector<domain::Round> all() = 0;
    [[nodiscard]] virtual std::optional<domain::Round> find(domain::RoundId id) = 0;
    // Conflict when a round has the same title.
    [[nodiscard]] virtual base::Result<domain::RoundId> add(const Actor& actor,
                                                            const domain::Round& round) = 0;
    // Conflict when `round.version` is stale.
    [[nodiscard]] virtual base::Result<void> save(const Actor& actor, const domain::Round& round) = 0;
};

}  // namespace app
