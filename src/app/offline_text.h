// What inspect, rank and propose print without --json: the same for reading at a terminal. And their --help.
#pragma once

#include "domain/proposal.h"
#include "domain/sheet.h"
#include "domain/standing.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

[[nodiscard]] std::string inspection_text(const domain::ResultSheet& sheet);
[[nodiscard]] std::string ranking_text(const std::vector<domain::GroupStandings>& groups);
[[nodiscard]] std::string proposals_text(const domain::ProposalResult& result);
// "Cảnh báo · PAR 2021, dòng 7, cột C (“96,8x”): …"
[[nodiscard]] std::string issue_text(const domain::SheetIssue& issue);
// Of one command.
[[nodiscard]] std::string_view help_text(std::string_view command);

}  // namespace app
