#include "storage/repositories.h"

#include "storage/audit_store.h"
#include "storage/decision_store.h"
#include "storage/dossier_store.h"
#include "storage/framework_store.h"
#include "storage/nominee_store.h"
#include "storage/office_store.h"
#include "storage/person_store.h"
#include "storage/publication_store.h"
#include "storage/record_store.h"
#include "storage/round_store.h"
#include "storage/rule_set_store.h"
#include "storage/run_store.h"
#include "storage/session_store.h"
#include "storage/unit_store.h"
#include "storage/upload_store.h"
#include "storage/user_store.h"

namespace storage {
// One line per store.
struct Repositories::Stores {
    explicit Stores(Connection& borrowed) : connection(borrowed) {}

    Connection& connection;
    AuditStore audit{connection};
    UserStore users{connection};
    UnitStore units{connection};
    SessionStore sessions{connection};
    RoundStore rounds{connection};
    OfficeStore office{connection};
    PersonStore people{connection};
    NomineeStore nominees{connection};
    DossierStore dossiers{connection};
    FrameworkStore frameworks{connection};
    PublicationStore publications{connection};
    RuleSetStore rule_sets{connection};
    RunStore runs{connection};
    DecisionStore decisions{connection};
    RecordStore records{connection};
    UploadStore uploads{connection};
};

Repositories::Repositories(Connection& connection) : stores_(std::make_unique<Stores>(connection)) {}

Repositories::~Repositories() = default;

// clang-format off
app::AuditTrail& Repositories::audit() { return stores_->audit; }
app::DecisionRepository& Repositories::decisions() { return stores_->decisions; }
app::DossierRepository& Repositories::dossiers() { return stores_->dossiers; }
app::FrameworkRepository& Repositories::frameworks() { return stores_->frameworks; }
app::NomineeRepository& Repositories::nominees() { return stores_->nominees; }
app::OfficeRepository& Repositories::office() { return stores_->office; }
app::PersonRepository& Repositories::people() { return stores_->people; }
app::PublicationRepository& Repositories::publications() { return stores_->publications; }
app::RecordRepository& Repositories::records() { return stores_->records; }
app::RoundRepository& Repositories::rounds() { return stores_->rounds; }
app::RuleSetRepository& Repositories::rule_sets() { return stores_->rule_sets; }
app::RunRepository& Repositories::runs() { return stores_->runs; }
app::SessionRepository& Repositories::sessions() { return stores_->sessions; }
app::UnitRepository& Repositories::units() { return stores_->units; }
app::UploadRepository& Repositories::uploads() { return stores_->uploads; }
app::UserRepository& Repositories::users() { return stores_->users; }
// clang-format on

}  // namespace storage
