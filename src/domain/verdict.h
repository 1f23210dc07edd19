// Whether somebody meets an award's conditions, and why: every condition with what was asked, what was found, the
// article and the evidence. Never a bare yes or no.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class CriterionCode {
    Place,
    Floor,
    Band,
    RisePoints,
    RisePlaces,
    QuotaTotal,
    QuotaGroup,
    QuotaPercent,
    OneAward,
    Excluded,
    Ground,
};

// "place", "floor", ...: the codes of the offline contract and of stored runs.
[[nodiscard]] std::string_view criterion_code(CriterionCode code);
[[nodiscard]] std::optional<CriterionCode> criterion_from_code(std::string_view code);

struct Criterion {
    CriterionCode code = CriterionCode::Place;
    std::string required;     // "1", "2-3", ">= 80"
    std::string actual;       // "4", "79.12"
    std::optional<bool> met;  // none: not known, which warns and never excludes
    std::string article;      // the clause of law or of the rule set
    std::string evidence;     // the sheet and cell, or the snapshot's row

    friend bool operator==(const Criterion&, const Criterion&) = default;
};

struct Verdict {
    std::vector<Criterion> criteria;

    [[nodiscard]] bool eligible() const;
    // How many are known not to be met.
    [[nodiscard]] int unmet() const;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

}  // namespace domain
