// Units and the peer groups they are ranked in. Official order everywhere: groups by their position, units by their
// position inside the group and then by code; units without a group come last. Units are never deleted; one that was
// merged or dissolved has a day in `ended`.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/unit.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// A name the unit bore, kept for ever. The newest row is today's name.
struct UnitName {
    std::string official_name;
    std::string short_name;
    base::Date from;  // the day the name began to count
    base::Instant recorded_at;
    std::string recorded_by;
};

struct UnitFilter {
    std::string text;                          // part of a code, name or variant, marks ignored
    std::optional<domain::PeerGroupId> group;  // id 0: those without a group
    std::optional<base::Date> present_on;      // leaves out those that ended on or before this day
    int page = 1;
    int size = 50;
};

struct UnitPage {
    std::vector<domain::Unit> rows;  // in official order, with their variants
    int total = 0;
};

class UnitRepository {
public:
    virtual ~UnitRepository() = default;

    [[nodiscard]] virtual std::vector<domain::PeerGroup> groups() = 0;
    [[nodiscard]] virtual std::optional<domain::PeerGroup> group(domain::PeerGroupId id) = 0;
    [[nodiscard]] virtual std::optional<domain::PeerGroup>
    group_by_name(std::string_view name) = 0;  // folded
    // Conflict when another group has the name. A position of 0 puts it last.
    [[nodiscard]] virtual base::Result<domain::PeerGroupId> add_group(const Actor& actor,
                                                                      const domain::PeerGroup& group) = 0;
    // Conflict when `group.version` is stale.
    [[nodiscard]] virtual base::Result<void> save_group(const Actor& actor,
                                                        const domain::PeerGroup& group) = 0;

    // With their variants. `all` includes ended units, `current` leaves those out that ended on or before `day`.
    [[nodiscard]] virtual std::vector<domain::Unit> all() = 0;
    [[nodiscard]] virtual std::vector<domain::Unit> current(const base::Date& day) = 0;
    [[nodiscard]] virtual UnitPage page(const UnitFilter& filter) = 0;
    [[nodiscard]] virtual std::optional<domain::Unit> find(domain::UnitId id) = 0;
    [[nodiscard]] virtual std::optional<domain::Unit> by_code(std::string_view code) = 0;
    // Every unit whose code, official name, short name or variant is this text once both are folded. More than one when
    // the text is ambiguous.
    [[nodiscard]] virtual std::vector<domain::Unit> named(std::string_view text) = 0;

    // Its variants are stored too. Conflict when the code is taken. A position of 0 puts it last in its group.
    [[nodiscard]] virtual base::Result<domain::UnitId> add(const Actor& actor, const domain::Unit& unit) = 0;
    // Everything but the variants. A new name adds a row to the name history, and the old name becomes a variant, so that
    // older sheets still match. `named_from` is the day the new name counts from. Conflict when `unit.version` is stale.
    [[nodiscard]] virtual base::Result<void> save(const Actor& actor, const domain::Unit& unit,
                                                  const base::Date& named_from) = 0;
    // Makes this the official order of these units, which are those of one group.
    virtual void put_in_order(const Actor& actor, std::span<const domain::UnitId> units) = 0;
    // A spelling met in a sheet. Adding one the unit already has does nothing; Conflict when it is another unit's.
    [[nodiscard]] virtual base::Result<void> add_variant(const Actor& actor, domain::UnitId unit,
                                                         std::string_view variant) = 0;
    virtual void remove_variant(domain::UnitId unit, std::string_view variant) = 0;
    // Newest first.
    [[nodiscard]] virtual std::vector<UnitName> names_of(domain::UnitId unit) = 0;
};

}  // namespace app
