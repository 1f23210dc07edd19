// A test on a real database: one private MariaDB per test program, migrated once, emptied before each test.
//
//     class Units : public tests::Database {};
//     TEST_F(Units, AreFoundByTheirFoldedName) {
//         const auto added = transactor().transact([&](app::Repositories& r) { return app::add_unit(r, officer, …); });
//     }
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/log.h"
#include "storage/connection.h"
#include "storage/endpoint.h"
#include "storage/pool.h"
#include "storage/transactor.h"

#include <gtest/gtest.h>

namespace tests {

class Database : public ::testing::Test {
protected:
    Database();
    ~Database() override;

    // As the server's account, which may not change the audit.
    [[nodiscard]] storage::SqlTransactor& transactor();
    [[nodiscard]] storage::Pool& pool();
    [[nodiscard]] storage::Connection& connection();
    // As the schema's owner.
    [[nodiscard]] storage::Connection& owner();
    [[nodiscard]] static storage::Endpoint server_endpoint();
    [[nodiscard]] static storage::Endpoint owner_endpoint();

    // Somebody of this role for the whole province, at `now()`; stored, so that rows may refer to it. Each call makes a
    // different person.
    [[nodiscard]] app::Actor actor(domain::Role role);
    [[nodiscard]] app::Actor actor(const std::vector<domain::Grant>& grants);
    [[nodiscard]] static base::Instant now();
    // A new idempotency key for this actor.
    [[nodiscard]] app::Submission submission(const app::Actor& actor, std::string form = "/test");

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tests
