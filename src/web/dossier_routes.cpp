// Dossiers and their steps; the desk's handlers are in desk_routes.cpp.
#include "app/create_dossier.h"
#include "app/dossier_steps.h"
#include "app/record_verdicts.h"
#include "app/round_repository.h"
#include "app/view_dossier.h"
#include "web/components.h"
#include "web/desk_handlers.h"
#include "web/layout.h"
#include "web/pages/appraisal.h"
#include "web/pages/dossier.h"
#include "web/pages/dossier_words.h"
#include "web/routes.h"
#include "web/services.h"
#include "web/texts.h"

#include <array>

namespace web {

namespace {

using app::Repositories;
using base::Result;
using domain::DossierAction;

constexpr std::size_t verdicts_limit = 1024 * 1024;  // a reason for each of some hundred nominees

int seen_of(const Request& request)
{
    return static_cast<int>(Request::positive_number(request.form_value("version")).value_or(0));
}

std::string reason_of(const Request& request)
{
    return std::string(request.form_value("reason"));
}

Result<app::DossierView> view_of(const Request& request, Services& services, domain::DossierId id)
{
    return services.storage.transact(
        [&](Repositories& r) { return app::view_dossier(r, request.actor(), *services.reference, id); });
}

using Content = base::Html (*)(const Request&, const app::DossierView&, std::span<const base::Error>);

// One of the dossier's pages; a refused form is shown again with what was wrong.
Response show_dossier(const Request& request, Services& services, Content content, const base::Message& title,
                      std::span<const base::Error> refusals)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto view = view_of(request, services, *id);
    if (!view) return respond(request, services, view.error());
    auto frame = dossier_frame(request, *view, title.empty() ? view->dossier.title : tr(request, title));
    frame.refused = !refusals.empty();
    return show(request, services, frame, content(request, *view, refusals), refusals.empty() ? 200 : 422);
}

// A step taken by a form: on to the dossier, or the form's page again.
template <class Step>
Response take_step(const Request& request, Services& services, std::string_view route, DossierAction action,
                   Content content, const base::Message& title, Step&& step)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto taken =
        services.storage.once(request.submission(route), [&](Repositories& r) -> Result<std::string> {
            const Result<domain::Dossier> after = step(r, *id);
            if (!after) return after.error();
            return dossier_address(*id) + "?xong=" + std::string(domain::action_code(action));
        });
    if (taken) return Response::see_other(*taken);
    if (taken.error().kind != base::ErrorKind::Invalid) return respond(request, services, taken.error());
    const std::array refusals = {taken.error()};
    return show_dossier(request, services, content, title, refusals);
}

Response dossiers(const Request& request, Services& services)
{
    const auto page = services.storage.transact([&](Repositories& r) {
        return app::list_dossiers(r, request.actor(), *services.reference, dossier_state_asked(request),
                                  page_asked(request), dossiers_a_page);
    });
    if (!page) return respond(request, services, page.error());
    PageFrame frame{.title = tr(request, "Hồ sơ"), .menu = "/dossiers"};
    if (request.may(rights::Permission::Nominate))
        frame.actions << button_link("/dossiers/new", tr(request, "Lập hồ sơ đề cử thêm"));
    return show(request, services, frame, dossiers_content(request, *page));
}

Response show_new(const Request& request, Services& services, std::span<const base::Error> refusals)
{
    const auto rounds = services.storage.transact(
        [&](Repositories& r) -> Result<std::vector<domain::Round>> { return r.rounds().all(); });
    if (!rounds) return respond(request, services, rounds.error());
    PageFrame frame{.title = tr(request, "Lập hồ sơ đề cử thêm"), .menu = "/dossiers"};
    frame.crumbs = {{tr(request, "Hồ sơ"), "/dossiers"}};
    frame.refused = !refusals.empty();
    return show(request, services, frame, new_dossier_content(request, *rounds, refusals),
                refusals.empty() ? 200 : 422);
}

Response new_dossier(const Request& request, Services& services)
{
    return show_new(request, services, {});
}

Response create(const Request& request, Services& services)
{
    app::DossierDraft draft;
    if (const auto round = Request::parse_id<domain::RoundId>(request.form_value("round")))
        draft.round = *round;
    draft.title = request.form_value("title");
    const auto created =
        services.storage.once(request.submission("/dossiers"), [&](Repositories& r) -> Result<std::string> {
            const auto id = app::create_dossier(r, request.actor(), draft);
            if (!id) return id.error();
            return dossier_address(*id) + "?xong=lap";
        });
    if (created) return Response::see_other(*created);
    if (created.error().kind == base::ErrorKind::Forbidden)
        return respond(request, services, created.error());
    const std::array refusals = {created.error()};
    return show_new(request, services, refusals);
}

Response dossier(const Request& request, Services& services)
{
    return show_dossier(request, services, dossier_content, {}, {});
}

Response submission(const Request& request, Services& services)
{
    return show_dossier(request, services, submission_content, "Trình thẩm định", {});
}

