// The nominees of dossiers and the verdicts on them. Only a draft's nominees change: a use case calls
// DossierRepository::touch_draft first, in the same transaction, which locks the dossier and refuses when it is no
// draft any more.
#pragma once

#include "base/result.h"
#include "domain/nominee.h"

#include <vector>

namespace app {

class NomineeRepository {
public:
    virtual ~NomineeRepository() = default;

    [[nodiscard]] virtual base::Result<domain::Nominee> find(domain::NomineeId id) = 0;
    // In list order, with the verdicts of the dossier's present pass, refused and empty ones included.
    [[nodiscard]] virtual std::vector<domain::Nominee> of(domain::DossierId dossier) = 0;

    // Conflict when the person is already in the dossier.
    [[nodiscard]] virtual base::Result<domain::NomineeId> add(const domain::Nominee& nominee) = 0;
    // Conflict when `nominee.version` is not the stored one or the person is already in the dossier.
    [[nodiscard]] virtual base::Result<void> save(const domain::Nominee& nominee) = 0;
    [[nodiscard]] virtual base::Result<void> remove(const domain::Nominee& nominee) = 0;

    // Replaces the verdict of the same nominee, step and pass.
    virtual void put_verdict(const domain::NomineeVerdict& verdict) = 0;
    // Of every pass, oldest first.
    [[nodiscard]] virtual std::vector<domain::NomineeVerdict> verdicts_of(domain::DossierId dossier) = 0;
};

}  // namespace app
