// Published rankings. There is no way to change or remove one.
#pragma once

#include "base/result.h"
#include "domain/publication.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

enum class StandingOrder { Place, Index, Change, ChangePlaces, Unit };

// Which rows of a publication to show. The whole list is never loaded to filter it.
struct StandingFilter {
    domain::PublicationId publication;
    domain::PeerGroupId group;  // none: all groups, one after the other
    std::string band;           // exact name; empty: all
    std::string text;           // part of the unit's name or code, marks ignored; empty: all
    StandingOrder order = StandingOrder::Place;
    bool descending = false;
    int page = 1;
    int size = 30;
};

struct StandingPage {
    std::vector<domain::PublishedStanding> rows;
    int total = 0;  // how many match the filter
};

class PublicationRepository {
public:
    virtual ~PublicationRepository() = default;

    [[nodiscard]] virtual std::optional<domain::Publication> find(domain::PublicationId id) = 0;
    // The latest publication of the round: the one no correction has replaced.
    [[nodiscard]] virtual std::optional<domain::Publication> current(domain::RoundId round) = 0;
    [[nodiscard]] virtual std::optional<domain::Publication> current_of_year(int year) = 0;
    // The newest year's.
    [[nodiscard]] virtual std::optional<domain::Publication> newest() = 0;
    // Newest year first; replaced ones included. Without the groups' frameworks and summaries.
    [[nodiscard]] virtual std::vector<domain::Publication> list() = 0;

    // Every row, by group and position.
    [[nodiscard]] virtual std::vector<domain::PublishedStanding> standings(domain::PublicationId id) = 0;
    // One page of rows, answered from an index.
    [[nodiscard]] virtual StandingPage page(const StandingFilter& filter) = 0;
    // The unit's results in all current publications, newest year first.
    [[nodiscard]] virtual std::vector<domain::UnitYear> years_of(domain::UnitId unit) = 0;

    // Freezes it, rows and all. Conflict when the round was published, or the replaced one corrected, meanwhile.
    [[nodiscard]] virtual base::Result<domain::PublicationId>
    freeze(const domain::Publication& publication, const std::vector<domain::PublishedStanding>& rows) = 0;
};

}  // namespace app
