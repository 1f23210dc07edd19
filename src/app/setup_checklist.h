// What an installation still lacks before a round can go from sheet to decision, in the order in which it is best entered.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/user.h"

#include <vector>

namespace app {

struct SetupStep {
    enum class What { Office, Groups, Units, Frameworks, Signers, Users, Round };

    What what = What::Office;
    bool done = false;
    int count = 0;                           // how many there are
    std::vector<domain::Role> missing = {};  // Users: roles of the way that nobody holds for the province
};

// In order; a step can be taken when the ones before it are done.
[[nodiscard]] base::Result<std::vector<SetupStep>> setup_checklist(Repositories& repositories,
                                                                   const Actor& actor);

}  // namespace app
