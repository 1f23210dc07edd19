#include "ranking/previous.h"

#include "base/text.h"

namespace ranking {

PreviousYear::PreviousYear(std::span<const domain::GroupStandings> groups)
{
    for (const auto& group : groups) {
        const std::string name = base::folded(group.name);
        for (const auto& standing : group.standings) {
            const Entry entry{&standing, name, base::Spelling(standing.unit)};
            if (!standing.key.empty()) by_key_[standing.key].push_back(entry);
            by_letters_[entry.name.folded].push_back(entry);
        }
    }
}

const domain::Standing* PreviousYear::pick(const Entries& entries, const std::string& group)
{
    for (const auto& entry : entries)
        if (entry.group == group) return entry.standing;
    return entries.size() == 1 ? entries.front().standing : nullptr;
}

const domain::Standing* PreviousYear::find(const domain::Standing& unit, const std::string& group) const
{
    const std::string folded = base::folded(group);
    if (!unit.key.empty())
        if (const auto found = by_key_.find(unit.key); found != by_key_.end())
            if (const auto* standing = pick(found->second, folded)) return standing;
    const base::Spelling name(unit.unit);
    const auto found = by_letters_.find(name.folded);
    if (found == by_letters_.end()) return nullptr;
    // Another unit may differ by its marks alone.
    Entries same, alike;
    for (const auto& entry : found->second) {
        if (entry.name.marked == name.marked) same.push_back(entry);
        if (base::same_name(entry.name, name)) alike.push_back(entry);
    }
    return pick(same.empty() ? alike : same, folded);
}

void compare(domain::GroupStandings& group, const PreviousYear& previous, bool framework_changed)
{
    if (previous.empty()) return;
    for (auto& standing : group.standings) {
        const auto* before = previous.find(standing, group.name);
        if (!before) continue;
        standing.change = standing.index - before->index;
        standing.framework_changed = framework_changed;
        if (standing.place && before->place) standing.change_places = *before->place - *standing.place;
        group.rose += *standing.change > base::Decimal(0) ? 1 : 0;
        group.fell += standing.change->negative() ? 1 : 0;
    }
}

}  // namespace ranking
