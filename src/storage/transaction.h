// A transaction on a borrowed connection. It speaks SQL text: the connector's own calls report success on a dead
// connection (measured: acknowledged rows were lost), and a lint keeps them out of the sources.
#pragma once

#include "storage/connection.h"

namespace storage {

class Transaction {
public:
    explicit Transaction(Connection& connection);
    // Rolls back what was not committed. A rollback that fails is left to the pool, which drops the connection.
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // Throws when the server did not say that it is done. After a Lost error nobody knows whether it is.
    void commit();
    void roll_back();

private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace storage
