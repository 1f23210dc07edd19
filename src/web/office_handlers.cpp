// Rounds, settings and signers.
#include "app/manage_office.h"
#include "app/manage_rounds.h"
#include "app/office_repository.h"
#include "app/round_repository.h"
#include "web/admin_handlers.h"
#include "web/components.h"
#include "web/pages/office.h"
#include "web/pages/rounds.h"
#include "web/texts.h"

namespace web {

namespace {

using app::Repositories;
using base::Result;

PageFrame rounds_frame(const Request& request, std::string title, bool refused)
{
    PageFrame frame{.title = std::move(title)};
    frame.crumbs = {{tr(request, "Đợt khen thưởng"), "/rounds"}};
    frame.menu = "/rounds";
    frame.refused = refused;
    return frame;
}

Response round_page(const Request& request, Services& services, domain::RoundId id,
                    std::span<const base::Error> refusals, int status)
{
    const auto round = services.storage.transact([&](Repositories& repositories) -> Result<domain::Round> {
        if (!id) return domain::Round{};
        const auto found = repositories.rounds().find(id);
        if (!found) return base::not_found("Không tìm thấy đợt khen thưởng này.");
        return *found;
    });
    if (!round) return respond(request, services, round.error());
    const auto title = id ? tr(request, "Sửa đợt khen thưởng") : tr(request, "Mở đợt khen thưởng");
    return show(request, services, rounds_frame(request, title, !refusals.empty()),
                round_form_content(request, *round, refusals), status);
}

Response settings_page(const Request& request, Services& services, std::span<const base::Error> refusals,
                       int status)
{
    const auto view = services.storage.transact([&](Repositories& repositories) -> Result<SettingsView> {
        auto steps = app::setup_checklist(repositories, request.actor());
        if (!steps) return steps.error();
        return SettingsView{std::move(*steps), repositories.office().office()};
    });
    if (!view) return respond(request, services, view.error());
    PageFrame frame{.title = tr(request, "Thiết lập")};
    frame.menu = "/settings";
    frame.refused = !refusals.empty();
    frame.actions << button_link("/signers", tr(request, "Người ký"), Look::Quiet, "pencil-square")
                  << button_link("/groups", tr(request, "Các khối"), Look::Quiet, "list-ol")
                  << button_link("/frameworks", tr(request, "Cách chấm điểm"), Look::Quiet, "sliders");
    return show(request, services, frame, settings_content(request, *view, refusals), status);
}

PageFrame signers_frame(const Request& request, std::string title, bool refused)
{
    PageFrame frame{.title = std::move(title)};
    frame.crumbs = {{tr(request, "Thiết lập"), "/settings"}};
    frame.menu = "/settings";
    frame.refused = refused;
    return frame;
}

Response signers_page(const Request& request, Services& services, std::span<const base::Error> refusals,
                      int status)
{
    const auto signers =
        services.storage.transact([&](Repositories& repositories) -> Result<std::vector<domain::Signer>> {
            return repositories.office().signers();
        });
    if (!signers) return respond(request, services, signers.error());
    return show(request, services, signers_frame(request, tr(request, "Người ký"), !refusals.empty()),
                signers_content(request, *signers, refusals), status);
}

Response signer_page(const Request& request, Services& services, domain::SignerId id,
                     std::span<const base::Error> refusals, int status)
{
    const auto signer = services.storage.transact([&](Repositories& repositories) -> Result<domain::Signer> {
        const auto found = repositories.office().signer(id);
        if (!found) return base::not_found("Không tìm thấy người ký này.");
        return *found;
    });
    if (!signer) return respond(request, services, signer.error());
    auto frame = signers_frame(request, tr(request, "Sửa người ký"), !refusals.empty());
    frame.crumbs.push_back({tr(request, "Người ký"), "/signers"});
    return show(request, services, frame, signer_form_content(request, *signer, refusals), status);
}

}  // namespace

Response list_rounds(const Request& request, Services& services)
{
    const auto rounds =
        services.storage.transact([&](Repositories& repositories) -> Result<std::vector<domain::Round>> {
            return repositories.rounds().all();
        });
    if (!rounds) return respond(request, services, rounds.error());
    PageFrame frame{.title = tr(request, "Đợt khen thưởng")};
    frame.menu = "/rounds";
    if (!rounds->empty())
        frame.actions << button_link("/rounds/new", tr(request, "Mở đợt khen thưởng"), Look::Primary,
                                     "plus-lg");
    return show(request, services, frame, rounds_content(request, *rounds));
}

Response new_round(const Request& request, Services& services)
{
    return round_page(request, services, {}, {}, 200);
}

Response add_round(const Request& request, Services& services)
{
    const auto round = round_form(request, {});
    const auto added = services.storage.once(
        request.submission("/rounds"), [&](Repositories& repositories) -> Result<std::string> {
            if (!round) return round.error();
            const auto id = app::add_round(repositories, request.actor(), *round);
            if (!id) return id.error();
            return std::string("/rounds?xong=luu");
        });
    return answer_form(request, services, added, [&](std::span<const base::Error> refusals, int status) {
        return round_page(request, services, {}, refusals, status);
    });
}

Response edit_round(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::RoundId>("round");
    if (!id) return not_found(request, services);
    return round_page(request, services, *id, {}, 200);
}

Response change_round(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::RoundId>("round");
    if (!id) return not_found(request, services);
    const auto saved = services.storage.once(
        request.submission("/rounds/{round}"), [&](Repositories& repositories) -> Result<std::string> {
            const auto stored = repositories.rounds().find(*id);
            if (!stored) return base::not_found("Không tìm thấy đợt khen thưởng này.");
            const auto round = round_form(request, *stored);
            if (!round) return round.error();
            const auto changed = app::change_round(repositories, request.actor(), *round);
            if (!changed) return changed.error();
            return std::string("/rounds?xong=luu");
        });
    return answer_form(request, services, saved, [&](std::span<const base::Error> refusals, int status) {
        return round_page(request, services, *id, refusals, status);
    });
}

Response show_settings(const Request& request, Services& services)
{
    return settings_page(request, services, {}, 200);
}

Response save_office(const Request& request, Services& services)
{
    domain::Office office;
    const auto saved = services.storage.once(
        request.submission("/settings/office"), [&](Repositories& repositories) -> Result<std::string> {
            office = office_form(request, repositories.office().office());
            const auto done = app::save_office(repositories, request.actor(), office);
            if (!done) return done.error();
            return std::string("/settings?xong=luu");
        });
    if (saved && !office.committee.empty())
        services.set_site({office.committee, office.department, office.illustrative});
    return answer_form(request, services, saved, [&](std::span<const base::Error> refusals, int status) {
        return settings_page(request, services, refusals, status);
    });
}

Response list_signers(const Request& request, Services& services)
{
    return signers_page(request, services, {}, 200);
}

Response add_signer(const Request& request, Services& services)
{
    const auto signer = signer_form(request, {});
    const auto added = services.storage.once(
        request.submission("/signers"), [&](Repositories& repositories) -> Result<std::string> {
            if (!signer) return signer.error();
            const auto id = app::add_signer(repositories, request.actor(), *signer);
            if (!id) return id.error();
            return std::string("/signers?xong=luu");
        });
    return answer_form(request, services, added, [&](std::span<const base::Error> refusals, int status) {
        return signers_page(request, services, refusals, status);
    });
}

Response edit_signer(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::SignerId>("signer");
    if (!id) return not_found(request, services);
    return signer_page(request, services, *id, {}, 200);
}

Response change_signer(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::SignerId>("signer");
    if (!id) return not_found(request, services);
    const auto saved = services.storage.once(
        request.submission("/signers/{signer}"), [&](Repositories& repositories) -> Result<std::string> {
            const auto stored = repositories.office().signer(*id);
            if (!stored) return base::not_found("Không tìm thấy người ký này.");
            const auto signer = signer_form(request, *stored);
            if (!signer) return signer.error();
            const auto changed = app::change_signer(repositories, request.actor(), *signer);
            if (!changed) return changed.error();
            return std::string("/signers?xong=luu");
        });
    return answer_form(request, services, saved, [&](std::span<const base::Error> refusals, int status) {
        return signer_page(request, services, *id, refusals, status);
    });
}

}  // namespace web
