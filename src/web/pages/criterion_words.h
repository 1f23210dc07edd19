// Criteria and awards in words: codes and offline notation never reach a page.
#pragma once

#include "base/html.h"
#include "domain/proposal.h"
#include "domain/reference.h"
#include "domain/standing.h"
#include "web/components.h"
#include "web/http.h"

#include <string>
#include <string_view>
#include <vector>

namespace web {

// "Bằng khen của Chủ tịch … · tập thể"; the ending only for an award that both may get.
[[nodiscard]] std::string award_name(const Request& request, const domain::Reference& reference,
                                     std::string_view award, domain::RecipientKind kind);
// "Bằng khen": for tables and sentences.
[[nodiscard]] std::string award_short_name(const Request& request, const domain::Reference& reference,
                                           std::string_view award);

[[nodiscard]] std::string criterion_title(const Request& request, domain::CriterionCode code);
// "hạng 2–3", "≥ 80".
[[nodiscard]] std::string required_words(const Request& request, const domain::Criterion& criterion);
[[nodiscard]] std::string actual_words(const Request& request, const domain::Criterion& criterion);
[[nodiscard]] std::string met_words(const Request& request, const domain::Criterion& criterion);
// "Hạng trong khối: 5 (yêu cầu hạng 2–3)" for each unmet criterion.
[[nodiscard]] std::string unmet_words(const Request& request, const domain::Verdict& verdict);
[[nodiscard]] base::Html met_tag(const Request& request, const domain::Criterion& criterion);

// What stands behind the criteria of one proposal.
struct CriteriaSource {
    std::string address;  // of the published ranking; empty: no link
    std::string run;      // "lần chạy số 2": where quotas and holdings were found out
    int ranked = 0;       // units ranked in the group; 0: not said
};
// All criteria as a table.
[[nodiscard]] base::Html criteria_table(const Request& request, const domain::Verdict& verdict,
                                        const CriteriaSource& source);

// "5 đạt · 1 chưa rõ".
[[nodiscard]] base::Html verdict_tag(const Request& request, const domain::Verdict& verdict);

// Why it is proposed, in one line: "Đứng đầu khối; vượt ngưỡng 80 là 10,94 điểm".
[[nodiscard]] std::string merit_line(const Request& request, const domain::Proposal& proposal,
                                     const domain::GroupStandings& group);

// By how much one criterion is missed: "1 bậc", "thiếu 1,32 điểm". The second part may be empty.
struct Shortfall {
    std::string amount;
    std::string detail;  // "kém hạng 3 là 0,55 điểm"
};
[[nodiscard]] Shortfall shortfall(const Request& request, const domain::Criterion& criterion,
                                  const domain::Standing& standing, const domain::GroupStandings& group);

// The group and the unit's line in it; null when the standings lack them.
[[nodiscard]] const domain::GroupStandings* find_group(const std::vector<domain::GroupStandings>& groups,
                                                       std::string_view name);
[[nodiscard]] const domain::Standing* find_unit(const domain::GroupStandings* group, std::string_view unit);
// The one criterion that is not met.
[[nodiscard]] const domain::Criterion* first_unmet(const domain::Verdict& verdict);

}  // namespace web
