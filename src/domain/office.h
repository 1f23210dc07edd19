// The office that runs the awards, as papers name it, and the people who sign for it.
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace domain {

struct Office {
    std::string province = {};         // "Đồng Tháp"
    std::string committee = {};        // "Ủy ban nhân dân tỉnh Đồng Tháp"
    std::string department = {};       // "Sở Nội vụ"
    std::string place = {};            // where papers are signed: "Đồng Tháp"
    std::string decision_symbol = {};  // what follows the number: "QĐ-UBND-HC"
    // The database holds the sample province: every page and paper says "số liệu minh họa". Set by the sample loader,
    // never by hand, and never taken back.
    bool illustrative = false;
    int version = 1;  // 0: nothing has been entered yet
};

// Who signs decisions, and since when. Printed as it stands: the authority line above the title, both in capitals
// ("KT. CHỦ TỊCH" over "PHÓ CHỦ TỊCH").
struct Signer {
    SignerId id = {};
    std::string authority_line = {};  // "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", or empty
    std::string title = {};           // "CHỦ TỊCH"
    std::string name = {};
    base::Date from = {};
    std::optional<base::Date> to = {};  // the last day; none: still in office
    int version = 1;

    [[nodiscard]] bool in_office(const base::Date& day) const { return from <= day && (!to || day <= *to); }
};

}  // namespace domain
