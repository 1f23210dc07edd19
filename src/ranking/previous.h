// Last year's standings, found by unit.
#pragma once

#include "base/text.h"
#include "domain/standing.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace ranking {

class PreviousYear {
public:
    explicit PreviousYear(std::span<const domain::GroupStandings> groups);

    [[nodiscard]] bool empty() const { return by_letters_.empty(); }
    // By key, else by name; the group of the same name goes first. Nothing when several units of other groups answer to
    // the name.
    [[nodiscard]] const domain::Standing* find(const domain::Standing& unit, const std::string& group) const;

private:
    struct Entry {
        const domain::Standing* standing;
        std::string group;  // folded
        base::Spelling name;
    };
    using Entries = std::vector<Entry>;
    using Index = std::unordered_map<std::string, Entries>;

    [[nodiscard]] static const domain::Standing* pick(const Entries& entries, const std::string& group);

    Index by_key_;
    Index by_letters_;  // of the folded name
};

// Fills change, change_places, rose and fell.
void compare(domain::GroupStandings& group, const PreviousYear& previous, bool framework_changed);

}  // namespace ranking
