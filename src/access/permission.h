// What can be done, who may do it, and the one table between them. Routes name a permission; pages ask the same table
// before they show a button; the tests walk it cell by cell.
#pragma once

#include "domain/user.h"

#include <optional>
#include <span>

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

// True when one of the user's grants gives it and its scope reaches `unit` (or, without a unit, reaches anything at all).
// A disabled user has no permission but Public.
[[nodiscard]] bool allowed(const domain::User& user, Permission permission,
                           std::optional<domain::UnitId> unit = {});

}  // namespace rights
