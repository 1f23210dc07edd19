#include "storage/unit_store.h"

#include "base/text.h"
#include "storage/error.h"
#include "storage/stale_write.h"

#include <unordered_map>

namespace storage {
namespace {

Bytes folded(std::string_view text)
{
    return {base::folded(text)};
}

domain::Unit unit_of(Rows& rows)
{
    domain::Unit unit;
    unit.id = rows.id<domain::UnitId>(1);
    unit.code = rows.text(2);
    unit.official_name = rows.text(3);
    unit.short_name = rows.text(4);
    unit.group = rows.maybe_id<domain::PeerGroupId>(5).value_or(domain::PeerGroupId{});
    unit.position = static_cast<int>(rows.integer(6));
    unit.ended = rows.maybe_date(7);
    unit.version = static_cast<int>(rows.integer(8));
    return unit;
}

// The units of a query that joins their variants: a row for each variant, the rows of a unit together.
std::vector<domain::Unit> units_of(Rows rows)
{
    std::vector<domain::Unit> units;
    while (rows.next()) {
        if (units.empty() || units.back().id != rows.id<domain::UnitId>(1)) units.push_back(unit_of(rows));
        if (auto variant = rows.maybe_text(9)) units.back().variants.push_back(std::move(*variant));
    }
    return units;
}

std::optional<domain::Unit> unit_or_none(Rows rows)
{
    auto units = units_of(std::move(rows));
    if (units.empty()) return std::nullopt;
    return std::move(units.front());
}

std::optional<domain::PeerGroupId> group_or_null(const domain::Unit& unit)
{
    return unit.group ? std::optional(unit.group) : std::nullopt;
}

base::Error code_taken(const std::string& code)
{
    return {base::ErrorKind::Conflict, {"Mã “{}” đã có ở một đơn vị khác.", {code}}, "code"};
}

const std::string unit_rows = R"(
SELECT u.id, u.code, u.official_name, u.short_name, u.group_id, u.position, u.ended, u.version
FROM unit u LEFT JOIN peer_group g ON g.id = u.group_id)";

const std::string official_order = R"(
ORDER BY g.position IS NULL, g.position, g.id, u.position, u.code_folded)";

const std::string all_units = unit_rows + official_order;

constexpr std::string_view all_variants = "SELECT unit_id, variant FROM unit_variant ORDER BY id";

// A page of units, their variants joined to it.
std::string unit_page(const std::string& where)
{
    return R"(
SELECT u.id, u.code, u.official_name, u.short_name, u.group_id, u.position, u.ended, u.version, v.variant
FROM (SELECT u.id FROM unit u LEFT JOIN peer_group g ON g.id = u.group_id)" +
           where + official_order + R"( LIMIT ? OFFSET ?) found
JOIN unit u ON u.id = found.id
LEFT JOIN peer_group g ON g.id = u.group_id
LEFT JOIN unit_variant v ON v.unit_id = u.id)" +
           official_order + ", v.id";
}

}  // namespace

std::vector<domain::Unit> UnitStore::all()
{
    std::vector<domain::Unit> units;
    std::unordered_map<std::int64_t, std::size_t> places;
    auto rows = connection_.query(all_units);
    while (rows.next()) {
        units.push_back(unit_of(rows));
        places.emplace(units.back().id.value, units.size() - 1);
    }
    auto variants = connection_.query(all_variants);
    while (variants.next()) {
        const auto place = places.find(variants.integer(1));
        if (place != places.end()) units[place->second].variants.push_back(variants.text(2));
    }
    return units;
}

std::vector<domain::Unit> UnitStore::current(const base::Date& day)
{
    auto units = all();
    std::erase_if(units, [&](const domain::Unit& unit) { return unit.ended && *unit.ended <= day; });
    return units;
}

constexpr std::string_view unit_contains = R"( AND (INSTR(u.code_folded, ?) OR INSTR(u.official_folded, ?)
    OR INSTR(u.short_folded, ?) OR EXISTS (SELECT 1 FROM unit_variant v WHERE v.unit_id = u.id AND INSTR(v.folded, ?))))";

