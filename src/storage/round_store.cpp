#include "storage/round_store.h"

#include "base/text.h"
#include "storage/error.h"
#include "storage/stale_write.h"

namespace storage {
namespace {

domain::Round round_of(Rows& rows)
{
    domain::Round round;
    round.id = rows.id<domain::RoundId>(1);
    round.title = rows.text(2);
    round.year = static_cast<int>(rows.integer(3));
    round.default_citation = rows.text(4);
    round.conference_date = rows.maybe_date(5);
    round.open = rows.boolean(6);
    round.illustrative = rows.boolean(7);
    round.version = static_cast<int>(rows.integer(8));
    return round;
}

base::Error title_taken(const std::string& title)
{
    return {base::ErrorKind::Conflict, {"Đã có đợt khen thưởng tên “{}”.", {title}}, "title"};
}

}  // namespace

constexpr std::string_view all_rounds = R"(
SELECT id, title, year, default_citation, conference_date, is_open, illustrative, version
FROM emulation_round ORDER BY year DESC, id DESC)";

std::vector<domain::Round> RoundStore::all()
{
    std::vector<domain::Round> rounds;
    auto rows = connection_.query(all_rounds);
    while (rows.next())
        rounds.push_back(round_of(rows));
    return rounds;
}

constexpr std::string_view find_round = R"(
SELECT id, title, year, default_citation, conference_date, is_open, illustrative, version
FROM emulation_round WHERE id = ?)";

std::optional<domain::Round> RoundStore::find(domain::RoundId id)
{
    auto rows = connection_.query(find_round, {id});
    if (!rows.next()) return std::nullopt;
    return round_of(rows);
}

constexpr std::string_view insert_round = R"(
INSERT INTO emulation_round (title, title_folded, year, default_citation, conference_date, is_open, illustrative,
                             changed_by, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))";

base::Result<domain::RoundId> RoundStore::add(const app::Actor& actor, const domain::Round& round)
try {
    connection_.execute(insert_round,
                        {round.title, Bytes{base::folded(round.title)}, round.year, round.default_citation,
                         round.conference_date, round.open, round.illustrative, actor.user.name, actor.now});
    return domain::RoundId{connection_.last_insert_id()};
} catch (const DatabaseError& error) {
    if (!error.duplicate("emulation_round_title")) throw;
    return title_taken(round.title);
}

constexpr std::string_view update_round = R"(
UPDATE emulation_round SET title = ?, title_folded = ?, year = ?, default_citation = ?, conference_date = ?, is_open = ?,
    version = version + 1, changed_by = ?, changed_at = ?
WHERE id = ? AND version = ?)";

constexpr std::string_view round_changed = "SELECT changed_by, changed_at FROM emulation_round WHERE id = ?";

base::Result<void> RoundStore::save(const app::Actor& actor, const domain::Round& round)
try {
    const auto matched =
        connection_.execute(update_round, {round.title, Bytes{base::folded(round.title)}, round.year,
                                           round.default_citation, round.conference_date, round.open,
                                           actor.user.name, actor.now, round.id, round.version});
    if (matched == 0) return stale_write(connection_.query(round_changed, {round.id}));
    return {};
} catch (const DatabaseError& error) {
    if (!error.duplicate("emulation_round_title")) throw;
    return title_taken(round.title);
}

}  // namespace storage
