// Dossiers and their append-only history.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/dossier.h"

#include <optional>
#include <vector>

namespace app {

struct DossierFilter {
    std::vector<domain::DossierState> states = {};  // empty: all
    std::optional<domain::RoundId> round = {};
    std::optional<domain::RunId> run = {};
    bool oldest_first = false;  // by how long it has been in its state; else the newest dossier first
    int limit = 200;
    int offset = 0;
};

class DossierRepository {
public:
    virtual ~DossierRepository() = default;

    [[nodiscard]] virtual base::Result<domain::Dossier> find(domain::DossierId id) = 0;
    [[nodiscard]] virtual std::vector<domain::Dossier> list(const DossierFilter& filter) = 0;
    [[nodiscard]] virtual int count(const DossierFilter& filter) = 0;  // whatever its limit and offset
    // Conflict when the run already has a living dossier.
    [[nodiscard]] virtual base::Result<domain::DossierId> add(const domain::Dossier& dossier) = 0;

    // Locks a draft and raises its version, before its nominees change. Conflict when it is no draft.
    [[nodiscard]] virtual base::Result<void> touch_draft(domain::DossierId id, const Actor& actor) = 0;
    // Raises the version of a dossier and notes that somebody has acted: before verdicts are recorded. Conflict when
    // `seen` is stale.
    [[nodiscard]] virtual base::Result<void> touch_handled(domain::DossierId id, int seen,
                                                           const Actor& actor) = 0;
    // Title and default citation of a draft.
    [[nodiscard]] virtual base::Result<void> save_texts(const domain::Dossier& dossier) = 0;

    // Stores what workflow::take gave, with the history row. `after.version` is the version the actor saw; the stored
    // one becomes that plus one. Conflict "đã được … xử lý lúc …" when somebody was faster.
    [[nodiscard]] virtual base::Result<void> save_step(const domain::Dossier& after,
                                                       const domain::DossierStep& step) = 0;
    // Newest first.
    [[nodiscard]] virtual std::vector<domain::DossierStep> history(domain::DossierId id) = 0;
};

}  // namespace app
