// Who acts, through which request: every use case gets one, and every history row and audit entry carries it.
#pragma once

#include "base/date.h"
#include "domain/user.h"

#include <string>

namespace app {

struct Actor {
    domain::User user;
    base::Instant now;       // the moment of the act, the same for all its rows
    std::string request_id;  // ties audit entries to log lines
};

}  // namespace app
