// How the rows of publication_group and publication_standing become nouns and back.
#pragma once

#include "domain/publication.h"
#include "storage/connection.h"

#include <string_view>

namespace storage {

// Columns of publication_group in the order read_group expects them.
inline constexpr std::string_view group_columns = R"(
SELECT g.group_id, g.name, g.framework_id, g.framework_version, g.criteria, g.framework, g.framework_changed,
       g.units, g.ranked, g.mean, g.median, g.previous_mean, g.band_counts, g.rose, g.fell
FROM publication_group g)";
[[nodiscard]] domain::PublishedGroup read_group(Rows& rows);
void append_group(Parameters& values, domain::PublicationId publication, int position,
                  const domain::PublishedGroup& group);

// The framework frozen with a group.
[[nodiscard]] domain::Framework read_framework(const std::string& json);

// Columns of publication_standing in the order read_standing expects them.
inline constexpr std::string_view standing_columns = R"(
SELECT s.unit_id, s.code, s.group_id, s.position, s.unit_name, s.place, s.index_value, s.band, s.change_points,
       s.change_places, s.framework_changed, s.tie_break, s.parts, s.sheet, s.sheet_row, s.evidence, s.note,
       s.illustrative, s.parts_illustrative
FROM publication_standing s)";
[[nodiscard]] domain::PublishedStanding read_standing(Rows& rows);
void append_standing(Parameters& values, domain::PublicationId publication,
                     const domain::PublishedStanding& row);

}  // namespace storage
