// The office's own particulars (one row) and its signers.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/office.h"

#include <optional>
#include <vector>

namespace app {

class OfficeRepository {
public:
    virtual ~OfficeRepository() = default;

    // Empty texts and version 0 until something has been entered.
    [[nodiscard]] virtual domain::Office office() = 0;
    // Conflict when `office.version` is stale. Cannot take `illustrative` back.
    [[nodiscard]] virtual base::Result<void> save(const Actor& actor, const domain::Office& office) = 0;

    // In office first, then by the day they began, newest first.
    [[nodiscard]] virtual std::vector<domain::Signer> signers() = 0;
    [[nodiscard]] virtual std::vector<domain::Signer> signers_on(const base::Date& day) = 0;
    [[nodiscard]] virtual std::optional<domain::Signer> signer(domain::SignerId id) = 0;
    [[nodiscard]] virtual base::Result<domain::SignerId> add_signer(const Actor& actor,
                                                                    const domain::Signer& signer) = 0;
    [[nodiscard]] virtual base::Result<void> save_signer(const Actor& actor,
                                                         const domain::Signer& signer) = 0;
};

}  // namespace app
