#include "web/framework_handlers.h"

#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/save_framework.h"
#include "app/unit_repository.h"
#include "web/layout.h"
#include "web/pages/framework.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

namespace {

using app::Repositories;
using base::Result;

std::optional<int> year_of(std::string_view text)
{
    const auto number = Request::positive_number(text);
    if (!number || *number < 1990 || *number > 2100) return std::nullopt;
    return static_cast<int>(*number);
}

// Years people may look for: those with a framework and those of rounds.
std::vector<int> years_of(Repositories& repositories)
{
    auto years = repositories.frameworks().years();
    for (const auto& round : repositories.rounds().all())
        years.push_back(round.year);
    std::sort(years.begin(), years.end(), std::greater<>());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

struct OneFramework {
    domain::PeerGroup group;
    int year = 0;
    app::FrameworkDraft draft;
};

Result<OneFramework> one_framework(const Request& request, Services& services)
{
    const auto group = request.path_id<domain::PeerGroupId>("group");
    const auto year = year_of(request.path_values.find("year")->second);
    if (!group || !year) return base::not_found("Không tìm thấy khối này.");
    return services.storage.transact([&](Repositories& repositories) -> Result<OneFramework> {
        auto draft = app::framework_draft(repositories, request.actor(), *group, *year);
        if (!draft) return draft.error();
        return OneFramework{*repositories.units().group(*group), *year, std::move(*draft)};
    });
}

Response show_framework(const Request& request, Services& services, const OneFramework& one,
                        std::span<const base::Error> refusals)
{
    PageFrame frame{.title =
                        tr(request, "Cách chấm điểm {} năm {}", {one.group.name, std::to_string(one.year)}),
                    .menu = "/rankings"};
    frame.crumbs = {{tr(request, "Cách chấm điểm"), "/frameworks?nam=" + std::to_string(one.year)}};
    frame.refused = !refusals.empty();
    return show(request, services, frame,
                framework_content(request, one.group, one.year, one.draft, refusals),
                refusals.empty() ? 200 : 422);
}

}  // namespace

Response frameworks(const Request& request, Services& services)
{
    struct Year {
        int year = 0;
        std::vector<int> years;
        std::vector<FrameworkLine> lines;
    };
    const auto found = services.storage.transact([&](Repositories& repositories) -> Result<Year> {
        Year shown;
        shown.years = years_of(repositories);
        const int newest = shown.years.empty() ? request.now.date().year() - 1 : shown.years.front();
        shown.year = year_of(request.query_value("nam")).value_or(newest);
        for (auto& group : repositories.units().groups()) {
            auto draft = app::framework_draft(repositories, request.actor(), group.id, shown.year);
            if (!draft) return draft.error();
            shown.lines.push_back({std::move(group), std::move(*draft)});
        }
        return shown;
    });
    if (!found) return respond(request, services, found.error());
    PageFrame frame{.title = tr(request, "Cách chấm điểm năm {}", {std::to_string(found->year)}),
                    .menu = "/rankings"};
    frame.crumbs = {{tr(request, "Các lần công bố"), "/publications"}};
    return show(request, services, frame,
                frameworks_content(request, found->year, found->years, found->lines));
}

Response framework(const Request& request, Services& services)
{
    const auto one = one_framework(request, services);
    if (!one) return respond(request, services, one.error());
    return show_framework(request, services, *one, {});
}

Response save_framework(const Request& request, Services& services)
{
    const auto one = one_framework(request, services);
    if (!one) return respond(request, services, one.error());
    const auto form = framework_form(request, one->group.id, one->year);
    if (!form.faults.empty()) return show_framework(request, services, *one, form.faults);
    const auto saved =
        services.storage.once(request.submission("/frameworks/{group}/{year}"),
                              [&](Repositories& repositories) -> Result<std::string> {
                                  const auto id =
                                      app::save_framework(repositories, request.actor(), form.change);
                                  if (!id) return id.error();
                                  return "/frameworks?nam=" + std::to_string(one->year) + "&xong=luu";
                              });
    if (!saved) return respond(request, services, saved.error());
    return Response::see_other(*saved);
}

}  // namespace web
