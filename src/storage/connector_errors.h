// The connector's exceptions as storage's own.
#pragma once

#include "storage/error.h"

#include <cppconn/exception.h>

namespace storage {

[[nodiscard]] DatabaseError database_error(const sql::SQLException& error);
// MariaDB: "Duplicate entry 'x' for key 'name'", "CONSTRAINT `name` failed for `schema`.`table`", "(… CONSTRAINT `name`
// FOREIGN KEY …)"; MySQL 8 puts the table before the key's name and writes "Check constraint 'name' is violated."
[[nodiscard]] std::string constraint_in(int code, const std::string& message);

}  // namespace storage
