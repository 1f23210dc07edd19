// Rounds on MySQL/MariaDB.
#pragma once

#include "app/round_repository.h"
#include "storage/connection.h"

namespace storage {

class RoundStore final : public app::RoundRepository {
public:
    explicit RoundStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::vector<domain::Round> all() override;
    [[nodiscard]] std::optional<domain::Round> find(domain::RoundId id) override;
    [[nodiscard]] base::Result<domain::RoundId> add(const app::Actor& actor,
                                                    const domain::Round& round) override;
    [[nodiscard]] base::Result<void> save(const app::Actor& actor, const domain::Round& round) override;

private:
    Connection& connection_;
};

}  // namespace storage
