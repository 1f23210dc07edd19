// Framework versions on MySQL/MariaDB.
#pragma once

#include "app/framework_repository.h"
#include "storage/connection.h"

namespace storage {

class FrameworkStore final : public app::FrameworkRepository {
public:
    explicit FrameworkStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::optional<app::StoredFramework> find(domain::FrameworkId id) override;
    [[nodiscard]] std::optional<app::StoredFramework> latest(domain::PeerGroupId group, int year) override;
    [[nodiscard]] std::vector<app::StoredFramework> versions(domain::PeerGroupId group, int year) override;
    [[nodiscard]] std::vector<int> years() override;
    [[nodiscard]] base::Result<domain::FrameworkId> add(const app::StoredFramework& framework) override;

private:
    Connection& connection_;
};

}  // namespace storage
