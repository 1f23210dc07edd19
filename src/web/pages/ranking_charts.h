// The charts under a ranking: bars, last year against this year, and how fully each area was reached.
#pragma once

#include "app/view_ranking.h"
#include "base/decimal.h"
#include "base/html.h"
#include "web/http.h"

#include <optional>
#include <string>

namespace web {

// Of the rows on the page: their indexes, and last year against this one.
[[nodiscard]] base::Html trend_charts(const Request& request, const app::RankingPage& page);
// How much of each area's points every unit reached; nothing when the sheet has no parts.
[[nodiscard]] base::Html area_chart(const Request& request, const app::RankingPage& page,
                                    const std::vector<std::string>& parts);

// A unit's name as charts have room for it; the table beside them has the full name.
[[nodiscard]] std::string chart_label(const std::string& unit);

// A part's heading often carries its maximum: "Thể chế (tối đa 10)" is "Thể chế" out of 10.
struct PartHeading {
    std::string name;
    std::optional<base::Decimal> maximum;
};
[[nodiscard]] PartHeading part_heading(const std::string& heading);

}  // namespace web
