#include "storage/grants.h"

namespace storage {
namespace {

constexpr std::string_view select_tables = R"sql(
SELECT table_name FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
ORDER BY table_name)sql";

// The schema's own book-keeping is read by the server, never written.
bool read_only(std::string_view table)
{
    return table == "schema_migration" || table == "migration_lease";
}

std::string_view rights_on(std::string_view table)
{
    if (read_only(table)) return "SELECT";
    if (append_only(table)) return "SELECT, INSERT";
    return "SELECT, INSERT, UPDATE, DELETE";
}

}  // namespace

std::string quoted(const std::string& text)
{
    std::string sql = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') sql += '\\';
        sql += c;
    }
    return sql + "'";
}

bool append_only(std::string_view table)
{
    return table == "audit_entry" || table.ends_with("_history");
}

void grant_to_server(Connection& owner, const std::string& account)
{
    std::vector<std::string> tables;
    auto rows = owner.query(select_tables);
    while (rows.next())
        tables.push_back(rows.text(1));
    for (const auto& table : tables) {
        std::string grant = "GRANT ";
        grant += rights_on(table);
        grant += " ON `" + table + "` TO " + account;
        owner.command(grant);
    }
}

void make_server_account(Connection& owner, const std::string& account, const std::string& password)
{
    owner.command("CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY " + quoted(password));
    owner.command("ALTER USER " + account + " IDENTIFIED BY " + quoted(password));
    owner.command("REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + account);
}

}  // namespace storage
