#include "ranking/candidate.h"

#include "domain/steady.h"

#include <algorithm>

namespace ranking {
namespace {

using base::Decimal;

enum class Source { None, PointsOfMaximum, Percent, Points };

Source source_of(const domain::SheetRow& row, const domain::Framework& framework)
{
    const bool whole = row.points && row.maximum && row.maximum->value > Decimal(0);
    if (row.maximum && row.points && !whole) return row.percent ? Source::Percent : Source::None;
    if (framework.basis == domain::Framework::Basis::Published && row.percent) return Source::Percent;
    if (whole) return Source::PointsOfMaximum;
    if (row.percent) return Source::Percent;
    return row.points ? Source::Points : Source::None;
}

Decimal capped(const std::optional<domain::SheetValue>& value, const std::optional<Decimal>& cap)
{
    if (!value) return Decimal(0);
    // Sheets write a deduction both as 0.5 and as -0.5.
    const Decimal size = value->value.negative() ? -value->value : value->value;
    return cap ? std::min(size, *cap) : size;
}

Decimal points_of(const domain::SheetRow& row, const domain::Framework& framework)
{
    if (!row.bonus && !row.penalty) return row.points->value;
    using domain::steady;
    return steady(row.points->value) + steady(capped(row.bonus, framework.bonus_cap)) -
           steady(capped(row.penalty, framework.penalty_cap));
}

}  // namespace

std::optional<Candidate> candidate_of(const domain::SheetRow& row, const domain::Framework& framework)
{
    Candidate candidate{.unit = row.unit,
                        .key = row.key,
                        .part = Decimal(0),
                        .whole = Decimal(100),
                        .row = &row,
                        .ranked = !row.unranked};
    switch (source_of(row, framework)) {
    case Source::None:
        return std::nullopt;
    case Source::Percent:
        candidate.part = row.percent->value;
        break;
    case Source::Points:
        candidate.part = points_of(row, framework);
        break;
    case Source::PointsOfMaximum:
        candidate.part = points_of(row, framework);
        candidate.whole = row.maximum->value;
        break;
    }
    return candidate;
}

std::string evidence_of(const domain::SheetRow& row, const domain::Framework& framework)
{
    const std::string number = std::to_string(row.row);
    const auto cell = [&](const domain::SheetValue& value) { return value.column + number; };
    std::string text = row.sheet.empty() ? "" : row.sheet + "!";
    switch (source_of(row, framework)) {
    case Source::None:
        return {};
    case Source::Percent:
        return text + cell(*row.percent);
    case Source::Points:
        return text + cell(*row.points);
    case Source::PointsOfMaximum:
        // A maximum that all units share stands in the heading or in a row of its own.
        return text + cell(*row.points) + " ÷ " +
               (row.maximum->column == row.points->column ? row.maximum->value.text() : cell(*row.maximum));
    }
    return {};
}

}  // namespace ranking
