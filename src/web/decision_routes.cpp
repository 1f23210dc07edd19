// Decisions: list, numbering, correction, issue, files.
#include "app/correct_number.h"
#include "app/decide.h"
#include "app/decision_repository.h"
#include "app/issue_decision.h"
#include "app/number_decision.h"
#include "app/print_decision.h"
#include "web/components.h"
#include "web/layout.h"
#include "web/pages/decision.h"
#include "web/routes.h"
#include "web/services.h"
#include "web/texts.h"

#include <algorithm>
#include <array>

namespace web {

namespace {

using app::Repositories;
using base::Result;

constexpr int page_size = 30;

int number_of(const Request& request, std::string_view name)
{
    const auto number = Request::positive_number(request.form_value(name));
    return number && *number < 1'000'000'000 ? static_cast<int>(*number) : 0;
}

app::DecisionForm typed_form(const Request& request)
{
    app::DecisionForm form;
    form.number = number_of(request, "number");
    form.symbol = request.form_value("symbol");
    form.date = base::Date::parse(request.form_value("date"));
    form.signer =
        Request::parse_id<domain::SignerId>(request.form_value("signer")).value_or(domain::SignerId{});
    form.authority =
        request.form_value("authority") == "body" ? domain::Authority::Body : domain::Authority::Head;
    form.proposal = request.form_value("proposal");
    return form;
}

Result<app::DecisionPage> page_of(const Request& request, Services& services, domain::DossierId dossier,
                                  const std::string& award, std::optional<base::Date> typed = {})
{
    return services.storage.transact([&](Repositories& r) {
        return app::view_decisions(r, request.actor(), *services.reference, dossier, award, {}, typed);
    });
}

// The page of the dossier that holds this decision, on its tab.
Result<app::DecisionPage> page_with(const Request& request, Services& services, domain::DecisionId id,
                                    std::optional<base::Date> typed = {})
{
    return services.storage.transact([&](Repositories& r) -> Result<app::DecisionPage> {
        const auto decision = r.decisions().find(id);
        if (!decision) return base::not_found("Không tìm thấy quyết định này.");
        return app::view_decisions(r, request.actor(), *services.reference, decision->dossier,
                                   decision->award, {}, typed);
    });
}

Response refused(const Request& request, Services& services, const Result<app::DecisionPage>& page,
                 const base::Error& error)
{
    if (error.kind != base::ErrorKind::Invalid) return respond(request, services, error);
    if (!page) return respond(request, services, page.error());
    const std::array refusals = {error};
    auto frame = decision_frame(request, *page);
    frame.refused = true;
    return show(request, services, frame,
                decision_content(request, *page, typed_form(request), request.form_value("reason"), refusals),
                422);
}

Response decision_list(const Request& request, Services& services)
{
    const int page = page_asked(request);
    const auto list = services.storage.transact(
        [&](Repositories& r) { return app::list_decisions(r, request.actor(), page, page_size); });
    if (!list) return respond(request, services, list.error());
    return show(request, services, {.title = tr(request, "Quyết định khen thưởng"), .menu = "/decisions"},
                decision_list_content(request, *list, page, page_size));
}

Response decisions(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto page = page_of(request, services, *id, std::string(request.query_value("hinh-thuc")));
    if (!page) return respond(request, services, page.error());
    return show(request, services, decision_frame(request, *page),
                decision_content(request, *page, usual_form(*page), {}, {}));
}

Response one_decision(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DecisionId>("decision");
    if (!id) return not_found(request, services);
    const auto page = page_with(request, services, *id);
    if (!page) return respond(request, services, page.error());
    return Response::see_other(decisions_address(page->dossier.id, page->tabs[page->current].award));
}

Response number(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const std::string award(request.form_value("award"));
    const auto numbered = services.storage.once(
        request.submission("/dossiers/{dossier}/decisions"), [&](Repositories& r) -> Result<std::string> {
            const auto made = app::number_decision(r, request.actor(), *services.reference, *id,
                                                   number_of(request, "version"), award, typed_form(request));
            if (!made) return made.error();
            return decisions_address(*id, award) + "&xong=so";
        });
    if (numbered) return Response::see_other(*numbered);
    return refused(request, services, page_of(request, services, *id, award, typed_form(request).date),
                   numbered.error());
}

Response correct(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DecisionId>("decision");
    if (!id) return not_found(request, services);
    const auto corrected = services.storage.once(
        request.submission("/decisions/{decision}/correction"), [&](Repositories& r) -> Result<std::string> {
            const auto done = app::correct_decision(r, request.actor(), *services.reference, *id,
                                                    number_of(request, "version"), typed_form(request),
                                                    std::string(request.form_value("reason")));
            if (!done) return done.error();
            const auto decision = r.decisions().find(*id);
            return decisions_address(decision->dossier, decision->award) + "&xong=sua";
        });
    if (corrected) return Response::see_other(*corrected);
    return refused(request, services, page_with(request, services, *id, typed_form(request).date),
                   corrected.error());
}

Response issue_check(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DecisionId>("decision");
    if (!id) return not_found(request, services);
    const auto page = page_with(request, services, *id);
    if (!page) return respond(request, services, page.error());
    const auto& decision = *page->tabs[page->current].decision;
    if (decision.issued()) return Response::see_other(decisions_address(page->dossier.id, decision.award));
    auto frame = decision_frame(request, *page);
    frame.crumbs.push_back({decision.number.text(), decisions_address(page->dossier.id, decision.award)});
    frame.title = tr(request, "Kiểm tra trước khi ban hành");
    return show(request, services, frame, issue_content(request, *page));
}

Response issue(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DecisionId>("decision");
    if (!id) return not_found(request, services);
    const auto issued = services.storage.once(
        request.submission("/decisions/{decision}/issue"), [&](Repositories& r) -> Result<std::string> {
            const auto done = app::issue_decision(r, request.actor(), *id, number_of(request, "version"));
            if (!done) return done.error();
            const auto decision = r.decisions().find(*id);
            return decisions_address(decision->dossier, decision->award) + "&xong=ban-hanh";
        });
    if (!issued) return respond(request, services, issued.error());
    return Response::see_other(*issued);
}

struct PaperFile {
    std::string_view name;
    std::string_view type;
    Result<std::string> (*make)(const app::DecisionPapers&);
};

constexpr PaperFile paper_files[] = {
    {"decision.pdf", documents::pdf_type,
     [](const app::DecisionPapers& papers) { return documents::decision_pdf(papers.paper()); }},
    {"decision.docx", documents::docx_type,
     [](const app::DecisionPapers& papers) { return documents::decision_docx(papers.paper()); }},
    {"list.pdf", documents::pdf_type,
     [](const app::DecisionPapers& papers) { return documents::award_list_pdf(papers.list()); }},
    {"list.docx", documents::docx_type,
     [](const app::DecisionPapers& papers) { return documents::award_list_docx(papers.list()); }},
    {"list.xlsx", documents::xlsx_type,
     [](const app::DecisionPapers& papers) { return documents::award_list_xlsx(papers.list()); }},
    {"certificates.pdf", documents::pdf_type,
     [](const app::DecisionPapers& papers) { return documents::certificates_pdf(papers.certificates()); }},
};

Response file(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DecisionId>("decision");
    const auto name = request.path_values.find("file");
    const auto found = std::ranges::find(paper_files, name->second, &PaperFile::name);
    if (!id || found == std::end(paper_files)) return not_found(request, services);
    const auto papers = services.storage.transact(
        [&](Repositories& r) { return app::decision_papers(r, request.actor(), *services.reference, *id); });
    if (!papers) return respond(request, services, papers.error());
    if (found->name == "certificates.pdf" && !papers->award.certificate) return not_found(request, services);
    auto bytes = found->make(*papers);
    if (!bytes) return respond(request, services, bytes.error());
    return Response::file(std::move(*bytes), found->type, papers->file_name(found->name),
                          found->name.ends_with(".pdf"));
}

}  // namespace

std::span<const Route> decision_routes()
{
    using enum rights::Permission;
    static const std::array routes = {
        Route{"GET", "/decisions", decision_list, ViewDossiers},
        Route{"GET", "/dossiers/{dossier}/decisions", decisions, ViewDossiers},
        Route{"POST", "/dossiers/{dossier}/decisions", number, NumberDecision},
        Route{"GET", "/decisions/{decision}", one_decision, ViewDossiers},
        Route{"POST", "/decisions/{decision}/correction", correct, NumberDecision},
        Route{"GET", "/decisions/{decision}/issue", issue_check, NumberDecision},
        Route{"POST", "/decisions/{decision}/issue", issue, NumberDecision},
        Route{"GET", "/decisions/{decision}/files/{file}", file, PrintDocuments},
    };
    return routes;
}

}  // namespace web
