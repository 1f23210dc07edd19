#include "storage/mysql_connection.h"

#include "storage/connector_errors.h"
#include "storage/result_source.h"

#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/statement.h>

#include <list>
#include <sstream>
#include <unordered_map>

namespace storage {
namespace {

constexpr std::size_t kept_statements = 100;

// The connector sets REPEATABLE READ at connect whatever the server's default, so the level is set after that.
constexpr const char* session_settings[] = {
    "SET NAMES utf8mb4 COLLATE utf8mb4_bin",
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    "SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = 5, sql_mode = "
    "'STRICT_ALL_TABLES,NO_ZERO_DATE,"
    "NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY'",
};

sql::Driver& driver()
{
    // The connector's first call fills an unguarded map; the language guards this one.
    static sql::Driver* const instance = get_driver_instance();
    return *instance;
}

// Values must have exactly the type the connector expects; unknown names are ignored without a word.
sql::ConnectOptionsMap options_of(const Endpoint& endpoint)
{
    sql::ConnectOptionsMap options;
    const auto text = [](const std::string& value) { return sql::SQLString(value); };
    options["hostName"] = endpoint.socket.empty()
                              ? text("tcp://" + endpoint.host + ":" + std::to_string(endpoint.port))
                              : text("unix://" + endpoint.socket);
    options["userName"] = text(endpoint.user);
    options["password"] = text(endpoint.password);
    if (!endpoint.schema.empty()) options["schema"] = text(endpoint.schema);
    options["CLIENT_FOUND_ROWS"] =
        true;  // matched rows, so that an unchanged row is not taken for a stale one
    options["OPT_LOCAL_INFILE"] = 0;
    options["OPT_CONNECT_TIMEOUT"] = static_cast<int>(endpoint.connect_timeout.count());
    options["OPT_READ_TIMEOUT"] = static_cast<int>(endpoint.answer_timeout.count());
    options["OPT_WRITE_TIMEOUT"] = static_cast<int>(endpoint.answer_timeout.count());
    if (!endpoint.tls_ca.empty()) {
        options["sslEnforce"] = true;  // OPT_SSL_MODE is ignored by this build
        options["sslCA"] = text(endpoint.tls_ca);
        options["sslVerify"] = true;
    }
    return options;
}

// Streams of blob values must live until the statement has run. Each is a message to the server of its own, so short
// bytes (a digest, a key) travel with the statement: bound as text they reach a BINARY column unchanged.
using Streams = std::list<std::istringstream>;
constexpr std::size_t short_bytes = 1024;

void bind(sql::PreparedStatement& statement, const Parameters& parameters, Streams& streams)
{
    unsigned place = 0;
    for (const auto& parameter : parameters) {
        ++place;
        const auto& value = parameter.value();
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            statement.setInt64(place, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            statement.setString(place, *text);
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            if (bytes->value.size() <= short_bytes)
                statement.setString(place, bytes->value);
            else
                statement.setBlob(place, &streams.emplace_back(bytes->value));
        } else {
            statement.setNull(place, 0);
        }
    }
}

}  // namespace

struct MySqlConnection::State {
    using Entry = std::pair<std::string, std::shared_ptr<KeptStatement>>;

    std::unique_ptr<sql::Connection> connection;
    std::list<Entry> kept;  // the last used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_text;
    bool broken = false;
    bool in_transaction = false;

    template <class Work> auto guarded(Work work)
    {
        try {
            return work();
        } catch (const sql::InvalidInstanceException&) {
            broken = true;
            throw DatabaseError(Failure::Lost, 2006, "the connection was closed");
        } catch (const sql::SQLException& error) {
            auto translated = database_error(error);
            broken = broken || translated.failure() == Failure::Lost;
            throw translated;
        }
    }

    std::shared_ptr<KeptStatement> prepare(std::string_view sql)
    {
        auto made = std::make_shared<KeptStatement>();
        made->statement.reset(connection->prepareStatement(std::string(sql)));
        return made;
    }

    std::shared_ptr<KeptStatement> statement(std::string_view sql)
    {
        if (const auto found = by_text.find(sql); found != by_text.end()) {
            // Its rows are still being read: a second one, not kept.
            if (found->second->second->busy) return prepare(sql);
            kept.splice(kept.begin(), kept, found->second);
            return found->second->second;
        }
        auto made = prepare(sql);
        if (kept.size() == kept_statements) {
            by_text.erase(kept.back().first);
            kept.pop_back();
        }
        kept.emplace_front(std::string(sql), made);
        by_text.emplace(kept.front().first, kept.begin());
        return made;
    }
};

MySqlConnection::MySqlConnection(const Endpoint& endpoint) : state_(std::make_unique<State>())
{
    state_->guarded([&] {
        auto options = options_of(endpoint);
        state_->connection.reset(driver().connect(options));
    });
    for (const auto* setting : session_settings)
        command(setting);
}

MySqlConnection::~MySqlConnection() = default;

Rows MySqlConnection::query(std::string_view sql, const Parameters& parameters)
{
    return state_->guarded([&] {
        const auto statement = state_->statement(sql);
        Streams streams;
        bind(*statement->statement, parameters, streams);
        std::unique_ptr<sql::ResultSet> result(statement->statement->executeQuery());
        return Rows(std::make_unique<Rows::Source>(statement, std::move(result)));
    });
}

std::int64_t MySqlConnection::execute(std::string_view sql, const Parameters& parameters)
{
    return state_->guarded([&]() -> std::int64_t {
        const auto statement = state_->statement(sql);
        Streams streams;
        bind(*statement->statement, parameters, streams);
        return statement->statement->executeUpdate();
    });
}

std::int64_t MySqlConnection::last_insert_id()
{
    auto rows = query("SELECT LAST_INSERT_ID()");
    return rows.next() ? rows.integer(1) : 0;
}

void MySqlConnection::command(std::string_view sql)
{
    if (sql == "START TRANSACTION") state_->in_transaction = true;
    state_->guarded([&] {
        const std::unique_ptr<sql::Statement> statement(state_->connection->createStatement());
        statement->execute(std::string(sql));
    });
    if (sql == "COMMIT" || sql == "ROLLBACK") state_->in_transaction = false;
}

bool MySqlConnection::alive() noexcept
{
    try {
        return !state_->broken && state_->connection->isValid();
    } catch (const std::exception&) {
        return false;
    }
}

bool MySqlConnection::broken() const noexcept
{
    return state_->broken;
}

bool MySqlConnection::in_transaction() const noexcept
{
    return state_->in_transaction;
}

}  // namespace storage
