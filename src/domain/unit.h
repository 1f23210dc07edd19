// An agency, department, district or commune, as the register knows it today. Decisions and certificates keep the name
// it had when they were signed; this is the present.
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

// Units that are ranked against each other (khối, cụm): "Các sở, cơ quan ngang sở", "UBND huyện, thành phố".
struct PeerGroup {
    PeerGroupId id = {};
    std::string name = {};
    int position = 0;  // the order of groups on lists
    int version = 1;
};

struct Unit {
    UnitId id = {};
    std::string code = {};                   // "H01"; unique
    std::string official_name = {};          // "Sở Kế hoạch và Đầu tư"
    std::string short_name = {};             // "Sở KH&ĐT"; may be empty
    PeerGroupId group = {};                  // none: the unit is not ranked, e.g. the UBND itself
    int position = 0;                        // official order inside the group, as lists print it
    std::vector<std::string> variants = {};  // other spellings met in sheets
    std::optional<base::Date> ended = {};    // merged or dissolved on that day
    int version = 1;
};

}  // namespace domain
