// Individual places and pasted rows; free nominations are in nomination_handlers.cpp.
#include "app/dossier_repository.h"
#include "app/fill_individual_places.h"
#include "app/nominee_repository.h"
#include "app/paste_individuals.h"
#include "app/person_repository.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "web/components.h"
#include "web/layout.h"
#include "web/nomination_handlers.h"
#include "web/pages/dossier_words.h"
#include "web/pages/nomination.h"
#include "web/pages/nominees.h"
#include "web/routes.h"
#include "web/services.h"
#include "web/texts.h"

#include <algorithm>
#include <array>

namespace web {

namespace {

using app::Repositories;
using base::Result;

constexpr std::size_t table_limit = 1024 * 1024;  // a table of some hundred rows, or as many pasted lines
constexpr int most_found = 30;
constexpr int most_followed = 50;

Response places_list(const Request& request, Services& services)
{
    struct Lists {
        std::vector<PlacesLine> lines;
        std::vector<app::OwnPart> sent;
    };
    const auto found = services.storage.transact([&](Repositories& r) -> Result<Lists> {
        Lists lists;
        for (const auto& dossier : r.dossiers().list({.states = {domain::DossierState::Draft}})) {
            const auto places = app::fillable_places(r, request.actor(), dossier.id);
            const auto empty =
                std::count_if(places.begin(), places.end(), [](const auto& place) { return place.empty(); });
            if (!places.empty())
                lists.lines.push_back({dossier, static_cast<int>(places.size()), static_cast<int>(empty)});
        }
        // Who may see dossiers has their own list.
        if (!request.may(rights::Permission::ViewDossiers))
            lists.sent = app::list_own_parts(r, request.actor(), most_followed);
        return lists;
    });
    if (!found) return respond(request, services, found.error());
    return show(request, services, {.title = tr(request, "Cá nhân đề nghị"), .menu = "/nominees"},
                places_list_content(request, found->lines, found->sent));
}

app::PlaceEntry stored_entry(const domain::Nominee& place)
{
    app::PlaceEntry entry;
    entry.nominee = place.id;
    entry.seen = place.version;
    entry.person.honorific = place.honorific;
    entry.person.name = place.person_name;
    entry.person.post = place.post;
    entry.achievement = place.achievement;
    return entry;
}

// The page with what is stored or, after a refusal, with what was sent and what is wrong with it.
Result<PlacesPage> places_page(Repositories& r, const Request& request, domain::DossierId id,
                               const std::vector<app::PlaceEntry>& sent)
{
    const auto dossier = r.dossiers().find(id);
    if (!dossier) return dossier.error();
    if (dossier->state != domain::DossierState::Draft)
        return base::conflict("Hồ sơ đã trình nên danh sách không sửa được nữa.");
    const auto round = r.rounds().find(dossier->round);
    if (!round) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    const auto places = app::fillable_places(r, request.actor(), id);
    PlacesPage page;
    page.dossier = *dossier;
    page.whole_province = rights::allowed(*request.user, rights::Permission::Nominate);
    page.checks = app::nominee_checks(r, *dossier, *round, places);
    for (const auto& place : places) {
        page.rows.push_back({place, stored_entry(place), {}});
        if (page.whole_province && !place.empty() && request.user->unit == place.unit)
            page.own_unit.push_back(place);
    }
    if (sent.empty()) return page;
    const auto problems = app::place_problems(r, request.actor(), id, sent);
    if (!problems) return problems.error();
    for (auto& row : page.rows) {
        for (const auto& entry : sent)
            if (entry.nominee == row.place.id) row.entry = entry;
        for (const auto& problem : *problems)
            if (problem.nominee == row.place.id) row.problem = problem;
    }
    return page;
}

Response show_places(const Request& request, Services& services, domain::DossierId id,
                     const std::vector<app::PlaceEntry>& sent)
{
    const auto page =
        services.storage.transact([&](Repositories& r) { return places_page(r, request, id, sent); });
    if (!page) return respond(request, services, page.error());
    auto frame = nominees_frame(request, page->dossier, tr(request, "Điền người vào suất cá nhân"));
    frame.refused = !sent.empty();
    return show(request, services, frame, places_content(request, *page), sent.empty() ? 200 : 422);
}

Response places(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto dossier = services.storage.transact([&](Repositories& r) { return r.dossiers().find(*id); });
    if (!dossier) return respond(request, services, dossier.error());
    if (dossier->state == domain::DossierState::Draft) return show_places(request, services, *id, {});
    // Nothing is filled any more: the whole dossier for who may see it, the own units' part for the others.
    if (request.may(rights::Permission::ViewDossiers)) return Response::see_other(dossier_address(*id));
    const auto part = services.storage.transact(
        [&](Repositories& r) { return app::view_own_part(r, request.actor(), *id); });
    if (!part) return respond(request, services, part.error());
    return show(request, services, nominees_frame(request, part->dossier, tr(request, "Đề nghị của đơn vị")),
                own_part_content(request, *part));
}

Response save_places(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto entries = sent_entries(request);
    const auto saved = services.storage.once(
        request.submission("/dossiers/{dossier}/places"), [&](Repositories& r) -> Result<std::string> {
            const auto count = app::fill_individual_places(r, request.actor(), *id, entries);
            if (!count) return count.error();
            return dossier_address(*id, "places") + "?xong=luu";
        });
    if (saved) return Response::see_other(*saved);
    if (saved.error().kind == base::ErrorKind::Invalid) return show_places(request, services, *id, entries);
    return respond(request, services, saved.error());
}

struct Pasted {
    domain::Dossier dossier;
    app::PastePreview preview;
};

Response paste_preview(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto text = std::string(request.form_value("rows"));
    const auto found = services.storage.transact([&](Repositories& r) -> Result<Pasted> {
        const auto dossier = r.dossiers().find(*id);
        if (!dossier) return dossier.error();
        auto preview = app::preview_paste(r, request.actor(), *id, text, sent_choices(request));
        if (!preview) return preview.error();
        return Pasted{*dossier, std::move(*preview)};
    });
    if (!found) return respond(request, services, found.error());
    auto frame = nominees_frame(request, found->dossier, tr(request, "Xem trước các dòng dán"));
    frame.refused = found->preview.blocked();
    return show(request, services, frame, paste_content(request, found->dossier, found->preview, text),
                found->preview.blocked() ? 422 : 200);
}

Response paste(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::DossierId>("dossier");
    if (!id) return not_found(request, services);
    const auto text = std::string(request.form_value("rows"));
    const auto saved = services.storage.once(
        request.submission("/dossiers/{dossier}/paste"), [&](Repositories& r) -> Result<std::string> {
            const auto count = app::paste_individuals(r, request.actor(), *id, text, sent_choices(request));
            if (!count) return count.error();
            return dossier_address(*id, "places") + "?xong=luu";
        });
    if (saved) return Response::see_other(*saved);
    if (saved.error().kind == base::ErrorKind::Invalid) return paste_preview(request, services);
    return respond(request, services, saved.error());
}

// The place of the address, if this person may fill it.
Result<domain::Nominee> place_of(Repositories& r, const Request& request)
{
    const auto dossier = request.path_id<domain::DossierId>("dossier");
    const auto id = request.path_id<domain::NomineeId>("nominee");
    if (!dossier || !id) return base::not_found("Không tìm thấy suất này trong hồ sơ.");
    const auto place = r.nominees().find(*id);
    if (!place) return place;
    if (place->dossier != *dossier || place->source != domain::NomineeSource::Place)
        return base::not_found("Không tìm thấy suất này trong hồ sơ.");
    if (!app::may_fill(*request.user, place->unit))
        return base::forbidden("Bạn chỉ được điền suất của đơn vị mình.");
    return place;
}

Response person_search(const Request& request, Services& services)
{
    struct Found {
        domain::Dossier dossier;
        domain::Nominee place;
        std::vector<FoundPerson> people;
    };
    const auto words = request.query_value("tim");
    const auto found = services.storage.transact([&](Repositories& r) -> Result<Found> {
        const auto place = place_of(r, request);
        if (!place) return place.error();
        const auto dossier = r.dossiers().find(place->dossier);
        if (!dossier) return dossier.error();
        Found answer{*dossier, *place, {}};
        const bool all = rights::allowed(*request.user, rights::Permission::Nominate);
        // Without words: who is known in that unit.
        const auto scope = all && !words.empty() ? std::optional<domain::UnitId>() : place->unit;
        for (auto& person : r.people().search(words, scope, most_found)) {
            const auto unit = r.units().find(person.unit);
            answer.people.push_back({std::move(person), unit ? unit->official_name : std::string()});
        }
        return answer;
    });
    if (!found) return respond(request, services, found.error());
    auto frame =
        nominees_frame(request, found->dossier, tr(request, "Chọn người cho {}", {found->place.unit_name}));
    frame.crumbs.push_back({tr(request, "Suất cá nhân"), dossier_address(found->dossier.id, "places")});
    return show(request, services, frame, person_search_content(request, found->place, words, found->people));
}

Response pick_person(const Request& request, Services& services)
{
    const auto picked = Request::parse_id<domain::PersonId>(request.form_value("person"));
    if (!picked) return not_found(request, services);
    const auto saved = services.storage.once(
        request.submission("/dossiers/{dossier}/places/{nominee}/person"),
        [&](Repositories& r) -> Result<std::string> {
            const auto place = place_of(r, request);
            if (!place) return place.error();
            const auto person = r.people().find(*picked);
            if (!person) return person.error();
            if (!rights::allowed(*request.user, rights::Permission::Nominate) && person->unit != place->unit)
                return base::forbidden("Bạn chỉ được điền suất của đơn vị mình.");
            auto entry = stored_entry(*place);
            entry.seen = nominee_version(request);
            entry.person = {person->honorific, person->name, person->post, person->id, false};
            const auto count = app::fill_individual_places(r, request.actor(), place->dossier, {entry});
            if (!count) return count.error();
            return dossier_address(place->dossier, "places") + "?xong=luu#n-" + place->id.text();
        });
    if (!saved) return respond(request, services, saved.error());
    return Response::see_other(*saved);
}

}  // namespace

std::span<const Route> nominee_routes()
{
    using enum rights::Permission;
    static constexpr std::array routes = {
        Route{"GET", "/nominees", places_list, NominateOwnUnit},
        Route{"GET", "/dossiers/{dossier}/places", places, NominateOwnUnit},
        Route{"POST", "/dossiers/{dossier}/places", save_places, NominateOwnUnit, table_limit},
        Route{"POST", "/dossiers/{dossier}/paste-preview", paste_preview, NominateOwnUnit, table_limit},
        Route{"POST", "/dossiers/{dossier}/paste", paste, NominateOwnUnit, table_limit},
        Route{"GET", "/dossiers/{dossier}/places/{nominee}/person", person_search, NominateOwnUnit},
        Route{"POST", "/dossiers/{dossier}/places/{nominee}/person", pick_person, NominateOwnUnit},
        Route{"GET", "/dossiers/{dossier}/nominations/new", new_nomination, Nominate},
        Route{"POST", "/dossiers/{dossier}/nominations", nominate, Nominate},
        Route{"GET", "/dossiers/{dossier}/nominees/{nominee}/removal", edit_nominee, Nominate},
        Route{"POST", "/dossiers/{dossier}/nominees/{nominee}/removal", remove_from_dossier, Nominate},
        Route{"POST", "/dossiers/{dossier}/nominees/{nominee}/achievement", save_achievement, Nominate},
        Route{"GET", "/dossiers/{dossier}/texts", dossier_texts, Nominate},
        Route{"POST", "/dossiers/{dossier}/texts", save_dossier_texts, Nominate},
    };
    return routes;
}

}  // namespace web
