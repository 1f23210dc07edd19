// How the entries of one audit stream hang together, and whether they still do.
#pragma once

#include "app/actor.h"
#include "app/audit_trail.h"
#include "app/repositories.h"
#include "base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// SHA-256 (32 bytes) over the previous entry's 32 bytes (zeros before the first) and every field of this one with its length, so
// that text can't move from one field to the next.
[[nodiscard]] std::string audit_hash(const StoredAuditEntry& entry, std::string_view previous_hash);

// The sequence numbers of entries that don't follow from the one before or whose content does not give their hash; a
// missing entry shows at the one after it, and a cut tail at the first one that is gone. `entries` are a whole stream,
// newest first, as AuditTrail::find gives them; `appended` is how many there must be.
[[nodiscard]] std::vector<std::int64_t> broken_links(std::span<const StoredAuditEntry> entries,
                                                     std::int64_t appended);

struct AuditPage {
    std::vector<StoredAuditEntry> entries;  // newest first
    bool more = false;                      // older ones follow
    // Of one stream only: recomputed from its first entry.
    bool verified = false;
    std::vector<std::int64_t> broken;
};

[[nodiscard]] base::Result<AuditPage> read_audit(Repositories& repositories, const Actor& actor,
                                                 const AuditFilter& filter);

}  // namespace app
