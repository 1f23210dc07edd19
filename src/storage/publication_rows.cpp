#include "storage/publication_rows.h"

#include "base/text.h"
#include "domain/framework_json.h"
#include "storage/error.h"

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace storage {

namespace {

using Json = nlohmann::json;

[[noreturn]] void unreadable(const char* column)
{
    throw DatabaseError(Failure::Other, 0, std::string(column) + ": unreadable JSON");
}

// [["Tốt",16],["Khá",1]]
std::vector<std::pair<std::string, int>> counts_of(const std::string& text)
{
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_array()) unreadable("band_counts");
    std::vector<std::pair<std::string, int>> counts;
    for (const auto& each : json)
        counts.emplace_back(each.at(0).get<std::string>(), each.at(1).get<int>());
    return counts;
}

std::string text_of(const std::vector<std::pair<std::string, int>>& counts)
{
    auto json = Json::array();
    for (const auto& [name, count] : counts)
        json.push_back(Json::array({name, count}));
    return json.dump();
}

using Parts = std::vector<std::pair<std::string, base::Decimal>>;

// [["Thẩm định","60.5"],["Điều tra","28.1"]] without any escape, as nearly all are: read in place, since a page of a
// ranking reads hundreds. Nothing when the text is not of that plain shape.
std::optional<Parts> plain_parts(std::string_view text)
{
    Parts parts;
    parts.reserve(8);  // areas of a usual framework
    if (text.find('\\') != std::string_view::npos || !text.starts_with('[')) return std::nullopt;
    text.remove_prefix(1);
    while (text.starts_with("[\"")) {
        text.remove_prefix(2);
        const auto name_end = text.find("\",\"");
        if (name_end == std::string_view::npos) return std::nullopt;
        const auto value_end = text.find("\"]", name_end + 3);
        if (value_end == std::string_view::npos) return std::nullopt;
        const auto value = base::Decimal::parse(text.substr(name_end + 3, value_end - name_end - 3));
        if (!value) return std::nullopt;
        parts.emplace_back(text.substr(0, name_end), *value);
        text.remove_prefix(value_end + 2);
        if (text.starts_with(',')) text.remove_prefix(1);
    }
    if (text != "]") return std::nullopt;
    return parts;
}

Parts parts_of(const std::string& text)
{
    if (auto plain = plain_parts(text)) return std::move(*plain);
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_array()) unreadable("parts");
    Parts parts;
    for (const auto& each : json) {
        const auto value = base::Decimal::parse(each.at(1).get_ref<const std::string&>());
        if (!value) unreadable("parts");
        parts.emplace_back(each.at(0).get<std::string>(), *value);
    }
    return parts;
}

std::string text_of(const Parts& parts)
{
    auto json = Json::array();
    for (const auto& [name, value] : parts)
        json.push_back(Json::array({name, value.text()}));
    return json.dump();
}

std::optional<int> maybe_int(Rows& rows, unsigned column)
{
    const auto number = rows.maybe_integer(column);
    return number ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
}

Parameter or_null(const std::optional<int>& number)
{
    return number ? Parameter(*number) : Parameter(std::nullopt);
}

}  // namespace

// The groups of a publication, and the publications of a year, carry the same few texts again and again.
domain::Framework read_framework(const std::string& json)
{
    constexpr std::size_t remembered = 64;
    thread_local std::unordered_map<std::string, domain::Framework> known;
    if (const auto found = known.find(json); found != known.end()) return found->second;
    const auto framework = domain::framework_from_json(json);
    if (!framework) unreadable("framework");
    if (known.size() == remembered) known.clear();
    return known.emplace(json, *framework).first->second;
}

domain::PublishedGroup read_group(Rows& rows)
{
    domain::PublishedGroup group;
    group.id = rows.id<domain::PeerGroupId>(1);
    group.summary.name = rows.text(2);
    group.framework_id = rows.maybe_id<domain::FrameworkId>(3).value_or(domain::FrameworkId{});
    group.framework_version = static_cast<int>(rows.integer(4));
    group.criteria = rows.text(5);
    group.framework = read_framework(rows.text(6));
    group.framework_changed = rows.boolean(7);
    group.units = static_cast<int>(rows.integer(8));
    group.ranked = static_cast<int>(rows.integer(9));
    group.summary.decimals = group.framework.decimals;
    group.summary.mean = rows.maybe_decimal(10);
    group.summary.median = rows.maybe_decimal(11);
    group.previous_mean = rows.maybe_decimal(12);
    group.summary.band_counts = counts_of(rows.text(13));
    group.summary.rose = static_cast<int>(rows.integer(14));
    group.summary.fell = static_cast<int>(rows.integer(15));
    return group;
}

void append_group(Parameters& values, domain::PublicationId publication, int position,
                  const domain::PublishedGroup& group)
{
    const auto& summary = group.summary;
    values.insert(values.end(),
                  {publication, group.id, position, summary.name,
                   group.framework_id ? Parameter(group.framework_id) : Parameter(std::nullopt),
                   group.framework_version, group.criteria, domain::framework_json(group.framework),
                   group.framework_changed, group.units, group.ranked, summary.mean, summary.median,
                   group.previous_mean, text_of(summary.band_counts), summary.rose, summary.fell});
}

domain::PublishedStanding read_standing(Rows& rows)
{
    domain::PublishedStanding row;
    row.unit = rows.id<domain::UnitId>(1);
    row.code = rows.text(2);
    row.group = rows.id<domain::PeerGroupId>(3);
    row.position = static_cast<int>(rows.integer(4));
    auto& standing = row.standing;
    standing.unit = rows.text(5);
    standing.place = maybe_int(rows, 6);
    standing.index = rows.decimal(7);
    standing.band = rows.text(8);
    standing.change = rows.maybe_decimal(9);
    standing.change_places = maybe_int(rows, 10);
    standing.framework_changed = rows.boolean(11);
    standing.tie_break = rows.text(12);
    standing.parts = parts_of(rows.text(13));
    standing.sheet = rows.text(14);
    standing.row = static_cast<int>(rows.integer(15));
    standing.evidence = rows.text(16);
    row.note = rows.text(17);
    row.illustrative = rows.boolean(18);
    row.parts_illustrative = rows.boolean(19);
    standing.key = row.unit.text();
    return row;
}

void append_standing(Parameters& values, domain::PublicationId publication,
                     const domain::PublishedStanding& row)
{
    const auto& standing = row.standing;
    values.insert(values.end(), {publication,
                                 row.group,
                                 row.position,
                                 row.unit,
                                 row.code,
                                 standing.unit,
                                 Bytes{base::folded(standing.unit + " " + row.code)},
                                 Bytes{base::sort_key(standing.unit)},
                                 or_null(standing.place),
                                 standing.index,
                                 standing.band,
                                 standing.change,
                                 or_null(standing.change_places),
                                 standing.framework_changed,
                                 standing.tie_break,
                                 text_of(standing.parts),
                                 standing.sheet,
                                 standing.row,
                                 standing.evidence,
                                 row.note,
                                 row.illustrative,
                                 row.parts_illustrative});
}

}  // namespace storage
