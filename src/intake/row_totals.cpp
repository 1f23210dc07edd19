#include "intake/row_totals.h"

#include "domain/steady.h"

namespace intake {
namespace {

using domain::ColumnRole;
using domain::SheetValue;
using domain::steady;

// Whether the printed total already holds bonus and penalty: told by its parts or by the percentage, in every row where
// it makes a difference.
bool total_holds_bonus(const std::vector<ValuedRow*>& rows)
{
    std::size_t with = 0;
    std::size_t told = 0;
    for (const auto* valued : rows) {
        const auto& row = valued->row;
        const auto extra = (row.bonus ? steady(row.bonus->value) : base::Decimal(0)) -
                           (row.penalty ? steady(row.penalty->value) : base::Decimal(0));
        if (extra.zero() || !row.points) continue;
        const auto points = steady(row.points->value);
        base::Decimal sum(0);
        for (const auto& [name, part] : row.parts)
            sum = sum + steady(part.value);
        if (row.parts.size() >= 2) {
            if (sum + extra == points)
                ++with;
            else if (sum != points)
                continue;
            ++told;
        } else if (row.percent && row.maximum && row.maximum->value > base::Decimal(0)) {
            const auto printed = row.percent->value.rounded(2);
            const auto maximum = steady(row.maximum->value);
            if (base::Decimal::quotient(points, maximum, 2, 2) == printed)
                ++with;
            else if (base::Decimal::quotient(points + extra, maximum, 2, 2) != printed)
                continue;
            ++told;
        }
    }
    return told > 0 && with == told;
}

}  // namespace

void add_up_parts(const TableHead& head, const std::vector<ValuedRow*>& rows)
{
    if (head.with(ColumnRole::Points) || head.with(ColumnRole::Percent)) return;
    std::size_t parts = 0;
    for (const auto& column : head.columns)
        if (column.meaning.role == ColumnRole::Part) ++parts;
    for (auto* valued : rows) {
        auto& row = valued->row;
        if (row.parts.size() != parts || parts == 0) continue;
        SheetValue sum{base::Decimal(0), "", row.parts.front().second.column};
        for (const auto& [name, part] : row.parts) {
            sum.value = sum.value + steady(part.value);
            sum.raw += (sum.raw.empty() ? "" : " + ") + part.raw;
        }
        row.points = std::move(sum);
    }
}

bool take_bonus_out(const std::vector<ValuedRow*>& rows)
{
    if (!total_holds_bonus(rows)) return false;
    for (auto* valued : rows) {
        auto& row = valued->row;
        if (!row.points) continue;
        if (row.bonus) row.points->value = steady(row.points->value) - steady(row.bonus->value);
        if (row.penalty) row.points->value = steady(row.points->value) + steady(row.penalty->value);
    }
    return true;
}

}  // namespace intake
