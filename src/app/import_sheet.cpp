#include "app/import_sheet.h"

#include "app/audit_trail.h"
#include "app/import_register.h"
#include "app/import_rights.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "base/digest.h"
#include "base/text.h"
#include "intake/read_sheet.h"
#include "intake/text_encoding.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

base::Result<domain::Round> open_round(Repositories& repositories, domain::RoundId id)
{
    const auto round = repositories.rounds().find(id);
    if (!round) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    if (!round->open) return base::conflict("Đợt khen thưởng đã khép lại nên không nhập thêm kết quả được.");
    return *round;
}

// Choices of the upload this one replaces; it is discarded.
base::Result<std::string> inherited_choices(Repositories& repositories, const Actor& actor,
                                            domain::RoundId round, domain::UploadId replaced)
{
    const auto old = uploaded(repositories, replaced);
    if (!old) return old.error();
    if (old->round != round || old->state != UploadState::Preview) return old->choices;
    if (auto done = repositories.uploads().discard(*old, actor); !done) return done.error();
    repositories.audit().append(actor,
                                {"upload/" + old->id.text(), "upload.replaced", old->file_name, "", "", ""});
    return old->choices;
}

base::Result<domain::ResultSheet> understood(Repositories& repositories, const Upload& upload)
{
    const auto bytes = repositories.uploads().bytes(upload.id);
    if (!bytes) return base::not_found("Tệp gốc không còn được giữ.");
    return intake::read_sheet(*bytes, upload.file_name, {upload.encoding});
}

std::string recognised(Repositories& repositories, const Upload& upload, const domain::ResultSheet& sheet)
{
    if (!sheet.encoding || upload.encoding.empty()) return sheet.encoding.value_or(std::string());
    const auto bytes = repositories.uploads().bytes(upload.id);
    return bytes ? intake::recognised_encoding(*bytes) : std::string();
}

void count(ImportPreview& preview)
{
    for (const auto& issue : preview.sheet.issues)
        ++(issue.severity == domain::Severity::Error ? preview.errors : preview.warnings);
    for (const auto& group : preview.units)
        for (const auto& unit : group) {
            ++preview.rows;
            if (!unit.unsure) continue;
            if (unit.still_open()) ++preview.open_choices;
            if (unit.choice.kind == UnitChoice::Kind::Skip) ++preview.rows_left_out;
        }
}

}  // namespace

base::Result<domain::UploadId> upload_sheet(Repositories& repositories, const Actor& actor,
                                            domain::RoundId round_id, std::string_view file_name,
                                            const std::string& bytes,
                                            std::optional<domain::UploadId> replaces)
{
    if (auto refused = may_import(actor); !refused) return refused.error();
    const auto round = open_round(repositories, round_id);
    if (!round) return round.error();
    if (bytes.size() > largest_upload)
        return base::invalid("Tệp lớn hơn 20 MB. Hãy chép riêng bảng kết quả sang một tệp mới rồi tải lên.",
                             "file");
    if (const auto sheet = intake::read_grid(bytes, file_name); !sheet)
        return base::Error{sheet.error().kind, sheet.error().message, "file"};

    Upload upload;
    upload.round = round_id;
    upload.file_name = std::string(file_name.empty() ? "bang.xlsx" : file_name);
    if (base::length(upload.file_name) > 200) upload.file_name = "bang.xlsx";
    upload.size = static_cast<std::int64_t>(bytes.size());
    upload.sha256 = base::sha256_hex(bytes);
    upload.choices = "{}";
    upload.uploaded_by = actor.user.id;
    upload.uploaded_by_name = actor.user.name;
    upload.uploaded_at = actor.now;
    if (replaces) {
        auto choices = inherited_choices(repositories, actor, round_id, *replaces);
        if (!choices) return choices.error();
        upload.choices = std::move(*choices);
    }
    const auto id = repositories.uploads().add(upload, bytes);
    const nlohmann::json after = {{"round", round->title}, {"sha256", upload.sha256}, {"size", upload.size}};
    repositories.audit().append(
        actor, {"upload/" + id.text(), "upload.added", upload.file_name, "", after.dump(), ""});
    return id;
}

base::Result<ImportPreview> preview_upload(Repositories& repositories, const Actor& actor,
                                           domain::UploadId id)
{
    if (!rights::allowed(actor.user, rights::Permission::ImportResults) &&
        !rights::allowed(actor.user, rights::Permission::ViewResults))
        return base::forbidden("Bạn chưa được giao việc xem kết quả. Hãy liên hệ người quản trị.");
    auto upload = uploaded(repositories, id);
    if (!upload) return upload.error();
    auto round = repositories.rounds().find(upload->round);
    if (!round) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    auto sheet = understood(repositories, *upload);
    if (!sheet) return sheet.error();

    ImportPreview preview;
    preview.round = std::move(*round);
    preview.sheet = std::move(*sheet);
    preview.recognised_encoding = recognised(repositories, *upload, preview.sheet);
    preview.groups = repositories.units().groups();
    preview.may_add_units = rights::allowed(actor.user, rights::Permission::ManageUnits);
    const auto units = repositories.units().current(upload->uploaded_at.date());
    preview.units = read_units(preview.sheet, units, choices_from_json(upload->choices));
    leave_out_skipped_rows(preview.sheet, preview.units);
    add_register_issues(preview.sheet, preview.units, units, preview.groups);
    for (auto& other : repositories.uploads().with_hash(upload->sha256))
        if (other.id != upload->id) preview.earlier.push_back(std::move(other));
    preview.upload = std::move(*upload);
    count(preview);
    return preview;
}

base::Result<void> choose_units(Repositories& repositories, const Actor& actor, domain::UploadId id,
                                int version, const std::string& encoding, const UnitChoices& choices)
{
    if (auto refused = may_import(actor); !refused) return refused;
    auto upload = uploaded(repositories, id);
    if (!upload) return upload.error();
    const auto& known = intake::encodings();
    if (!encoding.empty() && std::find(known.begin(), known.end(), encoding) == known.end())
        return base::invalid("Hãy chọn một bảng mã trong danh sách.", "encoding");
    auto all = choices_from_json(upload->choices);
    for (const auto& [key, choice] : choices) {
        if (choice.kind == UnitChoice::Kind::Unit && !repositories.units().find(choice.unit))
            return base::not_found("Không tìm thấy đơn vị này.");
        all[key] = choice;
    }
    upload->version = version;
    upload->encoding = encoding;
    upload->choices = to_json(all);
    // The file has to be readable in the new encoding, or the preview could not be opened any more.
    if (const auto sheet = understood(repositories, *upload); !sheet) return sheet.error();
    return repositories.uploads().save_choices(*upload, actor);
}

base::Result<std::vector<RoundUploads>> upload_history(Repositories& repositories, const Actor& actor)
{
    if (auto refused = may_import(actor); !refused) return refused.error();
    std::vector<RoundUploads> rounds;
    for (auto& round : repositories.rounds().all()) {
        auto uploads = repositories.uploads().of_round(round.id);
        rounds.push_back({std::move(round), std::move(uploads)});
    }
    return rounds;
}

}  // namespace app