// Each condition adds its text and its values; nothing of the user's words enters the statement.
app::UnitPage UnitStore::page(const app::UnitFilter& filter)
{
    std::string where = " WHERE 1 = 1";
    Parameters values;
    if (const auto words = folded(filter.text); !words.value.empty()) {
        where += unit_contains;
        values.insert(values.end(), 4, words);
    }
    if (filter.group) {
        where += " AND u.group_id <=> ?";
        values.emplace_back(*filter.group ? filter.group : std::nullopt);
    }
    if (filter.present_on) {
        where += " AND (u.ended IS NULL OR u.ended > ?)";
        values.emplace_back(*filter.present_on);
    }
    app::UnitPage page;
    {
        auto rows = connection_.query("SELECT COUNT(*) FROM unit u" + where, values);
        if (rows.next()) page.total = static_cast<int>(rows.integer(1));
    }
    values.emplace_back(filter.size);
    values.emplace_back(static_cast<std::int64_t>(filter.page - 1) * filter.size);
    page.rows = units_of(connection_.query(unit_page(where), values));
    return page;
}

constexpr std::string_view find_unit = R"(
SELECT u.id, u.code, u.official_name, u.short_name, u.group_id, u.position, u.ended, u.version, v.variant
FROM unit u LEFT JOIN unit_variant v ON v.unit_id = u.id
WHERE u.id = ? ORDER BY v.id)";

std::optional<domain::Unit> UnitStore::find(domain::UnitId id)
{
    return unit_or_none(connection_.query(find_unit, {id}));
}

constexpr std::string_view unit_by_code = R"(
SELECT u.id, u.code, u.official_name, u.short_name, u.group_id, u.position, u.ended, u.version, v.variant
FROM unit u LEFT JOIN unit_variant v ON v.unit_id = u.id
WHERE u.code_folded = ? ORDER BY v.id)";

std::optional<domain::Unit> UnitStore::by_code(std::string_view code)
{
    return unit_or_none(connection_.query(unit_by_code, {folded(code)}));
}

// Four look-ups by index; an OR over two tables would read them whole.
constexpr std::string_view units_named = R"(
SELECT u.id, u.code, u.official_name, u.short_name, u.group_id, u.position, u.ended, u.version, v.variant
FROM (SELECT id FROM unit WHERE code_folded = ?
      UNION SELECT id FROM unit WHERE official_folded = ?
      UNION SELECT id FROM unit WHERE short_folded = ?
      UNION SELECT unit_id FROM unit_variant WHERE folded = ?) found
JOIN unit u ON u.id = found.id
LEFT JOIN unit_variant v ON v.unit_id = u.id
ORDER BY u.position, u.code_folded, v.id)";

std::vector<domain::Unit> UnitStore::named(std::string_view text)
{
    const auto key = folded(text);
    if (key.value.empty()) return {};
    return units_of(connection_.query(units_named, {key, key, key, key}));
}

constexpr std::string_view add_unit = R"(
INSERT INTO unit (code, code_folded, official_name, official_folded, short_name, short_folded, group_id,
                  position, ended, changed_by, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

constexpr std::string_view last_position = R"(
SELECT COALESCE(MAX(position), 0) FROM unit WHERE group_id <=> ?)";

base::Result<domain::UnitId> UnitStore::add(const app::Actor& actor, const domain::Unit& unit)
{
    auto position = static_cast<std::int64_t>(unit.position);
    if (position == 0) {
        auto last = connection_.query(last_position, {group_or_null(unit)});
        position = last.next() ? last.integer(1) + 1 : 1;
    }
    auto stored = unit;
    try {
        connection_.execute(add_unit,
                            {unit.code, folded(unit.code), unit.official_name, folded(unit.official_name),
                             unit.short_name, folded(unit.short_name), group_or_null(unit), position,
                             unit.ended, actor.user.name, actor.now});
    } catch (const DatabaseError& error) {
        if (!error.duplicate("unit_code")) throw;
        return code_taken(unit.code);
    }
    stored.id = {connection_.last_insert_id()};
    record_name(actor, stored, actor.now.date());
    for (const auto& variant : unit.variants)
        if (const auto added = add_variant(actor, stored.id, variant); !added) return added.error();
    return stored.id;
}

constexpr std::string_view save_unit = R"(
UPDATE unit SET code = ?, code_folded = ?, official_name = ?, official_folded = ?, short_name = ?,
    short_folded = ?, group_id = ?, position = ?, ended = ?, version = version + 1, changed_by = ?, changed_at = ?
