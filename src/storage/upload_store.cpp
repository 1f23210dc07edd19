#include "storage/upload_store.h"

#include "storage/bulk.h"
#include "storage/stale_write.h"
#include "storage/upload_rows.h"

namespace storage {
namespace {

constexpr std::size_t piece_size = 1U << 20;

std::string_view state_code(app::UploadState state)
{
    switch (state) {
    case app::UploadState::Stored:
        return "stored";
    case app::UploadState::Discarded:
        return "discarded";
    case app::UploadState::Preview:
        break;
    }
    return "preview";
}

app::UploadState state_of(std::string_view code)
{
    if (code == "stored") return app::UploadState::Stored;
    return code == "discarded" ? app::UploadState::Discarded : app::UploadState::Preview;
}

app::Upload upload_of(Rows& rows)
{
    app::Upload upload;
    upload.id = rows.id<domain::UploadId>(1);
    upload.round = rows.id<domain::RoundId>(2);
    upload.state = state_of(rows.text(3));
    upload.file_name = rows.text(4);
    upload.size = rows.integer(5);
    upload.sha256 = rows.text(6);
    upload.encoding = rows.text(7);
    upload.choices = rows.text(8);
    upload.uploaded_by = rows.id<domain::UserId>(9);
    upload.uploaded_by_name = rows.text(10);
    upload.uploaded_at = rows.instant(11);
    upload.decided_by = rows.maybe_id<domain::UserId>(12).value_or(domain::UserId{});
    upload.decided_by_name = rows.text(13);
    upload.decided_at = rows.maybe_instant(14);
    upload.rows = static_cast<int>(rows.integer(15));
    upload.warnings = static_cast<int>(rows.integer(16));
    upload.version = static_cast<int>(rows.integer(17));
    return upload;
}

std::vector<app::Upload> uploads_of(Rows rows)
{
    std::vector<app::Upload> uploads;
    while (rows.next())
        uploads.push_back(upload_of(rows));
    return uploads;
}

std::optional<app::Upload> first_of(Rows rows)
{
    if (!rows.next()) return std::nullopt;
    return upload_of(rows);
}

}  // namespace

constexpr std::string_view find_upload = R"(
SELECT id, round_id, state, file_name, size, sha256, encoding, choices, uploaded_by, uploaded_by_name, uploaded_at,
       decided_by, decided_by_name, decided_at, row_count, warnings, version
FROM upload WHERE id = ?)";

std::optional<app::Upload> UploadStore::find(domain::UploadId id)
{
    return first_of(connection_.query(find_upload, {id}));
}

constexpr std::string_view file_pieces = "SELECT content FROM upload_file WHERE upload_id = ? ORDER BY piece";

std::optional<std::string> UploadStore::bytes(domain::UploadId id)
{
    std::string bytes;
    auto rows = connection_.query(file_pieces, {id});
    while (rows.next())
        bytes += rows.text(1);
    if (bytes.empty()) return std::nullopt;
    return bytes;
}

constexpr std::string_view uploads_of_round = R"(
SELECT id, round_id, state, file_name, size, sha256, encoding, choices, uploaded_by, uploaded_by_name, uploaded_at,
       decided_by, decided_by_name, decided_at, row_count, warnings, version
FROM upload WHERE round_id = ? ORDER BY id DESC)";

std::vector<app::Upload> UploadStore::of_round(domain::RoundId round)
{
    return uploads_of(connection_.query(uploads_of_round, {round}));
}

constexpr std::string_view uploads_with_hash = R"(
SELECT id, round_id, state, file_name, size, sha256, encoding, choices, uploaded_by, uploaded_by_name, uploaded_at,
       decided_by, decided_by_name, decided_at, row_count, warnings, version
FROM upload WHERE sha256 = ? ORDER BY id DESC)";

std::vector<app::Upload> UploadStore::with_hash(const std::string& sha256)
{
    return uploads_of(connection_.query(uploads_with_hash, {sha256}));
}

constexpr std::string_view newest_stored = R"(
SELECT id, round_id, state, file_name, size, sha256, encoding, choices, uploaded_by, uploaded_by_name, uploaded_at,
       decided_by, decided_by_name, decided_at, row_count, warnings, version
