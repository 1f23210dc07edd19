// Units and peer groups.
#include "app/manage_units.h"
#include "web/admin_handlers.h"
#include "web/components.h"
#include "web/pages/units.h"
#include "web/texts.h"

namespace web {

namespace {

using app::Repositories;
using base::Result;

PageFrame units_frame(const Request& request, bool empty)
{
    PageFrame frame{.title = tr(request, "Đơn vị")};
    frame.menu = "/units";
    if (request.may(rights::Permission::ManageUnits))
        frame.actions << button_link("/groups", tr(request, "Các khối"), Look::Quiet, "list-ol")
                      << button_link("/units/import", tr(request, "Nhập nhiều đơn vị"), Look::Outline,
                                     "upload")
                      << button_link("/units/new", tr(request, "Thêm đơn vị"),
                                     empty ? Look::Outline : Look::Primary, "plus-lg");
    return frame;
}

PageFrame below_units(const Request& request, std::string title, bool refused)
{
    PageFrame frame{.title = std::move(title)};
    frame.crumbs = {{tr(request, "Đơn vị"), "/units"}};
    frame.menu = "/units";
    frame.refused = refused;
    return frame;
}

Result<UnitView> read_unit(Services& services, domain::UnitId id)
{
    return services.storage.transact([&](Repositories& repositories) -> Result<UnitView> {
        UnitView view;
        view.groups = repositories.units().groups();
        if (!id) return view;
        const auto unit = repositories.units().find(id);
        if (!unit) return base::not_found("Không tìm thấy đơn vị này.");
        view.unit = *unit;
        view.names = repositories.units().names_of(id);
        return view;
    });
}

Response unit_page(const Request& request, Services& services, domain::UnitId id,
                   std::span<const base::Error> refusals, int status)
{
    const auto view = read_unit(services, id);
    if (!view) return respond(request, services, view.error());
    const auto title = id ? tr(request, "Sửa đơn vị") : tr(request, "Thêm đơn vị");
    return show(request, services, below_units(request, title, !refusals.empty()),
                unit_form_content(request, *view, refusals), status);
}

std::string edit_address(domain::UnitId id)
{
    return "/units/" + id.text() + "/edit?xong=luu";
}

// An act on one unit's page: done, it comes back there.
template <class Act>
Response on_unit(const Request& request, Services& services, std::string_view route, const Act& act)
{
    const auto id = request.path_id<domain::UnitId>("unit");
    if (!id) return not_found(request, services);
    const auto done = services.storage.once(request.submission(route),
                                            [&](Repositories& repositories) -> Result<std::string> {
                                                const Result<void> acted = act(repositories, *id);
                                                if (!acted) return acted.error();
                                                return edit_address(*id);
                                            });
    return answer_form(request, services, done, [&](std::span<const base::Error> refusals, int status) {
        return unit_page(request, services, *id, refusals, status);
    });
}

Response groups_page(const Request& request, Services& services, std::span<const base::Error> refusals,
                     int status)
{
    const auto view = services.storage.transact([&](Repositories& repositories) -> Result<GroupsView> {
        return GroupsView{repositories.units().groups(), repositories.units().current(request.now.date())};
    });
    if (!view) return respond(request, services, view.error());
    return show(request, services, below_units(request, tr(request, "Các khối xếp hạng"), !refusals.empty()),
                groups_content(request, *view, refusals), status);
}

Result<domain::PeerGroup> read_group(Services& services, domain::PeerGroupId id)
{
    return services.storage.transact([&](Repositories& repositories) -> Result<domain::PeerGroup> {
        const auto group = repositories.units().group(id);
        if (!group) return base::not_found("Không tìm thấy khối này.");
        return *group;
    });
}

Response group_page(const Request& request, Services& services, domain::PeerGroupId id,
                    std::span<const base::Error> refusals, int status)
{
    const auto group = read_group(services, id);
    if (!group) return respond(request, services, group.error());
    auto frame = below_units(request, tr(request, "Sửa khối"), !refusals.empty());
    frame.crumbs.push_back({tr(request, "Các khối xếp hạng"), "/groups"});
    return show(request, services, frame, group_form_content(request, *group, refusals), status);
}

Response import_page(const Request& request, const Services& services,
                     std::span<const app::UnitLineIssue> issues, std::span<const base::Error> refusals,
                     int status)
{
    return show(request, services, below_units(request, tr(request, "Nhập nhiều đơn vị"), !refusals.empty()),
                import_units_content(request, issues, refusals), status);
}

}  // namespace

Response list_units(const Request& request, Services& services)
{
    const auto filter = unit_filter(request);
    const auto view = services.storage.transact([&](Repositories& repositories) -> Result<UnitsView> {
        auto& units = repositories.units();
        UnitsView found{units.groups(), units.page(filter)};
        found.none = found.units.total == 0 && units.page({}).total == 0;
        return found;
    });
    if (!view) return respond(request, services, view.error());
    return show(request, services, units_frame(request, view->none), units_content(request, *view, filter));
}

Response new_unit(const Request& request, Services& services)
{
    return unit_page(request, services, {}, {}, 200);
}

Response add_unit(const Request& request, Services& services)
{
    const auto unit = unit_form(request, {});
    const auto added = services.storage.once(
        request.submission("/units"), [&](Repositories& repositories) -> Result<std::string> {
            if (!unit) return unit.error();
            const auto id = app::add_unit(repositories, request.actor(), *unit);
            if (!id) return id.error();
            return edit_address(*id);
        });
    return answer_form(request, services, added, [&](std::span<const base::Error> refusals, int status) {
        return unit_page(request, services, {}, refusals, status);
    });
}

Response edit_unit(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::UnitId>("unit");
    if (!id) return not_found(request, services);
    return unit_page(request, services, *id, {}, 200);
}

Response change_unit(const Request& request, Services& services)
{
    return on_unit(request, services, "/units/{unit}",
                   [&](Repositories& repositories, domain::UnitId id) -> Result<void> {
                       const auto stored = repositories.units().find(id);
                       if (!stored) return base::not_found("Không tìm thấy đơn vị này.");
                       const auto unit = unit_form(request, *stored);
                       if (!unit) return unit.error();
                       const auto named_from = typed_date(request, "named_from");
                       if (!named_from) return named_from.error();
                       return app::change_unit(repositories, request.actor(), *unit, *named_from);
                   });
}

Response add_variant(const Request& request, Services& services)
{
    return on_unit(
        request, services, "/units/{unit}/variants", [&](Repositories& repositories, domain::UnitId id) {
            return app::add_variant(repositories, request.actor(), id, request.form_value("variant"));
        });
}

Response remove_variant(const Request& request, Services& services)
{
    return on_unit(request, services, "/units/{unit}/variants/removal",
                   [&](Repositories& repositories, domain::UnitId id) {
                       return app::remove_variant(repositories, request.actor(), id,
                                                  request.form_value("variant"));
                   });
}

Response move_unit(const Request& request, Services& services)
{
    const auto move = request.form_value("move") == "up" ? app::Move::Up : app::Move::Down;
    return on_unit(request, services, "/units/{unit}/order",
                   [&](Repositories& repositories, domain::UnitId id) {
                       return app::move_unit(repositories, request.actor(), id, move);
                   });
}

Response show_import_units(const Request& request, Services& services)
{
    return import_page(request, services, {}, {}, 200);
}

Response import_units(const Request& request, Services& services)
{
    std::vector<app::UnitLineIssue> issues;
    const auto stored = services.storage.once(
        request.submission("/units/import"), [&](Repositories& repositories) -> Result<std::string> {
            const auto count =
                app::import_units(repositories, request.actor(), request.form_value("lines"), issues);
            if (!count) return count.error();
            return std::string("/units?xong=luu");
        });
    return answer_form(request, services, stored, [&](std::span<const base::Error> refusals, int status) {
        return import_page(request, services, issues, refusals, status);
    });
}

Response list_groups(const Request& request, Services& services)
{
    return groups_page(request, services, {}, 200);
}

Response add_group(const Request& request, Services& services)
{
    const auto added = services.storage.once(
        request.submission("/groups"), [&](Repositories& repositories) -> Result<std::string> {
            const auto id = app::add_group(repositories, request.actor(), group_form(request, {}));
            if (!id) return id.error();
            return std::string("/groups?xong=luu");
        });
    return answer_form(request, services, added, [&](std::span<const base::Error> refusals, int status) {
        return groups_page(request, services, refusals, status);
    });
}

Response edit_group(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::PeerGroupId>("group");
    if (!id) return not_found(request, services);
    return group_page(request, services, *id, {}, 200);
}

Response change_group(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::PeerGroupId>("group");
    if (!id) return not_found(request, services);
    const auto saved = services.storage.once(
        request.submission("/groups/{group}"), [&](Repositories& repositories) -> Result<std::string> {
            const auto stored = repositories.units().group(*id);
            if (!stored) return base::not_found("Không tìm thấy khối này.");
            const auto changed =
                app::change_group(repositories, request.actor(), group_form(request, *stored));
            if (!changed) return changed.error();
            return std::string("/groups?xong=luu");
        });
    return answer_form(request, services, saved, [&](std::span<const base::Error> refusals, int status) {
        return group_page(request, services, *id, refusals, status);
    });
}

}  // namespace web
