#include "app/edit_dossier.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/dossier_repository.h"
#include "app/dossier_texts.h"

#include <nlohmann/json.hpp>

namespace app {
namespace {

std::string audited(const domain::Dossier& dossier)
{
    return nlohmann::ordered_json{{"title", dossier.title}, {"default_citation", dossier.default_citation}}
        .dump();
}

}  // namespace

base::Result<void> edit_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                int seen, const std::string& title, const std::string& default_citation)
{
    if (!rights::allowed(actor.user, rights::Permission::Nominate))
        return base::forbidden("Bạn không có quyền sửa danh sách đề nghị khen thưởng.");
    const auto before = repositories.dossiers().find(id);
    if (!before) return before.error();
    auto after = *before;
    after.title = base::tidy(title);
    after.default_citation = base::tidy(default_citation);
    if (auto fault = dossier_text_fault(after)) return *fault;
    after.version = seen;
    after.changed_by = actor.user.id;
    after.changed_by_name = actor.user.name;
    after.changed_at = actor.now;
    if (auto saved = repositories.dossiers().save_texts(after); !saved) return saved;
    repositories.audit().append(actor, {.stream = dossier_stream(id),
                                        .action = "dossier.edited",
                                        .subject = after.title,
                                        .before = audited(*before),
                                        .after = audited(after),
                                        .reason = {}});
    return {};
}

}  // namespace app
