// An approved dossier as decisions: one per award form, collectives before individuals, in official unit order and then
// by given name, with the money of the decision's date. Reading only; app/number_decision.h writes.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/decision.h"
#include "domain/dossier.h"
#include "domain/office.h"
#include "domain/publication.h"
#include "domain/round.h"

#include <string>
#include <vector>

namespace app {

// Recipients of one kind and what they get.
struct MoneyLine {
    domain::RecipientKind kind = domain::RecipientKind::Collective;
    int count = 0;
    base::Decimal coefficient;
    std::int64_t base_salary = 0;
    std::int64_t each = 0;
    std::int64_t total = 0;
};

// A decision before it is numbered.
struct DecisionDraft {
    domain::AwardKind award;
    std::vector<domain::DecisionRecipient> recipients;  // with ordinals
    std::vector<std::string> grounds;                   // in force on the day; the proposal's line last
    std::string citation;                               // "đã có thành tích …"
    std::vector<MoneyLine> money;
    std::int64_t total = 0;
};

[[nodiscard]] std::vector<MoneyLine> money_lines(const std::vector<domain::DecisionRecipient>& recipients);

// What one award form of the dossier would be if it were dated that day.
[[nodiscard]] base::Result<DecisionDraft> decision_draft(Repositories& repositories,
                                                         const domain::Reference& reference,
                                                         const domain::Dossier& dossier,
                                                         const std::string& award, const base::Date& day);

// The award forms of the approved nominees, in list order.
[[nodiscard]] std::vector<std::string> award_forms(Repositories& repositories, domain::DossierId dossier);

// The day of the publication the dossier rests on; nothing when it rests on none.
[[nodiscard]] std::optional<base::Date> publication_day(Repositories& repositories,
                                                        const domain::Dossier& dossier);

// One award form on the page: a decision, or what it would be.
struct DecisionTab {
    std::string award;
    std::string award_name;
    int collectives = 0;
    int individuals = 0;
    std::int64_t total = 0;
    std::optional<domain::Decision> decision;
    std::vector<domain::VoidNumber> void_numbers;
};

struct DecisionPage {
    domain::Dossier dossier;
    domain::Round round;
    domain::Office office;
    std::vector<DecisionTab> tabs;
    std::size_t current = 0;  // the tab shown
    DecisionDraft draft;      // of the shown tab: frozen when it is numbered
    base::Date day;           // by which grounds and money of the draft were reckoned
    std::optional<base::Date> earliest;
    std::vector<domain::Signer> signers;  // in office on that day
    std::optional<domain::DecisionNumber> highest;
    std::int64_t total = 0;  // of all tabs
    std::string approved_by_name;
    bool may_number = false;
};

// `award` empty: the first without a number. `day` empty: today, or the conference's day when it has passed. `typed`: the
// date a clerk has asked for; its signers are offered.
[[nodiscard]] base::Result<DecisionPage> view_decisions(Repositories& repositories, const Actor& actor,
                                                        const domain::Reference& reference,
                                                        domain::DossierId dossier, const std::string& award,
                                                        std::optional<base::Date> day,
                                                        std::optional<base::Date> typed = {});

// Dossiers that wait for numbers and the decisions there are, newest first.
struct DecisionList {
    std::vector<domain::Dossier> waiting;
    std::vector<domain::Decision> decisions;
    int total = 0;
};
[[nodiscard]] base::Result<DecisionList> list_decisions(Repositories& repositories, const Actor& actor,
                                                        int page, int size);

}  // namespace app
