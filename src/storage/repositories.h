// All repositories on one borrowed connection: what a use case sees inside its transaction.
#pragma once

#include "app/repositories.h"
#include "storage/connection.h"

#include <memory>

namespace storage {

class Repositories final : public app::Repositories {
public:
    explicit Repositories(Connection& connection);
    ~Repositories() override;

    app::AuditTrail& audit() override;
    app::DecisionRepository& decisions() override;
    app::DossierRepository& dossiers() override;
    app::FrameworkRepository& frameworks() override;
    app::NomineeRepository& nominees() override;
    app::OfficeRepository& office() override;
    app::PersonRepository& people() override;
    app::PublicationRepository& publications() override;
    app::RecordRepository& records() override;
    app::RoundRepository& rounds() override;
    app::RuleSetRepository& rule_sets() override;
    app::RunRepository& runs() override;
    app::SessionRepository& sessions() override;
    app::UnitRepository& units() override;
    app::UploadRepository& uploads() override;
    app::UserRepository& users() override;

private:
    struct Stores;
    std::unique_ptr<Stores> stores_;
};

}  // namespace storage
