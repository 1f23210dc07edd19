// What pages and papers call the roles, and what each is there for, in one sentence.
#pragma once

#include "base/message.h"
#include "domain/user.h"

#include <array>

namespace rights {

inline constexpr std::array all_roles = {
    domain::Role::Officer, domain::Role::ProposingUnit, domain::Role::Appraiser,     domain::Role::Director,
    domain::Role::Chair,   domain::Role::Clerk,         domain::Role::Administrator, domain::Role::Auditor,
};

[[nodiscard]] base::Message role_name(domain::Role role);
[[nodiscard]] base::Message role_duty(domain::Role role);

}  // namespace rights
