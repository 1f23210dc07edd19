// Idempotency keys that were used, with what came of it.
#pragma once

#include "app/transactor.h"
#include "storage/connection.h"

namespace storage {

class SubmissionStore {
public:
    explicit SubmissionStore(Connection& connection) : connection_(connection) {}

    struct Earlier {
        std::string form;
        std::string outcome;
    };

    // Writes the key and what came of it inside the open transaction. False: the key was used before. While another
    // transaction holds it, waits for that one's end.
    [[nodiscard]] bool add(const app::Submission& submission, const std::string& outcome);
    [[nodiscard]] std::optional<Earlier> find(const app::Submission& submission);
    // Keys older than that are forgotten; a form left open longer is refused by its session anyway.
    void forget_older_than_days(int days);

private:
    Connection& connection_;
};

}  // namespace storage
