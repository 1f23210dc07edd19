#include "web/nomination_handlers.h"

#include "app/add_nominee.h"
#include "app/dossier_repository.h"
#include "app/edit_dossier.h"
#include "app/nominee_repository.h"
#include "app/unit_repository.h"
#include "web/pages/dossier_words.h"
#include "web/pages/nomination.h"
#include "web/services.h"
#include "web/texts.h"

#include <array>

namespace web {

using app::Repositories;
using base::Result;

int nominee_version(const Request& request)
{
    return static_cast<int>(Request::positive_number(request.form_value("version")).value_or(0));
}

PageFrame nominees_frame(const Request& request, const domain::Dossier& dossier, std::string title)
{
    PageFrame frame{.title = std::move(title), .menu = "/nominees"};
    frame.crumbs = {{tr(request, "Cá nhân đề nghị"), "/nominees"}};
    if (request.may(rights::Permission::ViewDossiers))
        frame.crumbs.push_back({dossier.code(), dossier_address(dossier.id)});
    frame.provenance << dossier.code() << " · " << dossier.title;
    return frame;
}

namespace {

Result<NominationPage> nomination_page(Repositories& r, const Request& request, Services& services,
                                       domain::DossierId id, const app::FreeNomination& sent)
{
    const auto dossier = r.dossiers().find(id);
    if (!dossier) return dossier.error();
    if (dossier->state != domain::DossierState::Draft)
        return base::conflict("Hồ sơ đã trình nên danh sách không sửa được nữa.");
    const auto today = request.now.date();
    NominationPage page{*dossier, r.units().current(today), {}, sent, {}};
    for (const auto& award : services.reference->awards)
        if (award.in_force.on(today)) page.awards.push_back(award);
    if (sent.kind == domain::RecipientKind::Individual && sent.unit)
        page.namesakes = app::namesakes_of(r, app::tidied(sent.person), sent.unit);
    return page;
}

Response show_nomination(const Request& request, Services& services, domain::DossierId id,
                         const app::FreeNomination& sent, std::span<const base::Error> refusals)
{
    const auto page = services.storage.transact(
        [&](Repositories& r) { return nomination_page(r, request, services, id, sent); });
    if (!page) return respond(request, services, page.error());
    auto frame = nominees_frame(request, page->dossier, tr(request, "Đề cử thêm"));
    frame.refused = !refusals.empty();
    return show(request, services, frame, nomination_content(request, *page, refusals),
                refusals.empty() ? 200 : 422);
}

}  // namespace

Response new_nomination(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    return show_nomination(request, services, *id, {}, {});
}

Response nominate(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto sent = sent_nomination(request, *id);
    const auto added = services.storage.once(
        request.submission("/dossiers/{dossier}/nominations"), [&](Repositories& r) -> Result<std::string> {
            const auto nominee = app::add_nominee(r, request.actor(), *services.reference, sent);
            if (!nominee) return nominee.error();
            return dossier_address(*id) + "?xong=them#n-" + nominee->text();
        });
    if (added) return Response::see_other(*added);
    if (added.error().kind == base::ErrorKind::Forbidden) return respond(request, services, added.error());
    const std::array refusals = {added.error()};
    return show_nomination(request, services, *id, sent, refusals);
}

namespace {

struct Editable {
    domain::Dossier dossier;
    domain::Nominee nominee;
};

Result<Editable> editable(Repositories& r, const Request& request)
{
    const auto dossier_id = request.path_id<domain::DossierId>("dossier");
    const auto id = request.path_id<domain::NomineeId>("nominee");
    if (!dossier_id || !id) return base::not_found("Không tìm thấy đối tượng này trong hồ sơ.");
    const auto nominee = r.nominees().find(*id);
    if (!nominee) return nominee.error();
    if (nominee->dossier != *dossier_id) return base::not_found("Không tìm thấy đối tượng này trong hồ sơ.");
    const auto dossier = r.dossiers().find(*dossier_id);
    if (!dossier) return dossier.error();
    if (dossier->state != domain::DossierState::Draft)
        return base::conflict("Hồ sơ đã trình nên danh sách không sửa được nữa.");
    return Editable{*dossier, *nominee};
}

Response show_editable(const Request& request, Services& services, std::span<const base::Error> refusals)
{
    const auto found = services.storage.transact([&](Repositories& r) { return editable(r, request); });
    if (!found) return respond(request, services, found.error());
    auto frame = nominees_frame(request, found->dossier, found->nominee.recipient());
    frame.refused = !refusals.empty();
    return show(request, services, frame,
                nominee_edit_content(request, found->dossier, found->nominee, refusals),
                refusals.empty() ? 200 : 422);
}

}  // namespace

Response edit_nominee(const Request& request, Services& services)
{
    return show_editable(request, services, {});
}

namespace {

// Both small forms of the page: achievement and removal.
template <class Act>
Response change_nominee(const Request& request, Services& services, std::string_view route,
                        std::string_view done, Act&& act)
{
    const auto changed =
        services.storage.once(request.submission(route), [&](Repositories& r) -> Result<std::string> {
            const auto found = editable(r, request);
            if (!found) return found.error();
            if (auto acted = act(r, found->nominee.id); !acted) return acted.error();
            return dossier_address(found->dossier.id) + "?xong=" + std::string(done);
        });
    if (changed) return Response::see_other(*changed);
    if (changed.error().kind != base::ErrorKind::Invalid) return respond(request, services, changed.error());
    const std::array refusals = {changed.error()};
    return show_editable(request, services, refusals);
}

}  // namespace

Response save_achievement(const Request& request, Services& services)
{
    return change_nominee(request, services, "/dossiers/{dossier}/nominees/{nominee}/achievement", "luu",
                          [&](Repositories& r, domain::NomineeId id) {
                              return app::change_achievement(r, request.actor(), id, nominee_version(request),
                                                             std::string(request.form_value("achievement")));
                          });
}

Response remove_from_dossier(const Request& request, Services& services)
{
    return change_nominee(request, services, "/dossiers/{dossier}/nominees/{nominee}/removal", "bo",
                          [&](Repositories& r, domain::NomineeId id) {
                              return app::remove_nominee(r, request.actor(), id, nominee_version(request),
                                                         std::string(request.form_value("reason")));
                          });
}

namespace {

Response show_texts(const Request& request, Services& services, std::span<const base::Error> refusals)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto dossier = services.storage.transact([&](Repositories& r) { return r.dossiers().find(*id); });
    if (!dossier) return respond(request, services, dossier.error());
    auto frame = nominees_frame(request, *dossier, tr(request, "Tên và thành tích mặc định"));
    frame.refused = !refusals.empty();
    return show(request, services, frame, dossier_texts_content(request, *dossier, refusals),
                refusals.empty() ? 200 : 422);
}

}  // namespace

Response dossier_texts(const Request& request, Services& services)
{
    return show_texts(request, services, {});
}

Response save_dossier_texts(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto saved = services.storage.once(
        request.submission("/dossiers/{dossier}/texts"), [&](Repositories& r) -> Result<std::string> {
            auto edited = app::edit_dossier(r, request.actor(), *id, nominee_version(request),
                                            std::string(request.form_value("title")),
                                            std::string(request.form_value("default_citation")));
            if (!edited) return edited.error();
            return dossier_address(*id) + "?xong=luu";
        });
    if (saved) return Response::see_other(*saved);
    if (saved.error().kind != base::ErrorKind::Invalid) return respond(request, services, saved.error());
    const std::array refusals = {saved.error()};
    return show_texts(request, services, refusals);
}

}  // namespace web
