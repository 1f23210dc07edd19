#include "tests/storage/database.h"

#include <atomic>
#include <set>
#include <thread>

namespace {

using std::chrono::milliseconds;

class Pool : public tests::Database {
protected:
    static std::int64_t connection_id(storage::Connection& connection)
    {
        auto rows = connection.query("SELECT CONNECTION_ID()");
        return rows.next() ? rows.integer(1) : 0;
    }
};

TEST_F(Pool, TwoBorrowersNeverShareAConnection)
{
    storage::Pool shared(server_endpoint(), {.connections = 3});
    std::mutex mutex;
    std::set<std::int64_t> lent;
    std::atomic<int> shared_twice = 0;
    std::atomic<int> wrong_rows = 0;
    std::vector<std::thread> borrowers;
    for (int thread = 0; thread < 8; ++thread) {
        borrowers.emplace_back([&, thread] {
            for (int i = 0; i < 100; ++i) {
                const auto lease = shared.borrow();
                const auto id = connection_id(*lease);
                {
                    const std::lock_guard lock(mutex);
                    if (!lent.insert(id).second) ++shared_twice;
                }
                auto rows = lease->query("SELECT ?", {thread * 1000 + i});
                if (!rows.next() || rows.integer(1) != thread * 1000 + i) ++wrong_rows;
                const std::lock_guard lock(mutex);
                lent.erase(id);
            }
        });
    }
    for (auto& borrower : borrowers)
        borrower.join();
    EXPECT_EQ(shared_twice, 0);
    EXPECT_EQ(wrong_rows, 0);
}

TEST_F(Pool, ABorrowerThatFindsNoneFreeIsTurnedAway)
{
    storage::Pool small(server_endpoint(), {.connections = 1, .patience = milliseconds(20)});
    const auto held = small.borrow();
    EXPECT_THROW((void)small.borrow(), storage::DatabaseError);
}

TEST_F(Pool, AConnectionGoesBackWithoutItsOpenTransaction)
{
    storage::Pool one(server_endpoint(), {.connections = 1});
    {
        const auto lease = one.borrow();
        lease->command("START TRANSACTION");
        lease->execute("INSERT INTO audit_stream (stream, entries) VALUES ('open', 1)");
    }
    const auto lease = one.borrow();
    auto rows = lease->query("SELECT COUNT(*) FROM audit_stream WHERE stream = 'open'");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.integer(1), 0);
}

TEST_F(Pool, ABrokenConnectionIsNotLentAgain)
{
    storage::Pool one(server_endpoint(), {.connections = 1});
    std::int64_t broken = 0;
    {
        const auto lease = one.borrow();
        broken = connection_id(*lease);
        owner().command("KILL CONNECTION " + std::to_string(broken));
        EXPECT_THROW((void)connection_id(*lease), storage::DatabaseError);
    }
    const auto lease = one.borrow();
    EXPECT_NE(connection_id(*lease), broken);
}

// A restarted database has closed the idle ones too: the next borrower is not to find out by failing.
TEST_F(Pool, ABrokenConnectionTakesTheIdleOnesWithIt)
{
    storage::Pool two(server_endpoint(), {.connections = 2});
    {
        const auto first = two.borrow();
        const auto second = two.borrow();
        for (const auto* lease : {&first, &second})
            owner().command("KILL CONNECTION " + std::to_string(connection_id(**lease)));
    }
    EXPECT_THROW((void)connection_id(*two.borrow()), storage::DatabaseError);
    EXPECT_NO_THROW((void)connection_id(*two.borrow()));
}

TEST_F(Pool, AConnectionThatWasIdleForLongIsAskedFirst)
{
    storage::Pool wary(server_endpoint(), {.connections = 1, .trusted_while_idle = std::chrono::seconds(-1)});
    const auto id = connection_id(*wary.borrow());
    owner().command("KILL CONNECTION " + std::to_string(id));
    EXPECT_NE(connection_id(*wary.borrow()), id);
}

TEST_F(Pool, WaitsForAConnectionToComeBack)
{
    storage::Pool one(server_endpoint(), {.connections = 1, .patience = std::chrono::seconds(30)});
    auto held = std::make_unique<storage::Pool::Lease>(one.borrow());
    std::atomic<bool> served = false;
    std::thread waiting([&] { served = connection_id(*one.borrow()) != 0; });
    held.reset();
    waiting.join();
    EXPECT_TRUE(served);
}

}  // namespace
