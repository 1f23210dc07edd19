#include "ranking/previous.h"

#include "base/text.h"

namespace ranking {

PreviousYear::PreviousYear(std::span<const domain::GroupStandings> groups)
{
    for (const auto& group : groups) {
        const std::string name = base::folded(group.name);
        for (const auto& standing : group.standings) {
            if (!standing.key.empty()) by_key_[standing.key].push_back({&standing, name});
            by_name_[base::folded(standing.unit)].push_back({&standing, name});
        }
    }
}

const domain::Standing* PreviousYear::pick(const Index& index, const std::string& key,
                                           const std::string& group)
{
    const auto found = index.find(key);
    if (found == index.end()) return nullptr;
    for (const auto& entry : found->second)
        if (entry.group == group) return entry.standing;
    return found->second.size() == 1 ? found->second.front().standing : nullptr;
}

const domain::Standing* PreviousYear::find(const domain::Standing& unit, const std::string& group) const
{
    const std::string folded = base::folded(group);
    if (!unit.key.empty())
        if (const auto* standing = pick(by_key_, unit.key, folded)) return standing;
    return pick(by_name_, base::folded(unit.unit), folded);
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
