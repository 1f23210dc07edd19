#include "storage/installation.h"

#include "app/settings.h"
#include "base/digest.h"
#include "storage/database_refusal.h"
#include "storage/grants.h"
#include "storage/mysql_connection.h"
#include "storage/private_database.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace storage {
namespace {

namespace files = std::filesystem;

constexpr const char* schema_name = "vinhdanh";
constexpr const char* server_name = "vinhdanh";

// Written under another name and moved, so that a half-written password is never read.
void write_secret(const files::path& path, const std::string& secret)
{
    const auto fresh = files::path(path.string() + ".new");
    files::remove(fresh);
    const int file = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) throw std::system_error(errno, std::generic_category(), fresh.string());
    const bool written = write(file, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size());
    const int failure = errno;
    const bool kept = fsync(file) == 0;
    close(file);
    if (!written || !kept) throw std::system_error(failure, std::generic_category(), fresh.string());
    files::rename(fresh, path);
}

std::string secret_of(const files::path& path)
{
    if (!files::exists(path)) write_secret(path, base::random_token(32));
    struct stat found {};
    constexpr mode_t others = 0077;
    if (stat(path.c_str(), &found) != 0 || (found.st_mode & others) != 0) {
        throw std::system_error(EACCES, std::generic_category(), path.string() + " is readable by others");
    }
    std::ifstream file(path);
    std::string secret;
    std::getline(file, secret);
    return secret;
}

bool same_account(const Accounts& accounts)
{
    return accounts.owner.user == accounts.server.user;
}

// As the server sees it: 'user'@'the host pattern it is known by'.
std::string account_of(Connection& connection)
{
    auto rows = connection.query("SELECT CURRENT_USER()");
    if (!rows.next()) throw DatabaseError(Failure::Other, 0, "the server does not know its own account");
    const auto name = rows.text(1);
    const auto at = name.rfind('@');
    return quoted(name.substr(0, at)) + "@" + quoted(name.substr(at + 1));
}

// The account rights are given to; none when the owner's is the only one.
std::string server_account(const Accounts& accounts)
{
    if (same_account(accounts)) return {};
    if (accounts.is_private) return quoted(accounts.server.user) + "@'localhost'";
    auto anywhere = accounts.server;
    anywhere.schema.clear();  // before the grants it may not enter the schema
    MySqlConnection connection(anywhere);
    return account_of(connection);
}

void give_rights(Connection& owner, const Accounts& accounts, const std::string& account)
{
    if (accounts.is_private) make_server_account(owner, account, accounts.server.password);
    grant_to_server(owner, account);
}

constexpr std::string_view rights_to_change_the_audit = R"sql(
SELECT held.right_name FROM (
    SELECT privilege_type AS right_name FROM information_schema.user_privileges WHERE grantee = ?
    UNION ALL
    SELECT privilege_type FROM information_schema.schema_privileges
    WHERE grantee = ? AND DATABASE() LIKE table_schema
    UNION ALL
    SELECT privilege_type FROM information_schema.table_privileges
    WHERE grantee = ? AND table_schema = DATABASE()
          AND (table_name = 'audit_entry' OR table_name LIKE '%\_history')) held
WHERE held.right_name IN ('UPDATE', 'DELETE', 'ALTER', 'DROP', 'TRIGGER', 'SUPER') LIMIT 1)sql";

}  // namespace

base::Result<Accounts> private_accounts(const files::path& folder)
{
    try {
        files::create_directories(folder);
        Accounts accounts;
        accounts.owner = PrivateDatabase::owner(folder);
        accounts.owner.schema = schema_name;
        accounts.server = accounts.owner;
        accounts.server.user = server_name;
        accounts.server.password = secret_of(folder / "password");
        accounts.is_private = true;
        return accounts;
    } catch (const std::system_error& error) {
        return base::unavailable(
            {"Không dùng được thư mục dữ liệu «{}»: {}", {folder.string(), error.what()}});
    }
}

base::Result<int> install_schema(const Accounts& accounts, const std::vector<Migration>& migrations,
                                 const base::Log& log)
{
    const auto* used = &accounts.owner;  // by the step that may fail
    try {
        auto endpoint = accounts.owner;
        endpoint.schema.clear();
        endpoint.answer_timeout = std::chrono::minutes(10);  // altering a large table takes its time
        MySqlConnection owner(endpoint);
        // Before the first step: an account that can't be used is found out while nothing has changed.
        used = &accounts.server;
        const auto account = server_account(accounts);
        used = &accounts.owner;
        owner.command("CREATE DATABASE IF NOT EXISTS `" + accounts.owner.schema +
                      "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        owner.command("USE `" + accounts.owner.schema + "`");
        auto applied = migrate(owner, migrations, log);
        if (!applied) return applied;
        if (!account.empty()) give_rights(owner, accounts, account);
        used = &accounts.server;
        MySqlConnection server(accounts.server);
        report_exposure(server, accounts.server, log);
        return applied;
    } catch (const DatabaseError& error) {
        return database_refusal(error, *used);
    }
}

void report_exposure(Connection& server, const Endpoint& endpoint, const base::Log& log)
{
    const auto account = account_of(server);
    if (auto held = server.query(rights_to_change_the_audit, {account, account, account}); held.next()) {
        log.warning("the audit is not protected: the server's account may change it",
                    {{"account", account}, {"right", held.text(1)}});
    }
    if (endpoint.socket.empty() && endpoint.tls_ca.empty() && !app::is_loopback(endpoint.host))
        log.warning("the link to the database is not encrypted", {{"host", endpoint.host}});
}

}  // namespace storage
