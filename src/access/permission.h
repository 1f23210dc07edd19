// What can be done, who may do it, and the one table between them. Routes name a permission; pages ask the same table
// before they show a button; the tests walk it cell by cell.
#pragma once

#include "domain/user.h"

#include <optional>
#include <span>
#include <vector>

// The folder is access, the namespace `rights`: POSIX has a function `access` in the global namespace.
namespace rights {

enum class Permission {
    Public,       // no sign-in
    SignedIn,     // anyone signed in
    ViewResults,  // sheets, rankings, comparisons
    ImportResults,
    PublishRanking,
    ComposeRules,
    RunProposals,
    ViewProposals,
    Nominate,         // collectives, free nominations, all units' individual places
    NominateOwnUnit,  // individual places of one's own unit only
    ViewDossiers,
    SubmitDossier,
    AppraiseDossier,
    ForwardDossier,  // director
    ApproveDossier,  // chair
    NumberDecision,  // clerk
    PrintDocuments,
    ViewRecords,
    ManageUnits,  // units, groups, frameworks, signers, rounds
    ManageUsers,
    ViewAudit,
    ManageSettings,
};

[[nodiscard]] std::span<const Permission> permissions_of(domain::Role role);

// True when one of the user's grants gives the permission and its scope reaches far enough: with a unit, that unit;
// without, the whole province, except for the few things a unit does for itself (unit_suffices), where any scope will
// do. A disabled user has no permission but Public; SignedIn needs no grant.
[[nodiscard]] bool allowed(const domain::User& user, Permission permission,
                           std::optional<domain::UnitId> unit = {});

// Published rankings, records and the individual places of one's own unit.
[[nodiscard]] bool unit_suffices(Permission permission);

// Which units a permission reaches, for lists that must show no more than that.
struct Reach {
    bool province = false;
    std::vector<domain::UnitId> units;  // when not the province; empty: nothing

    [[nodiscard]] bool covers(domain::UnitId unit) const;
};
[[nodiscard]] Reach reach(const domain::User& user, Permission permission);

}  // namespace rights
