// The end of an upload: stored, all rows or none, or discarded; and the files that can be fetched of it.
#pragma once

#include "app/actor.h"
#include "app/repositories.h"
#include "app/upload_repository.h"
#include "base/result.h"
#include "domain/publication.h"

#include <functional>
#include <optional>
#include <string>

namespace app {

// Refused while an error or an open choice is left, or when somebody else changed the upload since `version`. In the same
// transaction new units are added, chosen spellings become variants, and every row is written.
[[nodiscard]] base::Result<int> store_upload(Repositories& repositories, const Actor& actor,
                                             domain::UploadId id, int version);

// The file is removed; that it was here, when and by whom stays.
[[nodiscard]] base::Result<void> discard_upload(Repositories& repositories, const Actor& actor,
                                                domain::UploadId id, int version);

// The rows of a stored upload.
struct StoredUpload {
    Upload upload;
    std::string round_title;
    StoredSheet stored;
    std::optional<domain::Publication>
        published;  // the round's present publication, of this upload or another
};
[[nodiscard]] base::Result<StoredUpload> view_stored_upload(Repositories& repositories, const Actor& actor,
                                                            domain::UploadId id);

struct SheetFile {
    std::string name;
    std::string bytes;
};
[[nodiscard]] base::Result<SheetFile> original_file(Repositories& repositories, const Actor& actor,
                                                    domain::UploadId id);
// A new .xlsx with the problem cells marked (documents/marked_sheet.h).
[[nodiscard]] base::Result<SheetFile>
marked_file(Repositories& repositories, const Actor& actor, domain::UploadId id,
            const std::function<std::string(const base::Message&)>& in_words);

}  // namespace app
