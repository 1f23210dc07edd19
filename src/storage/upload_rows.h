// One stored row to and from its columns.
#pragma once

#include "app/upload_repository.h"
#include "storage/connection.h"

namespace storage {

inline constexpr std::size_t upload_row_columns = 17;

// The columns of INSERT, in order, appended to `values`.
void add_upload_row(Parameters& values, domain::UploadId upload, int position, const app::StoredRow& row);

// Rows of "SELECT unit_id, unit_name, group_name, sheet, sheet_row, points, ..., cells" as groups in their order.
[[nodiscard]] app::StoredSheet stored_sheet_of(Rows rows);

}  // namespace storage
