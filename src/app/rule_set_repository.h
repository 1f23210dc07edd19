// Selection rule sets and their versions. A version never changes; saving makes the next one.
#pragma once

#include "app/actor.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/rule_set.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct RuleSetVersion {
    domain::RuleSetVersionId id;
    domain::RuleSetId rule_set;
    int number = 1;  // 1, 2, 3, ... within the rule set
    domain::RuleSet rules;
    std::string note;  // what was changed, in words
    domain::UserId saved_by;
    std::string saved_by_name;
    base::Instant saved_at;
};

// One line of the list.
struct RuleSetSummary {
    domain::RuleSetId id;
    std::string name;
    int year = 0;
    int newest = 1;  // number of the newest version
    domain::RuleSetVersionId newest_id;
    std::string saved_by_name;
    base::Instant saved_at;
};

class RuleSetRepository {
public:
    virtual ~RuleSetRepository() = default;

    // Newest year first, then by name.
    [[nodiscard]] virtual std::vector<RuleSetSummary> all() = 0;
    [[nodiscard]] virtual std::optional<RuleSetVersion> newest(domain::RuleSetId id) = 0;
    [[nodiscard]] virtual std::optional<RuleSetVersion> version(domain::RuleSetVersionId id) = 0;
    [[nodiscard]] virtual std::optional<RuleSetVersion> version(domain::RuleSetId id, int number) = 0;
    // Newest first.
    [[nodiscard]] virtual std::vector<RuleSetVersion> versions(domain::RuleSetId id) = 0;
    // A new rule set with version 1. Conflict when the year has one of that name.
    [[nodiscard]] virtual base::Result<domain::RuleSetVersionId>
    add(const Actor& actor, const domain::RuleSet& rules, const std::string& note) = 0;
    // The next version after `seen`. Conflict, naming who and when, when there is a newer one already.
    [[nodiscard]] virtual base::Result<domain::RuleSetVersionId> add_version(const Actor& actor,
                                                                             domain::RuleSetId id, int seen,
                                                                             const domain::RuleSet& rules,
                                                                             const std::string& note) = 0;
};

}  // namespace app
