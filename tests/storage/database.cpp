#include "tests/storage/database.h"

#include "base/digest.h"
#include "storage/installation.h"
#include "storage/mysql_connection.h"
#include "storage/private_database.h"
#include "storage/user_store.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <unistd.h>

namespace tests {
namespace {

namespace files = std::filesystem;

template <class T> T must(base::Result<T> result)
{
    if (!result) throw std::runtime_error(result.error().message.vietnamese());
    return std::move(*result);
}

// Lives as long as the test program; the database ends with it.
class Server {
public:
    Server() : folder_(files::temp_directory_path() / ("vinhdanh-test-" + std::to_string(getpid())))
    {
        // A program that was killed may have left files under the same process number.
        files::remove_all(folder_);
        storage::PrivateDatabaseOptions options;
        options.folder = folder_;
        options.durable = false;
        database_.emplace(must(storage::PrivateDatabase::start(options)));
        accounts_ = must(storage::private_accounts(folder_));
        const auto migrations = must(storage::read_migrations(VINHDANH_SOURCE_DIR "/sql/migrations"));
        must(storage::install_schema(accounts_, migrations, log_));
        storage::MySqlConnection owner(accounts_.owner);
        keep_first_rows(owner);
    }
    ~Server()
    {
        database_.reset();
        std::error_code ignored;
        files::remove_all(folder_, ignored);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] const storage::Accounts& accounts() const { return accounts_; }
    [[nodiscard]] const base::Log& log() const { return log_; }

    // Every table back to what the migrations left in it.
    void clean(storage::Connection& owner) const
    {
        std::string used;
        for (const auto& table : tables_) {
            if (!used.empty()) used += " UNION ALL ";
            used += "SELECT '" + table + "' FROM (SELECT 1 FROM `" + table + "` LIMIT 1) one";
        }
        owner.command("SET foreign_key_checks = 0");
        auto rows = owner.query(used);
        while (rows.next()) {
            const auto table = rows.text(1);
            // Published rankings have triggers against DELETE.
            const bool frozen = table.starts_with("publication");
            owner.command((frozen ? "TRUNCATE TABLE `" : "DELETE FROM `") + table + "`");
            owner.command("INSERT INTO `" + table + "` SELECT * FROM vinhdanh_first_rows.`" + table + "`");
        }
        owner.command("SET foreign_key_checks = 1");
    }

private:
    void keep_first_rows(storage::Connection& owner)
    {
        owner.command("CREATE DATABASE vinhdanh_first_rows");
        auto rows = owner.query("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                                "DATABASE() AND table_name NOT IN ('schema_migration', 'migration_lease')");
        while (rows.next())
            tables_.push_back(rows.text(1));
        for (const auto& table : tables_) {
            owner.command("CREATE TABLE vinhdanh_first_rows.`" + table + "` AS SELECT * FROM `" + table +
                          "`");
        }
    }

    base::Log log_{base::Log::Level::Error};
    files::path folder_;
    std::optional<storage::PrivateDatabase> database_;
    storage::Accounts accounts_;
    std::vector<std::string> tables_;
};

Server& server()
{
    static Server started;
    return started;
}

}  // namespace

struct Database::State {
    storage::MySqlConnection owner{server().accounts().owner};
    storage::Pool pool{server().accounts().server, {}};
    storage::SqlTransactor transactor{pool, server().log()};
    std::optional<storage::MySqlConnection> connection;
    int people = 0;
};

Database::Database() : state_(std::make_unique<State>())
{
    server().clean(state_->owner);
}

Database::~Database() = default;

storage::SqlTransactor& Database::transactor()
{
    return state_->transactor;
}

storage::Pool& Database::pool()
{
    return state_->pool;
}

storage::Connection& Database::connection()
{
    if (!state_->connection) state_->connection.emplace(server_endpoint());
    return *state_->connection;
}

storage::Connection& Database::owner()
{
    return state_->owner;
}

storage::Endpoint Database::server_endpoint()
{
    return server().accounts().server;
}

storage::Endpoint Database::owner_endpoint()
{
    return server().accounts().owner;
}

app::Actor Database::actor(domain::Role role)
{
    return actor(std::vector{domain::Grant{.role = role, .unit = std::nullopt, .province = true}});
}

app::Actor Database::actor(const std::vector<domain::Grant>& grants)
{
    const auto number = std::to_string(++state_->people);
    domain::User user;
    user.login = "nguoi.dung." + number;
    user.name = "Người dùng " + number;
    user.post = "Chuyên viên";
    user.grants = grants;
    app::Actor actor{user, now(), "test-" + number};
    actor.user.id = must(storage::UserStore(state_->owner).add(actor, user, "no password", false));
    return actor;
}

base::Instant Database::now()
{
    return base::Instant::parse("2022-03-30 02:00:00").value_or(base::Instant());
}

app::Submission Database::submission(const app::Actor& actor, std::string form)
{
    return {actor.user.id, base::random_token(16), std::move(form)};
}

}  // namespace tests
