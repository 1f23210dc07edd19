#include "app/setup_checklist.h"

#include "access/permission.h"
#include "app/framework_repository.h"
#include "app/office_repository.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"

#include <algorithm>
#include <array>

namespace app {
namespace {

using What = SetupStep::What;

SetupStep counted(What what, std::size_t count)
{
    return {what, count > 0, static_cast<int>(count)};
}

std::size_t ranked_units(Repositories& repositories, const base::Date& day)
{
    const auto units = repositories.units().current(day);
    return static_cast<std::size_t>(
        std::count_if(units.begin(), units.end(), [](const auto& unit) { return bool(unit.group); }));
}

// Every step from draft to decision needs somebody.
SetupStep users(Repositories& repositories)
{
    using enum domain::Role;
    constexpr std::array needed = {Officer, Appraiser, Director, Chair, Clerk};
    SetupStep step{What::Users};
    const auto all = repositories.users().all();
    step.count = static_cast<int>(all.size());
    for (const auto role : needed) {
        const bool held = std::any_of(all.begin(), all.end(), [&](const domain::User& user) {
            return !user.disabled &&
                   std::any_of(user.grants.begin(), user.grants.end(), [&](const domain::Grant& grant) {
                       return grant.role == role && grant.province;
                   });
        });
        if (!held) step.missing.push_back(role);
    }
    step.done = step.missing.empty();
    return step;
}

}  // namespace

base::Result<std::vector<SetupStep>> setup_checklist(Repositories& repositories, const Actor& actor)
{
    if (!rights::allowed(actor.user, rights::Permission::ManageSettings) &&
        !rights::allowed(actor.user, rights::Permission::ManageUnits))
        return base::forbidden("Bạn chưa được giao việc này. Hãy liên hệ người quản trị.");
    const auto today = actor.now.date();
    return std::vector<SetupStep>{
        {What::Office, repositories.office().office().version > 0, 0},
        counted(What::Groups, repositories.units().groups().size()),
        counted(What::Units, ranked_units(repositories, today)),
        counted(What::Signers, repositories.office().signers_on(today).size()),
        users(repositories),
        counted(What::Round, repositories.rounds().all().size()),
        counted(What::Frameworks, repositories.frameworks().years().size()),
    };
}

}  // namespace app