FROM upload WHERE round_id = ? AND state = 'stored' ORDER BY decided_at DESC, id DESC LIMIT 1)";

std::optional<app::Upload> UploadStore::latest_stored(domain::RoundId round)
{
    return first_of(connection_.query(newest_stored, {round}));
}

constexpr std::string_view rows_of_upload = R"(
SELECT unit_id, unit_name, group_name, sheet, sheet_row, points, maximum, percent, bonus, penalty, place, band,
       unranked, parts, cells
FROM upload_row WHERE upload_id = ? ORDER BY position)";

app::StoredSheet UploadStore::stored_sheet(domain::UploadId id)
{
    return stored_sheet_of(connection_.query(rows_of_upload, {id}));
}

constexpr std::string_view insert_upload = R"(
INSERT INTO upload (round_id, state, file_name, size, sha256, encoding, choices, uploaded_by, uploaded_by_name, uploaded_at,
                    decided_by_name, changed_by, changed_at)
VALUES (?, 'preview', ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?))";

constexpr std::string_view insert_piece =
    "INSERT INTO upload_file (upload_id, piece, content) VALUES (?, ?, ?)";

domain::UploadId UploadStore::add(const app::Upload& upload, const std::string& bytes)
{
    connection_.execute(insert_upload,
                        {upload.round, upload.file_name, upload.size, upload.sha256, upload.encoding,
                         upload.choices, upload.uploaded_by, upload.uploaded_by_name, upload.uploaded_at,
                         upload.uploaded_by_name, upload.uploaded_at});
    const domain::UploadId id{connection_.last_insert_id()};
    for (std::size_t at = 0; at < bytes.size(); at += piece_size)
        connection_.execute(insert_piece, {id, at / piece_size, Bytes{bytes.substr(at, piece_size)}});
    return id;
}

constexpr std::string_view upload_changed = "SELECT changed_by, changed_at FROM upload WHERE id = ?";

constexpr std::string_view update_choices = R"(
UPDATE upload SET encoding = ?, choices = ?, version = version + 1, changed_by = ?, changed_at = ?
WHERE id = ? AND version = ? AND state = 'preview')";

base::Result<void> UploadStore::save_choices(const app::Upload& upload, const app::Actor& actor)
{
    const auto matched =
        connection_.execute(update_choices, {upload.encoding, upload.choices, actor.user.name, actor.now,
                                             upload.id, upload.version});
    if (matched == 0) return stale_write(connection_.query(upload_changed, {upload.id}));
    return {};
}

constexpr std::string_view decide_upload = R"(
UPDATE upload SET state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?, row_count = ?, warnings = ?,
                  version = version + 1, changed_by = ?, changed_at = ?
WHERE id = ? AND version = ? AND state = 'preview')";

base::Result<void> UploadStore::decide(const app::Upload& upload, app::UploadState state, std::size_t rows,
                                       const app::Actor& actor)
{
    const auto matched = connection_.execute(
        decide_upload, {state_code(state), actor.user.id, actor.user.name, actor.now, rows, upload.warnings,
                        actor.user.name, actor.now, upload.id, upload.version});
    if (matched == 0) return stale_write(connection_.query(upload_changed, {upload.id}));
    return {};
}

constexpr std::string_view insert_upload_row = R"(
INSERT INTO upload_row (upload_id, position, unit_id, unit_name, group_name, sheet, sheet_row, points, maximum, percent,
                        bonus, penalty, place, band, unranked, parts, cells))";

base::Result<void> UploadStore::store(const app::Upload& upload, const std::vector<app::StoredRow>& rows,
                                      const app::Actor& actor)
{
    if (auto done = decide(upload, app::UploadState::Stored, rows.size(), actor); !done) return done;
    Parameters values;
    int position = 0;
    for (const auto& row : rows)
        add_upload_row(values, upload.id, ++position, row);
    insert_rows(connection_, insert_upload_row, upload_row_columns, values);
    return {};
}

constexpr std::string_view delete_file = "DELETE FROM upload_file WHERE upload_id = ?";

base::Result<void> UploadStore::discard(const app::Upload& upload, const app::Actor& actor)
{
    if (auto done = decide(upload, app::UploadState::Discarded, 0, actor); !done) return done;
    connection_.execute(delete_file, {upload.id});
    return {};
}

}  // namespace storage
