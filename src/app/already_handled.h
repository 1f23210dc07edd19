// The answer to a writer who saw an older version: says who was faster and when, so that nobody's work is overwritten
// and nobody wonders.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <string>

namespace app {

[[nodiscard]] inline base::Error already_handled(std::string by, const base::Instant& at)
{
    return base::conflict({"Nội dung này đã được {} xử lý lúc {}. Hãy tải lại trang để xem bản mới nhất.",
                           {std::move(by), at.vietnamese()}});
}

}  // namespace app
