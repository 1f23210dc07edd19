#include "storage/publication_store.h"

#include "base/text.h"
#include "storage/bulk.h"
#include "storage/error.h"
#include "storage/publication_rows.h"

namespace storage {

namespace {

// What every finder selects, in the order publication_of reads it.
constexpr std::string_view publication_columns = R"(
SELECT p.id, p.round_id, p.year, p.decision_number, p.decision_date, p.conference_date, p.published_by, u.name,
       p.published_at, p.replaces_id, p.reason, n.id, p.upload_id, p.file_name, p.file_hash, p.compared_with_id,
       p.snapshot_hash
FROM publication p JOIN app_user u ON u.id = p.published_by LEFT JOIN publication n ON n.replaces_id = p.id)";

domain::Publication publication_of(Rows& rows)
{
    domain::Publication publication;
    publication.id = rows.id<domain::PublicationId>(1);
    publication.round = rows.id<domain::RoundId>(2);
    publication.year = static_cast<int>(rows.integer(3));
    publication.decision_number = rows.text(4);
    publication.decision_date = rows.date(5);
    publication.conference_date = rows.maybe_date(6);
    publication.published_by = rows.id<domain::UserId>(7);
    publication.published_by_name = rows.text(8);
    publication.published_at = rows.instant(9);
    publication.replaces = rows.maybe_id<domain::PublicationId>(10);
    publication.reason = rows.text(11);
    publication.replaced_by = rows.maybe_id<domain::PublicationId>(12);
    publication.upload = rows.id<domain::UploadId>(13);
    publication.file_name = rows.text(14);
    publication.file_hash = rows.text(15);
    publication.compared_with = rows.maybe_id<domain::PublicationId>(16);
    publication.snapshot_hash = rows.text(17);
    return publication;
}

std::optional<domain::Publication> first_of(Rows rows)
{
    if (!rows.next()) return std::nullopt;
    return publication_of(rows);
}

std::string with(std::string_view columns, std::string_view rest)
{
    return std::string(columns).append(rest);
}

}  // namespace

const std::string groups_of_publication = with(group_columns, R"(
WHERE g.publication_id = ? ORDER BY g.position)");

std::optional<domain::Publication>
PublicationStore::with_groups(std::optional<domain::Publication> publication)
{
    if (!publication) return publication;
    auto rows = connection_.query(groups_of_publication, {publication->id});
    while (rows.next())
        publication->groups.push_back(read_group(rows));
    return publication;
}

const std::string publication_by_id = with(publication_columns, " WHERE p.id = ?");

std::optional<domain::Publication> PublicationStore::find(domain::PublicationId id)
{
    return with_groups(first_of(connection_.query(publication_by_id, {id})));
}

const std::string current_publication = with(publication_columns, R"(
WHERE p.round_id = ? ORDER BY p.edition DESC LIMIT 1)");

std::optional<domain::Publication> PublicationStore::current(domain::RoundId round)
{
    return with_groups(first_of(connection_.query(current_publication, {round})));
}

const std::string publication_of_year = with(publication_columns, R"(
WHERE p.year = ? AND n.id IS NULL ORDER BY p.id DESC LIMIT 1)");

std::optional<domain::Publication> PublicationStore::current_of_year(int year)
{
    return with_groups(first_of(connection_.query(publication_of_year, {year})));
}

const std::string newest_publication = with(publication_columns, R"(
WHERE n.id IS NULL ORDER BY p.year DESC, p.id DESC LIMIT 1)");

std::optional<domain::Publication> PublicationStore::newest()
{
    return with_groups(first_of(connection_.query(newest_publication)));
}

const std::string all_publications = with(publication_columns, " ORDER BY p.year DESC, p.id DESC");

std::vector<domain::Publication> PublicationStore::list()
{
    std::vector<domain::Publication> found;
    auto rows = connection_.query(all_publications);
    while (rows.next())
        found.push_back(publication_of(rows));
    return found;
}

const std::string all_standings = with(standing_columns, R"(
JOIN publication_group g ON g.publication_id = s.publication_id AND g.group_id = s.group_id
WHERE s.publication_id = ? ORDER BY g.position, s.position)");

std::vector<domain::PublishedStanding> PublicationStore::standings(domain::PublicationId id)
{
    std::vector<domain::PublishedStanding> found;
    auto rows = connection_.query(all_standings, {id});
    while (rows.next())
        found.push_back(read_standing(rows));
    return found;
}

