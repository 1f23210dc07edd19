// The register of units: the list, one unit's form with its variants and former names, many at once, and peer groups.
#pragma once

#include "app/import_units.h"
#include "app/unit_repository.h"
#include "base/html.h"
#include "domain/unit.h"
#include "web/http.h"

#include <optional>
#include <span>
#include <vector>

namespace web {

// From the address: tim (part of a name), khoi (group), cu=1 (ended ones too), trang (page).
[[nodiscard]] app::UnitFilter unit_filter(const Request& request);

struct UnitsView {
    std::vector<domain::PeerGroup> groups;
    app::UnitPage units;
    bool none = false;  // no unit at all, whatever the filter
};
[[nodiscard]] base::Html units_content(const Request& request, const UnitsView& view,
                                       const app::UnitFilter& filter);

struct UnitView {
    domain::Unit unit;  // id 0: a new one
    std::vector<domain::PeerGroup> groups;
    std::vector<app::UnitName> names;
};
[[nodiscard]] base::Html unit_form_content(const Request& request, const UnitView& view,
                                           std::span<const base::Error> refusals);
// The form as it was sent, on top of what is stored. An unreadable day is a refusal of its field.
[[nodiscard]] base::Result<domain::Unit> unit_form(const Request& request, domain::Unit stored);

[[nodiscard]] base::Html import_units_content(const Request& request,
                                              std::span<const app::UnitLineIssue> issues,
                                              std::span<const base::Error> refusals);

struct GroupsView {
    std::vector<domain::PeerGroup> groups;
    std::vector<domain::Unit> units;
};
[[nodiscard]] base::Html groups_content(const Request& request, const GroupsView& view,
                                        std::span<const base::Error> refusals);
[[nodiscard]] base::Html group_form_content(const Request& request, const domain::PeerGroup& group,
                                            std::span<const base::Error> refusals);
[[nodiscard]] domain::PeerGroup group_form(const Request& request, domain::PeerGroup stored);

// A day typed into a form: nothing when empty, Invalid for the field when unreadable.
[[nodiscard]] base::Result<std::optional<base::Date>> typed_date(const Request& request, const char* field);
[[nodiscard]] std::string date_text(const std::optional<base::Date>& day);

// "Đã lưu." after a redirect with "xong=luu".
[[nodiscard]] base::Html saved_notice(const Request& request);

}  // namespace web
