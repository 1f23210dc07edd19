// What pages and papers call states, actions and who holds a dossier.
#pragma once

#include "base/message.h"
#include "domain/dossier.h"
#include "domain/nominee.h"

namespace workflow {

[[nodiscard]] base::Message state_name(domain::DossierState state);     // "Chờ thẩm định"
[[nodiscard]] base::Message action_name(domain::DossierAction action);  // a button: "Trình thẩm định"
[[nodiscard]] base::Message action_done(domain::DossierAction action);  // history: "đã trình thẩm định"
[[nodiscard]] base::Message holder_name(domain::DossierState state);  // "Người thẩm định"; empty: nobody
[[nodiscard]] base::Message verdict_step_name(domain::VerdictStep step);  // "Thẩm định"

}  // namespace workflow