constexpr std::string_view unit_years = R"(
SELECT p.id, p.year, g.name, s.place, g.ranked, s.index_value, g.framework, s.band, s.change_points, s.change_places,
       s.illustrative
FROM publication_standing s
JOIN publication p ON p.id = s.publication_id
JOIN publication_group g ON g.publication_id = s.publication_id AND g.group_id = s.group_id
LEFT JOIN publication n ON n.replaces_id = p.id
WHERE s.unit_id = ? AND n.id IS NULL ORDER BY p.year DESC, p.id DESC)";

std::vector<domain::UnitYear> PublicationStore::years_of(domain::UnitId unit)
{
    const auto whole = [](const std::optional<std::int64_t>& number) {
        return number ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
    };
    std::vector<domain::UnitYear> years;
    auto rows = connection_.query(unit_years, {unit});
    while (rows.next()) {
        domain::UnitYear year;
        year.publication = rows.id<domain::PublicationId>(1);
        year.year = static_cast<int>(rows.integer(2));
        year.group = rows.text(3);
        year.place = whole(rows.maybe_integer(4));
        year.of = static_cast<int>(rows.integer(5));
        year.index = rows.decimal(6);
        year.decimals = read_framework(rows.text(7)).decimals;
        year.band = rows.text(8);
        year.change = rows.maybe_decimal(9);
        year.change_places = whole(rows.maybe_integer(10));
        year.illustrative = rows.boolean(11);
        years.push_back(std::move(year));
    }
    return years;
}

constexpr std::string_view latest_edition = "SELECT edition FROM publication WHERE id = ? AND round_id = ?";

constexpr std::string_view add_publication = R"(
INSERT INTO publication (round_id, edition, year, decision_number, decision_date, conference_date, published_by,
    published_at, replaces_id, reason, upload_id, file_name, file_hash, compared_with_id, snapshot_hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

base::Result<domain::PublicationId>
PublicationStore::freeze(const domain::Publication& publication,
                         const std::vector<domain::PublishedStanding>& rows)
try {
    std::int64_t edition = 1;
    if (publication.replaces) {
        auto old = connection_.query(latest_edition, {*publication.replaces, publication.round});
        if (!old.next()) return base::not_found("Không tìm thấy bản công bố cần đính chính.");
        edition = old.integer(1) + 1;
    }
    connection_.execute(add_publication,
                        {publication.round, edition, publication.year, publication.decision_number,
                         publication.decision_date, publication.conference_date, publication.published_by,
                         publication.published_at, publication.replaces, publication.reason,
                         publication.upload, publication.file_name, publication.file_hash,
                         publication.compared_with, publication.snapshot_hash});
    const domain::PublicationId id{connection_.last_insert_id()};
    freeze_groups(id, publication);
    freeze_rows(id, rows);
    return id;
} catch (const DatabaseError& error) {
    if (error.duplicate("publication_edition_once") || error.duplicate("publication_replaced_once"))
        return base::conflict("Kết quả của đợt này vừa được người khác công bố. Hãy mở lại trang xếp hạng.");
    throw;
}

constexpr std::string_view add_groups = R"(
INSERT INTO publication_group (publication_id, group_id, position, name, framework_id, framework_version, criteria,
    framework, framework_changed, units, ranked, mean, median, previous_mean, band_counts, rose, fell))";

void PublicationStore::freeze_groups(domain::PublicationId id, const domain::Publication& publication)
{
    Parameters values;
    int position = 0;
    for (const auto& group : publication.groups)
        append_group(values, id, ++position, group);
    insert_rows(connection_, add_groups, 17, values);
}

constexpr std::string_view add_standings = R"(
INSERT INTO publication_standing (publication_id, group_id, position, unit_id, code, unit_name, search_text, name_key,
    place, index_value, band, change_points, change_places, framework_changed, tie_break, parts, sheet, sheet_row,
    evidence, note, illustrative, parts_illustrative))";

void PublicationStore::freeze_rows(domain::PublicationId id,
                                   const std::vector<domain::PublishedStanding>& rows)
{
    Parameters values;
    values.reserve(rows.size() * 22);
    for (const auto& row : rows)
        append_standing(values, id, row);
    insert_rows(connection_, add_standings, 22, values);
}

}  // namespace storage
