// Sign-in, the first administrator's page, and everybody's own account.
#pragma once

#include "base/html.h"
#include "domain/unit.h"
#include "web/http.h"

#include <optional>
#include <span>
#include <string>

namespace web {

// `next` is where to go afterwards, a path of this site or empty.
[[nodiscard]] base::Html sign_in_content(const Request& request, std::string_view next,
                                         const std::optional<base::Error>& refusal);

[[nodiscard]] base::Html setup_content(const Request& request, std::string_view token,
                                       std::span<const base::Error> refusals);

struct AccountView {
    std::vector<domain::Unit> units;  // to name the scopes
    bool must_change_password = false;
};
[[nodiscard]] base::Html account_content(const Request& request, const AccountView& view,
                                         std::span<const base::Error> refusals);

// "Văn thư – toàn tỉnh", "Cán bộ đơn vị đề nghị – Sở Nội vụ", "… – không có phạm vi".
[[nodiscard]] std::string grant_words(const Request& request, const domain::Grant& grant,
                                      std::span<const domain::Unit> units);

// The value of a field: what was sent when the form comes back refused, else what is stored.
[[nodiscard]] std::string sent_or(const Request& request, std::string_view name, std::string_view stored);

}  // namespace web
