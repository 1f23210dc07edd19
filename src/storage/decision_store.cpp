#include "storage/decision_store.h"

#include "app/already_handled.h"
#include "storage/bulk.h"
#include "storage/error.h"

#include <nlohmann/json.hpp>

namespace storage {
namespace {

const std::string decision_columns = R"sql(
SELECT id, dossier_id, round_id, award, award_name, issuer, authority, number, symbol, decided_on,
       signer_id, signer_authority, signer_title, signer_name, grounds, citation, state, rests_on, entered_late,
       collectives, individuals, money, numbered_by, numbered_by_name, numbered_at, issued_by_name, issued_at,
       illustrative, changed_by_name, changed_at, version,
       office_province, office_committee, office_department, office_place
FROM decision)sql";

domain::Decision decision_of(Rows& rows)
{
    domain::Decision decision;
    decision.id = rows.id<domain::DecisionId>(1);
    decision.dossier = rows.id<domain::DossierId>(2);
    decision.round = rows.id<domain::RoundId>(3);
    decision.award = rows.text(4);
    decision.award_name = rows.text(5);
    decision.issuer = rows.text(6);
    decision.authority = rows.text(7) == "body" ? domain::Authority::Body : domain::Authority::Head;
    decision.number = {static_cast<int>(rows.integer(8)), rows.text(9), rows.date(10)};
    decision.signer = {rows.id<domain::SignerId>(11), rows.text(12), rows.text(13), rows.text(14)};
    decision.grounds = nlohmann::json::parse(rows.text(15)).get<std::vector<std::string>>();
    decision.citation = rows.text(16);
    decision.state =
        rows.text(17) == "issued" ? domain::Decision::State::Issued : domain::Decision::State::Numbered;
    decision.rests_on = rows.maybe_date(18);
    decision.entered_late = rows.boolean(19);
    decision.collectives = static_cast<int>(rows.integer(20));
    decision.individuals = static_cast<int>(rows.integer(21));
    decision.money = rows.integer(22);
    decision.numbered_by = rows.id<domain::UserId>(23);
    decision.numbered_by_name = rows.text(24);
    decision.numbered_at = rows.instant(25);
    decision.issued_by_name = rows.text(26);
    decision.issued_at = rows.maybe_instant(27);
    decision.illustrative = rows.boolean(28);
    decision.last_changed_by = rows.text(29);
    decision.last_changed_at = rows.instant(30);
    decision.version = static_cast<int>(rows.integer(31));
    decision.office.province = rows.text(32);
    decision.office.committee = rows.text(33);
    decision.office.department = rows.text(34);
    decision.office.place = rows.text(35);
    return decision;
}

std::string authority_code(domain::Authority authority)
{
    return authority == domain::Authority::Body ? "body" : "head";
}

std::string kind_code(domain::RecipientKind kind)
{
    return kind == domain::RecipientKind::Collective ? "collective" : "individual";
}

template <class Id> Parameter maybe(Id id)
{
    return id ? Parameter(id) : Parameter(std::nullopt);
}

}  // namespace

std::vector<domain::Decision> DecisionStore::decisions(const std::string& sql, const Parameters& values)
{
    std::vector<domain::Decision> found;
    auto rows = connection_.query(sql, values);
    while (rows.next())
        found.push_back(decision_of(rows));
    return found;
}

const std::string find_decision = decision_columns + " WHERE id = ?";

