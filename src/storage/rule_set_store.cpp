#include "storage/rule_set_store.h"

#include "base/text.h"
#include "rules/rule_set_file.h"
#include "storage/error.h"
#include "storage/stale_write.h"

#include <stdexcept>

namespace storage {
namespace {

app::RuleSetVersion version_of(Rows& rows)
{
    app::RuleSetVersion version;
    version.id = rows.id<domain::RuleSetVersionId>(1);
    version.rule_set = rows.id<domain::RuleSetId>(2);
    version.number = static_cast<int>(rows.integer(3));
    auto reading = rules::read_rule_set(rows.text(4));
    // Only checked rule sets are ever written, and nothing changes them.
    if (!reading.rules)
        throw std::runtime_error("stored rule set version " + version.id.text() + " is unreadable");
    version.rules = std::move(*reading.rules);
    version.note = rows.text(5);
    version.saved_by = rows.id<domain::UserId>(6);
    version.saved_by_name = rows.text(7);
    version.saved_at = rows.instant(8);
    return version;
}

std::optional<app::RuleSetVersion> first(Rows rows)
{
    if (!rows.next()) return std::nullopt;
    return version_of(rows);
}

base::Error name_taken(const domain::RuleSet& rules)
{
    return {base::ErrorKind::Conflict,
            {"Năm {} đã có bộ quy tắc tên “{}”.", {std::to_string(rules.year), rules.name}},
            "name"};
}

}  // namespace

constexpr std::string_view all_rule_sets = R"(
SELECT s.id, s.name, s.year, s.newest, v.id, v.saved_by_name, v.saved_at
FROM rule_set s JOIN rule_set_version v ON v.rule_set_id = s.id AND v.number = s.newest
ORDER BY s.year DESC, s.name_folded, s.id)";

std::vector<app::RuleSetSummary> RuleSetStore::all()
{
    std::vector<app::RuleSetSummary> list;
    auto rows = connection_.query(all_rule_sets);
    while (rows.next())
        list.push_back({rows.id<domain::RuleSetId>(1), rows.text(2), static_cast<int>(rows.integer(3)),
                        static_cast<int>(rows.integer(4)), rows.id<domain::RuleSetVersionId>(5), rows.text(6),
                        rows.instant(7)});
    return list;
}

constexpr std::string_view newest_version = R"(
SELECT id, rule_set_id, number, rules, note, saved_by, saved_by_name, saved_at
FROM rule_set_version WHERE rule_set_id = ? ORDER BY number DESC LIMIT 1)";

std::optional<app::RuleSetVersion> RuleSetStore::newest(domain::RuleSetId id)
{
    return first(connection_.query(newest_version, {id}));
}

constexpr std::string_view version_by_id = R"(
SELECT id, rule_set_id, number, rules, note, saved_by, saved_by_name, saved_at FROM rule_set_version WHERE id = ?)";

std::optional<app::RuleSetVersion> RuleSetStore::version(domain::RuleSetVersionId id)
{
    return first(connection_.query(version_by_id, {id}));
}

constexpr std::string_view version_by_number = R"(
SELECT id, rule_set_id, number, rules, note, saved_by, saved_by_name, saved_at
FROM rule_set_version WHERE rule_set_id = ? AND number = ?)";

std::optional<app::RuleSetVersion> RuleSetStore::version(domain::RuleSetId id, int number)
{
    return first(connection_.query(version_by_number, {id, number}));
}

constexpr std::string_view all_versions = R"(
SELECT id, rule_set_id, number, rules, note, saved_by, saved_by_name, saved_at
FROM rule_set_version WHERE rule_set_id = ? ORDER BY number DESC)";

std::vector<app::RuleSetVersion> RuleSetStore::versions(domain::RuleSetId id)
{
    std::vector<app::RuleSetVersion> list;
    auto rows = connection_.query(all_versions, {id});
    while (rows.next())
        list.push_back(version_of(rows));
    return list;
}

constexpr std::string_view insert_version = R"(
INSERT INTO rule_set_version (rule_set_id, number, rules, note, saved_by, saved_by_name, saved_at)
VALUES (?, ?, ?, ?, ?, ?, ?))";

domain::RuleSetVersionId RuleSetStore::insert(const app::Actor& actor, domain::RuleSetId id, int number,
                                              const domain::RuleSet& rules, const std::string& note)
{
    connection_.execute(insert_version, {id, number, rules::write_rule_set(rules), note, actor.user.id,
                                         actor.user.name, actor.now});
    return domain::RuleSetVersionId{connection_.last_insert_id()};
}

constexpr std::string_view insert_rule_set = R"(
INSERT INTO rule_set (year, name, name_folded, changed_by, changed_at) VALUES (?, ?, ?, ?, ?))";

base::Result<domain::RuleSetVersionId>
RuleSetStore::add(const app::Actor& actor, const domain::RuleSet& rules, const std::string& note)
try {
    connection_.execute(insert_rule_set, {rules.year, rules.name, Bytes{base::folded(rules.name)},
                                          actor.user.name, actor.now});
    return insert(actor, domain::RuleSetId{connection_.last_insert_id()}, 1, rules, note);
} catch (const DatabaseError& error) {
    if (!error.duplicate("rule_set_name_once")) throw;
    return name_taken(rules);
}

constexpr std::string_view raise_newest = R"(
UPDATE rule_set SET year = ?, name = ?, name_folded = ?, newest = newest + 1, changed_by = ?, changed_at = ?
WHERE id = ? AND newest = ?)";

constexpr std::string_view rule_set_changed = "SELECT changed_by, changed_at FROM rule_set WHERE id = ?";

base::Result<domain::RuleSetVersionId> RuleSetStore::add_version(const app::Actor& actor,
                                                                 domain::RuleSetId id, int seen,
                                                                 const domain::RuleSet& rules,
                                                                 const std::string& note)
try {
    const auto matched =
        connection_.execute(raise_newest, {rules.year, rules.name, Bytes{base::folded(rules.name)},
                                           actor.user.name, actor.now, id, seen});
    if (matched == 0) return stale_write(connection_.query(rule_set_changed, {id}));
    return insert(actor, id, seen + 1, rules, note);
} catch (const DatabaseError& error) {
    if (!error.duplicate("rule_set_name_once")) throw;
    return name_taken(rules);
}

}  // namespace storage
