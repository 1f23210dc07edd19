#include "storage/installation.h"
#include "storage/private_database.h"
#include "storage/transaction.h"
#include "tests/storage/database.h"

#include <atomic>
#include <csignal>
#include <set>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

namespace files = std::filesystem;

// A folder that goes with the test.
class PrivateDatabase : public ::testing::Test {
protected:
    PrivateDatabase()
        : folder_(files::temp_directory_path() / ("vinhdanh-private-" + std::to_string(getpid())))
    {
        files::remove_all(folder_);
    }
    ~PrivateDatabase() override { files::remove_all(folder_); }

    base::Result<storage::PrivateDatabase> start() const
    {
        return storage::PrivateDatabase::start({.folder = folder_});
    }

    static std::string said(const base::Result<storage::PrivateDatabase>& result)
    {
        return result ? "started" : result.error().message.vietnamese();
    }

    files::path folder_;
};

TEST_F(PrivateDatabase, ASecondStartOnTheSameFolderIsRefusedAtOnce)
{
    EXPECT_FALSE(storage::PrivateDatabase::running(folder_));
    {
        const auto first = start();
        ASSERT_TRUE(first) << said(first);
        EXPECT_TRUE(storage::PrivateDatabase::running(folder_));
        const auto second = start();
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().kind, base::ErrorKind::Conflict);
        EXPECT_NE(said(second).find(std::to_string(getpid())), std::string::npos);
    }
    EXPECT_FALSE(storage::PrivateDatabase::running(folder_));
    const auto again = start();
    EXPECT_TRUE(again) << said(again);
}

TEST_F(PrivateDatabase, TheServersPasswordIsReadableByItsOwnerOnly)
{
    const auto accounts = storage::private_accounts(folder_);
    ASSERT_TRUE(accounts);
    struct stat found {};
    ASSERT_EQ(stat((folder_ / "password").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777u, 0600u);
    EXPECT_GE(accounts->server.password.size(), 32u);
    const auto again = storage::private_accounts(folder_);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->server.password, accounts->server.password);
    ASSERT_EQ(chmod((folder_ / "password").c_str(), 0644), 0);
    EXPECT_FALSE(storage::private_accounts(folder_));
}

TEST_F(PrivateDatabase, ALongFolderStillGetsAShortSocket)
{
    const auto deep = folder_ / std::string(120, 'd');
    EXPECT_LE(storage::PrivateDatabase::socket_of(deep).string().size(), 107u);
    const auto database = storage::PrivateDatabase::start({.folder = deep});
    EXPECT_TRUE(database) << said(database);
}

TEST_F(PrivateDatabase, EndsWhenTheProgramIsKilled)
{
    int report[2];
    ASSERT_EQ(pipe(report), 0);
    const pid_t program = fork();
    if (program == 0) {
        auto database = start();
        const int process = database ? database->process() : 0;
        const auto sent = write(report[1], &process, sizeof process);
        if (sent != sizeof process) _exit(1);
        pause();
        _exit(1);
    }
    int server = 0;
    ASSERT_EQ(read(report[0], &server, sizeof server), static_cast<ssize_t>(sizeof server));
    ASSERT_GT(server, 0);
    kill(program, SIGKILL);
    waitpid(program, nullptr, 0);
    // The next start waits for the orphan's end instead of failing.
    const auto next = start();
    EXPECT_TRUE(next) << said(next);
    EXPECT_NE(next ? next->process() : 0, server);
    close(report[0]);
    close(report[1]);
}

TEST_F(PrivateDatabase, IsStartedAgainWhenItEndedByItself)
{
    auto database = start();
    ASSERT_TRUE(database) << said(database);
    const auto running = database->revive();
    ASSERT_TRUE(running);
    EXPECT_FALSE(*running);
    const int first = database->process();
    ASSERT_EQ(kill(first, SIGKILL), 0);
    siginfo_t gone{};
    ASSERT_EQ(waitid(P_PID, static_cast<id_t>(first), &gone, WEXITED | WNOWAIT), 0);
    const auto revived = database->revive();
    ASSERT_TRUE(revived) << revived.error().message.vietnamese();
    EXPECT_TRUE(*revived);
    EXPECT_NE(database->process(), first);
}

// Writers note what the database acknowledged; the database is killed under them three times.
TEST_F(PrivateDatabase, LosesNoAcknowledgedRowWhenItIsKilled)
{
    auto database = start();
    ASSERT_TRUE(database) << said(database);
    auto endpoint = storage::PrivateDatabase::owner(folder_);
    {
        storage::MySqlConnection owner(endpoint);
        owner.command("CREATE DATABASE trial");
        owner.command("CREATE TABLE trial.kept (id BIGINT NOT NULL PRIMARY KEY) ENGINE=InnoDB");
    }
    endpoint.schema = "trial";
    std::set<std::int64_t> acknowledged;
    std::mutex mutex;
    for (int round = 0; round < 3; ++round) {
        std::atomic<bool> killed = false;
        std::atomic<int> written = 0;
        const auto write = [&](std::int64_t first) {
            try {
                storage::MySqlConnection connection(endpoint);
                for (auto id = first; !killed; ++id) {
                    storage::Transaction transaction(connection);
                    connection.execute("INSERT INTO kept (id) VALUES (?)", {id});
                    transaction.commit();
                    const std::lock_guard lock(mutex);
                    acknowledged.insert(id);
                    ++written;
                }
            } catch (const storage::DatabaseError&) {
                killed = true;
            }
        };
        std::vector<std::thread> writers;
        for (std::int64_t writer = 0; writer < 4; ++writer) {
            writers.emplace_back(write, (round * 4 + writer) * 1'000'000);
        }
        while (written < 200 && !killed)
            std::this_thread::yield();
        database->kill();
        for (auto& writer : writers)
            writer.join();
        const auto restarted = database->restart();
        ASSERT_TRUE(restarted) << restarted.error().message.vietnamese();
    }
    std::set<std::int64_t> stored;
    storage::MySqlConnection owner(endpoint);
    auto rows = owner.query("SELECT id FROM kept");
    while (rows.next())
        stored.insert(rows.integer(1));
    EXPECT_GE(acknowledged.size(), 600u);
    for (const auto id : acknowledged)
        EXPECT_TRUE(stored.contains(id)) << id;
}

TEST_F(PrivateDatabase, ThePoolRecoversWhenTheDatabaseReturns)
{
    auto database = start();
    ASSERT_TRUE(database) << said(database);
    storage::Pool pool(storage::PrivateDatabase::owner(folder_), {.connections = 2});
    EXPECT_TRUE(pool.answers());
    database->kill();
    EXPECT_FALSE(pool.answers());
    ASSERT_TRUE(database->restart());
    EXPECT_TRUE(pool.answers());
    // Also when nobody asked in between.
    database->kill();
    ASSERT_TRUE(database->restart());
    EXPECT_TRUE(pool.answers());
}

}  // namespace
