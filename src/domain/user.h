// Who is signed in and what they may act for. A user holds roles, each within a scope; no scope means nothing at all,
// never everything.
#pragma once

#include "domain/ids.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace domain {

enum class Role { Officer, ProposingUnit, Appraiser, Director, Chair, Clerk, Administrator, Auditor };

// What a role reaches: the whole province, or one unit.
struct Grant {
    Role role = Role::Auditor;
    std::optional<UnitId> unit = {};  // a unit, or ...
    bool province = false;            // ... the province; neither: the grant reaches nothing

    friend bool operator==(const Grant&, const Grant&) = default;
};

struct User {
    UserId id = {};
    std::string login = {};  // lower-case letters, digits, dots; unique
    std::string name = {};
    std::string post = {};  // "Chuyên viên", as pages and history show it
    // Where the user works: "own unit" warnings come from here, rights do not.
    std::optional<UnitId> unit = {};
    std::vector<Grant> grants = {};
    std::string language = {};  // "vi", "en", or empty: not chosen
    bool disabled = false;
    int version = 1;

    [[nodiscard]] bool has(Role role) const
    {
        return std::any_of(grants.begin(), grants.end(),
                           [&](const Grant& grant) { return grant.role == role; });
    }
};

// Stable text for storage: "officer", "proposing_unit", ...
[[nodiscard]] std::string_view role_code(Role role);
[[nodiscard]] std::optional<Role> role_from_code(std::string_view code);

}  // namespace domain
