#include "app/compare_years.h"

#include "access/permission.h"
#include "app/publication_repository.h"
#include "app/save_framework.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

using Rows = std::vector<domain::PublishedStanding>;

YearPair pair_of(const domain::PublishedStanding* earlier, const domain::PublishedStanding* later)
{
    YearPair pair;
    const auto& shown = later ? *later : *earlier;
    pair.unit = shown.unit;
    pair.name = shown.standing.unit;
    if (earlier) pair.earlier = *earlier;
    if (later) pair.later = *later;
    if (!earlier || !later) return pair;
    pair.change = later->standing.index - earlier->standing.index;
    if (earlier->ranked() && later->ranked())
        pair.change_places = *earlier->standing.place - *later->standing.place;
    return pair;
}

GroupComparison compare_group(const domain::PublishedGroup& later, const domain::PublishedGroup* earlier,
                              const Rows& later_rows, const Rows& earlier_rows)
{
    GroupComparison comparison;
    comparison.id = later.id;
    comparison.name = later.name();
    comparison.decimals = later.summary.decimals;
    comparison.later_mean = later.summary.mean;
    if (earlier) {
        comparison.earlier_mean = earlier->summary.mean;
        comparison.framework_changed =
            !comparable(later.criteria, later.framework, earlier->criteria, earlier->framework);
    }
    std::map<domain::UnitId, const domain::PublishedStanding*> before;
    for (const auto& row : earlier_rows)
        if (row.group == later.id) before.emplace(row.unit, &row);
    for (const auto& row : later_rows) {
        if (row.group != later.id) continue;
        const auto old = before.find(row.unit);
        comparison.pairs.push_back(pair_of(old == before.end() ? nullptr : old->second, &row));
        if (old != before.end()) before.erase(old);
    }
    for (const auto& row : earlier_rows)
        if (before.contains(row.unit) && row.group == later.id)
            comparison.pairs.push_back(pair_of(&row, nullptr));
    for (const auto& pair : comparison.pairs) {
        if (!pair.change || pair.change->zero()) continue;
        (pair.change->negative() ? comparison.fell : comparison.rose) += 1;
    }
    return comparison;
}

std::vector<const YearPair*> largest(const std::vector<YearPair>& pairs, bool fallen, std::size_t most)
{
    std::vector<const YearPair*> found;
    for (const auto& pair : pairs)
        if (pair.change && !pair.change->zero() && pair.change->negative() == fallen) found.push_back(&pair);
    std::stable_sort(found.begin(), found.end(), [&](const YearPair* a, const YearPair* b) {
        return fallen ? *a->change < *b->change : *a->change > *b->change;
    });
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace

std::vector<const YearPair*> GroupComparison::risers(std::size_t most) const
{
    return largest(pairs, false, most);
}

std::vector<const YearPair*> GroupComparison::fallers(std::size_t most) const
{
    return largest(pairs, true, most);
}

base::Result<YearComparison> compare_years(Repositories& repositories, const Actor& actor, int earlier,
                                           int later)
{
    if (!rights::allowed(actor.user, rights::Permission::ViewResults))
        return base::forbidden("Bạn không có quyền xem kết quả xếp hạng.");
    if (earlier >= later) return base::invalid("Năm so sánh phải trước năm được so sánh.", "earlier");
    auto& publications = repositories.publications();
    auto old = publications.current_of_year(earlier);
    if (!old) return base::not_found({"Chưa công bố kết quả năm {}.", {std::to_string(earlier)}});
    auto now = publications.current_of_year(later);
    if (!now) return base::not_found({"Chưa công bố kết quả năm {}.", {std::to_string(later)}});

    const auto earlier_rows = publications.standings(old->id);
    const auto later_rows = publications.standings(now->id);
    YearComparison comparison;
    for (const auto& group : now->groups)
        comparison.groups.push_back(compare_group(group, old->group(group.id), later_rows, earlier_rows));
    comparison.earlier = std::move(*old);
    comparison.later = std::move(*now);
    return comparison;
}

}  // namespace app
