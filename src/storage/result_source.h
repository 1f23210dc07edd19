// What stands behind Rows: the connector's result and the statement it came from, marked busy while it is read, because
// running a statement again would silently change the rows of its earlier result.
#pragma once

#include "storage/connection.h"

#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>

namespace storage {

struct KeptStatement {
    std::unique_ptr<sql::PreparedStatement> statement;
    bool busy = false;
};

class Rows::Source {
public:
    Source(std::shared_ptr<KeptStatement> statement, std::unique_ptr<sql::ResultSet> result)
        : statement_(std::move(statement)), result_(std::move(result))
    {
        statement_->busy = true;
    }
    ~Source()
    {
        result_.reset();
        statement_->busy = false;
    }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    [[nodiscard]] sql::ResultSet& result() { return *result_; }

private:
    std::shared_ptr<KeptStatement> statement_;
    std::unique_ptr<sql::ResultSet> result_;
};

}  // namespace storage
