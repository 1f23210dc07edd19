// Proposals: run, read, decide ties, name the ground, hand over to a dossier.
#include "app/run_proposals.h"
#include "app/view_proposals.h"
#include "documents/paper.h"
#include "documents/table_book.h"
#include "web/components.h"
#include "web/layout.h"
#include "web/pages/dossier_words.h"
#include "web/pages/proposals.h"
#include "web/routes.h"
#include "web/texts.h"

#include <array>

namespace web {
namespace {

using app::Repositories;
using base::Result;

Response rounds(const Request& request, Services& services)
{
    const auto found =
        services.storage.transact([&](Repositories& r) { return app::rounds_with_runs(r, request.actor()); });
    if (!found) return respond(request, services, found.error());
    return show(request, services, {.title = tr(request, "Đề xuất khen thưởng"), .menu = "/proposals"},
                rounds_content(request, *found));
}

Response show_run(const Request& request, Services& services, domain::RunId id,
                  const std::vector<base::Error>& errors = {}, int status = 200)
{
    const auto view = services.storage.transact(
        [&](Repositories& r) { return app::view_proposals(r, request.actor(), *services.reference, id); });
    if (!view) return respond(request, services, view.error());
    auto frame = proposals_frame(request, *view);
    frame.refused = !errors.empty();
    return show(request, services, frame, proposals_content(request, *services.reference, *view, errors),
                status);
}

Response proposals(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::RunId>("run");
    if (!id) return not_found(request, services);
    return show_run(request, services, *id);
}

Response workbook(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::RunId>("run");
    if (!id) return not_found(request, services);
    const auto view = services.storage.transact(
        [&](Repositories& r) { return app::view_proposals(r, request.actor(), *services.reference, *id); });
    if (!view) return respond(request, services, view.error());
    auto bytes = documents::table_book(proposal_sheets(request, *services.reference, *view));
    if (!bytes) return respond(request, services, bytes.error());
    return Response::file(std::move(*bytes), documents::xlsx_type,
                          tr(request, "Đề xuất năm {}, lần chạy {}",
                             {std::to_string(view->round.year), std::to_string(view->run.number)}) +
                              ".xlsx");
}

Response run(const Request& request, Services& services)
{
    const auto round = Request::parse_id<domain::RoundId>(request.form_value("round"));
    const auto version = Request::parse_id<domain::RuleSetVersionId>(request.form_value("version"));
    if (!round || !version) return not_found(request, services);
    const auto done =
        services.storage.once(request.submission("/proposals"), [&](Repositories& r) -> Result<std::string> {
            const auto id = app::run_proposals(r, request.actor(), *round, *version);
            if (!id) return id.error();
            return run_address(*id);
        });
    if (!done) return respond(request, services, done.error());
    return Response::see_other(*done);
}

// An act on a run that gives another run; a refusal shows the run again with what is wrong.
Response rerun(const Request& request, Services& services, std::string_view pattern,
               const std::function<Result<domain::RunId>(Repositories&, domain::RunId)>& act)
{
    const auto id = request.path_id<domain::RunId>("run");
    if (!id) return not_found(request, services);
    const auto done =
        services.storage.once(request.submission(pattern), [&](Repositories& r) -> Result<std::string> {
            const auto next = act(r, *id);
            if (!next) return next.error();
            return run_address(*next);
        });
    if (done) return Response::see_other(*done);
    const auto& error = done.error();
    if (error.kind == base::ErrorKind::Invalid || error.kind == base::ErrorKind::Conflict)
        return show_run(request, services, *id, {error}, status_of(error.kind));
    return respond(request, services, error);
}

Response decide_tie(const Request& request, Services& services)
{
    rules::TieDecision decision;
    decision.award = request.form_value("award");
    decision.recipients = request.form_values("recipient");
    decision.reason = request.form_value("reason");
    return rerun(request, services, "/proposals/{run}/tie", [&](Repositories& r, domain::RunId id) {
        return app::decide_tie(r, request.actor(), id, decision);
    });
}

Response name_ground(const Request& request, Services& services)
{
    return rerun(request, services, "/proposals/{run}/ground", [&](Repositories& r, domain::RunId id) {
        return app::name_ground(r, request.actor(), id, std::string(request.form_value("award")),
                                std::string(request.form_value("ground")));
    });
}

Response make_dossier(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::RunId>("run");
    if (!id) return not_found(request, services);
    const auto done = services.storage.once(
        request.submission("/proposals/{run}/dossier"), [&](Repositories& r) -> Result<std::string> {
            const auto dossier = app::dossier_of_run(r, request.actor(), *id);
            if (!dossier) return dossier.error();
            return dossier_address(*dossier) + "?xong=lap";
        });
    if (done) return Response::see_other(*done);
    const auto& error = done.error();
    if (error.kind == base::ErrorKind::Invalid || error.kind == base::ErrorKind::Conflict)
        return show_run(request, services, *id, {error}, status_of(error.kind));
    return respond(request, services, error);
}

}  // namespace

std::span<const Route> proposal_routes()
{
    using enum rights::Permission;
    static constexpr std::array routes = {
        Route{"GET", "/proposals", rounds, ViewProposals},
        Route{"POST", "/proposals", run, RunProposals},
        Route{"GET", "/proposals/{run}", proposals, ViewProposals},
        Route{"GET", "/proposals/{run}/sheet.xlsx", workbook, ViewProposals},
        Route{"POST", "/proposals/{run}/tie", decide_tie, RunProposals},
        Route{"POST", "/proposals/{run}/ground", name_ground, RunProposals},
        Route{"POST", "/proposals/{run}/dossier", make_dossier, Nominate},
    };
    return routes;
}

}  // namespace web