std::optional<domain::Decision> DecisionStore::find(domain::DecisionId id)
{
    auto found = decisions(find_decision, {id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

const std::string decisions_of_dossier = decision_columns + " WHERE dossier_id = ? ORDER BY id";

std::vector<domain::Decision> DecisionStore::of_dossier(domain::DossierId dossier)
{
    return decisions(decisions_of_dossier, {dossier});
}

const std::string decisions_of_round = decision_columns + " WHERE round_id = ? ORDER BY id";

std::vector<domain::Decision> DecisionStore::of_round(domain::RoundId round)
{
    return decisions(decisions_of_round, {round});
}

const std::string decisions_by_date =
    decision_columns + " ORDER BY decided_on DESC, id DESC LIMIT ? OFFSET ?";

std::vector<domain::Decision> DecisionStore::page(int page, int size)
{
    return decisions(decisions_by_date, {size, (page - 1) * size});
}

constexpr std::string_view count_decisions = "SELECT COUNT(*) FROM decision";

int DecisionStore::count()
{
    auto rows = connection_.query(count_decisions);
    return rows.next() ? static_cast<int>(rows.integer(1)) : 0;
}

constexpr std::string_view recipients_of_decision = R"sql(
SELECT nominee_id, ordinal, kind, person_id, unit_id, salutation, name, post, unit_name, achievement, note,
       base_salary, coefficient, raw_money, money, reward_source
FROM decision_recipient WHERE decision_id = ? ORDER BY ordinal)sql";

std::vector<domain::DecisionRecipient> DecisionStore::recipients(domain::DecisionId id)
{
    std::vector<domain::DecisionRecipient> recipients;
    auto rows = connection_.query(recipients_of_decision, {id});
    while (rows.next()) {
        domain::DecisionRecipient recipient;
        recipient.nominee = rows.id<domain::NomineeId>(1);
        recipient.ordinal = static_cast<int>(rows.integer(2));
        recipient.kind = rows.text(3) == "individual" ? domain::RecipientKind::Individual
                                                      : domain::RecipientKind::Collective;
        recipient.person = rows.maybe_id<domain::PersonId>(4).value_or(domain::PersonId{});
        recipient.unit = rows.id<domain::UnitId>(5);
        recipient.salutation = rows.text(6);
        recipient.name = rows.text(7);
        recipient.post = rows.text(8);
        recipient.unit_name = rows.text(9);
        recipient.achievement = rows.text(10);
        recipient.note = rows.text(11);
        recipient.base_salary = rows.integer(12);
        recipient.coefficient = rows.decimal(13);
        recipient.raw = rows.integer(14);
        recipient.money = rows.integer(15);
        recipient.reward_source = rows.text(16);
        recipients.push_back(std::move(recipient));
    }
    return recipients;
}

constexpr std::string_view void_numbers_of = R"sql(
SELECT number, symbol, decided_on, reason, voided_by, voided_at
FROM decision_number WHERE decision_id = ? AND void ORDER BY voided_at DESC, id DESC)sql";

std::vector<domain::VoidNumber> DecisionStore::void_numbers(domain::DecisionId id)
{
    std::vector<domain::VoidNumber> numbers;
    auto rows = connection_.query(void_numbers_of, {id});
    while (rows.next())
        numbers.push_back({{static_cast<int>(rows.integer(1)), rows.text(2), rows.date(3)},
                           rows.text(4),
                           rows.text(5),
                           rows.instant(6)});
    return numbers;
}

constexpr std::string_view highest_number_of = R"sql(
SELECT number, symbol, decided_on FROM decision_number WHERE symbol = ? AND year = ? ORDER BY number DESC LIMIT 1)sql";

std::optional<domain::DecisionNumber> DecisionStore::highest_number(const std::string& symbol, int year)
{
    auto rows = connection_.query(highest_number_of, {symbol, year});
    if (!rows.next()) return std::nullopt;
    return domain::DecisionNumber{static_cast<int>(rows.integer(1)), rows.text(2), rows.date(3)};
}

constexpr std::string_view insert_decision = R"sql(
INSERT INTO decision (dossier_id, round_id, award, award_name, issuer, authority, number, symbol, decided_on,
                      signer_id, signer_authority, signer_title, signer_name, grounds, citation, state, rests_on,
                      entered_late, collectives, individuals, money, numbered_by, numbered_by_name, numbered_at,
                      issued_by_name, illustrative, changed_by_name, changed_at,
                      office_province, office_committee, office_department, office_place)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'numbered', ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?))sql";

constexpr std::string_view insert_recipient = R"sql(
INSERT INTO decision_recipient (decision_id, ordinal, nominee_id, kind, person_id, unit_id, salutation, name, post,
                                unit_name, achievement, note, base_salary, coefficient, raw_money, money, reward_source))sql";

base::Result<domain::DecisionId> DecisionStore::add(const app::Actor& actor, const domain::Decision& decision,
                                                    const std::vector<domain::DecisionRecipient>& recipients)
{
    try {
        connection_.execute(insert_decision, {decision.dossier,
                                              decision.round,
                                              decision.award,
                                              decision.award_name,
                                              decision.issuer,
                                              authority_code(decision.authority),
                                              decision.number.number,
                                              decision.number.symbol,
                                              decision.number.date,
                                              decision.signer.id,
                                              decision.signer.authority_line,
                                              decision.signer.title,
                                              decision.signer.name,
                                              nlohmann::json(decision.grounds).dump(),
                                              decision.citation,
                                              decision.rests_on,
                                              decision.entered_late,
                                              decision.collectives,
                                              decision.individuals,
                                              decision.money,
                                              actor.user.id,
                                              actor.user.name,
                                              actor.now,
                                              decision.illustrative,
                                              actor.user.name,
                                              actor.now,
                                              decision.office.province,
                                              decision.office.committee,
                                              decision.office.department,
                                              decision.office.place});
    } catch (const DatabaseError& error) {
        if (!error.duplicate("decision_once_per_award")) throw;
        return base::conflict("Hình thức này của hồ sơ đã có quyết định. Hãy tải lại trang.");
    }
    const domain::DecisionId id{connection_.last_insert_id()};
    if (auto given = give_number(id, decision.number); !given) return given.error();
    Parameters values;
    for (const auto& each : recipients)
        for (auto& value :
             Parameters{id, each.ordinal, each.nominee, kind_code(each.kind), maybe(each.person), each.unit,
                        each.salutation, each.name, each.post, each.unit_name, each.achievement, each.note,
                        each.base_salary, each.coefficient, each.raw, each.money, each.reward_source})
            values.push_back(std::move(value));
    insert_rows(connection_, insert_recipient, 17, values);
    return id;
}

