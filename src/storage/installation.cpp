#include "storage/installation.h"

#include "base/digest.h"
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
std::string account_of(const Endpoint& endpoint)
{
    auto anywhere = endpoint;
    anywhere.schema.clear();  // before the grants it may not enter the schema
    MySqlConnection connection(anywhere);
    auto rows = connection.query("SELECT CURRENT_USER()");
    if (!rows.next()) throw DatabaseError(Failure::Other, 0, "the server does not know its own account");
    const auto name = rows.text(1);
    const auto at = name.rfind('@');
    return "'" + name.substr(0, at) + "'@'" + name.substr(at + 1) + "'";
}

void give_rights(Connection& owner, const Accounts& accounts, const base::Log& log)
{
    if (same_account(accounts)) {
        log.warning("the audit is not protected: one account owns the schema and runs the server");
        return;
    }
    const bool is_private = accounts.owner.password.empty() && !accounts.owner.socket.empty();
    if (is_private) {
        make_server_account(owner, "'" + accounts.server.user + "'@'localhost'", accounts.server.password);
    }
    grant_to_server(owner, account_of(accounts.server));
}

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
        return accounts;
    } catch (const std::system_error& error) {
        return base::unavailable(
            {"Không dùng được thư mục dữ liệu «{}»: {}", {folder.string(), error.what()}});
    }
}

base::Result<int> install_schema(const Accounts& accounts, const std::vector<Migration>& migrations,
                                 const base::Log& log)
{
    try {
        auto endpoint = accounts.owner;
        endpoint.schema.clear();
        endpoint.answer_timeout = std::chrono::minutes(10);  // altering a large table takes its time
        MySqlConnection owner(endpoint);
        owner.command("CREATE DATABASE IF NOT EXISTS `" + accounts.owner.schema +
                      "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        owner.command("USE `" + accounts.owner.schema + "`");
        auto applied = migrate(owner, migrations, log);
        if (applied) give_rights(owner, accounts, log);
        return applied;
    } catch (const DatabaseError& error) {
        return base::unavailable({"Không nâng cấp được cơ sở dữ liệu: {}", {error.what()}});
    }
}

}  // namespace storage
