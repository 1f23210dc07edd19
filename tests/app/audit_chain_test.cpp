#include "app/audit_chain.h"
#include "app/audit_trail.h"
#include "tests/storage/database.h"

namespace {

using domain::Role;

class AuditChain : public tests::Database {
protected:
    AuditChain() : auditor(actor(Role::Auditor))
    {
        for (const auto* name : {"Sở Nội vụ", "Sở Nội vụ tỉnh", "Sở Nội vụ và Tôn giáo"}) {
            const auto written = transactor().transact([&](app::Repositories& r) -> base::Result<void> {
                r.audit().append(auditor, {"unit/1", "unit.renamed", name, {}, R"({"name":"x"})", {}});
                return {};
            });
            EXPECT_TRUE(written);
        }
    }
    std::vector<std::int64_t> broken()
    {
        app::AuditFilter filter;
        filter.stream = "unit/1";
        const auto page =
            transactor().transact([&](app::Repositories& r) { return app::read_audit(r, auditor, filter); });
        EXPECT_TRUE(page && page->verified);
        return page->broken;
    }

    app::Actor auditor;
};

TEST_F(AuditChain, HoldsAsLongAsNobodyTouchesIt)
{
    EXPECT_TRUE(broken().empty());
}

TEST_F(AuditChain, ShowsAnEntryWhoseTextWasChanged)
{
    owner().execute("UPDATE audit_entry SET subject = 'Sở Y tế' WHERE sequence = 2");
    EXPECT_EQ(broken(), std::vector<std::int64_t>{2});
}

TEST_F(AuditChain, ShowsAnEntryWhoseHashWasMendedAfterTheChange)
{
    owner().execute("UPDATE audit_entry SET hash = REPEAT('x', 32) WHERE sequence = 2");
    EXPECT_EQ(broken(), (std::vector<std::int64_t>{2, 3}));
}

TEST_F(AuditChain, ShowsAMissingEntryAtTheOneAfterItAndACutTailAtItsBeginning)
{
    owner().execute("DELETE FROM audit_entry WHERE sequence = 2");
    EXPECT_EQ(broken(), std::vector<std::int64_t>{3});
    owner().execute("DELETE FROM audit_entry WHERE sequence > 1");
    EXPECT_EQ(broken(), std::vector<std::int64_t>{2});
}

TEST_F(AuditChain, TheServersAccountCanNeitherChangeNorDeleteEntries)
{
    EXPECT_THROW(connection().execute("UPDATE audit_entry SET subject = ''"), storage::DatabaseError);
    EXPECT_THROW(connection().execute("DELETE FROM audit_entry"), storage::DatabaseError);
    EXPECT_TRUE(broken().empty());
}

TEST_F(AuditChain, IsReadByThoseInChargeOnlyAPageAtATime)
{
    const auto officer = actor(Role::Officer);
    const auto refused =
        transactor().transact([&](app::Repositories& r) { return app::read_audit(r, officer, {}); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::ErrorKind::Forbidden);

    app::AuditFilter filter;
    filter.limit = 2;
    const auto first =
        transactor().transact([&](app::Repositories& r) { return app::read_audit(r, auditor, filter); });
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->more);
    filter.before_id = first->entries.back().id;
    const auto second =
        transactor().transact([&](app::Repositories& r) { return app::read_audit(r, auditor, filter); });
    ASSERT_EQ(second->entries.size(), 1U);
    EXPECT_FALSE(second->more);
    EXPECT_EQ(second->entries[0].entry.subject, "Sở Nội vụ");
}

}  // namespace