constexpr std::string_view insert_number =
    "INSERT INTO decision_number (decision_id, symbol, year, number, decided_on) VALUES (?, ?, ?, ?, ?)";

base::Result<void> DecisionStore::give_number(domain::DecisionId id, const domain::DecisionNumber& number)
{
    try {
        connection_.execute(insert_number,
                            {id, number.symbol, number.date.year(), number.number, number.date});
    } catch (const DatabaseError& error) {
        if (!error.duplicate("decision_number_once_a_year")) throw;
        return base::invalid({"Số {} của năm {} đã dùng (kể cả khi đã hủy). Hãy xem lại sổ văn thư.",
                              {number.text(), std::to_string(number.date.year())}},
                             "number");
    }
    return {};
}

constexpr std::string_view update_decision = R"sql(
UPDATE decision SET number = ?, symbol = ?, decided_on = ?, authority = ?, signer_id = ?, signer_authority = ?,
       signer_title = ?, signer_name = ?, grounds = ?, entered_late = ?, money = ?, changed_by_name = ?,
       changed_at = ?, version = version + 1
WHERE id = ? AND version = ? AND state = 'numbered')sql";

base::Result<void> DecisionStore::save(const app::Actor& actor, const domain::Decision& decision,
                                       const std::vector<domain::DecisionRecipient>& recipients)
{
    const auto matched = connection_.execute(
        update_decision,
        {decision.number.number, decision.number.symbol, decision.number.date,
         authority_code(decision.authority), decision.signer.id, decision.signer.authority_line,
         decision.signer.title, decision.signer.name, nlohmann::json(decision.grounds).dump(),
         decision.entered_late, decision.money, actor.user.name, actor.now, decision.id, decision.version});
    if (matched == 0) return stale(decision.id);
    connection_.execute("UPDATE decision_number SET decided_on = ? WHERE decision_id = ? AND NOT void",
                        {decision.number.date, decision.id});
    put_money(decision.id, recipients);
    return {};
}

constexpr std::string_view void_number = R"sql(
UPDATE decision_number SET void = TRUE, reason = ?, voided_by = ?, voided_at = ?
WHERE decision_id = ? AND NOT void)sql";

base::Result<void> DecisionStore::renumber(const app::Actor& actor, const domain::Decision& decision,
                                           const std::vector<domain::DecisionRecipient>& recipients,
                                           const std::string& reason)
{
    connection_.execute(void_number, {reason, actor.user.name, actor.now, decision.id});
    if (auto given = give_number(decision.id, decision.number); !given) return given;
    return save(actor, decision, recipients);
}

constexpr std::string_view update_money = R"sql(
UPDATE decision_recipient SET base_salary = ?, coefficient = ?, raw_money = ?, money = ?, reward_source = ?
WHERE decision_id = ? AND ordinal = ?)sql";

void DecisionStore::put_money(domain::DecisionId id, const std::vector<domain::DecisionRecipient>& recipients)
{
    for (const auto& each : recipients)
        connection_.execute(update_money, {each.base_salary, each.coefficient, each.raw, each.money,
                                           each.reward_source, id, each.ordinal});
}

constexpr std::string_view mark_issued = R"sql(
UPDATE decision SET state = 'issued', issued_by_name = ?, issued_at = ?, changed_by_name = ?, changed_at = ?,
       version = version + 1
WHERE id = ? AND version = ? AND state = 'numbered')sql";

base::Result<void> DecisionStore::issue(const app::Actor& actor, domain::DecisionId id, int version)
{
    const auto matched = connection_.execute(
        mark_issued, {actor.user.name, actor.now, actor.user.name, actor.now, id, version});
    if (matched == 0) return stale(id);
    return {};
}

base::Error DecisionStore::stale(domain::DecisionId id)
{
    const auto now = find(id);
    if (!now) return base::not_found("Không tìm thấy quyết định này.");
    return app::already_handled(now->last_changed_by, now->last_changed_at);
}

}  // namespace storage
