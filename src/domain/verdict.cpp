#include "domain/verdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace domain {
namespace {

constexpr std::array<std::pair<CriterionCode, std::string_view>, 11> codes = {{
    {CriterionCode::Place, "place"},
    {CriterionCode::Floor, "floor"},
    {CriterionCode::Band, "band"},
    {CriterionCode::RisePoints, "rise_points"},
    {CriterionCode::RisePlaces, "rise_places"},
    {CriterionCode::QuotaTotal, "quota_total"},
    {CriterionCode::QuotaGroup, "quota_group"},
    {CriterionCode::QuotaPercent, "quota_percent"},
    {CriterionCode::OneAward, "one_award"},
    {CriterionCode::Excluded, "excluded"},
    {CriterionCode::Ground, "ground"},
}};

}  // namespace

std::string_view criterion_code(CriterionCode code)
{
    for (const auto& [value, text] : codes)
        if (value == code) return text;
    return {};
}

std::optional<CriterionCode> criterion_from_code(std::string_view text)
{
    for (const auto& [value, code] : codes)
        if (code == text) return value;
    return std::nullopt;
}

int Verdict::unmet() const
{
    return static_cast<int>(std::count_if(criteria.begin(), criteria.end(), [](const Criterion& criterion) {
        return criterion.met.has_value() && !*criterion.met;
    }));
}

bool Verdict::eligible() const
{
    return unmet() == 0;
}

}  // namespace domain
