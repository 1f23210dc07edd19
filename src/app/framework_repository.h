// How each peer group is scored and banded in each year. Saving adds a version; none is changed or removed, so that a
// publication can always say by which one it was made.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "domain/framework.h"
#include "domain/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct StoredFramework {
    domain::FrameworkId id;  // of this version
    domain::PeerGroupId group;
    int year = 0;
    int version = 0;       // from 1 within group and year
    std::string criteria;  // the document that lays down the set of criteria; may be empty
    domain::Framework framework;
    domain::UserId saved_by;
    std::string saved_by_name;
    base::Instant saved_at;
    bool used = false;  // a publication rests on it
};

class FrameworkRepository {
public:
    virtual ~FrameworkRepository() = default;

    [[nodiscard]] virtual std::optional<StoredFramework> find(domain::FrameworkId id) = 0;
    // The latest version.
    [[nodiscard]] virtual std::optional<StoredFramework> latest(domain::PeerGroupId group, int year) = 0;
    // All versions, newest first.
    [[nodiscard]] virtual std::vector<StoredFramework> versions(domain::PeerGroupId group, int year) = 0;
    // Years that have at least one framework, newest first.
    [[nodiscard]] virtual std::vector<int> years() = 0;
    // Adds the version `framework.version`; Conflict when somebody else added it first.
    [[nodiscard]] virtual base::Result<domain::FrameworkId> add(const StoredFramework& framework) = 0;
};

}  // namespace app
