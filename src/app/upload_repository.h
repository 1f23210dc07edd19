// Uploaded result sheets: the file as it came, what was understood, and how it was decided. The bytes and the officer's
// choices are kept while the upload is in preview; a confirmed upload's rows are stored in one transaction, all or none,
// and never change afterwards.
#pragma once

#include "app/actor.h"
#include "base/date.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/sheet.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

enum class UploadState { Preview, Stored, Discarded };

struct Upload {
    domain::UploadId id;
    domain::RoundId round;
    UploadState state = UploadState::Preview;
    std::string file_name;
    std::int64_t size = 0;  // bytes
    std::string sha256;     // 64 hex digits
    std::string encoding;   // chosen by the officer; empty: recognised
    std::string choices;    // JSON: unit choices of the preview, by folded name
    domain::UserId uploaded_by;
    std::string uploaded_by_name;
    base::Instant uploaded_at;
    domain::UserId decided_by;  // who stored or discarded it
    std::string decided_by_name;
    std::optional<base::Instant> decided_at;
    int rows = 0;      // units stored
    int warnings = 0;  // that were allowed
    int version = 1;
};

// A stored row: the sheet's row and the unit it was taken for.
struct StoredRow {
    domain::UnitId unit;
    std::string unit_name;  // its official name today
    std::string group;
    domain::SheetRow row;
};

// What ranking and publication run on: groups in sheet order, each row's `unit` already the register's official name
// of the day it was stored. `units[g][r]` is the unit of `sheet.groups[g].rows[r]`.
struct StoredSheet {
    domain::ResultSheet sheet;
    std::vector<std::vector<domain::UnitId>> units;
};

class UploadRepository {
public:
    virtual ~UploadRepository() = default;

    [[nodiscard]] virtual std::optional<Upload> find(domain::UploadId id) = 0;
    // The file as it came.
    [[nodiscard]] virtual std::optional<std::string> bytes(domain::UploadId id) = 0;
    // Newest first.
    [[nodiscard]] virtual std::vector<Upload> of_round(domain::RoundId round) = 0;
    // Earlier uploads with the same content, in any round, newest first.
    [[nodiscard]] virtual std::vector<Upload> with_hash(const std::string& sha256) = 0;
    // The newest stored upload of a round; nothing when there is none.
    [[nodiscard]] virtual std::optional<Upload> latest_stored(domain::RoundId round) = 0;
    // The rows of a stored upload; empty for one that is not stored.
    [[nodiscard]] virtual StoredSheet stored_sheet(domain::UploadId id) = 0;

    [[nodiscard]] virtual domain::UploadId add(const Upload& upload, const std::string& bytes) = 0;
    // Encoding and choices of a preview; Conflict when it is decided or `upload.version` is old.
    [[nodiscard]] virtual base::Result<void> save_choices(const Upload& upload, const Actor& actor) = 0;
    // Marks the preview as stored and writes its rows; Conflict as above.
    [[nodiscard]] virtual base::Result<void> store(const Upload& upload, const std::vector<StoredRow>& rows,
                                                   const Actor& actor) = 0;
    [[nodiscard]] virtual base::Result<void> discard(const Upload& upload, const Actor& actor) = 0;
};

}  // namespace app
