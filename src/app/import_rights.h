// The two questions every use case of the import asks first.
#pragma once

#include "access/permission.h"
#include "app/actor.h"
#include "app/repositories.h"
#include "app/upload_repository.h"
#include "base/result.h"

namespace app {

[[nodiscard]] inline base::Result<void> may_import(const Actor& actor)
{
    if (rights::allowed(actor.user, rights::Permission::ImportResults)) return {};
    return base::forbidden("Bạn chưa được giao việc nhập kết quả. Hãy liên hệ người quản trị.");
}

[[nodiscard]] inline base::Result<Upload> uploaded(Repositories& repositories, domain::UploadId id)
{
    auto upload = repositories.uploads().find(id);
    if (!upload) return base::not_found("Không tìm thấy tệp đã tải lên này.");
    return std::move(*upload);
}

}  // namespace app
