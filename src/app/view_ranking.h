// Reading what was published: one page of a ranking, the list of publications, a round's own state.
#pragma once

#include "app/actor.h"
#include "app/publication_repository.h"
#include "app/repositories.h"
#include "app/upload_repository.h"
#include "base/result.h"
#include "domain/round.h"

#include <optional>
#include <vector>

namespace app {

struct RankingPage {
    domain::Publication publication;
    domain::PeerGroupId group;  // the one shown
    StandingPage standings;

    [[nodiscard]] const domain::PublishedGroup& shown() const { return *publication.group(group); }
};

// Three statements. Without a publication the newest year's; without a group, or with one that was not published, the
// first. NotFound when nothing has been published.
[[nodiscard]] base::Result<RankingPage> view_ranking(Repositories& repositories, const Actor& actor,
                                                     StandingFilter filter);

struct RoundRanking {
    domain::Round round;
    std::optional<Upload> upload;                   // the newest stored one
    std::vector<domain::Publication> publications;  // newest edition first

    [[nodiscard]] bool published() const { return !publications.empty(); }
    // A newer upload than the published one waits.
    [[nodiscard]] bool outdated() const
    {
        return upload && published() && publications.front().upload != upload->id;
    }
};

// Every round with what was uploaded and published in it, newest year first.
[[nodiscard]] base::Result<std::vector<RoundRanking>> round_rankings(Repositories& repositories,
                                                                     const Actor& actor);

// A publication with all its rows.
struct WholePublication {
    domain::Publication publication;
    std::vector<domain::PublishedStanding> rows;
};
[[nodiscard]] base::Result<WholePublication> whole_publication(Repositories& repositories, const Actor& actor,
                                                               domain::PublicationId id);

}  // namespace app
