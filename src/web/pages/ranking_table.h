// The rows of a ranking as a table, with filter and order in the address, and the cells other pages share.
#pragma once

#include "app/view_ranking.h"
#include "base/html.h"
#include "web/http.h"

#include <string>
#include <vector>

namespace web {

// More parts than these go into a table of their own.
inline constexpr std::size_t widest_parts = 3;

// The filter as it stands in the address: khoi (group), loai (band), tim (text), xep (order, "-" before it for
// descending), trang (page).
[[nodiscard]] app::StandingFilter standing_filter(const Request& request);

// The parts that any of the rows has, in sheet order.
[[nodiscard]] std::vector<std::string> part_names(const std::vector<domain::PublishedStanding>& rows);

[[nodiscard]] base::Html ranking_table(const Request& request, const app::RankingPage& page,
                                       const app::StandingFilter& filter,
                                       const std::vector<std::string>& parts);
// The points of each area, when there are too many for the ranking itself.
[[nodiscard]] base::Html parts_table(const Request& request, const app::RankingPage& page,
                                     const std::vector<std::string>& parts);

// The index, with "*" when it was made up.
[[nodiscard]] base::Html index_cell(const Request& request, const domain::PublishedStanding& row,
                                    int decimals);
// The place's circle, or "không xếp hạng".
[[nodiscard]] base::Html place_cell(const Request& request, const domain::Standing& standing);
// The band's tag in its colour; a dash for no band.
[[nodiscard]] base::Html band_cell(const domain::Framework& framework, const std::string& name);
// "* Số liệu minh họa …" when a row is made up; nothing otherwise.
[[nodiscard]] base::Html made_up_note(const Request& request,
                                      const std::vector<domain::PublishedStanding>& rows);

}  // namespace web
