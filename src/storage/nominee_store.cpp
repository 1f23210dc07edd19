#include "storage/nominee_store.h"

#include "domain/verdict_json.h"
#include "storage/error.h"
#include "storage/person_store.h"

#include <map>

namespace storage {
namespace {

const std::string nominee_columns = R"sql(
SELECT id, dossier_id, position, award, kind, source, unit_id, unit_name, person_id, honorific, person_name, post,
       achievement, reason, group_name, place, ranked, index_value, verdict, added_by, added_by_name, added_at, version
FROM nominee)sql";

std::string kind_code(domain::RecipientKind kind)
{
    return kind == domain::RecipientKind::Collective ? "collective" : "individual";
}

std::optional<int> whole(std::optional<std::int64_t> number)
{
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

domain::Nominee nominee_of(Rows& rows)
{
    domain::Nominee nominee;
    nominee.id = rows.id<domain::NomineeId>(1);
    nominee.dossier = rows.id<domain::DossierId>(2);
    nominee.position = static_cast<int>(rows.integer(3));
    nominee.award = rows.text(4);
    nominee.kind =
        rows.text(5) == "collective" ? domain::RecipientKind::Collective : domain::RecipientKind::Individual;
    const auto source = domain::source_from_code(rows.text(6));
    if (!source) throw DatabaseError(Failure::Other, 0, "nominee: unknown source");
    nominee.source = *source;
    nominee.unit = rows.id<domain::UnitId>(7);
    nominee.unit_name = rows.text(8);
    nominee.person = rows.maybe_id<domain::PersonId>(9);
    nominee.honorific = honorific_from_code(rows.text(10));
    nominee.person_name = rows.text(11);
    nominee.post = rows.text(12);
    nominee.achievement = rows.text(13);
    nominee.reason = rows.text(14);
    nominee.group = rows.text(15);
    nominee.place = whole(rows.maybe_integer(16));
    nominee.ranked = whole(rows.maybe_integer(17));
    nominee.index = rows.maybe_decimal(18);
    const auto verdict = domain::verdict_from_json(rows.text(19));
    if (!verdict) throw DatabaseError(Failure::Other, 0, "nominee: unreadable verdict");
    nominee.verdict = *verdict;
    nominee.added_by = rows.id<domain::UserId>(20);
    nominee.added_by_name = rows.text(21);
    nominee.added_at = rows.instant(22);
    nominee.version = static_cast<int>(rows.integer(23));
    return nominee;
}

domain::NomineeVerdict verdict_of(Rows& rows)
{
    domain::NomineeVerdict verdict;
    verdict.nominee = rows.id<domain::NomineeId>(1);
    const auto step = domain::verdict_step_from_code(rows.text(2));
    if (!step) throw DatabaseError(Failure::Other, 0, "nominee_verdict: unknown step");
    verdict.step = *step;
    verdict.pass = static_cast<int>(rows.integer(3));
    verdict.agreed = rows.boolean(4);
    verdict.reason = rows.text(5);
    verdict.by = rows.id<domain::UserId>(6);
    verdict.by_name = rows.text(7);
    verdict.at = rows.instant(8);
    return verdict;
}

base::Error twice(const DatabaseError& error)
{
    if (error.duplicate("nominee_person_once"))
        return base::conflict("Người này đã có trong hồ sơ; một người chỉ được đề nghị một lần.");
    if (error.duplicate("nominee_collective_once"))
        return base::conflict("Tập thể này đã được đề nghị hình thức đó trong hồ sơ.");
    throw error;
}

}  // namespace

const std::string find_nominee = nominee_columns + " WHERE id = ?";

base::Result<domain::Nominee> NomineeStore::find(domain::NomineeId id)
{
    auto rows = connection_.query(find_nominee, {id});
    if (!rows.next()) return base::not_found("Không tìm thấy đối tượng này trong hồ sơ.");
    return nominee_of(rows);
}

const std::string nominees_of_dossier = nominee_columns + " WHERE dossier_id = ? ORDER BY position, id";

constexpr std::string_view present_verdicts = R"sql(
SELECT v.nominee_id, v.step, v.pass, v.agreed, v.reason, v.by_id, v.by_name, v.at
FROM nominee_verdict v
JOIN nominee n ON n.id = v.nominee_id
JOIN dossier d ON d.id = n.dossier_id AND d.pass = v.pass
WHERE n.dossier_id = ? ORDER BY v.at)sql";

