// The part of UnitStore that keeps peer groups.
#include "base/text.h"
#include "storage/error.h"
#include "storage/stale_write.h"
#include "storage/unit_store.h"

namespace storage {
namespace {

domain::PeerGroup group_of(Rows& rows)
{
    return {rows.id<domain::PeerGroupId>(1), rows.text(2), static_cast<int>(rows.integer(3)),
            static_cast<int>(rows.integer(4))};
}

std::optional<domain::PeerGroup> one_group(Rows rows)
{
    if (!rows.next()) return std::nullopt;
    return group_of(rows);
}

base::Error name_taken(const std::string& name)
{
    return {base::ErrorKind::Conflict, {"Đã có khối tên “{}”.", {name}}, "name"};
}

}  // namespace

constexpr std::string_view all_groups =
    "SELECT id, name, position, version FROM peer_group ORDER BY position, id";

std::vector<domain::PeerGroup> UnitStore::groups()
{
    std::vector<domain::PeerGroup> groups;
    auto rows = connection_.query(all_groups);
    while (rows.next())
        groups.push_back(group_of(rows));
    return groups;
}

constexpr std::string_view find_group = "SELECT id, name, position, version FROM peer_group WHERE id = ?";

std::optional<domain::PeerGroup> UnitStore::group(domain::PeerGroupId id)
{
    return one_group(connection_.query(find_group, {id}));
}

constexpr std::string_view find_group_by_name = R"(
SELECT id, name, position, version FROM peer_group WHERE name_folded = ?)";

std::optional<domain::PeerGroup> UnitStore::group_by_name(std::string_view name)
{
    return one_group(connection_.query(find_group_by_name, {Bytes{base::folded(name)}}));
}

constexpr std::string_view last_group_position = "SELECT COALESCE(MAX(position), 0) FROM peer_group";

constexpr std::string_view insert_group = R"(
INSERT INTO peer_group (name, name_folded, position, changed_by, changed_at) VALUES (?, ?, ?, ?, ?))";

base::Result<domain::PeerGroupId> UnitStore::add_group(const app::Actor& actor,
                                                       const domain::PeerGroup& group)
try {
    auto position = static_cast<std::int64_t>(group.position);
    if (position == 0) {
        auto last = connection_.query(last_group_position);
        position = last.next() ? last.integer(1) + 1 : 1;
    }
    connection_.execute(insert_group,
                        {group.name, Bytes{base::folded(group.name)}, position, actor.user.name, actor.now});
    return domain::PeerGroupId{connection_.last_insert_id()};
} catch (const DatabaseError& error) {
    if (!error.duplicate("peer_group_name")) throw;
    return name_taken(group.name);
}

constexpr std::string_view update_group = R"(
UPDATE peer_group SET name = ?, name_folded = ?, position = ?, version = version + 1, changed_by = ?, changed_at = ?
WHERE id = ? AND version = ?)";

constexpr std::string_view group_changed = "SELECT changed_by, changed_at FROM peer_group WHERE id = ?";

base::Result<void> UnitStore::save_group(const app::Actor& actor, const domain::PeerGroup& group)
try {
    const auto matched =
        connection_.execute(update_group, {group.name, Bytes{base::folded(group.name)}, group.position,
                                           actor.user.name, actor.now, group.id, group.version});
    if (matched == 0) return stale_write(connection_.query(group_changed, {group.id}));
    return {};
} catch (const DatabaseError& error) {
    if (!error.duplicate("peer_group_name")) throw;
    return name_taken(group.name);
}

}  // namespace storage
