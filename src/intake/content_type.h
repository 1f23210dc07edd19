// What an uploaded file is, by its content; its name is only repeated in messages.
#pragma once

#include "base/result.h"

#include <string_view>

namespace intake {

enum class ContentType { Xlsx, Csv };

// A refusal says what the file is and what to do: .xls, encrypted or macro workbooks, .xlsb, .ods, Word, HTML named .xls,
// PDF, images, archives, empty files.
[[nodiscard]] base::Result<ContentType> content_type(std::string_view bytes);

}  // namespace intake
