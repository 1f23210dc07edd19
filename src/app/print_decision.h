// A decision in the words of its papers: the decision itself, its list and its certificates. Papers are in Vietnamese.
#pragma once

#include "app/actor.h"
#include "app/decide.h"
#include "app/repositories.h"
#include "base/result.h"
#include "documents/award_list.h"
#include "documents/certificate.h"
#include "documents/decision_paper.h"
#include "domain/decision.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

// Everything the papers need, read in one transaction.
struct DecisionPapers {
    domain::Decision decision;
    std::vector<domain::DecisionRecipient> recipients;
    domain::AwardKind award;
    std::vector<domain::DecisionLine> lines;  // the wording in force on the decision's day

    [[nodiscard]] documents::DecisionPaper paper() const;
    [[nodiscard]] documents::AwardList list() const;
    [[nodiscard]] documents::CertificateBatch certificates() const;
    // "Danh sách 05-QD-UBND-HC-2022.pdf" for "list.pdf".
    [[nodiscard]] std::string file_name(std::string_view file) const;
};

// The shown tab's list before it is printed, numbered or not.
[[nodiscard]] documents::AwardList list_preview(const DecisionPage& page);

// Asks for PrintDocuments.
[[nodiscard]] base::Result<DecisionPapers> decision_papers(Repositories& repositories, const Actor& actor,
                                                           const domain::Reference& reference,
                                                           domain::DecisionId decision);

}  // namespace app
