// Uploading a result sheet, its preview, the confirmation, the files and the history.
#include "app/import_sheet.h"
#include "app/import_store.h"
#include "app/repositories.h"
#include "web/components.h"
#include "web/layout.h"
#include "web/pages/import.h"
#include "web/routes.h"
#include "web/texts.h"

#include <array>

namespace web {
namespace {

using app::Repositories;
using base::Result;

constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
// The file, and room for the other fields and the multipart frame.
constexpr std::size_t upload_limit = app::largest_upload + 64 * 1024;

std::optional<domain::UploadId> upload_of(const Request& request)
{
    return request.path_id<domain::UploadId>("upload");
}

Response show_imports(const Request& request, Services& services, std::optional<domain::RoundId> round,
                      std::span<const base::Error> refusals)
{
    const auto rounds =
        services.storage.transact([&](Repositories& r) { return app::upload_history(r, request.actor()); });
    if (!rounds) return respond(request, services, rounds.error());
    PageFrame frame{.title = tr(request, "Nhập kết quả"), .menu = "/imports"};
    frame.refused = !refusals.empty();
    return show(request, services, frame, imports_content(request, *rounds, round, refusals),
                refusals.empty() ? 200 : 422);
}

Response imports(const Request& request, Services& services)
{
    return show_imports(request, services, Request::parse_id<domain::RoundId>(request.query_value("round")),
                        {});
}

Response show_preview(const Request& request, Services& services, domain::UploadId id,
                      std::span<const base::Error> refusals);

// A refused upload is answered where it was sent from: on the list, or on the preview it was to replace.
Response upload_refused(const Request& request, Services& services, const base::Error& error)
{
    if (error.kind != base::ErrorKind::Invalid) return respond(request, services, error);
    const std::array refusals = {error};
    if (const auto replaced = Request::parse_id<domain::UploadId>(request.form_value("replaces")))
        return show_preview(request, services, *replaced, refusals);
    return show_imports(request, services, Request::parse_id<domain::RoundId>(request.form_value("round")),
                        refusals);
}

Response upload(const Request& request, Services& services)
{
    const auto round = Request::parse_id<domain::RoundId>(request.form_value("round"));
    const auto file = request.files.find("file");
    if (!round || file == request.files.end())
        return upload_refused(request, services, base::invalid("Hãy chọn tệp bảng kết quả.", "file"));
    const auto replaces = Request::parse_id<domain::UploadId>(request.form_value("replaces"));
    const auto done =
        services.storage.once(request.submission("/imports"), [&](Repositories& r) -> Result<std::string> {
            const auto id = app::upload_sheet(r, request.actor(), *round, file->second.name,
                                              file->second.bytes, replaces);
            if (!id) return id.error();
            return import_address(*id);
        });
    if (!done) return upload_refused(request, services, done.error());
    return Response::see_other(*done);
}

Response show_stored(const Request& request, Services& services, domain::UploadId id)
{
    const auto stored = services.storage.transact(
        [&](Repositories& r) { return app::view_stored_upload(r, request.actor(), id); });
    if (!stored) return respond(request, services, stored.error());
    PageFrame frame{.title = stored->upload.file_name, .menu = "/imports"};
    frame.crumbs = {{tr(request, "Nhập kết quả"), "/imports"},
                    {stored->round_title, "/imports?round=" + stored->upload.round.text()}};
    frame.actions << steps(request,
                           {tr(request, "Tải tệp"), tr(request, "Kiểm tra"), tr(request, "Xác nhận")}, 3);
    return show(request, services, frame, stored_upload_content(request, *stored));
}

Response show_preview(const Request& request, Services& services, domain::UploadId id,
                      std::span<const base::Error> refusals)
{
    const auto preview = services.storage.transact(
        [&](Repositories& r) { return app::preview_upload(r, request.actor(), id); });
    if (!preview) return respond(request, services, preview.error());
    if (preview->upload.state == app::UploadState::Stored) return show_stored(request, services, id);
    auto frame = import_frame(request, *preview);
    frame.refused = !refusals.empty();
    return show(request, services, frame, import_preview_content(request, *preview, refusals),
                refusals.empty() ? 200 : 422);
}

Response preview(const Request& request, Services& services)
{
    const auto id = upload_of(request);
    return id ? show_preview(request, services, *id, {}) : not_found(request, services);
}

std::optional<int> seen_version(const Request& request)
{
    const auto number = Request::positive_number(request.form_value("version"));
    return number && *number < 1'000'000'000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Response save_choices(const Request& request, Services& services)
{
    const auto id = upload_of(request);
    const auto version = seen_version(request);
    if (!id || !version) return not_found(request, services);
    const auto done = services.storage.once(
        request.submission("/imports/{upload}/choices"), [&](Repositories& r) -> Result<std::string> {
            const auto saved =
                app::choose_units(r, request.actor(), *id, *version,
                                  std::string(request.form_value("encoding")), sent_unit_choices(request));
            if (!saved) return saved.error();
            return import_address(*id);
        });
    if (done) return Response::see_other(*done);
    if (done.error().kind != base::ErrorKind::Invalid) return respond(request, services, done.error());
    const std::array refusals = {done.error()};
    return show_preview(request, services, *id, refusals);
}

Response check(const Request& request, Services& services)
{
    const auto id = upload_of(request);
    if (!id) return not_found(request, services);
    const auto found = services.storage.transact(
        [&](Repositories& r) { return app::preview_upload(r, request.actor(), *id); });
    if (!found) return respond(request, services, found.error());
    if (!found->ready()) return Response::see_other(import_address(*id));
    auto frame = import_frame(request, *found);
    frame.title = tr(request, "Xác nhận nhập");
    frame.crumbs.push_back({found->upload.file_name, import_address(*id)});
    frame.actions =
        steps(request, {tr(request, "Tải tệp"), tr(request, "Kiểm tra"), tr(request, "Xác nhận")}, 2);
    return show(request, services, frame, import_check_content(request, *found));
}

Response confirm(const Request& request, Services& services)
{
    const auto id = upload_of(request);
    const auto version = seen_version(request);
    if (!id || !version) return not_found(request, services);
    const auto done = services.storage.once(
        request.submission("/imports/{upload}/confirm"), [&](Repositories& r) -> Result<std::string> {
            const auto rows = app::store_upload(r, request.actor(), *id, *version);
            if (!rows) return rows.error();
            return import_address(*id);
        });
    if (done) return Response::see_other(*done);
    if (done.error().kind != base::ErrorKind::Invalid) return respond(request, services, done.error());
    const std::array refusals = {done.error()};
    return show_preview(request, services, *id, refusals);
}

Response discard(const Request& request, Services& services)
{
    const auto id = upload_of(request);
    const auto version = seen_version(request);
    if (!id || !version) return not_found(request, services);
    const auto done = services.storage.once(
        request.submission("/imports/{upload}/discard"), [&](Repositories& r) -> Result<std::string> {
            const auto discarded = app::discard_upload(r, request.actor(), *id, *version);
            if (!discarded) return discarded.error();
            return std::string("/imports");
        });
    return done ? Response::see_other(*done) : respond(request, services, done.error());
}

Response original(const Request& request, Services& services)
{
    const auto id = upload_of(request);
    if (!id) return not_found(request, services);
    auto file = services.storage.transact(
        [&](Repositories& r) { return app::original_file(r, request.actor(), *id); });
    if (!file) return respond(request, services, file.error());
    return Response::file(std::move(file->bytes), "application/octet-stream", file->name);
}

Response marked(const Request& request, Services& services)
{
    const auto id = upload_of(request);
    if (!id) return not_found(request, services);
    auto file = services.storage.transact([&](Repositories& r) {
        return app::marked_file(r, request.actor(), *id,
                                [&](const base::Message& message) { return tr(request, message); });
    });
    if (!file) return respond(request, services, file.error());
    return Response::file(std::move(file->bytes), xlsx_type, file->name);
}

}  // namespace

std::span<const Route> import_routes()
{
    using enum rights::Permission;
    static constexpr Route routes[] = {
        {"GET", "/imports", imports, ImportResults},
        {"POST", "/imports", upload, ImportResults, upload_limit},
        {"GET", "/imports/{upload}", preview, ImportResults},
        {"POST", "/imports/{upload}/choices", save_choices, ImportResults, 512 * 1024},
        {"GET", "/imports/{upload}/confirm", check, ImportResults},
        {"POST", "/imports/{upload}/confirm", confirm, ImportResults},
        {"POST", "/imports/{upload}/discard", discard, ImportResults},
        {"GET", "/imports/{upload}/marked", marked, ImportResults},
        {"GET", "/imports/{upload}/original", original, ImportResults},
    };
    return routes;
}

}  // namespace web
