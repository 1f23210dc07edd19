// A run's result, its standings and its officer's decisions as JSON texts, as they are stored with the run and read back
// years later without recomputing anything. Equal values give equal bytes.
#pragma once

#include "base/result.h"
#include "domain/proposal.h"
#include "domain/standing.h"
#include "rules/propose.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rules {

// One proposal with its criteria, the same in stored runs and in what `vinhdanh propose --json` prints.
[[nodiscard]] nlohmann::ordered_json proposal_json(const domain::Proposal& proposal);

[[nodiscard]] std::string write_result(const domain::ProposalResult& result);
[[nodiscard]] base::Result<domain::ProposalResult> read_result(std::string_view json);

[[nodiscard]] std::string write_standings(const std::vector<domain::GroupStandings>& groups);
[[nodiscard]] base::Result<std::vector<domain::GroupStandings>> read_standings(std::string_view json);

[[nodiscard]] std::string write_decisions(const std::vector<TieDecision>& decisions);
[[nodiscard]] base::Result<std::vector<TieDecision>> read_decisions(std::string_view json);

// The sentence of a stored warning; empty for a code nobody knows. Stored runs keep code and arguments.
[[nodiscard]] base::Message warning_message(std::string_view code, std::vector<std::string> arguments);

}  // namespace rules
