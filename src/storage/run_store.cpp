#include "storage/run_store.h"

#include "rules/proposal_file.h"
#include "rules/rule_set_file.h"
#include "storage/error.h"

#include <stdexcept>

namespace storage {
namespace {

app::RunSummary summary_of(Rows& rows)
{
    app::RunSummary summary;
    summary.id = rows.id<domain::RunId>(1);
    summary.round = rows.id<domain::RoundId>(2);
    summary.publication = rows.id<domain::PublicationId>(3);
    summary.rule_set_version = rows.id<domain::RuleSetVersionId>(4);
    summary.rule_set = rows.id<domain::RuleSetId>(5);
    summary.number = static_cast<int>(rows.integer(6));
    summary.rule_version = static_cast<int>(rows.integer(7));
    summary.rule_name = rows.text(8);
    summary.run_by_name = rows.text(9);
    summary.run_at = rows.instant(10);
    return summary;
}

// Runs are written by this program only and never changed, so an unreadable one is a broken database.
template <class T> T stored(base::Result<T> result, domain::RunId id)
{
    if (!result) throw std::runtime_error("stored proposal run " + id.text() + " is unreadable");
    return std::move(result).value();
}

}  // namespace

constexpr std::string_view find_run = R"(
SELECT r.id, r.round_id, r.publication_id, r.rule_set_version_id, r.number, v.number, v.rules, r.standings,
       r.decisions, r.result, r.run_by, r.run_by_name, r.run_at
FROM proposal_run r JOIN rule_set_version v ON v.id = r.rule_set_version_id WHERE r.id = ?)";

std::optional<app::ProposalRun> RunStore::find(domain::RunId id)
{
    auto rows = connection_.query(find_run, {id});
    if (!rows.next()) return std::nullopt;
    app::ProposalRun run;
    run.id = rows.id<domain::RunId>(1);
    run.round = rows.id<domain::RoundId>(2);
    run.publication = rows.id<domain::PublicationId>(3);
    run.rule_set_version = rows.id<domain::RuleSetVersionId>(4);
    run.number = static_cast<int>(rows.integer(5));
    run.rule_version = static_cast<int>(rows.integer(6));
    auto reading = rules::read_rule_set(rows.text(7));
    if (!reading.rules) throw std::runtime_error("stored rules of run " + id.text() + " are unreadable");
    run.rules = std::move(*reading.rules);
    run.standings = stored(rules::read_standings(rows.text(8)), id);
    run.decisions = stored(rules::read_decisions(rows.text(9)), id);
    run.result = stored(rules::read_result(rows.text(10)), id);
    run.run_by = rows.id<domain::UserId>(11);
    run.run_by_name = rows.text(12);
    run.run_at = rows.instant(13);
    return run;
}

constexpr std::string_view newest_run = R"(
SELECT r.id, r.round_id, r.publication_id, r.rule_set_version_id, v.rule_set_id, r.number, v.number, s.name,
       r.run_by_name, r.run_at
FROM proposal_run r JOIN rule_set_version v ON v.id = r.rule_set_version_id JOIN rule_set s ON s.id = v.rule_set_id
WHERE r.round_id = ? ORDER BY r.number DESC LIMIT 1)";

std::optional<app::RunSummary> RunStore::newest(domain::RoundId round)
{
    auto rows = connection_.query(newest_run, {round});
    if (!rows.next()) return std::nullopt;
    return summary_of(rows);
}

constexpr std::string_view runs_of_round = R"(
SELECT r.id, r.round_id, r.publication_id, r.rule_set_version_id, v.rule_set_id, r.number, v.number, s.name,
       r.run_by_name, r.run_at
FROM proposal_run r JOIN rule_set_version v ON v.id = r.rule_set_version_id JOIN rule_set s ON s.id = v.rule_set_id
WHERE r.round_id = ? ORDER BY r.number DESC)";

std::vector<app::RunSummary> RunStore::of_round(domain::RoundId round)
{
    std::vector<app::RunSummary> list;
    auto rows = connection_.query(runs_of_round, {round});
    while (rows.next())
        list.push_back(summary_of(rows));
    return list;
}

constexpr std::string_view runs_of_rule_set = R"(
SELECT r.id, r.round_id, r.publication_id, r.rule_set_version_id, v.rule_set_id, r.number, v.number, s.name,
       r.run_by_name, r.run_at
FROM proposal_run r JOIN rule_set_version v ON v.id = r.rule_set_version_id JOIN rule_set s ON s.id = v.rule_set_id
WHERE v.rule_set_id = ? ORDER BY r.id DESC)";

std::vector<app::RunSummary> RunStore::of_rule_set(domain::RuleSetId rule_set)
{
    std::vector<app::RunSummary> list;
    auto rows = connection_.query(runs_of_rule_set, {rule_set});
    while (rows.next())
        list.push_back(summary_of(rows));
    return list;
}

constexpr std::string_view last_number =
    "SELECT COALESCE(MAX(number), 0) FROM proposal_run WHERE round_id = ?";

constexpr std::string_view insert_run = R"(
INSERT INTO proposal_run (round_id, number, publication_id, rule_set_version_id, standings, decisions, result, run_by,
                          run_by_name, run_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

base::Result<domain::RunId> RunStore::add(const app::Actor& actor, const app::ProposalRun& run)
try {
    std::int64_t number = 1;
    {
        auto rows = connection_.query(last_number, {run.round});
        if (rows.next()) number = rows.integer(1) + 1;
    }
    connection_.execute(insert_run,
                        {run.round, number, run.publication, run.rule_set_version,
                         rules::write_standings(run.standings), rules::write_decisions(run.decisions),
                         rules::write_result(run.result), actor.user.id, actor.user.name, actor.now});
    return domain::RunId{connection_.last_insert_id()};
} catch (const DatabaseError& error) {
    if (!error.duplicate("proposal_run_number_once")) throw;
    return base::conflict(
        "Vừa có người chạy đề xuất cho đợt này. Hãy tải lại trang rồi chạy lại nếu vẫn cần.");
}

}  // namespace storage