Response submit_dossier(const Request& request, Services& services)
{
    return take_step(request, services, "/dossiers/{dossier}/submission", DossierAction::Submit,
                     submission_content, "Trình thẩm định", [&](Repositories& r, domain::DossierId id) {
                         return app::submit_dossier(r, request.actor(), id, seen_of(request),
                                                    request.has_form("accept_empty"));
                     });
}

Response recall(const Request& request, Services& services)
{
    return take_step(request, services, "/dossiers/{dossier}/recall", DossierAction::Recall, dossier_content,
                     {}, [&](Repositories& r, domain::DossierId id) {
                         return app::recall_dossier(r, request.actor(), id, seen_of(request));
                     });
}

Response return_back(const Request& request, Services& services)
{
    return take_step(request, services, "/dossiers/{dossier}/return", DossierAction::Return, dossier_content,
                     {}, [&](Repositories& r, domain::DossierId id) {
                         return app::return_dossier(r, request.actor(), id, seen_of(request),
                                                    reason_of(request));
                     });
}

Response reject(const Request& request, Services& services)
{
    return take_step(request, services, "/dossiers/{dossier}/rejection", DossierAction::Reject,
                     dossier_content, {}, [&](Repositories& r, domain::DossierId id) {
                         return app::reject_dossier(r, request.actor(), id, seen_of(request),
                                                    reason_of(request));
                     });
}

Response withdraw(const Request& request, Services& services)
{
    return take_step(request, services, "/dossiers/{dossier}/withdrawal", DossierAction::Withdraw,
                     dossier_content, {}, [&](Repositories& r, domain::DossierId id) {
                         return app::withdraw_dossier(r, request.actor(), id, seen_of(request),
                                                      reason_of(request));
                     });
}

Response appraisal(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto view = view_of(request, services, *id);
    if (!view) return respond(request, services, view.error());
    const auto step = workflow::verdict_step_in(view->dossier.state).value_or(domain::VerdictStep::Appraiser);
    if (const auto refusal = workflow::verdict_refusal(view->dossier, step, *request.user, view->facts))
        return respond(request, services, *refusal);
    return show_dossier(request, services, appraisal_content, "Ý kiến từng đối tượng", {});
}

Response record(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto recorded = services.storage.once(
        request.submission("/dossiers/{dossier}/appraisal"), [&](Repositories& r) -> Result<std::string> {
            const auto after =
                app::record_verdicts(r, request.actor(), *id, seen_of(request), sent_verdicts(request));
            if (!after) return after.error();
            return dossier_address(*id, "appraisal") + "?xong=luu";
        });
    if (recorded) return Response::see_other(*recorded);
    if (recorded.error().kind != base::ErrorKind::Invalid)
        return respond(request, services, recorded.error());
    const std::array refusals = {recorded.error()};
    return show_dossier(request, services, appraisal_content, "Ý kiến từng đối tượng", refusals);
}

Response complete(const Request& request, Services& services)
{
    return take_step(request, services, "/dossiers/{dossier}/appraisal/completion", DossierAction::Appraise,
                     appraisal_content, "Ý kiến từng đối tượng", [&](Repositories& r, domain::DossierId id) {
                         return app::complete_appraisal(r, request.actor(), id, seen_of(request),
                                                        sent_verdicts(request));
                     });
}

}  // namespace

std::span<const Route> dossier_routes()
{
    using enum rights::Permission;
    static constexpr std::array routes = {
        Route{"GET", "/dossiers", dossiers, ViewDossiers},
        Route{"GET", "/dossiers/new", new_dossier, Nominate},
        Route{"POST", "/dossiers", create, Nominate},
        Route{"GET", "/dossiers/{dossier}", dossier, ViewDossiers},
        Route{"GET", "/dossiers/{dossier}/submission", submission, SubmitDossier},
        Route{"POST", "/dossiers/{dossier}/submission", submit_dossier, SubmitDossier},
        Route{"POST", "/dossiers/{dossier}/recall", recall, SubmitDossier},
        Route{"POST", "/dossiers/{dossier}/withdrawal", withdraw, SubmitDossier},
        // Appraiser, director and chair: the table of steps says which of them, and whether this person may.
        Route{"GET", "/dossiers/{dossier}/appraisal", appraisal, ViewDossiers},
        Route{"POST", "/dossiers/{dossier}/appraisal", record, ViewDossiers, verdicts_limit},
        Route{"POST", "/dossiers/{dossier}/appraisal/completion", complete, AppraiseDossier, verdicts_limit},
        Route{"POST", "/dossiers/{dossier}/return", return_back, ViewDossiers},
        Route{"POST", "/dossiers/{dossier}/rejection", reject, ApproveDossier},
        Route{"GET", "/dossiers/{dossier}/brief", brief, ViewDossiers},
        Route{"GET", "/desk", desk, ViewDossiers},
        Route{"POST", "/desk/check", desk_check, ViewDossiers},
        Route{"POST", "/desk/approvals", desk_approvals, ViewDossiers},
    };
    return routes;
}

}  // namespace web