WHERE id = ? AND version = ?)";

constexpr std::string_view unit_changed = "SELECT changed_by, changed_at FROM unit WHERE id = ?";

base::Result<void> UnitStore::save(const app::Actor& actor, const domain::Unit& unit,
                                   const base::Date& named_from)
{
    const auto before = find(unit.id);
    try {
        const auto matched = connection_.execute(
            save_unit, {unit.code, folded(unit.code), unit.official_name, folded(unit.official_name),
                        unit.short_name, folded(unit.short_name), group_or_null(unit), unit.position,
                        unit.ended, actor.user.name, actor.now, unit.id, unit.version});
        if (matched == 0) return stale_write(connection_.query(unit_changed, {unit.id}));
    } catch (const DatabaseError& error) {
        if (!error.duplicate("unit_code")) throw;
        return code_taken(unit.code);
    }
    if (before->official_name == unit.official_name && before->short_name == unit.short_name) return {};
    record_name(actor, unit, named_from);
    // The old name still stands in older sheets. Where it means another unit already, that one keeps it.
    if (named(before->official_name).empty())
        if (const auto kept = add_variant(actor, unit.id, before->official_name); !kept) return kept.error();
    return {};
}

constexpr std::string_view record_unit_name = R"(
INSERT INTO unit_name_history (unit_id, official_name, short_name, named_from, recorded_by, recorded_at)
VALUES (?, ?, ?, ?, ?, ?))";

void UnitStore::record_name(const app::Actor& actor, const domain::Unit& unit, const base::Date& from)
{
    connection_.execute(record_unit_name,
                        {unit.id, unit.official_name, unit.short_name, from, actor.user.name, actor.now});
}

constexpr std::string_view names_of_unit = R"(
SELECT official_name, short_name, named_from, recorded_at, recorded_by
FROM unit_name_history WHERE unit_id = ? ORDER BY id DESC)";

std::vector<app::UnitName> UnitStore::names_of(domain::UnitId unit)
{
    std::vector<app::UnitName> names;
    auto rows = connection_.query(names_of_unit, {unit});
    while (rows.next())
        names.push_back({rows.text(1), rows.text(2), rows.date(3), rows.instant(4), rows.text(5)});
    return names;
}

constexpr std::string_view put_unit_at = R"(
UPDATE unit SET position = ?, version = version + 1, changed_by = ?, changed_at = ? WHERE id = ? AND position <> ?)";

void UnitStore::put_in_order(const app::Actor& actor, std::span<const domain::UnitId> units)
{
    std::int64_t position = 0;
    for (const auto id : units) {
        ++position;
        connection_.execute(put_unit_at, {position, actor.user.name, actor.now, id, position});
    }
}

constexpr std::string_view add_unit_variant = R"(
INSERT INTO unit_variant (unit_id, variant, folded) VALUES (?, ?, ?))";

constexpr std::string_view owner_of_variant = R"(
SELECT u.id, u.official_name FROM unit_variant v JOIN unit u ON u.id = v.unit_id WHERE v.folded = ?)";

base::Result<void> UnitStore::add_variant(const app::Actor&, domain::UnitId unit, std::string_view variant)
{
    const auto key = folded(variant);
    if (key.value.empty())
        return base::invalid("Tên gọi khác cần có ít nhất một chữ cái hoặc chữ số.", "variant");
    try {
        connection_.execute(add_unit_variant, {unit, variant, key});
        return {};
    } catch (const DatabaseError& error) {
        if (!error.duplicate("unit_variant_once")) throw;
    }
    auto owner = connection_.query(owner_of_variant, {key});
    if (!owner.next()) return base::conflict("Người khác vừa thêm tên gọi này. Hãy tải lại trang.");
    if (owner.id<domain::UnitId>(1) == unit) return {};
    return {base::Error{base::ErrorKind::Conflict,
                        {"“{}” đã là tên gọi khác của {}.", {std::string(variant), owner.text(2)}},
                        "variant"}};
}

constexpr std::string_view remove_unit_variant = "DELETE FROM unit_variant WHERE unit_id = ? AND folded = ?";

void UnitStore::remove_variant(domain::UnitId unit, std::string_view variant)
{
    connection_.execute(remove_unit_variant, {unit, folded(variant)});
}

}  // namespace storage
