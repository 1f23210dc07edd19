// What inspect, rank and propose print: the JSON of the offline contract. Decimals are strings with a dot; rows, places
// and counts are integers; fields that don't exist are left out.
#pragma once

#include "domain/proposal.h"
#include "domain/sheet.h"
#include "domain/standing.h"

#include <string>
#include <vector>

namespace app {

[[nodiscard]] std::string inspection_json(const domain::ResultSheet& sheet);
[[nodiscard]] std::string ranking_json(const std::vector<domain::GroupStandings>& groups,
                                       const std::vector<domain::SheetIssue>& issues);
[[nodiscard]] std::string proposals_json(const domain::ProposalResult& result,
                                         const std::vector<domain::SheetIssue>& issues);
// {"issues":[…]} only: what a refused rank or propose prints.
[[nodiscard]] std::string issues_json(const std::vector<domain::SheetIssue>& issues);

}  // namespace app
