// Rankings, publications, comparisons and frameworks.
#include "app/compare_years.h"
#include "app/correct_publication.h"
#include "app/framework_repository.h"
#include "app/print_ranking.h"
#include "app/publication_repository.h"
#include "app/publish_ranking.h"
#include "app/save_framework.h"
#include "app/unit_repository.h"
#include "app/view_ranking.h"
#include "web/components.h"
#include "web/framework_handlers.h"
#include "web/layout.h"
#include "web/pages/compare.h"
#include "web/pages/framework.h"
#include "web/pages/publication.h"
#include "web/pages/ranking.h"
#include "web/pages/ranking_table.h"
#include "web/routes.h"
#include "web/texts.h"

#include <algorithm>
#include <array>

namespace web {

namespace {

using app::Repositories;
using base::Html;
using base::Result;

constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Response ranking(const Request& request, Services& services)
{
    auto filter = standing_filter(request);
    if (request.path_values.contains("publication")) {
        const auto id = request.path_id<domain::PublicationId>("publication");
        if (!id) return not_found(request, services);
        filter.publication = *id;
    }
    const auto page = services.storage.transact(
        [&](Repositories& repositories) { return app::view_ranking(repositories, request.actor(), filter); });
    if (!page) {
        if (filter.publication || page.error().kind != base::ErrorKind::NotFound)
            return respond(request, services, page.error());
        return show(request, services, {.title = tr(request, "Xếp hạng"), .menu = "/rankings"},
                    no_ranking(request));
    }
    filter.group = page->group;
    filter.publication = page->publication.id;
    return show(request, services, ranking_frame(request, *page), ranking_content(request, *page, filter));
}

Result<documents::RankingSheet> sheet_of(const Request& request, Services& services, domain::PublicationId id)
{
    return services.storage.transact(
        [&](Repositories& repositories) { return app::print_ranking(repositories, request.actor(), id); });
}

Response ranking_workbook(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::PublicationId>("publication");
    if (!id) return not_found(request, services);
    const auto sheet = sheet_of(request, services, *id);
    if (!sheet) return respond(request, services, sheet.error());
    auto bytes = documents::ranking_xlsx(*sheet);
    if (!bytes) return respond(request, services, bytes.error());
    return Response::file(std::move(*bytes), xlsx_type, "Xếp hạng " + std::to_string(sheet->year) + ".xlsx");
}

Response ranking_print(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::PublicationId>("publication");
    if (!id) return not_found(request, services);
    const auto sheet = sheet_of(request, services, *id);
    if (!sheet) return respond(request, services, sheet.error());
    auto bytes = documents::ranking_pdf(*sheet);
    if (!bytes) return respond(request, services, bytes.error());
    return Response::file(std::move(*bytes), "application/pdf",
                          "Xếp hạng " + std::to_string(sheet->year) + ".pdf", true);
}

Response publications(const Request& request, Services& services)
{
    const auto rounds = services.storage.transact(
        [&](Repositories& repositories) { return app::round_rankings(repositories, request.actor()); });
    if (!rounds) return respond(request, services, rounds.error());
    PageFrame frame{.title = tr(request, "Các lần công bố"), .menu = "/rankings"};
    frame.crumbs = {{tr(request, "Xếp hạng"), "/rankings"}};
    frame.actions << button_link("/frameworks", tr(request, "Cách chấm điểm"), Look::Quiet)
                  << button_link("/compare", tr(request, "So sánh các năm"), Look::Quiet);
    return show(request, services, frame, publications_content(request, *rounds));
}

Response corrected(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::PublicationId>("publication");
    if (!id) return not_found(request, services);
    struct Corrected {
        domain::Publication publication;
        std::vector<app::StandingDifference> differences;
    };
    const auto found = services.storage.transact([&](Repositories& repositories) -> Result<Corrected> {
        const auto publication = repositories.publications().find(*id);
        if (!publication) return base::not_found("Không tìm thấy bản công bố này.");
        auto differences = app::corrected_rows(repositories, request.actor(), *publication);
        if (!differences) return differences.error();
        return Corrected{*publication, std::move(*differences)};
    });
    if (!found) return respond(request, services, found.error());
    const auto& publication = found->publication;
    if (!publication.replaces) return not_found(request, services);
    PageFrame frame{.title = tr(request, "Đính chính kết quả năm {}", {std::to_string(publication.year)}),
                    .menu = "/rankings"};
    frame.crumbs = {{tr(request, "Các lần công bố"), "/publications"},
                    {decision_words(request, publication), ranking_address(publication.id)}};
    frame.provenance << tr(request, "Lý do: {}", {publication.reason});
    frame.actions << button_link(ranking_address(*publication.replaces), tr(request, "Mở bản cũ"),
                                 Look::Quiet);
    return show(request, services, frame,
                card({.padded = false}, differences_table(request, found->differences)));
}

PageFrame preview_frame(const Request& request, const app::RankingPreview& preview)
{
    PageFrame frame{.title = tr(request, "Xếp hạng năm {}: xem trước", {std::to_string(preview.round.year)}),
                    .menu = "/rankings"};
    frame.crumbs = {{tr(request, "Các lần công bố"), "/publications"}};
    frame.provenance << preview.round.title << " · "
                     << tr(request, "số liệu từ tệp {}", {preview.upload.file_name});
    return frame;
}

Response preview(const Request& request, Services& services)
{
    const auto round = request.path_id<domain::RoundId>("round");
    if (!round) return not_found(request, services);
    const auto order = publish_order(request, *round);
    const auto found = services.storage.transact([&](Repositories& repositories) {
        return app::preview_ranking(repositories, request.actor(), *round, order.choices);
    });
    if (!found) return respond(request, services, found.error());
    return show(request, services, preview_frame(request, *found),
                preview_content(request, *found, order, {}));
}

struct Checked {
    app::RankingPreview preview;
    std::vector<app::StandingDifference> differences;
};

Result<Checked> checked(const Request& request, Services& services, const app::PublishOrder& order)
{
    return services.storage.transact([&](Repositories& repositories) -> Result<Checked> {
        auto preview = app::preview_ranking(repositories, request.actor(), order.round, order.choices);
        if (!preview) return preview.error();
        Checked checked{std::move(*preview), {}};
        if (const auto& old = checked.preview.current)
            checked.differences = app::differences(*old, repositories.publications().standings(old->id),
                                                   checked.preview.draft, checked.preview.rows);
        return checked;
    });
}

// Before the check page: the decision must be readable; afterwards the same page shows what the act refused.
Response check(const Request& request, Services& services)
{
    const auto round = request.path_id<domain::RoundId>("round");
    if (!round) return not_found(request, services);
    const auto order = publish_order(request, *round);
    const auto found = checked(request, services, order);
    if (!found) return respond(request, services, found.error());
    auto faults = app::decision_faults(order, request.actor().now.date());
    if (found->preview.current && request.query_value("reason").empty())
        faults.push_back(base::invalid("Hãy ghi lý do đính chính.", "reason"));
    auto frame = preview_frame(request, found->preview);
    if (!faults.empty() || found->preview.blocked()) {
        frame.refused = !faults.empty();
        return show(request, services, frame, preview_content(request, found->preview, order, faults), 422);
    }
    frame.title = tr(request, "Kiểm tra trước khi công bố");
    return show(request, services, frame,
                check_content(request, found->preview, order, found->differences, {}));
}

Response publish(const Request& request, Services& services)
{
    constexpr std::string_view route = "/rounds/{round}/publications";
    const auto round = request.path_id<domain::RoundId>("round");
    if (!round) return not_found(request, services);
    const auto order = publish_order(request, *round);
    const auto replaces = Request::parse_id<domain::PublicationId>(request.form_value("replaces"));
    const auto published = services.storage.once(
        request.submission(route), [&](Repositories& repositories) -> Result<std::string> {
            const auto id =
                replaces
                    ? app::correct_publication(repositories, request.actor(),
                                               {order, *replaces, std::string(request.form_value("reason"))})
                    : app::publish_ranking(repositories, request.actor(), order);
            if (!id) return id.error();
            return ranking_address(*id);
        });
    if (published) return Response::see_other(*published);
    if (published.error().kind != base::ErrorKind::Invalid)
        return respond(request, services, published.error());
    const auto found = checked(request, services, order);
    if (!found) return respond(request, services, found.error());
    const std::array refusals = {published.error()};
    auto frame = preview_frame(request, found->preview);
    frame.refused = true;
    return show(request, services, frame,
                check_content(request, found->preview, order, found->differences, refusals), 422);
}

Response compare(const Request& request, Services& services)
{
    struct Compared {
        std::vector<int> years;
        std::optional<app::YearComparison> comparison;
    };
    const auto found = services.storage.transact([&](Repositories& repositories) -> Result<Compared> {
        Compared compared;
        for (const auto& publication : repositories.publications().list())
            if (publication.current() &&
                (compared.years.empty() || compared.years.back() != publication.year))
                compared.years.push_back(publication.year);
        if (compared.years.size() < 2) return compared;
        const auto year = [&](std::string_view name, int otherwise) {
            const auto number = Request::positive_number(request.query_value(name));
            return number && *number < 10'000 ? static_cast<int>(*number) : otherwise;
        };
        auto comparison = app::compare_years(repositories, request.actor(), year("truoc", compared.years[1]),
                                             year("sau", compared.years[0]));
        if (!comparison) return comparison.error();
        compared.comparison = std::move(*comparison);
        return compared;
    });
    if (!found) return respond(request, services, found.error());
    PageFrame frame{.title = tr(request, "So sánh các năm"), .menu = "/rankings"};
    frame.crumbs = {{tr(request, "Xếp hạng"), "/rankings"}};
    return show(request, services, frame,
                compare_content(request, found->years, found->comparison ? &*found->comparison : nullptr));
}

}  // namespace

std::span<const Route> ranking_routes()
{
    using enum rights::Permission;
    static constexpr std::array routes = {
        Route{"GET", "/rankings", ranking, ViewResults},
        Route{"GET", "/rankings/{publication}", ranking, ViewResults},
        Route{"GET", "/rankings/{publication}/sheet.xlsx", ranking_workbook, ViewResults},
        Route{"GET", "/rankings/{publication}/sheet.pdf", ranking_print, ViewResults},
        Route{"GET", "/rankings/{publication}/differences", corrected, ViewResults},
        Route{"GET", "/publications", publications, ViewResults},
        Route{"GET", "/compare", compare, ViewResults},
        Route{"GET", "/rounds/{round}/ranking", preview, PublishRanking},
        Route{"GET", "/rounds/{round}/ranking/check", check, PublishRanking},
        Route{"POST", "/rounds/{round}/publications", publish, PublishRanking},
        Route{"GET", "/frameworks", frameworks, ViewResults},
        Route{"GET", "/frameworks/{group}/{year}", framework, ViewResults},
        Route{"POST", "/frameworks/{group}/{year}", save_framework, ManageUnits},
    };
    return routes;
}

}  // namespace web
