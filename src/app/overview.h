// The first page after sign-in, as data: what waits for this person, where each open round stands, what has just
// happened. Reading only; every list is already cut to what the person may see.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/run_repository.h"
#include "app/setup_checklist.h"
#include "app/upload_repository.h"
#include "base/result.h"
#include "domain/dossier.h"
#include "domain/publication.h"
#include "domain/reference.h"
#include "domain/round.h"
#include "workflow/take.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

// The way of a round. Done: every decision is issued.
enum class RoundStage { Import, Ranking, Proposal, Appraisal, Approval, Decision, Done };

struct RoundProgress {
    domain::Round round;
    RoundStage stage = RoundStage::Import;
    std::optional<Upload> preview;  // the newest upload nobody has decided about
    std::optional<Upload> stored;
    std::optional<domain::Publication> publication;
    std::optional<RunSummary> run;
    std::optional<domain::Dossier> dossier;  // the newest that was neither withdrawn nor rejected
    workflow::NomineeFacts facts;
    int decisions = 0;
    int issued = 0;
    std::vector<domain::UnitId> places_open;  // units whose individual places are still empty, in list order
    std::vector<std::string> missing_units;   // their names
};

// One thing this person can do now. Only what would succeed, or what only waits for more input, is listed.
struct Task {
    enum class What {
        SetUp,
        FinishImport,
        Import,
        Publish,
        Propose,
        CreateDossier,
        FillPlaces,
        Submit,
        Appraise,
        Forward,
        Approve,
        Number,
        Issue
    };

    What what = What::SetUp;
    std::string subject = {};            // the round's or the dossier's title
    std::optional<base::Date> due = {};  // the day the results are announced, when it lies ahead
    base::Instant since = {};            // how long it has been waiting
    int count = 0;                       // places, decisions, steps
    domain::RoundId round = {};
    domain::UploadId upload = {};
    domain::DossierId dossier = {};
    domain::RunId run = {};
    std::optional<SetupStep::What> step = {};  // SetUp: the first that is open
};

struct RecentAct {
    enum class What { Stored, Published, Proposed, Dossier };

    What what = What::Dossier;
    std::string by;
    base::Instant at;
    std::string subject;  // file, decision number, rule set, dossier
    domain::DossierAction action = domain::DossierAction::Submit;
    std::string reason = {};
};

struct Overview {
    std::vector<Task> tasks;  // nearest due date first, then the longest waiting
    std::vector<RoundProgress> rounds;
    int closed_rounds = 0;
    std::vector<RecentAct> recent;  // newest first, at most 8
};

[[nodiscard]] base::Result<Overview> view_overview(Repositories& repositories, const Actor& actor,
                                                   const domain::Reference& reference);

}  // namespace app
