#include "domain/publication.h"

#include "domain/framework_json.h"

#include <nlohmann/json.hpp>

namespace domain {

namespace {

using Json = nlohmann::ordered_json;

Json decimal(const std::optional<base::Decimal>& value)
{
    return value ? Json(value->text()) : Json(nullptr);
}

Json integer(const std::optional<int>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json row_json(const PublishedStanding& row)
{
    const auto& standing = row.standing;
    Json json;
    json["unit"] = row.unit.value;
    json["code"] = row.code;
    json["name"] = standing.unit;
    json["position"] = row.position;
    json["place"] = integer(standing.place);
    json["index"] = standing.index.text();
    json["band"] = standing.band;
    json["change"] = decimal(standing.change);
    json["change_places"] = integer(standing.change_places);
    json["framework_changed"] = standing.framework_changed;
    json["tie_break"] = standing.tie_break;
    json["parts"] = Json::array();
    for (const auto& [name, value] : standing.parts)
        json["parts"].push_back(Json::array({name, value.text()}));
    json["sheet"] = standing.sheet;
    json["row"] = standing.row;
    json["evidence"] = standing.evidence;
    json["note"] = row.note;
    json["illustrative"] = row.illustrative;
    json["parts_illustrative"] = row.parts_illustrative;
    return json;
}

Json group_json(const PublishedGroup& group, const std::vector<PublishedStanding>& rows)
{
    Json json;
    json["group"] = group.id.value;
    json["name"] = group.summary.name;
    json["framework_version"] = group.framework_version;
    json["criteria"] = group.criteria;
    json["framework"] = Json::parse(framework_json(group.framework));
    json["framework_changed"] = group.framework_changed;
    json["mean"] = decimal(group.summary.mean);
    json["median"] = decimal(group.summary.median);
    json["previous_mean"] = decimal(group.previous_mean);
    json["bands"] = Json::array();
    for (const auto& [name, count] : group.summary.band_counts)
        json["bands"].push_back(Json::array({name, count}));
    json["rose"] = group.summary.rose;
    json["fell"] = group.summary.fell;
    json["rows"] = Json::array();
    for (const auto& row : rows)
        if (row.group == group.id) json["rows"].push_back(row_json(row));
    return json;
}

}  // namespace

std::vector<GroupStandings> group_standings(const Publication& publication,
                                            const std::vector<PublishedStanding>& rows)
{
    std::vector<GroupStandings> groups;
    for (const auto& group : publication.groups) {
        auto standings = group.summary;
        standings.standings.clear();
        for (const auto& row : rows)
            if (row.group == group.id) standings.standings.push_back(row.standing);
        groups.push_back(std::move(standings));
    }
    return groups;
}

std::string canonical_snapshot(const Publication& publication, const std::vector<PublishedStanding>& rows)
{
    Json json;
    json["round"] = publication.round.value;
    json["year"] = publication.year;
    json["decision_number"] = publication.decision_number;
    json["decision_date"] = publication.decision_date.iso();
    json["conference_date"] =
        publication.conference_date ? Json(publication.conference_date->iso()) : Json(nullptr);
    json["replaces"] = publication.replaces ? Json(publication.replaces->value) : Json(nullptr);
    json["reason"] = publication.reason;
    json["file_hash"] = publication.file_hash;
    json["compared_with"] =
        publication.compared_with ? Json(publication.compared_with->value) : Json(nullptr);
    json["groups"] = Json::array();
    for (const auto& group : publication.groups)
        json["groups"].push_back(group_json(group, rows));
    return json.dump();
}

}  // namespace domain
