#include "app/audit_chain.h"

#include "access/permission.h"
#include "base/digest.h"

namespace app {
namespace {

constexpr int longest_verified = 10'000;  // entries; longer streams are for the command line

std::string bytes_of(std::string_view hex)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    return bytes;
}

void verify(Repositories& repositories, AuditPage& page, const std::string& stream)
{
    AuditFilter whole;
    whole.stream = stream;
    whole.limit = longest_verified + 1;
    const auto entries = repositories.audit().find(whole);
    if (entries.size() > longest_verified) return;
    page.verified = true;
    page.broken = broken_links(entries, repositories.audit().appended_to(stream));
}

}  // namespace

std::string audit_hash(const StoredAuditEntry& stored, std::string_view previous_hash)
{
    std::string content(previous_hash);
    const auto add = [&](const std::string& field) {
        content += std::to_string(field.size());
        content += ':';
        content += field;
    };
    const auto& entry = stored.entry;
    add(entry.stream);
    add(std::to_string(stored.sequence));
    add(stored.at.sql());
    add(stored.actor.text());
    add(stored.actor_name);
    add(stored.request_id);
    add(entry.action);
    add(entry.subject);
    add(entry.before);
    add(entry.after);
    add(entry.reason);
    return base::sha256(content);
}

std::vector<std::int64_t> broken_links(std::span<const StoredAuditEntry> entries, std::int64_t appended)
{
    std::vector<std::int64_t> broken;
    std::string previous(64, '0');
    std::int64_t sequence = 0;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const bool follows = entry->sequence == sequence + 1 && entry->previous_hash == previous;
        const bool holds = base::hex(audit_hash(*entry, bytes_of(entry->previous_hash))) == entry->hash;
        if (!follows || !holds) broken.push_back(entry->sequence);
        sequence = entry->sequence;
        previous = entry->hash;
    }
    if (sequence != appended) broken.push_back(sequence + 1);
    return broken;
}

base::Result<AuditPage> read_audit(Repositories& repositories, const Actor& actor, const AuditFilter& filter)
{
    if (!rights::allowed(actor.user, rights::Permission::ViewAudit))
        return base::forbidden("Bạn chưa được giao quyền xem nhật ký. Hãy liên hệ người quản trị.");
    auto wanted = filter;
    wanted.limit = filter.limit + 1;
    AuditPage page;
    page.entries = repositories.audit().find(wanted);
    page.more = page.entries.size() > static_cast<std::size_t>(filter.limit);
    if (page.more) page.entries.pop_back();
    if (!filter.stream.empty()) verify(repositories, page, filter.stream);
    return page;
}

}  // namespace app
