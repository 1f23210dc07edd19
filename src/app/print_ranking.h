// A published ranking as the handout and workbook of the conference.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "documents/ranking_sheet.h"
#include "domain/office.h"
#include "domain/publication.h"

#include <vector>

namespace app {

// The band whose lower bound is drawn across bars: the one with the most units. None without bands.
[[nodiscard]] const domain::Band* marked_band(const domain::PublishedGroup& group);

// The words and numbers of the handout; papers are in Vietnamese.
[[nodiscard]] documents::RankingSheet ranking_sheet(const domain::Publication& publication,
                                                    const std::vector<domain::PublishedStanding>& rows,
                                                    const domain::Office& office);

// All groups of the publication.
[[nodiscard]] base::Result<documents::RankingSheet>
print_ranking(Repositories& repositories, const Actor& actor, domain::PublicationId publication);

}  // namespace app
