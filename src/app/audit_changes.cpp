#include "app/audit_changes.h"

namespace app {
namespace {

std::string differing(const nlohmann::json& these, const nlohmann::json& others)
{
    nlohmann::json kept = nlohmann::json::object();
    for (const auto& [key, value] : these.items())
        if (!others.contains(key) || others.at(key) != value) kept[key] = value;
    return kept.empty() ? std::string() : kept.dump();
}

}  // namespace

AuditEntry audit_change(std::string stream, std::string action, std::string subject,
                        const nlohmann::json& before, const nlohmann::json& after)
{
    return {std::move(stream),        std::move(action),        std::move(subject),
            differing(before, after), differing(after, before), {}};
}

bool nothing_changed(const AuditEntry& entry)
{
    return entry.before.empty() && entry.after.empty();
}

}  // namespace app
