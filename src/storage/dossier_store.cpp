#include "storage/dossier_store.h"

#include "storage/error.h"

namespace storage {
namespace {

const std::string dossier_columns = R"sql(
SELECT id, round_id, run_id, title, default_citation, state, version, pass, handled, created_by, created_at,
       submitted_by, submitted_at, appraised_by, forwarded_by, approved_by, approved_at,
       changed_by, changed_by_name, changed_at, state_since
FROM dossier)sql";

domain::DossierState state_of(const std::string& code)
{
    const auto state = domain::state_from_code(code);
    if (!state) throw DatabaseError(Failure::Other, 0, "dossier: unknown state " + code);
    return *state;
}

domain::DossierAction action_of(const std::string& code)
{
    const auto action = domain::action_from_code(code);
    if (!action) throw DatabaseError(Failure::Other, 0, "dossier_history: unknown action " + code);
    return *action;
}

domain::Dossier dossier_of(Rows& rows)
{
    domain::Dossier dossier;
    dossier.id = rows.id<domain::DossierId>(1);
    dossier.round = rows.id<domain::RoundId>(2);
    dossier.run = rows.maybe_id<domain::RunId>(3);
    dossier.title = rows.text(4);
    dossier.default_citation = rows.text(5);
    dossier.state = state_of(rows.text(6));
    dossier.version = static_cast<int>(rows.integer(7));
    dossier.pass = static_cast<int>(rows.integer(8));
    dossier.handled = rows.boolean(9);
    dossier.created_by = rows.id<domain::UserId>(10);
    dossier.created_at = rows.instant(11);
    dossier.submitted_by = rows.maybe_id<domain::UserId>(12);
    dossier.submitted_at = rows.maybe_instant(13);
    dossier.appraised_by = rows.maybe_id<domain::UserId>(14);
    dossier.forwarded_by = rows.maybe_id<domain::UserId>(15);
    dossier.approved_by = rows.maybe_id<domain::UserId>(16);
    dossier.approved_at = rows.maybe_instant(17);
    dossier.changed_by = rows.id<domain::UserId>(18);
    dossier.changed_by_name = rows.text(19);
    dossier.changed_at = rows.instant(20);
    dossier.state_since = rows.instant(21);
    return dossier;
}

std::string code(domain::DossierState state)
{
    return std::string(domain::state_code(state));
}

}  // namespace

const std::string find_dossier = dossier_columns + " WHERE id = ?";

base::Result<domain::Dossier> DossierStore::find(domain::DossierId id)
{
    auto rows = connection_.query(find_dossier, {id});
    if (!rows.next()) return base::not_found("Không tìm thấy hồ sơ này.");
    return dossier_of(rows);
}

namespace {

// A filter adds its condition and its values; nothing of the user's text enters the statement.
std::string chosen(const app::DossierFilter& filter, Parameters& values)
{
    std::string sql = " WHERE 1 = 1";
    if (!filter.states.empty()) {
        sql += " AND state IN (";
        for (const auto state : filter.states) {
            sql += values.empty() ? "?" : ", ?";
            values.emplace_back(code(state));
        }
        sql += ")";
    }
    if (filter.round) {
        sql += " AND round_id = ?";
        values.emplace_back(*filter.round);
    }
    if (filter.run) {
        sql += " AND run_id = ?";
        values.emplace_back(*filter.run);
    }
    return sql;
}

}  // namespace

std::vector<domain::Dossier> DossierStore::list(const app::DossierFilter& filter)
{
    Parameters values;
    std::string sql = dossier_columns + chosen(filter, values);
    sql += filter.oldest_first ? " ORDER BY state_since, id LIMIT ? OFFSET ?"
                               : " ORDER BY id DESC LIMIT ? OFFSET ?";
    values.emplace_back(filter.limit);
    values.emplace_back(filter.offset);
    std::vector<domain::Dossier> found;
    auto rows = connection_.query(sql, values);
    while (rows.next())
        found.push_back(dossier_of(rows));
    return found;
}

int DossierStore::count(const app::DossierFilter& filter)
{
    Parameters values;
    const std::string sql = "SELECT COUNT(*) FROM dossier" + chosen(filter, values);
    auto rows = connection_.query(sql, values);
    return rows.next() ? static_cast<int>(rows.integer(1)) : 0;
}

constexpr std::string_view insert_dossier = R"sql(
INSERT INTO dossier (round_id, run_id, title, default_citation, state, created_by, created_at,
                     changed_by, changed_by_name, changed_at, state_since)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

