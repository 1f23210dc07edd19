// Importing result sheets: the list of uploads by round with the upload form, the preview of one upload, the check page
// before it is stored, and what a stored upload holds.
#pragma once

#include "app/import_sheet.h"
#include "app/import_store.h"
#include "base/html.h"
#include "web/http.h"
#include "web/layout.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace web {

[[nodiscard]] std::string import_address(domain::UploadId id, std::string_view step = {});
[[nodiscard]] std::string file_size(std::int64_t bytes);  // "48 KB"
// "a1b2 c3d4 … 04e2"
[[nodiscard]] std::string short_hash(const std::string& sha256);

// `chosen` is the round whose form and uploads are shown; the newest open one when it is not given.
[[nodiscard]] base::Html imports_content(const Request& request, const std::vector<app::RoundUploads>& rounds,
                                         std::optional<domain::RoundId> chosen,
                                         std::span<const base::Error> refusals);
// The form alone, for "Tải lên lại" of an upload in preview.
[[nodiscard]] base::Html upload_form(const Request& request, const std::vector<domain::Round>& rounds,
                                     domain::RoundId chosen, std::optional<domain::UploadId> replaces,
                                     std::span<const base::Error> refusals);

[[nodiscard]] PageFrame import_frame(const Request& request, const app::ImportPreview& preview);
[[nodiscard]] base::Html import_preview_content(const Request& request, const app::ImportPreview& preview,
                                                std::span<const base::Error> refusals);
[[nodiscard]] base::Html import_check_content(const Request& request, const app::ImportPreview& preview);
[[nodiscard]] base::Html stored_upload_content(const Request& request, const app::StoredUpload& stored);

// The choices a sent form holds.
[[nodiscard]] app::UnitChoices sent_unit_choices(const Request& request);

}  // namespace web
