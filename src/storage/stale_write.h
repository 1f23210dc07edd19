// What to tell a writer whose version matched no row: who was faster and when, or that there is no such row.
#pragma once

#include "app/already_handled.h"
#include "storage/connection.h"

namespace storage {

// `changed` is the answer to "SELECT changed_by, changed_at FROM ... WHERE id = ?".
[[nodiscard]] inline base::Error stale_write(Rows changed)
{
    if (!changed.next()) return base::not_found("Không tìm thấy nội dung cần sửa.");
    return app::already_handled(changed.text(1), changed.instant(2));
}

}  // namespace storage
