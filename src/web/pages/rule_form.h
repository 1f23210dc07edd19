// The composer's form: a rule set as texts in fields, kept exactly as typed until it is saved, so that the whole job
// works by sending the form and showing it again. Field names: "a0.c1.a" is the first value of the second condition of
// the first award; "a0.c1.m2.a" the same of its third alternative.
#pragma once

#include "base/result.h"
#include "domain/rule_set.h"
#include "web/http.h"

#include <string>
#include <vector>

namespace web {

struct ConditionForm {
    std::string type;  // "place", "floor", "band", "rise_points", "rise_places", "any"
    std::string a;     // first place, index, band, rise
    std::string b;     // last place
    std::vector<ConditionForm> any;
};

struct AwardForm {
    std::string award;
    bool individual = false;
    std::string ground;
    std::vector<ConditionForm> all;
    std::string total, per_group, percent;  // empty: no limit
    bool fill = false;
    bool rewarded = false;  // individuals: per rewarded unit, else per assessed unit
    std::string count;
};

struct BandForm {
    std::string name;
    std::string from;
};

struct RuleForm {
    std::string rule_set;  // id; empty: a new one
    std::string seen;      // number of the version it was composed from; empty: none
    std::string name, year;
    bool published_basis = false;
    std::string decimals = "2";
    bool exact = false;
    std::string ties;  // part names, separated by ";"
    std::string bonus_cap, penalty_cap;
    std::vector<BandForm> bands;
    bool exclude_unranked = false;
    bool exclude_last_place = false;
    bool one_award = true;
    std::vector<AwardForm> awards;
};

[[nodiscard]] RuleForm form_of(const domain::RuleSet& rules);
[[nodiscard]] RuleForm read_rule_form(const Request& request);

// What the typed texts say, and what can't be read or meant; the errors' fields are the form's.
struct FormReading {
    domain::RuleSet rules;
    std::vector<base::Error> errors;
};
[[nodiscard]] FormReading rules_of(const RuleForm& form);

// "awards[0].all[1].floor" -> "a0.c1.a".
[[nodiscard]] std::string field_of_path(std::string_view path);

// What a button of the composer does to the form: "bo:0:2" takes away the third condition of the first award, "them:0"
// adds the condition chosen in "a0.new", "bo-muc:1", "len:1", "them-muc", "them-muc-xep-loai", "bo-xep-loai:0".
void apply(RuleForm& form, const Request& request, std::string_view action);

}  // namespace web
