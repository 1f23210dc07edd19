#include "app/view_ranking.h"

#include "access/permission.h"
#include "app/round_repository.h"

namespace app {

namespace {

std::optional<base::Error> refusal(const Actor& actor)
{
    if (rights::allowed(actor.user, rights::Permission::ViewResults)) return std::nullopt;
    return base::forbidden("Bạn không có quyền xem kết quả xếp hạng.");
}

}  // namespace

base::Result<RankingPage> view_ranking(Repositories& repositories, const Actor& actor, StandingFilter filter)
{
    if (const auto refused = refusal(actor)) return *refused;
    auto& publications = repositories.publications();
    auto publication = filter.publication ? publications.find(filter.publication) : publications.newest();
    if (!publication || publication->groups.empty())
        return base::not_found("Chưa có kết quả xếp hạng nào được công bố.");

    RankingPage page;
    page.group = publication->group(filter.group) ? filter.group : publication->groups.front().id;
    filter.publication = publication->id;
    filter.group = page.group;
    page.standings = publications.page(filter);
    page.publication = std::move(*publication);
    return page;
}

base::Result<std::vector<RoundRanking>> round_rankings(Repositories& repositories, const Actor& actor)
{
    if (const auto refused = refusal(actor)) return *refused;
    const auto publications = repositories.publications().list();
    std::vector<RoundRanking> rankings;
    for (auto& round : repositories.rounds().all()) {
        RoundRanking ranking;
        ranking.upload = repositories.uploads().latest_stored(round.id);
        for (const auto& publication : publications)
            if (publication.round == round.id) ranking.publications.push_back(publication);
        ranking.round = std::move(round);
        rankings.push_back(std::move(ranking));
    }
    return rankings;
}

base::Result<WholePublication> whole_publication(Repositories& repositories, const Actor& actor,
                                                 domain::PublicationId id)
{
    if (const auto refused = refusal(actor)) return *refused;
    auto publication = repositories.publications().find(id);
    if (!publication) return base::not_found("Không tìm thấy bản công bố này.");
    WholePublication whole;
    whole.rows = repositories.publications().standings(id);
    whole.publication = std::move(*publication);
    return whole;
}

}  // namespace app
