// A selection rule set: this round's answer to "who is proposed for what". Composed on a screen, versioned, stored with
// each run; its file form is JSON (rules/rule_set_file.h), where decimals are strings and unknown keys are errors.
#pragma once

#include "base/decimal.h"
#include "domain/framework.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace domain {

enum class RecipientKind { Collective, Individual };

struct Condition;

struct PlaceBetween {
    int first = 1;
    int last = 1;
    friend bool operator==(const PlaceBetween&, const PlaceBetween&) = default;
};
struct Floor {
    base::Decimal index;
    friend bool operator==(const Floor&, const Floor&) = default;
};
struct InBand {
    std::string name;
    friend bool operator==(const InBand&, const InBand&) = default;
};  // this band or a better one
struct RisePoints {
    base::Decimal least;
    friend bool operator==(const RisePoints&, const RisePoints&) = default;
};
struct RisePlaces {
    int least = 0;
    friend bool operator==(const RisePlaces&, const RisePlaces&) = default;
};
struct AnyOf {
    std::vector<Condition> conditions;
    friend bool operator==(const AnyOf&, const AnyOf&) = default;
};

struct Condition {
    std::variant<PlaceBetween, Floor, InBand, RisePoints, RisePlaces, AnyOf> what;
    friend bool operator==(const Condition&, const Condition&) = default;
};

// How many may get the award. A quota that would cut through equal places takes none of them.
struct Quota {
    std::optional<int> total;
    std::optional<int> per_group;
    std::optional<base::Decimal> percent;  // of the ranked units, rounded down
    friend bool operator==(const Quota&, const Quota&) = default;
};

struct AwardRule {
    enum class Per { None, AssessedUnit, RewardedUnit };  // individuals: one share per such unit

    std::string award;  // code of the catalogue: "COT", "BKT"
    RecipientKind kind = RecipientKind::Collective;
    std::string ground;  // the legal ground named by the officer; empty warns for a flag
    std::vector<Condition> all;
    Quota quota;
    bool fill = false;  // true: when a place is empty the next one moves up
    Per per = Per::None;
    int count = 0;  // individuals per unit
    friend bool operator==(const AwardRule&, const AwardRule&) = default;
};

struct RuleSet {
    std::string name;
    int year = 0;
    Framework framework;
    bool exclude_unranked = false;  // applies to collectives only
    bool exclude_last_place = false;
    bool one_award_per_subject = true;
    std::vector<AwardRule> awards;  // tried in this order
    friend bool operator==(const RuleSet&, const RuleSet&) = default;
};

}  // namespace domain
