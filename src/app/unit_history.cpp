#include "app/unit_history.h"

#include "access/permission.h"
#include "app/publication_repository.h"
#include "app/record_repository.h"

namespace app {

base::Result<UnitHistory> unit_history(Repositories& repositories, const Actor& actor, domain::UnitId id)
{
    if (!rights::allowed(actor.user, rights::Permission::ViewRecords) &&
        !rights::allowed(actor.user, rights::Permission::ViewResults))
        return base::forbidden("Bạn không có quyền xem kết quả và khen thưởng của đơn vị.");
    auto unit = repositories.units().find(id);
    if (!unit) return base::not_found("Không tìm thấy đơn vị này.");
    UnitHistory history;
    history.unit = std::move(*unit);
    if (history.unit.group) history.group = repositories.units().group(history.unit.group);
    history.names = repositories.units().names_of(id);
    history.years = repositories.publications().years_of(id);
    history.records = repositories.records().of_unit(id);
    return history;
}

}  // namespace app
