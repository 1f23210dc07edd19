#include "app/search_records.h"

#include "access/permission.h"
#include "base/text.h"

#include <algorithm>

namespace app {

base::Result<FoundRecords> search_records(Repositories& repositories, const Actor& actor, RecordFilter filter)
{
    if (!rights::allowed(actor.user, rights::Permission::ViewRecords))
        return base::forbidden("Bạn không có quyền tra cứu sổ khen thưởng.");
    filter.page = std::max(filter.page, 1);
    filter.size = std::clamp(filter.size, 1, 200);
    if (base::length(filter.text) > 200)
        return base::invalid("Từ tìm kiếm không được dài quá 200 ký tự.", "tim");
    FoundRecords found;
    found.page = repositories.records().search(filter);
    found.years = repositories.records().years();
    found.all = repositories.records().count();
    return found;
}

}  // namespace app
