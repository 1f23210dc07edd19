// People and dossiers for the workflow's tests.
#pragma once

#include "workflow/take.h"

namespace tests {

inline domain::User person_with(domain::Role role, std::int64_t id)
{
    domain::User user;
    user.id = {id};
    user.name = "Người số " + std::to_string(id);
    user.post = "Chuyên viên";
    user.grants = {{role, {}, true}};
    return user;
}

inline const domain::Role every_role[] = {
    domain::Role::Officer, domain::Role::ProposingUnit, domain::Role::Appraiser,     domain::Role::Director,
    domain::Role::Chair,   domain::Role::Clerk,         domain::Role::Administrator, domain::Role::Auditor,
};

inline base::Instant noon()
{
    return *base::Instant::parse("2022-03-24 05:00:00");
}

inline constexpr domain::UserId creator{101}, submitter{102}, appraiser{103}, nominator{104}, outsider{199};

// As it looks when it got to `state` through the hands of the people above.
inline domain::Dossier dossier_in(domain::DossierState state)
{
    domain::Dossier dossier;
    dossier.id = {18};
    dossier.state = state;
    dossier.version = 7;
    dossier.created_by = creator;
    if (state != domain::DossierState::Draft) dossier.submitted_by = submitter;
    if (state > domain::DossierState::Submitted && state != domain::DossierState::Withdrawn)
        dossier.appraised_by = appraiser;
    return dossier;
}

// Everything the table could ask for is fulfilled.
inline workflow::NomineeFacts fulfilled()
{
    return {35, 0, 0, 35, {creator, nominator}, {appraiser}};
}

}  // namespace tests
