// The register of units and peer groups, as officers and administrators keep it.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/unit_repository.h"
#include "base/result.h"
#include "domain/unit.h"

#include <string_view>
#include <vector>

namespace app {

[[nodiscard]] base::Result<domain::PeerGroupId> add_group(Repositories& repositories, const Actor& actor,
                                                          domain::PeerGroup group);
[[nodiscard]] base::Result<void> change_group(Repositories& repositories, const Actor& actor,
                                              domain::PeerGroup group);

// Refused: no code or name, a code or a name that another present unit has. Its variants are stored too.
[[nodiscard]] base::Result<domain::UnitId> add_unit(Repositories& repositories, const Actor& actor,
                                                    domain::Unit unit);
// Everything but the variants. A renamed unit keeps its former names with their days; `named_from` is the first day of the
// new one, today when it is not given.
[[nodiscard]] base::Result<void> change_unit(Repositories& repositories, const Actor& actor,
                                             domain::Unit unit, std::optional<base::Date> named_from = {});
// One place up or down in the official order of its group; at the end it stays.
enum class Move { Up, Down };
[[nodiscard]] base::Result<void> move_unit(Repositories& repositories, const Actor& actor, domain::UnitId id,
                                           Move move);

[[nodiscard]] base::Result<void> add_variant(Repositories& repositories, const Actor& actor,
                                             domain::UnitId unit, std::string_view variant);
[[nodiscard]] base::Result<void> remove_variant(Repositories& repositories, const Actor& actor,
                                                domain::UnitId unit, std::string_view variant);

}  // namespace app
