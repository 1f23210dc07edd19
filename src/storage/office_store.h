// The office's particulars and its signers on MySQL/MariaDB.
#pragma once

#include "app/office_repository.h"
#include "storage/connection.h"

namespace storage {

class OfficeStore final : public app::OfficeRepository {
public:
    explicit OfficeStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] domain::Office office() override;
    [[nodiscard]] base::Result<void> save(const app::Actor& actor, const domain::Office& office) override;
    [[nodiscard]] std::vector<domain::Signer> signers() override;
    [[nodiscard]] std::vector<domain::Signer> signers_on(const base::Date& day) override;
    [[nodiscard]] std::optional<domain::Signer> signer(domain::SignerId id) override;
    [[nodiscard]] base::Result<domain::SignerId> add_signer(const app::Actor& actor,
                                                            const domain::Signer& signer) override;
    [[nodiscard]] base::Result<void> save_signer(const app::Actor& actor,
                                                 const domain::Signer& signer) override;

private:
    Connection& connection_;
};

}  // namespace storage
