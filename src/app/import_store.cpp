#include "app/import_store.h"

#include "app/already_handled.h"
#include "app/audit_trail.h"
#include "app/import_rights.h"
#include "app/import_sheet.h"
#include "app/manage_units.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "base/text.h"
#include "documents/marked_sheet.h"
#include "intake/read_sheet.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

base::Result<void> ready(const ImportPreview& preview, int version)
{
    const auto& upload = preview.upload;
    if (upload.decided_at) return already_handled(upload.decided_by_name, *upload.decided_at);
    if (upload.version != version)
        return base::conflict("Bản xem trước đã thay đổi. Hãy xem lại rồi xác nhận.");
    if (!preview.round.open)
        return base::conflict("Đợt khen thưởng đã khép lại nên không nhập thêm kết quả được.");
    if (preview.errors > 0)
        return base::invalid(
            {"Còn {} lỗi trong tệp. Hãy sửa tệp rồi tải lên lại.", {std::to_string(preview.errors)}});
    if (preview.open_choices > 0)
        return base::invalid(
            {"Còn {} đơn vị chưa chọn. Hãy chọn rồi xác nhận.", {std::to_string(preview.open_choices)}});
    if (!preview.ready()) return base::invalid("Không còn dòng nào để nhập.");
    return {};
}

base::Result<domain::UnitId> added_unit(Repositories& repositories, const Actor& actor,
                                        const UnitChoice& choice)
{
    domain::Unit unit;
    unit.code = choice.code;
    unit.official_name = choice.name;
    unit.group = choice.group;
    return add_unit(repositories, actor, unit);
}

bool spelled_so(const domain::Unit& unit, const std::string& written)
{
    auto names = unit.variants;
    names.insert(names.end(), {unit.code, unit.official_name, unit.short_name});
    const auto marked = base::Spelling(written).marked;
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& name) { return base::Spelling(name).marked == marked; });
}

// The row's unit; a new one is added, a chosen spelling is remembered.
base::Result<domain::UnitId> settled(Repositories& repositories, const Actor& actor,
                                     const UnitReading& reading, const std::string& written)
{
    if (!reading.unsure) return reading.unit;
    auto unit = base::Result<domain::UnitId>(reading.unit);
    if (reading.choice.kind == UnitChoice::Kind::Add) unit = added_unit(repositories, actor, reading.choice);
    if (!unit) return unit;
    // A spelling another unit has, but for its marks, is not remembered; the choice holds for this sheet.
    for (const auto& known : repositories.units().named(written))
        if (known.id != *unit || spelled_so(known, written)) return unit;
    if (auto done = repositories.units().add_variant(actor, *unit, written);
        !done && done.error().kind != base::ErrorKind::Conflict)
        return done.error();
    return unit;
}

base::Result<std::vector<StoredRow>> rows_to_store(Repositories& repositories, const Actor& actor,
                                                   const ImportPreview& preview)
{
    std::vector<StoredRow> rows;
    for (std::size_t g = 0; g < preview.units.size(); ++g)
        for (std::size_t r = 0; r < preview.units[g].size(); ++r) {
            const auto& reading = preview.units[g][r];
            if (reading.choice.kind == UnitChoice::Kind::Skip) continue;
            const auto& group = preview.sheet.groups[g];
            const auto unit = settled(repositories, actor, reading, group.rows[r].unit);
            if (!unit) return unit.error();
            rows.push_back({*unit, reading.unit_name, group.name, group.rows[r]});
        }
    return rows;
}

std::string what_was_stored(const ImportPreview& preview, std::size_t rows)
{
    nlohmann::json left_out = nlohmann::json::array();
    for (std::size_t g = 0; g < preview.units.size(); ++g)
        for (std::size_t r = 0; r < preview.units[g].size(); ++r)
            if (preview.units[g][r].choice.kind == UnitChoice::Kind::Skip)
                left_out.push_back(preview.sheet.groups[g].rows[r].unit);
    nlohmann::json after = {{"round", preview.round.title},
                            {"sha256", preview.upload.sha256},
                            {"rows", std::to_string(rows)},
                            {"warnings", std::to_string(preview.warnings)}};
    if (!left_out.empty()) after["left_out"] = left_out.dump();
    return after.dump();
}

base::Result<Upload> file_of(Repositories& repositories, const Actor& actor, domain::UploadId id)
{
    if (auto refused = may_import(actor); !refused) return refused.error();
    return uploaded(repositories, id);
}

std::string without_extension(const std::string& name)
{
    const auto dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

}  // namespace

base::Result<int> store_upload(Repositories& repositories, const Actor& actor, domain::UploadId id,
                               int version)
{
    if (auto refused = may_import(actor); !refused) return refused.error();
    auto preview = preview_upload(repositories, actor, id);
    if (!preview) return preview.error();
    if (auto refused = ready(*preview, version); !refused) return refused.error();
    const auto rows = rows_to_store(repositories, actor, *preview);
    if (!rows) return rows.error();
    preview->upload.warnings = preview->warnings;
    if (auto done = repositories.uploads().store(preview->upload, *rows, actor); !done) return done.error();
    repositories.audit().append(actor, {"upload/" + id.text(), "upload.stored", preview->upload.file_name, "",
                                        what_was_stored(*preview, rows->size()), ""});
    return static_cast<int>(rows->size());
}

base::Result<void> discard_upload(Repositories& repositories, const Actor& actor, domain::UploadId id,
                                  int version)
{
    if (auto refused = may_import(actor); !refused) return refused;
    auto upload = uploaded(repositories, id);
    if (!upload) return upload.error();
    upload->version = version;
    if (auto done = repositories.uploads().discard(*upload, actor); !done) return done;
    repositories.audit().append(actor,
                                {"upload/" + id.text(), "upload.discarded", upload->file_name, "", "", ""});
    return {};
}

base::Result<StoredUpload> view_stored_upload(Repositories& repositories, const Actor& actor,
                                              domain::UploadId id)
{
    auto upload = file_of(repositories, actor, id);
    if (!upload) return upload.error();
    const auto round = repositories.rounds().find(upload->round);
    auto stored = repositories.uploads().stored_sheet(id);
    return StoredUpload{std::move(*upload), round ? round->title : std::string(), std::move(stored),
                        repositories.publications().current(upload->round)};
}

base::Result<SheetFile> original_file(Repositories& repositories, const Actor& actor, domain::UploadId id)
{
    auto upload = file_of(repositories, actor, id);
    if (!upload) return upload.error();
    auto bytes = repositories.uploads().bytes(id);
    if (!bytes) return base::not_found("Tệp gốc không còn được giữ.");
    return SheetFile{upload->file_name, std::move(*bytes)};
}

base::Result<SheetFile> marked_file(Repositories& repositories, const Actor& actor, domain::UploadId id,
                                    const std::function<std::string(const base::Message&)>& in_words)
{
    if (auto refused = may_import(actor); !refused) return refused.error();
    const auto preview = preview_upload(repositories, actor, id);
    if (!preview) return preview.error();
    const auto original = repositories.uploads().bytes(id);
    if (!original) return base::not_found("Tệp gốc không còn được giữ.");
    const auto grid = intake::read_grid(*original, preview->upload.file_name, {preview->upload.encoding});
    if (!grid) return grid.error();
    auto bytes = documents::marked_sheet(*grid, preview->sheet.issues, in_words);
    if (!bytes) return bytes.error();
    return SheetFile{without_extension(preview->upload.file_name) + " - đánh dấu lỗi.xlsx",
                     std::move(*bytes)};
}

}  // namespace app
