// What the server's account may do: everything with ordinary rows, only add to the audit and to history, nothing with
// the schema. Given again after each migration, table by table.
#pragma once

#include "storage/connection.h"

#include <string>

namespace storage {

// `audit_entry` and tables whose name ends in `_history` are append-only.
[[nodiscard]] bool append_only(std::string_view table);

// As a string in SQL.
[[nodiscard]] std::string quoted(const std::string& text);

// `account` as SQL writes it: 'vinhdanh'@'localhost'.
void grant_to_server(Connection& owner, const std::string& account);

// Makes the account with this password, or gives it this password; what it was allowed before is taken back.
void make_server_account(Connection& owner, const std::string& account, const std::string& password);

}  // namespace storage
