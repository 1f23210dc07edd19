// A dossier (hồ sơ đề nghị khen thưởng): the nominees of one round on their way from an officer's draft to the chair's
// approval and the clerk's decisions. Its state changes only through workflow::take.
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace domain {

enum class DossierState {
    Draft,
    Submitted,
    Appraised,
    WithChair,
    Approved,
    Rejected,
    Decided,
    Withdrawn,
};
inline constexpr DossierState dossier_states[] = {
    DossierState::Draft,    DossierState::Submitted, DossierState::Appraised, DossierState::WithChair,
    DossierState::Approved, DossierState::Rejected,  DossierState::Decided,   DossierState::Withdrawn,
};

enum class DossierAction { Submit, Recall, Appraise, Return, Forward, Approve, Reject, Withdraw, Decide };
inline constexpr DossierAction dossier_actions[] = {
    DossierAction::Submit, DossierAction::Recall,   DossierAction::Appraise,
    DossierAction::Return, DossierAction::Forward,  DossierAction::Approve,
    DossierAction::Reject, DossierAction::Withdraw, DossierAction::Decide,
};

// Stable text for storage, the audit and addresses: "with_chair", "approve".
[[nodiscard]] std::string_view state_code(DossierState state);
[[nodiscard]] std::optional<DossierState> state_from_code(std::string_view code);
[[nodiscard]] std::string_view action_code(DossierAction action);
[[nodiscard]] std::optional<DossierAction> action_from_code(std::string_view code);

struct Dossier {
    DossierId id;
    RoundId round;
    std::optional<RunId> run;      // the proposal run it came from; none: only free nominations
    std::string title;             // "Khen thưởng cải cách hành chính năm 2021"
    std::string default_citation;  // printed for whoever has no achievement of their own
    DossierState state = DossierState::Draft;
    int version = 1;       // raised by each step and by each change of its nominees
    int pass = 1;          // raised whenever appraisal begins anew; verdicts belong to one pass
    bool handled = false;  // somebody has acted since it was submitted, so it can't be recalled

    UserId created_by;
    base::Instant created_at;
    // Who took the steps of the present pass; emptied when a step has to be taken again.
    std::optional<UserId> submitted_by;
    std::optional<UserId> appraised_by;
    std::optional<UserId> forwarded_by;
    std::optional<UserId> approved_by;
    std::optional<base::Instant> submitted_at;
    std::optional<base::Instant> approved_at;

    // The last change of any kind, for "đã được … xử lý lúc …", and since when it is in this state.
    UserId changed_by;
    std::string changed_by_name;
    base::Instant changed_at;
    base::Instant state_since;

    // "HS 018": how people speak of it.
    [[nodiscard]] std::string code() const;
};

// One step as the append-only history keeps it.
struct DossierStep {
    DossierId dossier;
    DossierAction action = DossierAction::Submit;
    DossierState from = DossierState::Draft;
    DossierState to = DossierState::Draft;
    UserId by;
    std::string by_name;  // name and post at that moment
    std::string by_post;
    base::Instant at;
    std::string reason;
};

}  // namespace domain
