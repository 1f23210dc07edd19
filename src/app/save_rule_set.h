// An officer saves a rule set: a new one, or the next version of one that exists. Versions that were used stay.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/rule_set.h"
#include "rules/rule_set_changes.h"

#include <optional>
#include <string>

namespace app {

struct RuleSetDraft {
    std::optional<domain::RuleSetId> rule_set;  // none: a new one
    int seen = 0;                               // the version the officer composed from
    domain::RuleSet rules;
    std::string note;  // empty: the changed values are named
};

// What stands in the history when the officer wrote no note: the changes since `before`, or that it is the first version.
// In Vietnamese it is what was stored.
[[nodiscard]] std::string version_note(const domain::RuleSet* before, const domain::RuleSet& after,
                                       const rules::Say& say);

// Invalid names the first problem; the field is its path ("awards[0].all[1].floor").
[[nodiscard]] base::Result<domain::RuleSetVersionId>
save_rule_set(Repositories& repositories, const Actor& actor, const RuleSetDraft& draft);

}  // namespace app