base::Result<domain::DossierId> DossierStore::add(const domain::Dossier& dossier)
{
    try {
        connection_.execute(insert_dossier,
                            {dossier.round, dossier.run, dossier.title, dossier.default_citation,
                             code(dossier.state), dossier.created_by, dossier.created_at, dossier.changed_by,
                             dossier.changed_by_name, dossier.changed_at, dossier.state_since});
    } catch (const DatabaseError& error) {
        if (!error.duplicate("dossier_once_per_run")) throw;
        return base::conflict("Lần chạy này đã được lập thành hồ sơ khác.");
    }
    return domain::DossierId{connection_.last_insert_id()};
}

base::Error DossierStore::stale(domain::DossierId id)
{
    const auto now = find(id);
    if (!now) return now.error();
    return base::conflict(
        {"Hồ sơ đã được {} xử lý lúc {}.", {now->changed_by_name, now->changed_at.vietnamese()}});
}

constexpr std::string_view touch_draft_dossier = R"sql(
UPDATE dossier SET version = version + 1, changed_by = ?, changed_by_name = ?, changed_at = ?
WHERE id = ? AND state = 'draft')sql";

base::Result<void> DossierStore::touch_draft(domain::DossierId id, const app::Actor& actor)
{
    const auto matched =
        connection_.execute(touch_draft_dossier, {actor.user.id, actor.user.name, actor.now, id});
    if (matched == 0) return stale(id);
    return {};
}

constexpr std::string_view touch_handled_dossier = R"sql(
UPDATE dossier SET version = version + 1, handled = TRUE, changed_by = ?, changed_by_name = ?, changed_at = ?
WHERE id = ? AND version = ?)sql";

base::Result<void> DossierStore::touch_handled(domain::DossierId id, int seen, const app::Actor& actor)
{
    const auto matched =
        connection_.execute(touch_handled_dossier, {actor.user.id, actor.user.name, actor.now, id, seen});
    if (matched == 0) return stale(id);
    return {};
}

constexpr std::string_view update_texts = R"sql(
UPDATE dossier SET title = ?, default_citation = ?, version = version + 1,
                   changed_by = ?, changed_by_name = ?, changed_at = ?
WHERE id = ? AND version = ? AND state = 'draft')sql";

base::Result<void> DossierStore::save_texts(const domain::Dossier& dossier)
{
    const auto matched = connection_.execute(update_texts, {dossier.title, dossier.default_citation,
                                                            dossier.changed_by, dossier.changed_by_name,
                                                            dossier.changed_at, dossier.id, dossier.version});
    if (matched == 0) return stale(dossier.id);
    return {};
}

constexpr std::string_view update_state = R"sql(
UPDATE dossier SET state = ?, version = version + 1, pass = ?, handled = ?, submitted_by = ?, submitted_at = ?,
                   appraised_by = ?, forwarded_by = ?, approved_by = ?, approved_at = ?,
                   changed_by = ?, changed_by_name = ?, changed_at = ?, state_since = ?
WHERE id = ? AND version = ? AND state = ?)sql";

constexpr std::string_view insert_history = R"sql(
INSERT INTO dossier_history (dossier_id, action, from_state, to_state, by_id, by_name, by_post, at, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

base::Result<void> DossierStore::save_step(const domain::Dossier& after, const domain::DossierStep& step)
{
    try {
        const auto matched = connection_.execute(
            update_state, {code(after.state), after.pass, after.handled, after.submitted_by,
                           after.submitted_at, after.appraised_by, after.forwarded_by, after.approved_by,
                           after.approved_at, after.changed_by, after.changed_by_name, after.changed_at,
                           after.state_since, after.id, after.version, code(step.from)});
        if (matched == 0) return stale(after.id);
    } catch (const DatabaseError& error) {
        // The schema's own guard of "the proposer never approves".
        if (error.failure() != Failure::Constraint) throw;
        return base::forbidden(
            "Người đã soạn, trình hoặc thẩm định hồ sơ không được tự xét hay phê duyệt hồ sơ đó.");
    }
    connection_.execute(insert_history,
                        {step.dossier, domain::action_code(step.action), code(step.from), code(step.to),
                         step.by, step.by_name, step.by_post, step.at, step.reason});
    return {};
}

constexpr std::string_view select_history = R"sql(
SELECT dossier_id, action, from_state, to_state, by_id, by_name, by_post, at, reason
FROM dossier_history WHERE dossier_id = ? ORDER BY id DESC)sql";

std::vector<domain::DossierStep> DossierStore::history(domain::DossierId id)
{
    std::vector<domain::DossierStep> steps;
    auto rows = connection_.query(select_history, {id});
    while (rows.next()) {
        domain::DossierStep step;
        step.dossier = rows.id<domain::DossierId>(1);
        step.action = action_of(rows.text(2));
        step.from = state_of(rows.text(3));
        step.to = state_of(rows.text(4));
        step.by = rows.id<domain::UserId>(5);
        step.by_name = rows.text(6);
        step.by_post = rows.text(7);
        step.at = rows.instant(8);
        step.reason = rows.text(9);
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace storage
