// A decision in the words of its papers: the decision itself, its list and its certificates. Papers are in Vietnamese.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "documents/award_list.h"
#include "documents/certificate.h"
#include "documents/decision_paper.h"
#include "domain/decision.h"
#include "domain/office.h"

#include <string>
#include <vector>

namespace app {

// Everything the papers need, read in one transaction.
struct DecisionPapers {
    domain::Decision decision;
    std::vector<domain::DecisionRecipient> recipients;
    domain::Office office;
    domain::AwardKind award;

    [[nodiscard]] documents::DecisionPaper paper() const;
    [[nodiscard]] documents::AwardList list() const;
    [[nodiscard]] documents::CertificateBatch certificates() const;
    // "05-QD-UBND-HC-2022": the stem of the files' names.
    [[nodiscard]] std::string file_stem() const;
};

// Asks for PrintDocuments.
[[nodiscard]] base::Result<DecisionPapers> decision_papers(Repositories& repositories, const Actor& actor,
                                                           const domain::Reference& reference,
                                                           domain::DecisionId decision);

}  // namespace app
