#include "app/audit_trail.h"
#include "app/session_repository.h"
#include "storage/mysql_connection.h"
#include "tests/storage/database.h"

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

using base::ErrorKind;
using Text = base::Result<std::string>;

class Transactor : public tests::Database {
protected:
    // How many entries the acts of a test have left.
    std::int64_t acts()
    {
        auto rows = owner().query("SELECT COUNT(*) FROM audit_entry WHERE action = 'test.act'");
        return rows.next() ? rows.integer(1) : -1;
    }

    void act(app::Repositories& r, const std::string& stream = "test/1")
    {
        r.audit().append(who_, {stream, "test.act", "", "", "", ""});
    }

    // Ends every connection of the server's account.
    void cut_the_lines()
    {
        auto rows = owner().query("SELECT id FROM information_schema.processlist WHERE user = 'vinhdanh'");
        while (rows.next())
            owner().command("KILL CONNECTION " + std::to_string(rows.integer(1)));
    }

    app::Actor who_ = actor(domain::Role::Officer);
};

TEST_F(Transactor, CommitsAGoodResultAndRollsBackARefusal)
{
    const auto good = transactor().transact([&](app::Repositories& r) -> base::Result<int> {
        act(r);
        return 7;
    });
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 7);
    EXPECT_EQ(acts(), 1);

    const auto refused = transactor().transact([&](app::Repositories& r) -> base::Result<int> {
        act(r);
        return base::conflict("Thử");
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(acts(), 1);
}

TEST_F(Transactor, WithoutATransactionAStatementStandsWhateverFollows)
{
    const auto refused = transactor().each_alone([&](app::Repositories& r) -> base::Result<int> {
        act(r);
        return base::conflict("Thử");
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(acts(), 1);

    cut_the_lines();
    const auto after = transactor().each_alone(
        [&](app::Repositories& r) -> base::Result<std::int64_t> { return r.audit().appended_to("test/1"); });
    ASSERT_TRUE(after) << "a lost line is replaced";
    EXPECT_EQ(*after, 1);
}

TEST_F(Transactor, AnExceptionRollsBackAndGoesOn)
{
    const auto broken = [&](app::Repositories& r) -> base::Result<void> {
        act(r);
        throw std::logic_error("a mistake in the program");
    };
    EXPECT_THROW((void)transactor().transact(broken), std::logic_error);
    EXPECT_EQ(acts(), 0);
}

TEST_F(Transactor, ASubmissionSentTwiceActsOnce)
{
    const auto form = submission(who_);
    const auto work = [&](app::Repositories& r) -> Text {
        act(r);
        return std::string("first");
    };
    const auto once = transactor().once(form, work);
    const auto twice = transactor().once(form, [&](app::Repositories& r) -> Text {
        act(r);
        return std::string("second");
    });
    ASSERT_TRUE(once);
    ASSERT_TRUE(twice);
    EXPECT_EQ(*twice, "first");
    EXPECT_EQ(acts(), 1);
}

TEST_F(Transactor, ASecondSubmissionThatMeetsTheFirstOnesRowsGetsItsOutcome)
{
    const auto form = submission(who_);
    const auto work = [&](app::Repositories& r) -> Text {
        r.sessions().start(std::string(32, 'd'), who_.user.id, who_.now, "127.0.0.1");
        return std::string("first");
    };
    ASSERT_TRUE(transactor().once(form, work));
    const auto again = transactor().once(form, work);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, "first");
    auto other = form;
    other.key += "x";
    EXPECT_THROW((void)transactor().once(other, work), storage::DatabaseError) << "a mistake stays one";
}

TEST_F(Transactor, ASecondSubmissionThatIsRefusedForWhatTheFirstDidGetsItsOutcome)
{
    const auto form = submission(who_);
    const auto work = [&](app::Repositories& r) -> Text {
        if (r.audit().appended_to("test/1") > 0) return base::conflict("Đã xử lý");
        act(r);
        return std::string("first");
    };
    ASSERT_TRUE(transactor().once(form, work));
    const auto again = transactor().once(form, work);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, "first");
    auto other = form;
    other.key += "x";
    EXPECT_FALSE(transactor().once(other, work)) << "somebody else's form is refused";
}

TEST_F(Transactor, EightThreadsWithOneKeyActOnce)
{
    storage::Pool wide(server_endpoint(), {.connections = 8});
    const base::Log quiet(base::Log::Level::Error);
    storage::SqlTransactor shared(wide, quiet);
    const auto form = submission(who_);
    std::atomic<int> agreed = 0;
    std::vector<std::thread> senders;
    for (int i = 0; i < 8; ++i) {
        senders.emplace_back([&] {
            const auto answer = shared.once(form, [&](app::Repositories& r) -> Text {
                act(r);
                return std::string("done");
            });
            if (answer && *answer == "done") ++agreed;
        });
    }
    for (auto& sender : senders)
        sender.join();
    EXPECT_EQ(agreed, 8);
    EXPECT_EQ(acts(), 1);
}

TEST_F(Transactor, ARefusedSubmissionMayBeMendedAndSentAgain)
{
    const auto form = submission(who_);
    const auto refused =
        transactor().once(form, [](app::Repositories&) -> Text { return base::invalid("Thử"); });
    EXPECT_FALSE(refused);
    const auto mended = transactor().once(form, [&](app::Repositories& r) -> Text {
        act(r);
        return std::string("mended");
    });
    ASSERT_TRUE(mended);
    EXPECT_EQ(*mended, "mended");
    EXPECT_EQ(acts(), 1);
}

TEST_F(Transactor, AKeyBelongsToOneFormAndOneUser)
{
    auto form = submission(who_, "/units");
    const auto work = [](app::Repositories&) -> Text { return std::string("done"); };
    ASSERT_TRUE(transactor().once(form, work));

    auto other_user = form;
    other_user.user = domain::UserId{who_.user.id.value + 1};
    const auto theirs = [](app::Repositories&) -> Text { return std::string("theirs"); };
    EXPECT_TRUE(transactor().once(other_user, theirs));
    EXPECT_EQ(*transactor().once(form, theirs), "done") << "each finds the outcome of the own form";
    EXPECT_EQ(*transactor().once(other_user, work), "theirs");

    form.form = "/users";
    const auto reused = transactor().once(form, work);
    ASSERT_FALSE(reused);
    EXPECT_EQ(reused.error().kind, ErrorKind::Conflict);

    EXPECT_FALSE(transactor().once({who_.user.id, "", "/units"}, work));
    EXPECT_FALSE(transactor().once({who_.user.id, std::string(65, 'x'), "/units"}, work));
}

TEST_F(Transactor, LinesCutBeforeTheCommitAreNotNoticedByTheUser)
{
    int runs = 0;
    const auto answer = transactor().transact([&](app::Repositories& r) -> base::Result<void> {
        if (++runs == 1) cut_the_lines();
        act(r);
        return {};
    });
    EXPECT_TRUE(answer);
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(acts(), 1);
}

TEST_F(Transactor, ALineCutJustBeforeCommitIsUnavailableWithoutAKeyAndFoundOutWithOne)
{
    int runs = 0;
    const auto cut_at_the_end = [&](app::Repositories& r) {
        act(r);
        if (++runs == 1) cut_the_lines();
    };
    const auto unsure = transactor().transact([&](app::Repositories& r) -> base::Result<void> {
        cut_at_the_end(r);
        return {};
    });
    ASSERT_FALSE(unsure);
    EXPECT_EQ(unsure.error().kind, ErrorKind::Unavailable);
    EXPECT_EQ(runs, 1);

    runs = 0;
    const auto sure = transactor().once(submission(who_), [&](app::Repositories& r) -> Text {
        cut_at_the_end(r);
        return std::string("done");
    });
    EXPECT_TRUE(sure);
    EXPECT_EQ(acts(), 1);
}

// The lost answer itself: the first commit reaches the database, its acknowledgement does not reach us.
TEST_F(Transactor, ACommitWhoseAnswerWasLostIsFoundUnderItsKey)
{
    const auto form = submission(who_);
    ASSERT_TRUE(transactor().once(form, [&](app::Repositories& r) -> Text {
        act(r);
        return std::string("kept");
    }));
    cut_the_lines();
    const auto again = transactor().once(form, [&](app::Repositories& r) -> Text {
        act(r);
        return std::string("again");
    });
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, "kept");
    EXPECT_EQ(acts(), 1);
}

