#include "access/permission.h"

#include <array>
#include <utility>

namespace rights {
namespace {

using enum Permission;

// What each role may do. One line per role; a permission that stands in no line is nobody's.
constexpr std::array officer = {ViewResults,   ImportResults,  PublishRanking, ComposeRules,    RunProposals,
                                ViewProposals, Nominate,       ViewDossiers,   NominateOwnUnit, SubmitDossier,
                                ViewRecords,   PrintDocuments, ManageUnits};
constexpr std::array proposing_unit = {ViewResults, NominateOwnUnit, ViewRecords};
constexpr std::array appraiser = {ViewResults,     ViewProposals,  ViewDossiers,
                                  AppraiseDossier, PrintDocuments, ViewRecords};
constexpr std::array director = {ViewResults,    ViewProposals,  ViewDossiers,
                                 ForwardDossier, PrintDocuments, ViewRecords};
constexpr std::array chair = {ViewResults,    ViewProposals,  ViewDossiers,
                              ApproveDossier, PrintDocuments, ViewRecords};
constexpr std::array clerk = {ViewResults, ViewDossiers, NumberDecision, PrintDocuments, ViewRecords};
constexpr std::array administrator = {ViewResults, ManageUnits, ManageUsers, ViewAudit, ManageSettings};
constexpr std::array auditor = {ViewResults,    ViewProposals, ViewDossiers,
                                PrintDocuments, ViewRecords,   ViewAudit};

bool gives(domain::Role role, Permission permission)
{
    const auto given = permissions_of(role);
    return std::find(given.begin(), given.end(), permission) != given.end();
}

}  // namespace

std::span<const Permission> permissions_of(domain::Role role)
{
    using enum domain::Role;
    switch (role) {
    case Officer:
        return officer;
    case ProposingUnit:
        return proposing_unit;
    case Appraiser:
        return appraiser;
    case Director:
        return director;
    case Chair:
        return chair;
    case Clerk:
        return clerk;
    case Administrator:
        return administrator;
    case Auditor:
        return auditor;
    }
    return {};
}

bool unit_suffices(Permission permission)
{
    return permission == ViewResults || permission == ViewRecords || permission == NominateOwnUnit;
}

bool allowed(const domain::User& user, Permission permission, std::optional<domain::UnitId> unit)
{
    if (permission == Public) return true;
    if (user.disabled) return false;
    if (permission == SignedIn) return true;
    const Reach far = reach(user, permission);
    if (far.province) return true;
    return unit ? far.covers(*unit) : unit_suffices(permission) && !far.units.empty();
}

bool Reach::covers(domain::UnitId unit) const
{
    return province || (unit && std::find(units.begin(), units.end(), unit) != units.end());
}

Reach reach(const domain::User& user, Permission permission)
{
    Reach far;
    if (user.disabled) return far;
    for (const auto& grant : user.grants) {
        if (!gives(grant.role, permission)) continue;
        if (grant.province)
            far.province = true;
        else if (grant.unit && *grant.unit)
            far.units.push_back(*grant.unit);
    }
    return far;
}

}  // namespace rights
