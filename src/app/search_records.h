// Finds commendation records by name, unit or number, marks ignored; one page at a time.
#pragma once

#include "app/actor.h"
#include "app/record_repository.h"
#include "app/repositories.h"
#include "base/result.h"

#include <vector>

namespace app {

struct FoundRecords {
    RecordPage page;
    std::vector<int> years;  // there are records of, newest first
    int all = 0;             // without any filter
};

[[nodiscard]] base::Result<FoundRecords> search_records(Repositories& repositories, const Actor& actor,
                                                        RecordFilter filter);

}  // namespace app
