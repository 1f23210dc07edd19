// The connections the server's threads share: lent to one borrower at a time, given back clean. Twice the number of
// cores is enough (more only lengthens the tail); borrowers beyond that wait.
#pragma once

#include "storage/mysql_connection.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace storage {

struct PoolLimits {
    std::size_t connections = 4;
    std::chrono::milliseconds patience{5000};     // how long a borrower waits for a free connection
    std::chrono::seconds trusted_while_idle{30};  // asked whether it lives only after longer idleness
};

class Pool {
public:
    // Connects lazily: a pool can be made while the database is away.
    Pool(Endpoint endpoint, PoolLimits limits);
    ~Pool();  // every lease must be back
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    // A connection on loan; goes back when it ends. An open transaction is rolled back, a broken connection is dropped
    // together with all idle ones older than the breakage, since a restarted database has closed those as well.
    class Lease {
    public:
        Lease(Lease&& other) noexcept;
        Lease& operator=(Lease&&) = delete;
        ~Lease();
        [[nodiscard]] Connection& operator*() const { return *connection_; }
        [[nodiscard]] Connection* operator->() const { return connection_.get(); }

    private:
        friend class Pool;
        Lease(Pool& pool, std::unique_ptr<MySqlConnection> connection);
        Pool* pool_;
        std::unique_ptr<MySqlConnection> connection_;
    };

    // Throws DatabaseError (Lost) when none is free in time or the database can't be reached.
    [[nodiscard]] Lease borrow();

    // Whether a statement can be run now; for the readiness check.
    [[nodiscard]] bool answers() noexcept;

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Idle {
        std::unique_ptr<MySqlConnection> connection;
        Moment since;
    };

    [[nodiscard]] std::optional<Idle> take_idle_or_room();
    void give_back(std::unique_ptr<MySqlConnection> connection) noexcept;
    void release_room() noexcept;

    const Endpoint endpoint_;
    const PoolLimits limits_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<Idle> idle_;  // the last one back is the first one out
    std::size_t lent_ = 0;
};

}  // namespace storage
