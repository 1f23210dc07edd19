#include "storage/office_store.h"

#include "storage/error.h"
#include "storage/stale_write.h"

namespace storage {
namespace {

domain::Signer signer_of(Rows& rows)
{
    domain::Signer signer;
    signer.id = rows.id<domain::SignerId>(1);
    signer.authority_line = rows.text(2);
    signer.title = rows.text(3);
    signer.name = rows.text(4);
    signer.from = rows.date(5);
    signer.to = rows.maybe_date(6);
    signer.version = static_cast<int>(rows.integer(7));
    return signer;
}

}  // namespace

constexpr std::string_view read_office = R"(
SELECT province, committee, department, place, decision_symbol, illustrative, version FROM office WHERE id = 1)";

domain::Office OfficeStore::office()
{
    domain::Office office;
    office.version = 0;
    auto rows = connection_.query(read_office);
    if (!rows.next()) return office;
    office.province = rows.text(1);
    office.committee = rows.text(2);
    office.department = rows.text(3);
    office.place = rows.text(4);
    office.decision_symbol = rows.text(5);
    office.illustrative = rows.boolean(6);
    office.version = static_cast<int>(rows.integer(7));
    return office;
}

constexpr std::string_view insert_office = R"(
INSERT INTO office (id, province, committee, department, place, decision_symbol, illustrative, changed_by, changed_at)
VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?))";

// What was marked illustrative stays so.
constexpr std::string_view update_office = R"(
UPDATE office SET province = ?, committee = ?, department = ?, place = ?, decision_symbol = ?,
    illustrative = illustrative OR ?, version = version + 1, changed_by = ?, changed_at = ?
WHERE id = 1 AND version = ?)";

constexpr std::string_view office_changed = "SELECT changed_by, changed_at FROM office WHERE id = 1";

base::Result<void> OfficeStore::save(const app::Actor& actor, const domain::Office& office)
try {
    Parameters values = {office.province,        office.committee,    office.department, office.place,
                         office.decision_symbol, office.illustrative, actor.user.name,   actor.now};
    if (office.version == 0) {
        connection_.execute(insert_office, values);
        return {};
    }
    values.emplace_back(office.version);
    if (connection_.execute(update_office, values) == 0)
        return stale_write(connection_.query(office_changed));
    return {};
} catch (const DatabaseError& error) {
    if (!error.duplicate()) throw;
    return stale_write(connection_.query(office_changed));
}

constexpr std::string_view all_signers = R"(
SELECT id, authority_line, title, name, from_day, to_day, version
FROM signer ORDER BY to_day IS NOT NULL, from_day DESC, id)";

std::vector<domain::Signer> OfficeStore::signers()
{
    std::vector<domain::Signer> signers;
    auto rows = connection_.query(all_signers);
    while (rows.next())
        signers.push_back(signer_of(rows));
    return signers;
}

std::vector<domain::Signer> OfficeStore::signers_on(const base::Date& day)
{
    auto found = signers();
    std::erase_if(found, [&](const domain::Signer& signer) { return !signer.in_office(day); });
    return found;
}

constexpr std::string_view find_signer = R"(
SELECT id, authority_line, title, name, from_day, to_day, version FROM signer WHERE id = ?)";

std::optional<domain::Signer> OfficeStore::signer(domain::SignerId id)
{
    auto rows = connection_.query(find_signer, {id});
    if (!rows.next()) return std::nullopt;
    return signer_of(rows);
}

constexpr std::string_view insert_signer = R"(
INSERT INTO signer (authority_line, title, name, from_day, to_day, changed_by, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?))";

base::Result<domain::SignerId> OfficeStore::add_signer(const app::Actor& actor, const domain::Signer& signer)
{
    connection_.execute(insert_signer, {signer.authority_line, signer.title, signer.name, signer.from,
                                        signer.to, actor.user.name, actor.now});
    return domain::SignerId{connection_.last_insert_id()};
}

constexpr std::string_view update_signer = R"(
UPDATE signer SET authority_line = ?, title = ?, name = ?, from_day = ?, to_day = ?,
    version = version + 1, changed_by = ?, changed_at = ?
WHERE id = ? AND version = ?)";

constexpr std::string_view signer_changed = "SELECT changed_by, changed_at FROM signer WHERE id = ?";

base::Result<void> OfficeStore::save_signer(const app::Actor& actor, const domain::Signer& signer)
{
    const auto matched = connection_.execute(update_signer, {signer.authority_line, signer.title, signer.name,
                                                             signer.from, signer.to, actor.user.name,
                                                             actor.now, signer.id, signer.version});
    if (matched == 0) return stale_write(connection_.query(signer_changed, {signer.id}));
    return {};
}

}  // namespace storage
