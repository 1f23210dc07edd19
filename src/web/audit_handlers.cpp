// The audit page.
#include "app/user_repository.h"
#include "web/admin_handlers.h"
#include "web/pages/audit.h"
#include "web/texts.h"

namespace web {

Response show_audit(const Request& request, Services& services)
{
    const auto filter = audit_filter(request);
    const auto view =
        services.storage.transact([&](app::Repositories& repositories) -> base::Result<AuditView> {
            auto page = app::read_audit(repositories, request.actor(), filter);
            if (!page) return page.error();
            return AuditView{std::move(*page), repositories.users().all()};
        });
    if (!view) return respond(request, services, view.error());
    PageFrame frame{.title = tr(request, "Nhật ký")};
    frame.provenance << tr(request, "Ai đã làm gì, khi nào, trước và sau. Không ai sửa hay xóa được.");
    frame.menu = "/audit";
    const auto refusals = audit_filter_errors(request);
    frame.refused = !refusals.empty();
    return show(request, services, frame, audit_content(request, *view, filter, refusals),
                refusals.empty() ? 200 : 422);
}

}  // namespace web
