// The program itself, acting for whoever sits at the machine: the command line and the first administrator's link. Audit entries
// name it "Hệ thống"; it is no row of the users.
#pragma once

#include "app/actor.h"

namespace app {

[[nodiscard]] inline Actor system_actor(base::Instant now, std::string request_id)
{
    domain::User system;
    system.name = "Hệ thống";
    system.grants = {{domain::Role::Administrator, std::nullopt, true}};
    return {std::move(system), now, std::move(request_id)};
}

}  // namespace app