TEST_F(Transactor, ADeadlockRunsTheWorkAgain)
{
    std::atomic<int> ready = 0;
    std::atomic<int> runs = 0;
    std::atomic<bool> over = false;  // so that a failure does not leave the other one waiting
    const auto cross = [&](const char* first, const char* second) {
        return transactor().transact([&, first, second](app::Repositories& r) -> base::Result<void> {
            const bool first_run = runs.fetch_add(1) < 2;
            act(r, first);
            ++ready;
            while (first_run && ready < 2)
                std::this_thread::yield();
            act(r, second);
            return {};
        });
    };
    base::Result<void> other;
    std::thread thread([&] {
        other = cross("b", "a");
        over = true;
    });
    const auto mine = cross("a", "b");
    over = true;
    thread.join();
    EXPECT_TRUE(mine);
    EXPECT_TRUE(other);
    EXPECT_EQ(acts(), 4);
    EXPECT_GE(runs, 3);
}

// A database that hangs costs one timeout, not one for each attempt.
TEST_F(Transactor, DoesNotTryAgainWhenItsPatienceIsOver)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(bind(listener, reinterpret_cast<const sockaddr*>(&address), length), 0);
    ASSERT_EQ(listen(listener, 8), 0);
    ASSERT_EQ(getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length), 0);

    storage::Endpoint silent;
    silent.host = "127.0.0.1";
    silent.port = ntohs(address.sin_port);
    silent.connect_timeout = std::chrono::seconds(1);
    storage::Pool pool(silent, {});
    const base::Log quiet(base::Log::Level::Error);
    storage::SqlTransactor hurried(pool, quiet, std::chrono::milliseconds(500));
    const auto began = std::chrono::steady_clock::now();
    const auto answer = hurried.transact([](app::Repositories&) -> base::Result<void> { return {}; });
    const auto took = std::chrono::steady_clock::now() - began;
    close(listener);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unavailable);
    EXPECT_LT(took, std::chrono::milliseconds(1900));
}

TEST_F(Transactor, SaysUnavailableWhenThereIsNoDatabase)
{
    auto nowhere = server_endpoint();
    nowhere.socket = "/nonexistent/database.sock";
    storage::Pool pool(nowhere, {});
    const base::Log quiet(base::Log::Level::Error);
    storage::SqlTransactor lost(pool, quiet);
    const auto answer = lost.transact([](app::Repositories&) -> base::Result<void> { return {}; });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unavailable);
    EXPECT_FALSE(pool.answers());
}

}  // namespace
