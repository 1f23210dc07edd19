// The two accounts of one database, and how it is brought to the state the server runs on: the schema made, migrated, and
// its rights given.
#pragma once

#include "storage/endpoint.h"
#include "storage/migrate.h"

#include <filesystem>

namespace storage {

struct Accounts {
    Endpoint owner;           // makes and changes tables; only migrations use it
    Endpoint server;          // reads and writes rows; the audit and history only by adding
    bool is_private = false;  // the program's own database: the server's account is ours to make
};

// Of a private database: the owner is the operating-system user, the server's account has a random password that lies in
// FOLDER/password (mode 0600) and is made when it is missing.
[[nodiscard]] base::Result<Accounts> private_accounts(const std::filesystem::path& folder);

// Makes the schema where it is missing, applies the missing migrations and gives the server's account its rights; in a
// private database the account itself too. With one account for both (an external database without an owner) nothing
// is granted and the log warns that the audit is not protected. Returns how many migrations were applied.
[[nodiscard]] base::Result<int>
install_schema(const Accounts& accounts, const std::vector<Migration>& migrations, const base::Log& log);

// Says in the log what an external database leaves open: an audit that the server's account could change, and a link over
// the network that is not encrypted. A private database leaves neither.
void report_exposure(Connection& server, const Endpoint& endpoint, const base::Log& log);

}  // namespace storage
