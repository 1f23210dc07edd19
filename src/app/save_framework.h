// How one peer group is scored and banded in one year: read for the form, saved as a new version.
#pragma once

#include "app/actor.h"
#include "app/framework_repository.h"
#include "app/repositories.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

// What the form starts from.
struct FrameworkDraft {
    app::StoredFramework stored;            // version 0: nothing saved for this year yet
    std::optional<int> copied_from_year;    // the values are those of the nearest earlier year that has any
    std::vector<StoredFramework> versions;  // newest first
};

[[nodiscard]] base::Result<FrameworkDraft> framework_draft(Repositories& repositories, const Actor& actor,
                                                           domain::PeerGroupId group, int year);

// The framework a publication of this year would use now; the plain one (version 0) when none was saved.
[[nodiscard]] StoredFramework framework_in_force(Repositories& repositories, domain::PeerGroupId group,
                                                 int year);

// True when indexes of the two can be compared as they stand: the same set of criteria, basis, decimals, caps and rank
// rule. Bands may differ, they change no value.
[[nodiscard]] bool comparable(const std::string& criteria, const domain::Framework& framework,
                              const std::string& other_criteria, const domain::Framework& other);

struct FrameworkChange {
    domain::PeerGroupId group;
    int year = 0;
    int seen_version = 0;  // 0: the form saw none
    std::string criteria;
    domain::Framework framework;  // bands in any order
};

// Saving what is already in force changes nothing and gives that version.
[[nodiscard]] base::Result<domain::FrameworkId> save_framework(Repositories& repositories, const Actor& actor,
                                                               FrameworkChange change);

// What is wrong with it, each with its form field: "band_name_2", "decimals", "criteria", ...
[[nodiscard]] std::vector<base::Error> framework_faults(const FrameworkChange& change);

}  // namespace app
