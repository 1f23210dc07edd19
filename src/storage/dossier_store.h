// Dossiers and their history on MariaDB.
#pragma once

#include "app/dossier_repository.h"
#include "storage/connection.h"

namespace storage {

class DossierStore final : public app::DossierRepository {
public:
    explicit DossierStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] base::Result<domain::Dossier> find(domain::DossierId id) override;
    [[nodiscard]] std::vector<domain::Dossier> list(const app::DossierFilter& filter) override;
    [[nodiscard]] int count(const app::DossierFilter& filter) override;
    [[nodiscard]] base::Result<domain::DossierId> add(const domain::Dossier& dossier) override;
    [[nodiscard]] base::Result<void> touch_draft(domain::DossierId id, const app::Actor& actor) override;
    [[nodiscard]] base::Result<void> touch_handled(domain::DossierId id, int seen,
                                                   const app::Actor& actor) override;
    [[nodiscard]] base::Result<void> save_texts(const domain::Dossier& dossier) override;
    [[nodiscard]] base::Result<void> save_step(const domain::Dossier& after,
                                               const domain::DossierStep& step) override;
    [[nodiscard]] std::vector<domain::DossierStep> history(domain::DossierId id) override;

private:
    // Why an update named by id and version matched nothing.
    [[nodiscard]] base::Error stale(domain::DossierId id);

    Connection& connection_;
};

}  // namespace storage
