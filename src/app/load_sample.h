// `vinhdanh demo`: the sample province, made through the same use cases as the pages, each step by the person whose
// step it is, in one transaction: all of it or nothing. It refuses a database that holds anything of its own.
#pragma once

#include "app/sample_province.h"
#include "app/transactor.h"
#include "base/clock.h"
#include "domain/reference.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// How far the main job is carried.
enum class SampleStage {
    Register,   // office, units, frameworks, signers, users, rounds
    Published,  // both years' sheets imported and published
    Proposed,   // the rule set saved and run
    Submitted,  // the dossier filled with 29 people and submitted
    Decided,    // appraised, forwarded, approved, numbered and issued
};

// "register", "published", "proposed", "submitted", "decided".
[[nodiscard]] std::optional<SampleStage> sample_stage(std::string_view name);

struct SampleAccount {
    std::string login;
    std::string name;
    std::string post;
    std::string password;  // random, shown once
};

struct LoadedSample {
    bool already = false;                 // loaded before: nothing was done
    std::vector<SampleAccount> accounts;  // empty when `already`
};

// Conflict when the database holds units, users or rounds that are not the sample's.
[[nodiscard]] base::Result<LoadedSample> load_sample(Transactor& transactor, const base::Clock& clock,
                                                     const domain::Reference& reference,
                                                     const SampleProvince& province,
                                                     SampleStage until = SampleStage::Decided);

}  // namespace app
