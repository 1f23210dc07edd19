// How each peer group is scored and banded in a year: the list of a year and the form of one group.
#pragma once

#include "app/save_framework.h"
#include "base/html.h"
#include "domain/unit.h"
#include "web/http.h"

#include <span>
#include <string>
#include <vector>

namespace web {

[[nodiscard]] std::string framework_address(domain::PeerGroupId group, int year);

struct FrameworkLine {
    domain::PeerGroup group;
    app::FrameworkDraft draft;
};
// `years` that have a framework, newest first; `year` is the one shown.
[[nodiscard]] base::Html frameworks_content(const Request& request, int year, const std::vector<int>& years,
                                            const std::vector<FrameworkLine>& lines);

[[nodiscard]] base::Html framework_content(const Request& request, const domain::PeerGroup& group, int year,
                                           const app::FrameworkDraft& draft,
                                           std::span<const base::Error> refusals);

// The form as it was sent. Numbers that can't be read are reported beside their fields.
struct FrameworkForm {
    app::FrameworkChange change;
    std::vector<base::Error> faults;
};
[[nodiscard]] FrameworkForm framework_form(const Request& request, domain::PeerGroupId group, int year);

}  // namespace web
