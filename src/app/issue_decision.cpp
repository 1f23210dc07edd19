#include "app/issue_decision.h"

#include "access/permission.h"
#include "app/decision_audit.h"
#include "app/decision_repository.h"

namespace app {

base::Result<void> issue_decision(Repositories& repositories, const Actor& actor, domain::DecisionId id,
                                  int seen)
{
    if (!rights::allowed(actor.user, rights::Permission::NumberDecision))
        return base::forbidden("Chỉ văn thư được đánh dấu quyết định đã ban hành.");
    const auto before = repositories.decisions().find(id);
    if (!before) return base::not_found("Không tìm thấy quyết định này.");
    if (before->issued()) return base::conflict("Quyết định này đã ban hành.");
    if (auto issued = repositories.decisions().issue(actor, id, seen); !issued) return issued;
    auto after = *before;
    after.state = domain::Decision::State::Issued;
    repositories.audit().append(actor,
                                decision_entry("decision.issued", after, audited(*before), audited(after)));
    return {};
}

}  // namespace app
