// The office's particulars and its signers, as papers print them.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/office.h"

namespace app {

[[nodiscard]] base::Result<void> save_office(Repositories& repositories, const Actor& actor,
                                             domain::Office office);

[[nodiscard]] base::Result<domain::SignerId> add_signer(Repositories& repositories, const Actor& actor,
                                                        domain::Signer signer);
// What a decision was signed with stays on the decision; this changes the next ones.
[[nodiscard]] base::Result<void> change_signer(Repositories& repositories, const Actor& actor,
                                               domain::Signer signer);

}  // namespace app
