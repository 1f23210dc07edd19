// Units, their variants and names, and peer groups, on MySQL/MariaDB.
#pragma once

#include "app/unit_repository.h"
#include "storage/connection.h"

namespace storage {

class UnitStore final : public app::UnitRepository {
public:
    explicit UnitStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::vector<domain::PeerGroup> groups() override;
    [[nodiscard]] std::optional<domain::PeerGroup> group(domain::PeerGroupId id) override;
    [[nodiscard]] std::optional<domain::PeerGroup> group_by_name(std::string_view name) override;
    [[nodiscard]] base::Result<domain::PeerGroupId> add_group(const app::Actor& actor,
                                                              const domain::PeerGroup& group) override;
    [[nodiscard]] base::Result<void> save_group(const app::Actor& actor,
                                                const domain::PeerGroup& group) override;

    [[nodiscard]] std::vector<domain::Unit> all() override;
    [[nodiscard]] std::vector<domain::Unit> current(const base::Date& day) override;
    [[nodiscard]] app::UnitPage page(const app::UnitFilter& filter) override;
    [[nodiscard]] std::optional<domain::Unit> find(domain::UnitId id) override;
    [[nodiscard]] std::optional<domain::Unit> by_code(std::string_view code) override;
    [[nodiscard]] std::vector<domain::Unit> named(std::string_view text) override;
    [[nodiscard]] base::Result<domain::UnitId> add(const app::Actor& actor,
                                                   const domain::Unit& unit) override;
    [[nodiscard]] base::Result<void> save(const app::Actor& actor, const domain::Unit& unit,
                                          const base::Date& named_from) override;
    void put_in_order(const app::Actor& actor, std::span<const domain::UnitId> units) override;
    [[nodiscard]] base::Result<void> add_variant(const app::Actor& actor, domain::UnitId unit,
                                                 std::string_view variant) override;
    void remove_variant(domain::UnitId unit, std::string_view variant) override;
    [[nodiscard]] std::vector<app::UnitName> names_of(domain::UnitId unit) override;

private:
    void record_name(const app::Actor& actor, const domain::Unit& unit, const base::Date& from);

    Connection& connection_;
};

}  // namespace storage
