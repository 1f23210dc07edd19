#include "app/audit_trail.h"
#include "storage/error.h"
#include "tests/storage/database.h"

namespace {

class Audit : public tests::Database {
protected:
    base::Result<void> append(const app::AuditEntry& entry)
    {
        last_ = actor(domain::Role::Officer);
        return transactor().transact([&](app::Repositories& r) -> base::Result<void> {
            r.audit().append(last_, entry);
            return {};
        });
    }

    std::vector<app::StoredAuditEntry> find(const app::AuditFilter& filter)
    {
        using Found = std::vector<app::StoredAuditEntry>;
        const auto found = transactor().transact(
            [&](app::Repositories& r) { return base::Result<Found>(r.audit().find(filter)); });
        return found ? *found : Found{};
    }

    app::Actor last_;  // who made the last entry
};

TEST_F(Audit, EntriesOfOneStreamFormAChain)
{
    ASSERT_TRUE(append({"unit/1", "unit.added", "Sở Nội vụ", "", R"({"code":"H01"})", ""}));
    ASSERT_TRUE(append({"unit/2", "unit.added", "Sở Y tế", "", "{}", ""}));
    ASSERT_TRUE(append({"unit/1", "unit.renamed", "Sở Nội vụ", "{}", "{}", "Sáp nhập"}));

    app::AuditFilter filter;
    filter.stream = "unit/1";
    const auto entries = find(filter);
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].sequence, 2);
    EXPECT_EQ(entries[0].entry.reason, "Sáp nhập");
    EXPECT_EQ(entries[0].previous_hash, entries[1].hash);
    EXPECT_EQ(entries[1].previous_hash, std::string(64, '0'));
    EXPECT_NE(entries[0].hash, entries[1].hash);
}

// A chain with a hole is not quietly begun anew.
TEST_F(Audit, AStreamWhoseLastEntryIsGoneTakesNoMore)
{
    ASSERT_TRUE(append({"unit/1", "unit.added", "Sở Nội vụ", "", "{}", ""}));
    owner().command("DELETE FROM audit_entry WHERE stream = 'unit/1'");
    EXPECT_THROW((void)append({"unit/1", "unit.renamed", "Sở Nội vụ", "", "{}", ""}), storage::DatabaseError);
}

TEST_F(Audit, IsFoundByActionActorAndDay)
{
    ASSERT_TRUE(append({"unit/1", "unit.added", "Sở Nội vụ", "", "{}", ""}));
    ASSERT_TRUE(append({"user/1", "user.disabled", "Người dùng", "", "{}", ""}));

    app::AuditFilter by_action;
    by_action.action = "unit.";
    EXPECT_EQ(find(by_action).size(), 1u);

    app::AuditFilter by_actor;
    by_actor.actor = last_.user.id;
    ASSERT_EQ(find(by_actor).size(), 1u);
    EXPECT_EQ(find(by_actor)[0].entry.action, "user.disabled");

    app::AuditFilter by_day;
    by_day.from = base::Date(2022, 3, 30);
    by_day.to = base::Date(2022, 3, 30);
    EXPECT_EQ(find(by_day).size(), 2u);
    by_day.from = base::Date(2022, 3, 31);
    by_day.to = base::Date(2022, 3, 31);
    EXPECT_TRUE(find(by_day).empty());
}

TEST_F(Audit, CanNotBeChangedByTheServersAccount)
{
    ASSERT_TRUE(append({"unit/1", "unit.added", "Sở Nội vụ", "", "{}", ""}));
    EXPECT_THROW(connection().execute("UPDATE audit_entry SET reason = 'x'"), storage::DatabaseError);
    EXPECT_THROW(connection().execute("DELETE FROM audit_entry"), storage::DatabaseError);
    EXPECT_THROW(connection().command("TRUNCATE audit_entry"), storage::DatabaseError);
    EXPECT_THROW(connection().command("DROP TABLE audit_entry"), storage::DatabaseError);
}

TEST_F(Audit, HistoryCanOnlyBeAddedTo)
{
    auto rows =
        owner().query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() "
                      "AND table_name LIKE '%\\_history'");
    int histories = 0;
    while (rows.next()) {
        const auto table = rows.text(1);
        EXPECT_THROW(connection().execute("DELETE FROM " + table), storage::DatabaseError) << table;
        EXPECT_THROW(connection().command("TRUNCATE " + table), storage::DatabaseError) << table;
        ++histories;
    }
    EXPECT_GE(histories, 2);
}

}  // namespace
