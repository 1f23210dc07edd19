// A dossier as its pages show it: who, why, how much, where it is, what this person can do about it. Reading only.
#pragma once

#include "app/actor.h"
#include "app/audit_trail.h"
#include "app/nominee_checks.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/dossier.h"
#include "domain/nominee.h"
#include "domain/publication.h"
#include "domain/reference.h"
#include "domain/round.h"
#include "workflow/take.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

// Nominees of one award and kind, in list order, with their money.
struct AwardGroup {
    std::string award;
    std::string award_name;     // in force on the day the money is reckoned by
    std::string award_english;  // the catalogue's own rendering
    domain::RecipientKind kind = domain::RecipientKind::Collective;
    std::vector<domain::Nominee> nominees;
    int standing = 0;
    int empty_places = 0;
    std::optional<std::int64_t> each;  // none: the reference data of that day has no amount
    std::int64_t total = 0;            // of those standing
};

[[nodiscard]] std::vector<AwardGroup> award_groups(const domain::Reference& reference,
                                                   const std::vector<domain::Nominee>& nominees,
                                                   const base::Date& day);
[[nodiscard]] std::int64_t total_money(const std::vector<AwardGroup>& groups);

// The run and the published ranking a dossier rests on, in words.
struct Origin {
    int run_number = 0;
    int rule_version = 0;
    std::string rule_name;
    std::optional<domain::Publication> publication;
};

struct DossierView {
    domain::Dossier dossier;
    domain::Round round;
    std::optional<Origin> origin;
    std::vector<AwardGroup> groups;
    std::int64_t total = 0;
    base::Date money_day;  // the conference's day, or today: an estimate until the decision is dated
    workflow::NomineeFacts facts;
    int refused = 0;
    NomineeChecks checks;
    // What the present step said in the pass before, when the dossier came back.
    std::map<domain::NomineeId, domain::NomineeVerdict> said_before;
    std::vector<domain::DossierStep> history;  // newest first
    std::vector<StoredAuditEntry> changes;     // of nominees, newest first
    std::vector<domain::DossierAction> open;   // what this person can do now
    std::vector<domain::Nominee> own_unit;     // nominees of the person's own unit: to be warned about
    std::string created_by_name;
    std::string submitted_by_name;
    std::string appraised_by_name;
    std::string forwarded_by_name;

    [[nodiscard]] std::vector<domain::Nominee> nominees() const;
    [[nodiscard]] bool can(domain::DossierAction action) const;
};

[[nodiscard]] base::Result<DossierView> view_dossier(Repositories& repositories, const Actor& actor,
                                                     const domain::Reference& reference,
                                                     domain::DossierId id);

// What a proposing unit sees of a dossier that left the draft: where it is, and the nominees of the own units only.
struct OwnPart {
    domain::Dossier dossier;
    std::vector<domain::DossierStep> history;  // newest first
    std::vector<domain::Nominee> nominees;
};
// Forbidden when nobody of the actor's units is in it.
[[nodiscard]] base::Result<OwnPart> view_own_part(Repositories& repositories, const Actor& actor,
                                                  domain::DossierId id);
// Of the newest dossiers that left the draft, those with somebody of the actor's units.
[[nodiscard]] std::vector<OwnPart> list_own_parts(Repositories& repositories, const Actor& actor, int newest);

// One line of a list of dossiers.
struct DossierLine {
    domain::Dossier dossier;
    workflow::NomineeFacts facts;
    int refused = 0;
    std::int64_t money = 0;
    // Why this person can't take the step the dossier waits for; nothing when he can, or when it is not his role's.
    std::optional<base::Error> lock;
};

struct DossierPage {
    std::vector<DossierLine> lines;  // newest first
    int total = 0;
};
// `page` counts from 1; `state` none: every state.
[[nodiscard]] base::Result<DossierPage> list_dossiers(Repositories& repositories, const Actor& actor,
                                                      const domain::Reference& reference,
                                                      std::optional<domain::DossierState> state, int page,
                                                      int size);

// What was handed to this person's roles, longest waiting first; drafts wait for nobody.
[[nodiscard]] base::Result<std::vector<DossierLine>> view_desk(Repositories& repositories, const Actor& actor,
                                                               const domain::Reference& reference);

// The step a dossier in that state waits for: submit, appraise, forward, approve or decide.
[[nodiscard]] std::optional<domain::DossierAction> next_action(domain::DossierState state);

}  // namespace app
