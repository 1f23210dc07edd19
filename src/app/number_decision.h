// The clerk types the number, the date and the signer of one award form. In the same transaction the recipients, their
// order and money are frozen, each gets its ordinal (golden-book number) and its commendation record, and the dossier
// becomes decided once every award form of it has its number.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/decision.h"

#include <string>
#include <vector>

namespace app {

struct DecisionForm {
    int number = 0;
    std::string symbol;
    std::optional<base::Date> date;
    domain::SignerId signer;
    domain::Authority authority = domain::Authority::Head;
    std::string proposal;  // "Theo đề nghị của …": the last ground; empty: the department's head
};

// What is wrong with the form as typed, each with its field: number, symbol, date, signer. `earliest` is the publication's
// day.
[[nodiscard]] std::vector<base::Error> decision_form_faults(Repositories& repositories,
                                                            const DecisionForm& form,
                                                            std::optional<base::Date> earliest,
                                                            const base::Date& today);

// `seen` is the version of the dossier the page showed.
[[nodiscard]] base::Result<domain::DecisionId>
number_decision(Repositories& repositories, const Actor& actor, const domain::Reference& reference,
                domain::DossierId dossier, int seen, const std::string& award, const DecisionForm& form);

}  // namespace app
