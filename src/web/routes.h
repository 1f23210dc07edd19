// The route tables of each area, in the order of the menu. A new page adds a line to its area's table.
#pragma once

#include "web/http.h"

#include <span>

namespace web {

[[nodiscard]] std::span<const Route>
identity_routes();  // sign-in, sign-out, own account, first administrator
[[nodiscard]] std::span<const Route> overview_routes();  // overview, help
[[nodiscard]] std::span<const Route> import_routes();    // upload, preview, confirm, history
[[nodiscard]] std::span<const Route> ranking_routes();   // ranking, publication, compare years
[[nodiscard]] std::span<const Route> rule_set_routes();  // compose, try out, versions
[[nodiscard]] std::span<const Route> proposal_routes();  // proposals with reasons
[[nodiscard]] std::span<const Route> nominee_routes();   // nominees, individual places
[[nodiscard]] std::span<const Route> dossier_routes();   // dossier, desk, brief
[[nodiscard]] std::span<const Route> decision_routes();  // decision, number, prints
[[nodiscard]] std::span<const Route> record_routes();    // records, unit page
[[nodiscard]] std::span<const Route>
admin_routes();  // units, groups, frameworks, rounds, signers, users, audit, settings

}  // namespace web
