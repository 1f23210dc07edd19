// The audit in words: what was done, by whom, to what, before and after.
#pragma once

#include "app/audit_chain.h"
#include "base/html.h"
#include "base/message.h"
#include "base/result.h"
#include "domain/user.h"
#include "web/http.h"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

// What an audit entry's action code is called; "Thay đổi khác" for a code nobody named.
[[nodiscard]] base::Message audit_action_name(std::string_view code);
[[nodiscard]] bool audit_action_named(std::string_view code);

// "tên: A, khối: B" from a JSON object of an entry; keys without a name, such as row numbers, are left out.
[[nodiscard]] std::string audit_values(const Request& request, std::string_view json);

// Filters from the address: "muc" (one thing's stream), "viec" (kind), "nguoi", "tu", "den", "truoc" (paging).
[[nodiscard]] app::AuditFilter audit_filter(const Request& request);

// The dates of the address that can't be read or stand in the wrong order; with one of them nothing is asked for.
[[nodiscard]] std::vector<base::Error> audit_filter_errors(const Request& request);

struct AuditView {
    app::AuditPage page;
    std::vector<domain::User> people;  // to choose from
};
[[nodiscard]] base::Html audit_content(const Request& request, const AuditView& view,
                                       const app::AuditFilter& filter,
                                       std::span<const base::Error> refusals = {});

}  // namespace web
