// The database the settings speak of: the private one, started or joined, or an external one.
#pragma once

#include "app/settings.h"
#include "storage/installation.h"
#include "storage/private_database.h"

#include <optional>

namespace storage {

// A private database that another program of this installation already runs can be joined: `vinhdanh user` must work
// while the server does. The server itself and migrations want it for themselves.
enum class Sharing { Alone, Joins };

class OpenDatabase {
public:
    // Invalid: the settings name a file that can't be read.
    [[nodiscard]] static base::Result<OpenDatabase> open(const app::Settings& settings, Sharing sharing);

    [[nodiscard]] const Accounts& accounts() const { return accounts_; }
    // Starts a private database that has ended by itself again; true when it had.
    [[nodiscard]] base::Result<bool> revive()
    {
        return private_ ? private_->revive() : base::Result<bool>(false);
    }

private:
    OpenDatabase(std::optional<PrivateDatabase> started, Accounts accounts)
        : private_(std::move(started)), accounts_(std::move(accounts))
    {
    }

    std::optional<PrivateDatabase> private_;
    Accounts accounts_;
};

// How many connections the pool shall hold.
[[nodiscard]] std::size_t pool_size(const app::DatabaseSettings& settings);

}  // namespace storage
