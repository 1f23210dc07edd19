// The commendation records: search and its page of results.
#pragma once

#include "app/search_records.h"
#include "base/html.h"
#include "domain/reference.h"
#include "web/http.h"

namespace web {

// From the address: tim (words), hinh-thuc, nam, loai, trang.
[[nodiscard]] app::RecordFilter record_filter(const Request& request);

[[nodiscard]] base::Html record_content(const Request& request, const app::FoundRecords& found,
                                        const app::RecordFilter& filter, const domain::Reference& reference);

}  // namespace web
