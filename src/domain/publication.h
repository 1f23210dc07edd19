// A published ranking: the decision that announced it and the frozen standings of each peer group. Nothing recomputes
// it and nothing changes it; a correction is a new publication that names the old one and says why.
#pragma once

#include "base/date.h"
#include "domain/framework.h"
#include "domain/ids.h"
#include "domain/standing.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

// One unit as it was published. Names and codes are those of that day.
struct PublishedStanding {
    UnitId unit;
    std::string code;  // of the register, "H01"
    PeerGroupId group;
    int position = 0;   // its row within the group, from 1, without gaps: the order of the published list
    Standing standing;  // standing.unit is the official name of that day
    std::string note;   // the sheet's remark on the row
    bool illustrative = false;  // the index was made up for the sample, published by no one; shown with "*"
    bool parts_illustrative = false;  // the parts were made up

    [[nodiscard]] bool ranked() const { return standing.place.has_value(); }
};

// What was frozen for one peer group besides its rows.
struct PublishedGroup {
    PeerGroupId id;
    FrameworkId framework_id;  // none: nobody had saved a framework, the plain one was used
    int framework_version = 0;
    std::string
        criteria;  // the document that laid down the set of criteria; another one than last year marks changes
    Framework framework;
    bool framework_changed = false;  // since the publication it was compared with
    int units = 0;
    int ranked = 0;
    std::optional<base::Decimal> previous_mean;  // last year's, when last year was published
    GroupStandings summary;  // name, decimals, mean, median, band counts, rose, fell; `standings` is empty

    [[nodiscard]] const std::string& name() const { return summary.name; }
};

struct Publication {
    PublicationId id;
    RoundId round;
    int year = 0;
    std::string decision_number;  // "30/QĐ-UBND-HC"; as typed
    base::Date decision_date;
    std::optional<base::Date> conference_date;
    UserId published_by;
    std::string published_by_name;
    base::Instant published_at;
    std::optional<PublicationId> replaces;     // the older publication this one corrects
    std::string reason;                        // why it was corrected
    std::optional<PublicationId> replaced_by;  // the correction of this one, if there is one
    UploadId upload;
    std::string file_name;
    std::string file_hash;                       // SHA-256 of the uploaded file, 64 hex digits
    std::optional<PublicationId> compared_with;  // last year's, from which the changes were computed
    std::string snapshot_hash;                   // SHA-256 of canonical_snapshot, 64 hex digits
    std::vector<PublishedGroup> groups;          // in the order of the peer groups

    [[nodiscard]] const PublishedGroup* group(PeerGroupId group_id) const
    {
        for (const auto& each : groups)
            if (each.id == group_id) return &each;
        return nullptr;
    }
    [[nodiscard]] bool current() const { return !replaced_by; }
};

// The publication's groups with their rows, as the rules read them. `rows` in published order.
[[nodiscard]] std::vector<GroupStandings> group_standings(const Publication& publication,
                                                          const std::vector<PublishedStanding>& rows);

// The bytes whose SHA-256 the publication carries: one JSON text with fixed order of keys, holding the decision, the
// frameworks and every row. Equal publications give equal bytes on every machine.
[[nodiscard]] std::string canonical_snapshot(const Publication& publication,
                                             const std::vector<PublishedStanding>& rows);

// One unit's result in one year, for the unit's page.
struct UnitYear {
    PublicationId publication;
    int year = 0;
    std::string group;
    std::optional<int> place;
    int of = 0;  // how many units of the group were ranked
    base::Decimal index;
    int decimals = 2;
    std::string band;
    std::optional<base::Decimal> change;
    std::optional<int> change_places;
    bool illustrative = false;
};

}  // namespace domain
