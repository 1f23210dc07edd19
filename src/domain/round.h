// One round of awards on the results of one year (đợt khen thưởng): "Khen thưởng CCHC năm 2021". Everything of the main job,
// from the uploaded sheet to the decisions, hangs on a round.
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace domain {

struct Round {
    RoundId id = {};
    std::string title = {};
    int year = 0;  // the year of the results, not of the conference
    // "Đã có thành tích xuất sắc trong ...": the achievement of every nominee who has none of their own.
    std::string default_citation = {};
    std::optional<base::Date> conference_date = {};  // when the ranking is announced
    bool open = true;                                // closed: nothing new is uploaded or published in it
    bool illustrative = false;                       // made-up data; every page and paper of it says so
    int version = 1;
};

}  // namespace domain
