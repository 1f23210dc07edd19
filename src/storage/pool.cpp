#include "storage/pool.h"

#include <utility>

namespace storage {

Pool::Pool(Endpoint endpoint, PoolLimits limits) : endpoint_(std::move(endpoint)), limits_(limits) {}

Pool::~Pool() = default;

Pool::Lease::Lease(Pool& pool, std::unique_ptr<MySqlConnection> connection)
    : pool_(&pool), connection_(std::move(connection))
{
}

Pool::Lease::Lease(Lease&& other) noexcept
    : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_))
{
}

Pool::Lease::~Lease()
{
    if (pool_ != nullptr) pool_->give_back(std::move(connection_));
}

// Either an idle connection or, with none, room to make a new one; counted as lent in both cases.
std::optional<Pool::Idle> Pool::take_idle_or_room()
{
    std::unique_lock lock(mutex_);
    const auto free = [&] { return lent_ < limits_.connections; };
    if (!freed_.wait_for(lock, limits_.patience, free)) {
        throw DatabaseError(Failure::Lost, 0, "no database connection became free in time");
    }
    ++lent_;
    if (idle_.empty()) return std::nullopt;
    auto taken = std::move(idle_.back());
    idle_.pop_back();
    return taken;
}

Pool::Lease Pool::borrow()
{
    auto taken = take_idle_or_room();
    try {
        if (taken) {
            const auto idle_for = std::chrono::steady_clock::now() - taken->since;
            if (idle_for <= limits_.trusted_while_idle || taken->connection->alive()) {
                return Lease(*this, std::move(taken->connection));
            }
            taken.reset();
        }
        return Lease(*this, std::make_unique<MySqlConnection>(endpoint_));
    } catch (...) {
        release_room();
        throw;
    }
}

void Pool::give_back(std::unique_ptr<MySqlConnection> connection) noexcept
{
    if (connection->in_transaction() && !connection->broken()) {
        try {
            connection->command("ROLLBACK");
        } catch (const DatabaseError&) {
            // Whatever happened, it is not in a known state.
            connection.reset();
        }
    }
    std::vector<Idle> dropped;  // closed outside the lock
    {
        const std::lock_guard lock(mutex_);
        if (connection && !connection->broken()) {
            idle_.push_back({std::move(connection), std::chrono::steady_clock::now()});
        } else {
            dropped.swap(idle_);
        }
    }
    connection.reset();
    dropped.clear();
    release_room();
}

void Pool::release_room() noexcept
{
    {
        const std::lock_guard lock(mutex_);
        --lent_;
    }
    freed_.notify_one();
}

bool Pool::answers() noexcept
{
    // A database that was restarted has closed the idle connections: the first failure drops them all.
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            const auto lease = borrow();
            auto rows = lease->query("SELECT 1");
            return rows.next();
        } catch (const std::exception&) {
            continue;
        }
    }
    return false;
}

}  // namespace storage
