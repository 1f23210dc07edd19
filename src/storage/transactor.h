// app::Transactor on the pool: the edge where the database's errors become base::Error. A deadlock, a lock timeout or a
// connection lost before COMMIT runs the work again, a few times, with growing random pauses, and while `patience` lasts:
// a database that hangs must not make each page wait for all of its timeouts. A connection lost
// during COMMIT leaves the outcome unknown: `transact` then says Unavailable, `once` finds out by the submission's key.
#pragma once

#include "app/transactor.h"
#include "base/log.h"
#include "storage/pool.h"

namespace storage {

class SqlTransactor final : public app::Transactor {
public:
    SqlTransactor(Pool& pool, const base::Log& log,
                  std::chrono::milliseconds patience = std::chrono::seconds(10))
        : pool_(pool), log_(log), patience_(patience)
    {
    }

    [[nodiscard]] base::Result<std::string>
    once(const app::Submission& submission,
         const std::function<base::Result<std::string>(app::Repositories&)>& work) override;

protected:
    [[nodiscard]] base::Result<void> run(const std::function<base::Result<void>(app::Repositories&)>& work,
                                         Extent extent) override;

private:
    Pool& pool_;
    const base::Log& log_;
    std::chrono::milliseconds patience_;
};

}  // namespace storage
