// The audit on MariaDB. The server's account may only SELECT and INSERT on audit_entry, so the head of a stream is locked
// in audit_stream, which also counts the entries: a cut tail shows as well as a changed row.
#pragma once

#include "app/audit_trail.h"
#include "storage/connection.h"

namespace storage {

class AuditStore final : public app::AuditTrail {
public:
    explicit AuditStore(Connection& connection) : connection_(connection) {}

    void append(const app::Actor& actor, const app::AuditEntry& entry) override;
    [[nodiscard]] std::vector<app::StoredAuditEntry> find(const app::AuditFilter& filter) override;
    [[nodiscard]] std::int64_t appended_to(const std::string& stream) override;

private:
    Connection& connection_;
};

}  // namespace storage
