// The first page after sign-in.
#pragma once

#include "app/overview.h"
#include "base/html.h"
#include "web/http.h"

namespace web {

// "Thứ Năm, 17/03/2022 · 3 đợt đang mở · 4 việc chờ xử lý"
[[nodiscard]] base::Html overview_provenance(const Request& request, const app::Overview& overview);
[[nodiscard]] base::Html overview_content(const Request& request, const app::Overview& overview);

// A task in words: title, explanation, the button's text and where it leads.
struct TaskWords {
    std::string title;
    std::string text;
    std::string button;
    std::string address;
};
[[nodiscard]] TaskWords task_words(const Request& request, const app::Task& task);

}  // namespace web