std::vector<domain::Nominee> NomineeStore::of(domain::DossierId dossier)
{
    std::map<domain::NomineeId, std::vector<domain::NomineeVerdict>> given;
    auto verdicts = connection_.query(present_verdicts, {dossier});
    while (verdicts.next()) {
        auto verdict = verdict_of(verdicts);
        given[verdict.nominee].push_back(std::move(verdict));
    }
    std::vector<domain::Nominee> nominees;
    auto rows = connection_.query(nominees_of_dossier, {dossier});
    while (rows.next()) {
        nominees.push_back(nominee_of(rows));
        if (const auto found = given.find(nominees.back().id); found != given.end())
            nominees.back().verdicts = std::move(found->second);
    }
    return nominees;
}

constexpr std::string_view insert_nominee = R"sql(
INSERT INTO nominee (dossier_id, position, award, kind, source, unit_id, unit_name, person_id, honorific, person_name,
                     post, achievement, reason, group_name, place, ranked, index_value, verdict,
                     added_by, added_by_name, added_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

base::Result<domain::NomineeId> NomineeStore::add(const domain::Nominee& nominee)
{
    try {
        connection_.execute(insert_nominee, {nominee.dossier,
                                             nominee.position,
                                             nominee.award,
                                             kind_code(nominee.kind),
                                             domain::source_code(nominee.source),
                                             nominee.unit,
                                             nominee.unit_name,
                                             nominee.person,
                                             honorific_code(nominee.honorific),
                                             nominee.person_name,
                                             nominee.post,
                                             nominee.achievement,
                                             nominee.reason,
                                             nominee.group,
                                             nominee.place,
                                             nominee.ranked,
                                             nominee.index,
                                             domain::verdict_json(nominee.verdict),
                                             nominee.added_by,
                                             nominee.added_by_name,
                                             nominee.added_at});
    } catch (const DatabaseError& error) {
        return twice(error);
    }
    return domain::NomineeId{connection_.last_insert_id()};
}

base::Error NomineeStore::stale(domain::NomineeId id)
{
    const auto now = find(id);
    if (!now) return now.error();
    return base::conflict({"{} đã được {} sửa lúc {}. Hãy tải lại trang để xem bản mới nhất.",
                           {now->recipient(), now->added_by_name, now->added_at.vietnamese()}});
}

constexpr std::string_view update_nominee = R"sql(
UPDATE nominee SET position = ?, person_id = ?, honorific = ?, person_name = ?, post = ?, achievement = ?, reason = ?,
                   added_by = ?, added_by_name = ?, added_at = ?, version = version + 1
WHERE id = ? AND version = ?)sql";

base::Result<void> NomineeStore::save(const domain::Nominee& nominee)
{
    try {
        const auto matched = connection_.execute(
            update_nominee,
            {nominee.position, nominee.person, honorific_code(nominee.honorific), nominee.person_name,
             nominee.post, nominee.achievement, nominee.reason, nominee.added_by, nominee.added_by_name,
             nominee.added_at, nominee.id, nominee.version});
        if (matched == 0) return stale(nominee.id);
    } catch (const DatabaseError& error) {
        return twice(error);
    }
    return {};
}

// Its verdicts of passes before the dossier came back to draft go with it; the audit keeps them.
constexpr std::string_view delete_verdicts = "DELETE FROM nominee_verdict WHERE nominee_id = ?";
constexpr std::string_view delete_nominee = "DELETE FROM nominee WHERE id = ? AND version = ?";

base::Result<void> NomineeStore::remove(const domain::Nominee& nominee)
{
    connection_.execute(delete_verdicts, {nominee.id});
    if (connection_.execute(delete_nominee, {nominee.id, nominee.version}) == 0) return stale(nominee.id);
    return {};
}

constexpr std::string_view upsert_verdict = R"sql(
INSERT INTO nominee_verdict (nominee_id, step, pass, agreed, reason, by_id, by_name, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE agreed = VALUES(agreed), reason = VALUES(reason), by_id = VALUES(by_id),
                        by_name = VALUES(by_name), at = VALUES(at))sql";

void NomineeStore::put_verdict(const domain::NomineeVerdict& verdict)
{
    connection_.execute(upsert_verdict,
                        {verdict.nominee, domain::verdict_step_code(verdict.step), verdict.pass,
                         verdict.agreed, verdict.reason, verdict.by, verdict.by_name, verdict.at});
}

constexpr std::string_view all_verdicts = R"sql(
SELECT v.nominee_id, v.step, v.pass, v.agreed, v.reason, v.by_id, v.by_name, v.at
FROM nominee_verdict v JOIN nominee n ON n.id = v.nominee_id
WHERE n.dossier_id = ? ORDER BY v.pass, v.at, v.nominee_id)sql";

std::vector<domain::NomineeVerdict> NomineeStore::verdicts_of(domain::DossierId dossier)
{
    std::vector<domain::NomineeVerdict> verdicts;
    auto rows = connection_.query(all_verdicts, {dossier});
    while (rows.next())
        verdicts.push_back(verdict_of(rows));
    return verdicts;
}

}  // namespace storage
