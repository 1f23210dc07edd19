#include "domain/user.h"

#include <array>
#include <utility>

namespace domain {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 8> codes = {{
    {Role::Officer, "officer"},
    {Role::ProposingUnit, "proposing_unit"},
    {Role::Appraiser, "appraiser"},
    {Role::Director, "director"},
    {Role::Chair, "chair"},
    {Role::Clerk, "clerk"},
    {Role::Administrator, "administrator"},
    {Role::Auditor, "auditor"},
}};

}  // namespace

std::string_view role_code(Role role)
{
    for (const auto& [value, code] : codes)
        if (value == role) return code;
    return {};
}

std::optional<Role> role_from_code(std::string_view text)
{
    for (const auto& [value, code] : codes)
        if (code == text) return value;
    return std::nullopt;
}

}  // namespace domain
