// What the database refused, sorted by what the caller can do about it. Stores catch only Constraint, where a duplicate
// or a missing parent has a meaning for the user; storage/transactor.h turns the rest into base::Error.
#pragma once

#include <stdexcept>
#include <string>

namespace storage {

enum class Failure {
    Retryable,   // deadlock, lock timeout: roll back, run the whole transaction again
    Lost,        // the connection is gone or not to be trusted any more; it is thrown away
    Constraint,  // a named UNIQUE, FOREIGN KEY or CHECK constraint said no
    Other,       // a mistake in a statement or in its values
};

class DatabaseError : public std::runtime_error {
public:
    DatabaseError(Failure failure, int code, const std::string& message, std::string constraint = {})
        : std::runtime_error(message), failure_(failure), code_(code), constraint_(std::move(constraint))
    {
    }

    [[nodiscard]] Failure failure() const { return failure_; }
    [[nodiscard]] int code() const { return code_; }  // the server's or client library's number
    // The constraint's name as the migration gives it ("app_user_login"), or "PRIMARY"; empty otherwise.
    [[nodiscard]] const std::string& constraint() const { return constraint_; }
    // A UNIQUE or PRIMARY key is taken; with a name, that one.
    [[nodiscard]] bool duplicate(const std::string& name = {}) const
    {
        return code_ == 1062 && (name.empty() || name == constraint_);
    }

private:
    Failure failure_;
    int code_;
    std::string constraint_;
};

}  // namespace storage
