// What an audit entry keeps of a change: the fields that differ, before and after, so that the page can say "tên: A → B"
// without showing what stayed.
#pragma once

#include "app/audit_trail.h"

#include <nlohmann/json.hpp>

#include <string>

namespace app {

// An entry whose `before` and `after` hold the differing fields only. Both are flat JSON objects of texts.
[[nodiscard]] AuditEntry audit_change(std::string stream, std::string action, std::string subject,
                                      const nlohmann::json& before, const nlohmann::json& after);
[[nodiscard]] bool nothing_changed(const AuditEntry& entry);

}  // namespace app
