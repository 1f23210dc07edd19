// The append-only audit. Entries of one stream form a chain: each carries its sequence number and the SHA-256 of the
// previous entry's hash and its own content, so that a changed or missing row shows.
#pragma once

#include "app/actor.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct AuditEntry {
    std::string stream;   // what it is about: "unit/12", "dossier/3", "user/1", "rules/4"
    std::string action;   // stable code: "unit.renamed"
    std::string subject;  // the thing's name in words, for reading years later
    std::string before;   // JSON object or empty
    std::string after;    // JSON object or empty
    std::string reason;   // empty when none was asked
};

struct StoredAuditEntry {
    AuditEntry entry;
    std::int64_t id = 0;        // for paging: AuditFilter::before_id
    std::int64_t sequence = 0;  // from 1 within its stream
    base::Instant at;
    domain::UserId actor;
    std::string actor_name;
    std::string request_id;
    std::string previous_hash;  // 64 hex digits
    std::string hash;
};

struct AuditFilter {
    std::string stream;  // empty: all
    std::string action;  // prefix
    std::optional<domain::UserId> actor;
    std::optional<base::Date> from;
    std::optional<base::Date> to;
    std::int64_t before_id = 0;  // keyset paging: entries older than this row; 0: the newest
    int limit = 50;
};

class AuditTrail {
public:
    virtual ~AuditTrail() = default;
    virtual void append(const Actor& actor, const AuditEntry& entry) = 0;
    // Newest first.
    [[nodiscard]] virtual std::vector<StoredAuditEntry> find(const AuditFilter& filter) = 0;
    // How many entries were ever appended to the stream, counted apart from them.
    [[nodiscard]] virtual std::int64_t appended_to(const std::string& stream) = 0;
};

}  // namespace app
