// The repositories a use case may ask for inside its transaction. Each has its own header beside this one
// (unit_repository.h, ...) that declares what it promises; storage implements them.
#pragma once

namespace app {

class AuditTrail;
class DecisionRepository;
class DossierRepository;
class FrameworkRepository;
class NomineeRepository;
class OfficeRepository;
class PersonRepository;
class PublicationRepository;
class RecordRepository;
class RoundRepository;
class RuleSetRepository;
class RunRepository;
class SessionRepository;
class UnitRepository;
class UploadRepository;
class UserRepository;

class Repositories {
public:
    virtual ~Repositories() = default;
    virtual AuditTrail& audit() = 0;
    virtual DecisionRepository& decisions() = 0;
    virtual DossierRepository& dossiers() = 0;
    virtual FrameworkRepository& frameworks() = 0;
    virtual NomineeRepository& nominees() = 0;
    virtual OfficeRepository& office() = 0;
    virtual PersonRepository& people() = 0;
    virtual PublicationRepository& publications() = 0;
    virtual RecordRepository& records() = 0;
    virtual RoundRepository& rounds() = 0;
    virtual RuleSetRepository& rule_sets() = 0;
    virtual RunRepository& runs() = 0;
    virtual SessionRepository& sessions() = 0;
    virtual UnitRepository& units() = 0;
    virtual UploadRepository& uploads() = 0;
    virtual UserRepository& users() = 0;
};

}  // namespace app
