#include "app/offline_json.h"

#include "rules/condition.h"
#include "rules/proposal_file.h"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using Json = nlohmann::ordered_json;

std::string printed(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void put(Json& json, const char* key, const std::string& text)
{
    if (!text.empty()) json[key] = text;
}

void put(Json& json, const char* key, const std::optional<domain::SheetValue>& value)
{
    if (value) json[key] = value->value.text();
}

template <class List, class Write> Json list(const List& values, Write&& write)
{
    Json json = Json::array();
    for (const auto& each : values)
        json.push_back(write(each));
    return json;
}

Json row_json(const domain::SheetRow& row)
{
    Json json;
    json["row"] = row.row;
    json["unit"] = row.unit;
    put(json, "points", row.points);
    put(json, "maximum", row.maximum);
    put(json, "percent", row.percent);
    put(json, "bonus", row.bonus);
    put(json, "penalty", row.penalty);
    put(json, "place", row.place);
    put(json, "band", row.band);
    for (const auto& [name, value] : row.parts)
        json["parts"][name] = value.value.text();
    return json;
}

Json group_json(const domain::SheetGroup& group)
{
    Json json;
    put(json, "sheet", group.sheet);
    json["name"] = group.name;
    json["rows"] = list(group.rows, row_json);
    return json;
}

Json skipped_json(const domain::SkippedRow& row)
{
    Json json;
    put(json, "sheet", row.sheet);
    json["row"] = row.row;
    json["reason"] = row.reason.vietnamese();
    return json;
}

Json issue_json(const domain::SheetIssue& issue)
{
    Json json;
    json["severity"] = issue.severity == domain::Severity::Error ? "error" : "warning";
    put(json, "sheet", issue.sheet);
    if (issue.row > 0) json["row"] = issue.row;
    put(json, "column", issue.column);
    put(json, "found", issue.found);
    json["message"] = issue.message.vietnamese();
    return json;
}

Json standings_json(const domain::GroupStandings& group)
{
    Json json;
    json["name"] = group.name;
    if (group.mean) json["mean"] = group.mean->fixed(group.decimals);
    json["standings"] = list(group.standings, [&](const domain::Standing& standing) {
        Json line;
        if (standing.place) line["place"] = *standing.place;
        line["unit"] = standing.unit;
        line["index"] = standing.index.fixed(group.decimals);
        put(line, "band", standing.band);
        if (standing.change) line["change"] = rules::with_sign(*standing.change, group.decimals);
        if (standing.change_places) line["change_places"] = *standing.change_places;
        return line;
    });
    return json;
}

Json warning_json(const domain::ProposalWarning& warning)
{
    Json json;
    json["code"] = warning.code;
    json["award"] = warning.award;
    put(json, "group", warning.group);
    json["message"] = warning.message.vietnamese();
    json["recipients"] = warning.recipients;
    return json;
}

}  // namespace

std::string inspection_json(const domain::ResultSheet& sheet)
{
    Json json;
    if (sheet.encoding) json["encoding"] = *sheet.encoding;
    json["groups"] = list(sheet.groups, group_json);
    json["skipped"] = list(sheet.skipped, skipped_json);
    json["issues"] = list(sheet.issues, issue_json);
    return printed(json);
}

std::string ranking_json(const std::vector<domain::GroupStandings>& groups,
                         const std::vector<domain::SheetIssue>& issues)
{
    Json json;
    json["groups"] = list(groups, standings_json);
    json["issues"] = list(issues, issue_json);
    return printed(json);
}

std::string proposals_json(const domain::ProposalResult& result,
                           const std::vector<domain::SheetIssue>& issues)
{
    Json json;
    json["proposals"] = list(result.proposals, rules::proposal_json);
    json["just_missed"] = list(result.just_missed, rules::proposal_json);
    json["individual_places"] = list(result.individual_places, [](const domain::IndividualPlace& place) {
        return Json{{"unit", place.unit}, {"award", place.award}, {"count", place.count}};
    });
    json["warnings"] = list(result.warnings, warning_json);
    json["issues"] = list(issues, issue_json);
    return printed(json);
}

std::string issues_json(const std::vector<domain::SheetIssue>& issues)
{
    return printed(Json{{"issues", list(issues, issue_json)}});
}

}  // namespace app
