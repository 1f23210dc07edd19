// What an administrator is told when the database can't be entered: which setting or right to mend, and the server's own
// words. While the server runs, storage/transactor.h speaks to users instead.
#pragma once

#include "base/result.h"
#include "storage/endpoint.h"
#include "storage/error.h"

namespace storage {

[[nodiscard]] base::Error database_refusal(const DatabaseError& error, const Endpoint& endpoint);

}  // namespace storage
