#include "storage/record_store.h"

#include "base/text.h"
#include "storage/bulk.h"

#include <set>

namespace storage {
namespace {

constexpr std::size_t longest_word = 80;

const std::string record_columns = R"sql(
SELECT r.id, r.decision_id, r.ordinal, r.kind, r.person_id, r.unit_id, r.salutation, r.name, r.post, r.unit_name,
       r.achievement, r.award, r.award_name, r.award_short_name, r.year, r.number, r.symbol, r.decided_on, r.money,
       r.illustrative, d.state
FROM commendation_record r JOIN decision d ON d.id = r.decision_id)sql";

constexpr std::string_view newest_first = " ORDER BY r.decided_on DESC, r.decision_id DESC, r.ordinal";

domain::CommendationRecord record_of(Rows& rows)
{
    domain::CommendationRecord record;
    record.id = rows.id<domain::RecordId>(1);
    record.decision = rows.id<domain::DecisionId>(2);
    record.ordinal = static_cast<int>(rows.integer(3));
    record.kind =
        rows.text(4) == "individual" ? domain::RecipientKind::Individual : domain::RecipientKind::Collective;
    record.person = rows.maybe_id<domain::PersonId>(5).value_or(domain::PersonId{});
    record.unit = rows.id<domain::UnitId>(6);
    record.salutation = rows.text(7);
    record.name = rows.text(8);
    record.post = rows.text(9);
    record.unit_name = rows.text(10);
    record.achievement = rows.text(11);
    record.award = rows.text(12);
    record.award_name = rows.text(13);
    record.award_short_name = rows.text(14);
    record.year = static_cast<int>(rows.integer(15));
    record.number = {static_cast<int>(rows.integer(16)), rows.text(17), rows.date(18)};
    record.money = rows.integer(19);
    record.illustrative = rows.boolean(20);
    record.issued = rows.text(21) == "issued";
    return record;
}

std::string kind_code(domain::RecipientKind kind)
{
    return kind == domain::RecipientKind::Collective ? "collective" : "individual";
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    for (auto& word : base::split(base::folded(text), ' '))
        if (!word.empty()) words.push_back(word.substr(0, longest_word));
    return words;
}

// The words that begin with `word` end before this.
std::string after_prefix(std::string word)
{
    word.back() = static_cast<char>(word.back() + 1);  // letters and digits: never the last byte
    return word;
}

}  // namespace

std::vector<domain::CommendationRecord> RecordStore::records(const std::string& sql, const Parameters& values)
{
    std::vector<domain::CommendationRecord> found;
    auto rows = connection_.query(sql, values);
    while (rows.next())
        found.push_back(record_of(rows));
    return found;
}

// Each condition adds its text and its values; nothing of the user's words enters the statement.
app::RecordPage RecordStore::search(const app::RecordFilter& filter)
{
    std::string where = " WHERE 1 = 1";
    Parameters values;
    for (const auto& word : words_of(filter.text)) {
        where +=
            " AND r.id IN (SELECT w.record_id FROM commendation_word w WHERE w.word >= ? AND w.word < ?)";
        values.emplace_back(Bytes{word});
        values.emplace_back(Bytes{after_prefix(word)});
    }
    if (!filter.award.empty()) {
        where += " AND r.award = ?";
        values.emplace_back(filter.award);
    }
    if (filter.year != 0) {
        where += " AND r.year = ?";
        values.emplace_back(filter.year);
    }
    if (filter.kind) {
        where += " AND r.kind = ?";
        values.emplace_back(kind_code(*filter.kind));
    }
    app::RecordPage page;
    {
        auto rows = connection_.query("SELECT COUNT(*) FROM commendation_record r" + where, values);
        if (rows.next()) page.total = static_cast<int>(rows.integer(1));
    }
    values.emplace_back(filter.size);
    values.emplace_back((filter.page - 1) * filter.size);
    page.rows = records(record_columns + where + std::string(newest_first) + " LIMIT ? OFFSET ?", values);
    return page;
}

const std::string records_of_unit = record_columns + " WHERE r.unit_id = ?" + std::string(newest_first);

