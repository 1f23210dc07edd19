// The sample province as its files describe it (config/demo): office, units, users, rounds, and the numbers of its
// decisions. Data, so that no name of a province stands in code.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/framework.h"
#include "domain/office.h"
#include "domain/round.h"
#include "domain/rule_set.h"
#include "domain/unit.h"
#include "domain/user.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct SampleGroup {
    domain::PeerGroup group;
    std::vector<domain::Unit> units;  // without ids
};

struct SampleUser {
    domain::User user;                     // without ids; grants without units
    std::string unit_code;                 // where the user works; may be empty
    std::vector<std::string> grant_units;  // per grant: a unit's code, or empty for the province
};

struct SampleRound {
    domain::Round round;
    std::string sheet_name;
    std::string sheet;  // the file's bytes
    std::string decision_number;
    base::Date decision_date;
};

struct SampleDecision {
    std::string award;
    int number = 0;
    base::Date date;
};

struct SampleProvince {
    domain::Office office;
    domain::Signer signer;
    std::vector<domain::Band> bands;
    std::vector<SampleGroup> groups;
    std::vector<SampleUser> users;
    std::vector<SampleRound> rounds;  // oldest year first; the last one goes on to decisions
    std::vector<SampleDecision> decisions;
    std::string individuals;  // as an officer pastes them from a sheet
    domain::RuleSet rules;
};

// File name to content: province.json, the sheets it names, individuals.tsv, rules.json. The error names the file and
// what is wrong; a missing key is an error, never a default.
[[nodiscard]] base::Result<SampleProvince>
read_sample_province(const std::map<std::string, std::string>& files);

}  // namespace app
