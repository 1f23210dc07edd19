#include "app/dossier_repository.h"
#include "app/dossier_steps.h"
#include "app/view_dossier.h"
#include "web/desk_handlers.h"
#include "web/layout.h"
#include "web/pages/brief.h"
#include "web/pages/desk.h"
#include "web/pages/dossier_words.h"
#include "web/services.h"
#include "web/texts.h"
#include "workflow/take.h"

#include <algorithm>

namespace web {

using app::Repositories;
using base::Result;
using domain::DossierAction;

Response desk(const Request& request, Services& services)
{
    struct Desk {
        std::vector<app::DossierLine> lines;
        std::optional<app::DossierView> chosen;
    };
    const auto asked = Request::parse_id<domain::DossierId>(request.query_value("ho-so"));
    const auto found = services.storage.transact([&](Repositories& r) -> Result<Desk> {
        auto lines = app::view_desk(r, request.actor(), *services.reference);
        if (!lines) return lines.error();
        Desk desk{std::move(*lines), {}};
        if (desk.lines.empty()) return desk;
        const auto here = std::find_if(desk.lines.begin(), desk.lines.end(),
                                       [&](const auto& line) { return line.dossier.id == asked; });
        const auto& first = here == desk.lines.end() ? desk.lines.front() : *here;
        auto view = app::view_dossier(r, request.actor(), *services.reference, first.dossier.id);
        if (!view) return view.error();
        desk.chosen = std::move(*view);
        return desk;
    });
    if (!found) return respond(request, services, found.error());
    PageFrame frame{.title = tr(request, "Chờ xử lý"), .menu = "/desk"};
    int people = 0;
    for (const auto& line : found->lines)
        people += line.facts.standing;
    frame.provenance << tr(request, "{} hồ sơ, {} đối tượng",
                           {std::to_string(found->lines.size()), std::to_string(people)});
    return show(request, services, frame, desk_content(request, found->lines, found->chosen));
}

namespace {

Result<DeskItem> item_of(Repositories& r, const Request& request, Services& services,
                         const ChosenDossier& chosen)
{
    auto view = app::view_dossier(r, request.actor(), *services.reference, chosen.id);
    if (!view) return view.error();
    DeskItem item{std::move(*view), chosen.seen, DossierAction::Approve, {}};
    const auto& dossier = item.view.dossier;
    const auto next = app::next_action(dossier.state);
    if (next == DossierAction::Forward) item.action = DossierAction::Forward;
    if (dossier.version != chosen.seen)
        item.refusal = base::conflict(
            {"Hồ sơ đã được {} xử lý lúc {}.", {dossier.changed_by_name, dossier.changed_at.vietnamese()}});
    else
        item.refusal = workflow::refusal(dossier, item.action, *request.user, item.view.facts);
    return item;
}

Result<domain::Dossier> pass_on(Repositories& r, const Request& request, const ChosenDossier& chosen,
                                DossierAction action)
{
    if (action == DossierAction::Forward)
        return app::forward_dossier(r, request.actor(), chosen.id, chosen.seen);
    return app::approve_dossier(r, request.actor(), chosen.id, chosen.seen);
}

}  // namespace

Response desk_check(const Request& request, Services& services)
{
    const auto chosen = chosen_dossiers(request);
    const auto items = services.storage.transact([&](Repositories& r) -> Result<std::vector<DeskItem>> {
        std::vector<DeskItem> answer;
        for (const auto& one : chosen) {
            auto item = item_of(r, request, services, one);
            if (!item) return item.error();
            answer.push_back(std::move(*item));
        }
        return answer;
    });
    if (!items) return respond(request, services, items.error());
    if (items->empty())
        return respond(request, services, base::invalid("Hãy chọn ít nhất một hồ sơ trong hàng chờ."));
    PageFrame frame{.title = tr(request, "Kiểm tra trước khi duyệt"), .menu = "/desk"};
    frame.crumbs = {{tr(request, "Chờ xử lý"), "/desk"}};
    return show(request, services, frame, desk_check_content(request, *items));
}

// Each dossier is a transaction and a submission of its own, so that one that can't be passed on does not hold the
// others, and a form sent twice passes each on once.
Response desk_approvals(const Request& request, Services& services)
{
    std::vector<DeskResult> results;
    for (const auto& chosen : chosen_dossiers(request)) {
        DeskResult result{chosen.id, {}, {}, DossierAction::Approve};
        auto submission = request.submission("/desk/approvals");
        submission.key += ":" + chosen.id.text();
        const auto passed = services.storage.once(submission, [&](Repositories& r) -> Result<std::string> {
            const auto before = r.dossiers().find(chosen.id);
            if (!before) return before.error();
            result.action = app::next_action(before->state) == DossierAction::Forward
                                ? DossierAction::Forward
                                : DossierAction::Approve;
            auto after = pass_on(r, request, chosen, result.action);
            if (!after) return after.error();
            return std::string(domain::action_code(result.action));
        });
        if (passed)
            result.action = domain::action_from_code(*passed).value_or(result.action);
        else
            result.refusal = passed.error();
        const auto dossier =
            services.storage.transact([&](Repositories& r) { return r.dossiers().find(chosen.id); });
        result.title = dossier ? dossier->title : chosen.id.text();
        results.push_back(std::move(result));
    }
    if (results.empty())
        return respond(request, services, base::invalid("Hãy chọn ít nhất một hồ sơ trong hàng chờ."));
    PageFrame frame{.title = tr(request, "Kết quả duyệt"), .menu = "/desk"};
    frame.crumbs = {{tr(request, "Chờ xử lý"), "/desk"}};
    return show(request, services, frame, desk_results_content(request, results));
}

Response brief(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto view = services.storage.transact(
        [&](Repositories& r) { return app::view_dossier(r, request.actor(), *services.reference, *id); });
    if (!view) return respond(request, services, view.error());
    auto frame = dossier_frame(request, *view, tr(request, "Tóm tắt: {}", {view->dossier.title}));
    return show(request, services, frame, brief_content(request, *view, {}));
}

}  // namespace web
