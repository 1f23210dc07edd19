// Nominees and their verdicts on MariaDB.
#pragma once

#include "app/nominee_repository.h"
#include "storage/connection.h"

namespace storage {

class NomineeStore final : public app::NomineeRepository {
public:
    explicit NomineeStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] base::Result<domain::Nominee> find(domain::NomineeId id) override;
    [[nodiscard]] std::vector<domain::Nominee> of(domain::DossierId dossier) override;
    [[nodiscard]] base::Result<domain::NomineeId> add(const domain::Nominee& nominee) override;
    [[nodiscard]] base::Result<void> save(const domain::Nominee& nominee) override;
    [[nodiscard]] base::Result<void> remove(const domain::Nominee& nominee) override;
    void put_verdict(const domain::NomineeVerdict& verdict) override;
    [[nodiscard]] std::vector<domain::NomineeVerdict> verdicts_of(domain::DossierId dossier) override;

private:
    [[nodiscard]] base::Error stale(domain::NomineeId id);

    Connection& connection_;
};

}  // namespace storage
