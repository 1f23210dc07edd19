// The title and the default citation of a draft.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/ids.h"

#include <string>

namespace app {

[[nodiscard]] base::Result<void> edit_dossier(Repositories& repositories, const Actor& actor,
                                              domain::DossierId id, int seen, const std::string& title,
                                              const std::string& default_citation);

}  // namespace app
