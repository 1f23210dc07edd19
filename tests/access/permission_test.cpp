#include "access/permission.h"
#include "access/role_name.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace {

using domain::Role;
using domain::UnitId;
using rights::allowed;
using rights::Permission;

constexpr UnitId home_affairs{5};
constexpr UnitId finance{6};

domain::User holding(Role role, std::optional<UnitId> unit, bool province)
{
    domain::User user;
    user.id = {1};
    user.grants = {{role, unit, province}};
    return user;
}

// The table, written out a second time by hand: columns are officer, proposing unit, appraiser, director, chair, clerk,
// administrator, auditor; x may, . may not.
const std::map<Permission, std::string> table = {
    {Permission::Public, "xxxxxxxx"},          {Permission::SignedIn, "xxxxxxxx"},
    {Permission::ViewResults, "xxxxxxxx"},     {Permission::ImportResults, "x......."},
    {Permission::PublishRanking, "x......."},  {Permission::ComposeRules, "x......."},
    {Permission::RunProposals, "x......."},    {Permission::ViewProposals, "x.xxx..x"},
    {Permission::Nominate, "x......."},        {Permission::NominateOwnUnit, "xx......"},
    {Permission::ViewDossiers, "x.xxxx.x"},    {Permission::SubmitDossier, "x......."},
    {Permission::AppraiseDossier, "..x....."}, {Permission::ForwardDossier, "...x...."},
    {Permission::ApproveDossier, "....x..."},  {Permission::NumberDecision, ".....x.."},
    {Permission::PrintDocuments, "x.xxxx.x"},  {Permission::ViewRecords, "xxxxxx.x"},
    {Permission::ManageUnits, "x.....x."},     {Permission::ManageUsers, "......x."},
    {Permission::ViewAudit, "......xx"},       {Permission::ManageSettings, "......x."},
};

const std::set<Permission> a_unit_may = {Permission::ViewResults, Permission::ViewRecords,
                                         Permission::NominateOwnUnit};

template <class Check> void for_each_cell(const Check& check)
{
    for (const auto& [permission, row] : table)
        for (std::size_t column = 0; column < row.size(); ++column) {
            SCOPED_TRACE("permission " + std::to_string(static_cast<int>(permission)) + ", role " +
                         std::string(domain::role_code(rights::all_roles[column])));
            check(permission, rights::all_roles[column], row[column] == 'x');
        }
}

bool needs_no_grant(Permission permission)
{
    return permission == Permission::Public || permission == Permission::SignedIn;
}

TEST(Permission, EveryPermissionStandsInTheTestedTable)
{
    EXPECT_EQ(table.size(), static_cast<std::size_t>(Permission::ManageSettings) + 1);
}

TEST(Permission, AProvinceWideRoleMayDoWhatItsColumnSaysForEveryUnit)
{
    for_each_cell([](Permission permission, Role role, bool may) {
        const auto user = holding(role, {}, true);
        EXPECT_EQ(allowed(user, permission), may);
        EXPECT_EQ(allowed(user, permission, finance), may);
    });
}

TEST(Permission, ARoleForOneUnitReachesThatUnitOnly)
{
    for_each_cell([](Permission permission, Role role, bool may) {
        const auto user = holding(role, home_affairs, false);
        EXPECT_EQ(allowed(user, permission, home_affairs), may);
        EXPECT_EQ(allowed(user, permission, finance), needs_no_grant(permission));
    });
}

TEST(Permission, ARoleForOneUnitIsNoRoleForTheProvince)
{
    for_each_cell([](Permission permission, Role role, bool may) {
        const bool expected = needs_no_grant(permission) || (may && a_unit_may.contains(permission));
        EXPECT_EQ(allowed(holding(role, home_affairs, false), permission), expected);
    });
}

TEST(Permission, ARoleWithoutScopeReachesNothing)
{
    for_each_cell([](Permission permission, Role role, bool) {
        const auto user = holding(role, {}, false);
        EXPECT_EQ(allowed(user, permission), needs_no_grant(permission));
        EXPECT_EQ(allowed(user, permission, home_affairs), needs_no_grant(permission));
        const auto nowhere = holding(role, UnitId{}, false);
        EXPECT_EQ(allowed(nowhere, permission, UnitId{}), needs_no_grant(permission));
        EXPECT_EQ(allowed(nowhere, permission), needs_no_grant(permission));
    });
}

TEST(Permission, ADisabledUserMayDoNothingThatNeedsSigningIn)
{
    for_each_cell([](Permission permission, Role role, bool) {
        auto user = holding(role, {}, true);
        user.disabled = true;
        EXPECT_EQ(allowed(user, permission), permission == Permission::Public);
        EXPECT_FALSE(rights::reach(user, permission).province);
    });
}

TEST(Permission, AUserWithoutGrantsSeesNothing)
{
    for_each_cell([](Permission permission, Role, bool) {
        EXPECT_EQ(allowed(domain::User{}, permission), needs_no_grant(permission));
    });
}

TEST(Permission, GrantsAddUp)
{
    domain::User user;
    user.grants = {{Role::ProposingUnit, home_affairs, false}, {Role::Auditor, {}, true}};
    EXPECT_TRUE(allowed(user, Permission::NominateOwnUnit, home_affairs));
    EXPECT_FALSE(allowed(user, Permission::NominateOwnUnit, finance));
    EXPECT_TRUE(allowed(user, Permission::ViewDossiers, finance));
    EXPECT_FALSE(allowed(user, Permission::Nominate, home_affairs));
}

TEST(Permission, ReachListsTheUnitsOfEveryGrantThatGivesIt)
{
    domain::User user;
    user.grants = {{Role::ProposingUnit, home_affairs, false},
                   {Role::ProposingUnit, finance, false},
                   {Role::Clerk, UnitId{9}, false}};
    const auto far = rights::reach(user, Permission::NominateOwnUnit);
    EXPECT_FALSE(far.province);
    EXPECT_EQ(far.units, (std::vector{home_affairs, finance}));
    EXPECT_TRUE(far.covers(finance));
    EXPECT_FALSE(far.covers(UnitId{9}));
}

TEST(Permission, NobodyBothSubmitsAndDecides)
{
    for (const auto role : rights::all_roles) {
        const auto user = holding(role, {}, true);
        const int steps =
            allowed(user, Permission::SubmitDossier) + allowed(user, Permission::AppraiseDossier) +
            allowed(user, Permission::ForwardDossier) + allowed(user, Permission::ApproveDossier) +
            allowed(user, Permission::NumberDecision);
        EXPECT_LE(steps, 1) << domain::role_code(role);
    }
}

TEST(RoleName, EveryRoleHasANameOfItsOwnAndADuty)
{
    std::set<std::string> names;
    for (const auto role : rights::all_roles) {
        EXPECT_TRUE(names.insert(rights::role_name(role).vietnamese()).second);
        EXPECT_FALSE(rights::role_duty(role).empty());
        EXPECT_EQ(domain::role_from_code(domain::role_code(role)), role);
    }
    EXPECT_FALSE(domain::role_from_code("root"));
}

}  // namespace
