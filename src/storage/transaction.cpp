#include "storage/transaction.h"

namespace storage {

Transaction::Transaction(Connection& connection) : connection_(connection)
{
    connection_.command("START TRANSACTION");
}

Transaction::~Transaction()
{
    try {
        if (open_) roll_back();
    } catch (const DatabaseError&) {
        // The connection still counts as in a transaction or as broken: the pool deals with both.
        open_ = false;
    }
}

void Transaction::commit()
{
    connection_.command("COMMIT");
    open_ = false;
}

void Transaction::roll_back()
{
    open_ = false;
    connection_.command("ROLLBACK");
}

}  // namespace storage