std::vector<domain::CommendationRecord> RecordStore::of_unit(domain::UnitId unit)
{
    return records(records_of_unit, {unit});
}

const std::string records_of_collective = record_columns +
                                          " WHERE r.unit_id = ? AND r.year = ? AND r.kind = 'collective'" +
                                          std::string(newest_first);

std::vector<domain::CommendationRecord> RecordStore::of_collective(domain::UnitId unit, int year)
{
    return records(records_of_collective, {unit, year});
}

const std::string records_of_person = record_columns + " WHERE r.person_id = ?" + std::string(newest_first);

std::vector<domain::CommendationRecord> RecordStore::of_person(domain::PersonId person)
{
    return records(records_of_person, {person});
}

constexpr std::string_view record_years = "SELECT DISTINCT year FROM commendation_record ORDER BY year DESC";

std::vector<int> RecordStore::years()
{
    std::vector<int> years;
    auto rows = connection_.query(record_years);
    while (rows.next())
        years.push_back(static_cast<int>(rows.integer(1)));
    return years;
}

constexpr std::string_view count_records = "SELECT COUNT(*) FROM commendation_record";

int RecordStore::count()
{
    auto rows = connection_.query(count_records);
    return rows.next() ? static_cast<int>(rows.integer(1)) : 0;
}

constexpr std::string_view insert_record = R"sql(
INSERT INTO commendation_record (decision_id, ordinal, kind, person_id, unit_id, salutation, name, post, unit_name,
                                 achievement, award, award_name, award_short_name, year, number, symbol, decided_on,
                                 money, illustrative))sql";

void RecordStore::add(const domain::Decision& decision, const domain::AwardKind& award, int year,
                      const std::vector<domain::DecisionRecipient>& recipients)
{
    Parameters values;
    for (const auto& each : recipients)
        for (auto& value :
             Parameters{decision.id, each.ordinal, kind_code(each.kind),
                        each.person ? Parameter(each.person) : Parameter(std::nullopt), each.unit,
                        each.salutation, each.name, each.post, each.unit_name, each.achievement, award.code,
                        award.name, award.short_name, year, decision.number.number, decision.number.symbol,
                        decision.number.date, each.money, decision.illustrative})
            values.push_back(std::move(value));
    insert_rows(connection_, insert_record, 19, values);
    put_words(decision.id);
}

constexpr std::string_view update_record = R"sql(
UPDATE commendation_record SET number = ?, symbol = ?, decided_on = ?, money = ? WHERE decision_id = ? AND ordinal = ?)sql";

constexpr std::string_view forget_words = R"sql(
DELETE FROM commendation_word WHERE record_id IN (SELECT id FROM commendation_record WHERE decision_id = ?))sql";

void RecordStore::correct(const domain::Decision& decision,
                          const std::vector<domain::DecisionRecipient>& recipients)
{
    for (const auto& each : recipients)
        connection_.execute(update_record, {decision.number.number, decision.number.symbol,
                                            decision.number.date, each.money, decision.id, each.ordinal});
    connection_.execute(forget_words, {decision.id});
    put_words(decision.id);
}

constexpr std::string_view words_wanted =
    "SELECT id, name, post, unit_name, number, symbol FROM commendation_record WHERE decision_id = ?";

void RecordStore::put_words(domain::DecisionId decision)
{
    Parameters values;
    {
        auto rows = connection_.query(words_wanted, {decision});
        while (rows.next()) {
            const auto id = rows.id<domain::RecordId>(1);
            // "5" and "05" both find number 05/….
            const domain::DecisionNumber number{static_cast<int>(rows.integer(5)), rows.text(6), {}};
            const auto text = rows.text(2) + " " + rows.text(3) + " " + rows.text(4) + " " +
                              std::to_string(number.number) + " " + number.text();
            const auto all = words_of(text);
            for (const auto& word : std::set<std::string>(all.begin(), all.end())) {
                values.emplace_back(Bytes{word});
                values.emplace_back(id);
            }
        }
    }
    insert_rows(connection_, "INSERT INTO commendation_word (word, record_id)", 2, values);
}

}  // namespace storage
