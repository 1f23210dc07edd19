// Published rankings on MySQL/MariaDB. A page of a ranking reads one range of publication_standing's primary key
// (publication, group, position).
#pragma once

#include "app/publication_repository.h"
#include "storage/connection.h"

namespace storage {

class PublicationStore final : public app::PublicationRepository {
public:
    explicit PublicationStore(Connection& connection) : connection_(connection) {}

    [[nodiscard]] std::optional<domain::Publication> find(domain::PublicationId id) override;
    [[nodiscard]] std::optional<domain::Publication> current(domain::RoundId round) override;
    [[nodiscard]] std::optional<domain::Publication> current_of_year(int year) override;
    [[nodiscard]] std::optional<domain::Publication> newest() override;
    [[nodiscard]] std::vector<domain::Publication> list() override;
    [[nodiscard]] std::vector<domain::PublishedStanding> standings(domain::PublicationId id) override;
    [[nodiscard]] app::StandingPage page(const app::StandingFilter& filter) override;
    [[nodiscard]] std::vector<domain::UnitYear> years_of(domain::UnitId unit) override;
    [[nodiscard]] base::Result<domain::PublicationId>
    freeze(const domain::Publication& publication,
           const std::vector<domain::PublishedStanding>& rows) override;

private:
    [[nodiscard]] std::optional<domain::Publication>
    with_groups(std::optional<domain::Publication> publication);
    void freeze_groups(domain::PublicationId id, const domain::Publication& publication);
    void freeze_rows(domain::PublicationId id, const std::vector<domain::PublishedStanding>& rows);

    Connection& connection_;
};

}  // namespace storage
