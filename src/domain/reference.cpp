#include "domain/reference.h"

#include <algorithm>

namespace domain {
namespace {

template <class Row, class Matches>
const Row* in_force(const std::vector<Row>& rows, const base::Date& day, Matches matches)
{
    for (const auto& row : rows)
        if (row.in_force.on(day) && matches(row)) return &row;
    return nullptr;
}

// Those that this award's decision prints that day in that province, in the order of the paper.
template <class Line>
std::vector<Line> lines_of(const std::vector<Line>& all, std::string_view award, const base::Date& day,
                           std::string_view province)
{
    std::vector<Line> lines;
    for (const auto& line : all) {
        const bool meant = line.awards.empty() || std::ranges::find(line.awards, award) != line.awards.end();
        const bool ours = line.province.empty() || line.province == province;
        if (meant && ours && line.in_force.on(day)) lines.push_back(line);
    }
    std::ranges::stable_sort(lines, {}, &Line::position);
    return lines;
}

constexpr auto any = [](const auto&) { return true; };

}  // namespace

const AwardKind* Reference::award(std::string_view code, const base::Date& day) const
{
    return in_force(awards, day, [&](const AwardKind& kind) { return kind.code == code; });
}

const AwardKind* Reference::award(std::string_view code) const
{
    const AwardKind* newest = nullptr;
    for (const auto& kind : awards)
        if (kind.code == code && (newest == nullptr || newest->in_force.from < kind.in_force.from))
            newest = &kind;
    return newest;
}

const RewardCoefficient* Reference::coefficient(std::string_view award_code, Subject subject,
                                                const base::Date& day) const
{
    return in_force(coefficients, day, [&](const RewardCoefficient& row) {
        return row.award == award_code && row.subject == subject;
    });
}

const BaseSalary* Reference::base_salary(const base::Date& day) const
{
    return in_force(base_salaries, day, any);
}

const RoundingRule* Reference::rounding(const base::Date& day) const
{
    return in_force(roundings, day, any);
}

const LegalRegime* Reference::regime(const base::Date& day) const
{
    return in_force(regimes, day, any);
}

std::vector<LegalBasisLine> Reference::legal_basis_of(std::string_view award_code, const base::Date& day,
                                                      std::string_view province) const
{
    return lines_of(legal_basis, award_code, day, province);
}

std::vector<DecisionLine> Reference::decision_lines_of(std::string_view award_code, const base::Date& day,
                                                       std::string_view province) const
{
    return lines_of(decision_lines, award_code, day, province);
}

}  // namespace domain
