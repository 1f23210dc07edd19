#include "storage/framework_store.h"

#include "domain/framework_json.h"
#include "storage/error.h"

namespace storage {

namespace {

app::StoredFramework framework_of(Rows& rows)
{
    app::StoredFramework stored;
    stored.id = rows.id<domain::FrameworkId>(1);
    stored.group = rows.id<domain::PeerGroupId>(2);
    stored.year = static_cast<int>(rows.integer(3));
    stored.version = static_cast<int>(rows.integer(4));
    stored.criteria = rows.text(5);
    const auto framework = domain::framework_from_json(rows.text(6));
    if (!framework) throw DatabaseError(Failure::Other, 0, "framework: unreadable JSON");
    stored.framework = *framework;
    stored.saved_by = rows.id<domain::UserId>(7);
    stored.saved_by_name = rows.text(8);
    stored.saved_at = rows.instant(9);
    stored.used = rows.boolean(10);
    return stored;
}

std::optional<app::StoredFramework> first_of(Rows rows)
{
    if (!rows.next()) return std::nullopt;
    return framework_of(rows);
}

}  // namespace

constexpr std::string_view find_framework = R"(
SELECT f.id, f.group_id, f.year, f.version, f.criteria, f.framework, f.saved_by, u.name, f.saved_at,
       EXISTS (SELECT 1 FROM publication_group g WHERE g.framework_id = f.id)
FROM framework f JOIN app_user u ON u.id = f.saved_by
WHERE f.id = ?)";

std::optional<app::StoredFramework> FrameworkStore::find(domain::FrameworkId id)
{
    return first_of(connection_.query(find_framework, {id}));
}

constexpr std::string_view latest_framework = R"(
SELECT f.id, f.group_id, f.year, f.version, f.criteria, f.framework, f.saved_by, u.name, f.saved_at,
       EXISTS (SELECT 1 FROM publication_group g WHERE g.framework_id = f.id)
FROM framework f JOIN app_user u ON u.id = f.saved_by
WHERE f.group_id = ? AND f.year = ? ORDER BY f.version DESC LIMIT 1)";

std::optional<app::StoredFramework> FrameworkStore::latest(domain::PeerGroupId group, int year)
{
    return first_of(connection_.query(latest_framework, {group, year}));
}

constexpr std::string_view framework_versions = R"(
SELECT f.id, f.group_id, f.year, f.version, f.criteria, f.framework, f.saved_by, u.name, f.saved_at,
       EXISTS (SELECT 1 FROM publication_group g WHERE g.framework_id = f.id)
FROM framework f JOIN app_user u ON u.id = f.saved_by
WHERE f.group_id = ? AND f.year = ? ORDER BY f.version DESC)";

std::vector<app::StoredFramework> FrameworkStore::versions(domain::PeerGroupId group, int year)
{
    std::vector<app::StoredFramework> found;
    auto rows = connection_.query(framework_versions, {group, year});
    while (rows.next())
        found.push_back(framework_of(rows));
    return found;
}

constexpr std::string_view framework_years = "SELECT DISTINCT year FROM framework ORDER BY year DESC";

std::vector<int> FrameworkStore::years()
{
    std::vector<int> found;
    auto rows = connection_.query(framework_years);
    while (rows.next())
        found.push_back(static_cast<int>(rows.integer(1)));
    return found;
}

constexpr std::string_view add_framework = R"(
INSERT INTO framework (group_id, year, version, criteria, framework, saved_by, saved_at)
VALUES (?, ?, ?, ?, ?, ?, ?))";

base::Result<domain::FrameworkId> FrameworkStore::add(const app::StoredFramework& framework)
try {
    connection_.execute(add_framework, {framework.group, framework.year, framework.version,
                                        framework.criteria, domain::framework_json(framework.framework),
                                        framework.saved_by, framework.saved_at});
    return domain::FrameworkId{connection_.last_insert_id()};
} catch (const DatabaseError& error) {
    if (!error.duplicate("framework_version_once")) throw;
    return base::conflict(
        "Người khác vừa lưu cách chấm điểm của khối này. Hãy tải lại trang để xem bản mới nhất.");
}

}  // namespace storage
