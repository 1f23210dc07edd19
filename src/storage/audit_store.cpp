#include "storage/audit_store.h"

#include "app/audit_chain.h"
#include "base/digest.h"

namespace storage {
namespace {

// Locks the stream's row until the transaction ends, so that entries follow one another.
constexpr std::string_view take_next_place = R"sql(
INSERT INTO audit_stream (stream, entries) VALUES (?, 1)
ON DUPLICATE KEY UPDATE entries = entries + 1)sql";

constexpr std::string_view select_head = R"sql(
SELECT s.entries, e.hash
FROM audit_stream s
LEFT JOIN audit_entry e ON e.stream = s.stream AND e.sequence = s.entries - 1
WHERE s.stream = ?)sql";

constexpr std::string_view insert_entry = R"sql(
INSERT INTO audit_entry (stream, sequence, at, actor_id, actor_name, request_id, action, subject,
                         before_json, after_json, reason, previous_hash, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

const std::string no_hash(32, '\0');  // before a stream's first entry

struct Head {
    std::int64_t sequence = 1;
    std::string hash;
};

Head next_place(Connection& connection, const std::string& stream)
{
    connection.execute(take_next_place, {stream});
    auto rows = connection.query(select_head, {stream});
    if (!rows.next()) throw DatabaseError(Failure::Other, 0, "the audit stream " + stream + " vanished");
    Head head{rows.integer(1), rows.maybe_text(2).value_or("")};
    if (head.sequence == 1) head.hash = no_hash;
    if (head.hash.empty()) {
        throw DatabaseError(Failure::Other, 0, "the audit of " + stream + " lacks its last entry");
    }
    return head;
}

// A filter adds its condition and its value; nothing of the user's text enters the statement.
struct Search {
    std::string sql = R"sql(
SELECT id, stream, sequence, at, actor_id, actor_name, request_id, action, subject,
       before_json, after_json, reason, previous_hash, hash
FROM audit_entry
WHERE 1 = 1)sql";
    Parameters values;

    void narrow(std::string_view condition, Parameter value)
    {
        sql += condition;
        values.push_back(std::move(value));
    }
};

// The first moment of a day in Vietnam, in UTC.
base::Instant start_of(const base::Date& day)
{
    const auto midnight = base::Instant::parse(day.iso() + " 00:00:00").value_or(base::Instant());
    return midnight.plus(-std::chrono::hours(7));
}

Search search_for(const app::AuditFilter& filter)
{
    Search search;
    if (!filter.stream.empty()) search.narrow(" AND stream = ?", filter.stream);
    if (!filter.action.empty()) {
        search.narrow(" AND LEFT(action, CHAR_LENGTH(?)) = ?", filter.action);
        search.values.emplace_back(filter.action);
    }
    if (filter.actor) search.narrow(" AND actor_id = ?", *filter.actor);
    if (filter.from) search.narrow(" AND at >= ?", start_of(*filter.from));
    if (filter.to) search.narrow(" AND at < ?", start_of(filter.to->plus_days(1)));
    if (filter.before_id > 0) search.narrow(" AND id < ?", filter.before_id);
    search.sql += " ORDER BY id DESC LIMIT ?";
    search.values.emplace_back(filter.limit);
    return search;
}

app::StoredAuditEntry read_entry(Rows& rows)
{
    app::StoredAuditEntry stored;
    stored.id = rows.integer(1);
    stored.entry.stream = rows.text(2);
    stored.sequence = rows.integer(3);
    stored.at = rows.instant(4);
    stored.actor = rows.id<domain::UserId>(5);
    stored.actor_name = rows.text(6);
    stored.request_id = rows.text(7);
    stored.entry.action = rows.text(8);
    stored.entry.subject = rows.text(9);
    stored.entry.before = rows.text(10);
    stored.entry.after = rows.text(11);
    stored.entry.reason = rows.text(12);
    stored.previous_hash = base::hex(rows.text(13));
    stored.hash = base::hex(rows.text(14));
    return stored;
}

}  // namespace

void AuditStore::append(const app::Actor& actor, const app::AuditEntry& entry)
{
    const auto head = next_place(connection_, entry.stream);
    app::StoredAuditEntry stored;
    stored.entry = entry;
    stored.sequence = head.sequence;
    stored.at = actor.now;
    stored.actor = actor.user.id;
    stored.actor_name = actor.user.name;
    stored.request_id = actor.request_id;
    connection_.execute(insert_entry,
                        {entry.stream, head.sequence, actor.now, actor.user.id, actor.user.name,
                         actor.request_id, entry.action, entry.subject, entry.before, entry.after,
                         entry.reason, Bytes{head.hash}, Bytes{app::audit_hash(stored, head.hash)}});
}

std::vector<app::StoredAuditEntry> AuditStore::find(const app::AuditFilter& filter)
{
    const auto search = search_for(filter);
    auto rows = connection_.query(search.sql, search.values);
    std::vector<app::StoredAuditEntry> found;
    while (rows.next())
        found.push_back(read_entry(rows));
    return found;
}

constexpr std::string_view select_count = "SELECT entries FROM audit_stream WHERE stream = ?";

std::int64_t AuditStore::appended_to(const std::string& stream)
{
    auto rows = connection_.query(select_count, {stream});
    return rows.next() ? rows.integer(1) : 0;
}

}  // namespace storage
