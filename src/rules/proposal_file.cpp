#include "rules/proposal_file.h"

#include <nlohmann/json.hpp>

namespace rules {
namespace {

using Json = nlohmann::ordered_json;
using base::Decimal;

// ---- writing; fields that don't exist are left out ----

void put(Json& json, const char* key, const std::string& text)
{
    if (!text.empty()) json[key] = text;
}

Json criterion_json(const domain::Criterion& criterion)
{
    Json json;
    json["code"] = criterion_code(criterion.code);
    json["required"] = criterion.required;
    json["actual"] = criterion.actual;
    json["met"] = criterion.met ? Json(*criterion.met) : Json(nullptr);
    put(json, "article", criterion.article);
    put(json, "evidence", criterion.evidence);
    return json;
}

Json warning_json(const domain::ProposalWarning& warning)
{
    Json json;
    json["code"] = warning.code;
    json["award"] = warning.award;
    put(json, "group", warning.group);
    json["arguments"] = warning.message.arguments();
    json["recipients"] = warning.recipients;
    return json;
}

Json standing_json(const domain::Standing& standing, int decimals)
{
    Json json;
    if (standing.place) json["place"] = *standing.place;
    json["unit"] = standing.unit;
    put(json, "key", standing.key);
    json["index"] = standing.index.fixed(decimals);
    put(json, "band", standing.band);
    if (standing.change) json["change"] = standing.change->text();
    if (standing.change_places) json["change_places"] = *standing.change_places;
    if (standing.framework_changed) json["framework_changed"] = true;
    put(json, "tie_break", standing.tie_break);
    for (const auto& [name, value] : standing.parts)
        json["parts"].push_back({{"name", name}, {"value", value.text()}});
    put(json, "sheet", standing.sheet);
    if (standing.row != 0) json["row"] = standing.row;
    put(json, "evidence", standing.evidence);
    return json;
}

Json group_json(const domain::GroupStandings& group)
{
    Json json;
    json["name"] = group.name;
    json["decimals"] = group.decimals;
    if (group.mean) json["mean"] = group.mean->fixed(group.decimals);
    if (group.median) json["median"] = group.median->fixed(group.decimals);
    json["bands"] = Json::array();
    for (const auto& [name, count] : group.band_counts)
        json["bands"].push_back({{"name", name}, {"count", count}});
    json["rose"] = group.rose;
    json["fell"] = group.fell;
    json["standings"] = Json::array();
    for (const auto& standing : group.standings)
        json["standings"].push_back(standing_json(standing, group.decimals));
    return json;
}

template <class List, class Write> Json list_json(const List& list, Write&& write)
{
    Json json = Json::array();
    for (const auto& each : list)
        json.push_back(write(each));
    return json;
}

// ---- reading: our own texts; anything else is refused as a whole ----

std::optional<int> whole(const Json& json, const char* key)
{
    return json.contains(key) ? std::optional(json.at(key).get<int>()) : std::nullopt;
}

std::string text(const Json& json, const char* key)
{
    return json.value(key, std::string());
}

std::optional<Decimal> decimal(const Json& json, const char* key)
{
    return json.contains(key) ? Decimal::parse(json.at(key).get<std::string>()) : std::nullopt;
}

domain::Criterion criterion_of(const Json& json)
{
    domain::Criterion criterion;
    criterion.code = domain::criterion_from_code(text(json, "code")).value();
    criterion.required = text(json, "required");
    criterion.actual = text(json, "actual");
    if (!json.at("met").is_null()) criterion.met = json.at("met").get<bool>();
    criterion.article = text(json, "article");
    criterion.evidence = text(json, "evidence");
    return criterion;
}

domain::Proposal proposal_of(const Json& json)
{
    domain::Proposal proposal;
    proposal.award = text(json, "award");
    proposal.kind = text(json, "kind") == "individual" ? domain::RecipientKind::Individual
                                                       : domain::RecipientKind::Collective;
    proposal.recipient = text(json, "recipient");
    proposal.group = text(json, "group");
    proposal.place = whole(json, "place");
    for (const auto& each : json.at("criteria"))
        proposal.verdict.criteria.push_back(criterion_of(each));
    return proposal;
}

std::vector<domain::Proposal> proposals_of(const Json& json)
{
    std::vector<domain::Proposal> list;
    for (const auto& each : json)
        list.push_back(proposal_of(each));
    return list;
}

domain::ProposalWarning warning_of(const Json& json)
{
    domain::ProposalWarning warning;
    warning.code = text(json, "code");
    warning.award = text(json, "award");
    warning.group = text(json, "group");
    warning.message = warning_message(warning.code, json.at("arguments").get<std::vector<std::string>>());
    warning.recipients = json.at("recipients").get<std::vector<std::string>>();
    return warning;
}

domain::Standing standing_of(const Json& json)
{
    domain::Standing standing;
    standing.place = whole(json, "place");
    standing.unit = text(json, "unit");
    standing.key = text(json, "key");
    standing.index = decimal(json, "index").value();
    standing.band = text(json, "band");
    standing.change = decimal(json, "change");
    standing.change_places = whole(json, "change_places");
    standing.framework_changed = json.value("framework_changed", false);
    standing.tie_break = text(json, "tie_break");
    if (json.contains("parts"))
        for (const auto& part : json.at("parts"))
            standing.parts.emplace_back(text(part, "name"), decimal(part, "value").value());
    standing.sheet = text(json, "sheet");
    standing.row = json.value("row", 0);
    standing.evidence = text(json, "evidence");
    return standing;
}

domain::GroupStandings group_of(const Json& json)
{
    domain::GroupStandings group;
    group.name = text(json, "name");
    group.decimals = json.at("decimals").get<int>();
    group.mean = decimal(json, "mean");
    group.median = decimal(json, "median");
    for (const auto& band : json.at("bands"))
        group.band_counts.emplace_back(text(band, "name"), band.at("count").get<int>());
    group.rose = json.at("rose").get<int>();
    group.fell = json.at("fell").get<int>();
    for (const auto& each : json.at("standings"))
        group.standings.push_back(standing_of(each));
    return group;
}

// The JSON library and std::optional throw on a text of another shape; here that means one thing only.
template <class Read>
auto read_stored(std::string_view stored, Read&& read) -> base::Result<decltype(read(Json()))>
{
    try {
        return read(Json::parse(stored));
    } catch (const std::exception&) {
        return base::invalid("Kết quả đã lưu không đọc được: nội dung không đúng định dạng.");
    }
}

}  // namespace

Json proposal_json(const domain::Proposal& proposal)
{
    Json json;
    json["award"] = proposal.award;
    json["kind"] = proposal.kind == domain::RecipientKind::Collective ? "collective" : "individual";
    json["recipient"] = proposal.recipient;
    json["group"] = proposal.group;
    if (proposal.place) json["place"] = *proposal.place;
    json["criteria"] = Json::array();
    for (const auto& criterion : proposal.verdict.criteria)
        json["criteria"].push_back(criterion_json(criterion));
    return json;
}

std::string write_result(const domain::ProposalResult& result)
{
    Json json;
    json["proposals"] = list_json(result.proposals, proposal_json);
    json["just_missed"] = list_json(result.just_missed, proposal_json);
    json["others"] = list_json(result.others, proposal_json);
    json["individual_places"] = list_json(result.individual_places, [](const auto& place) {
        return Json{
            {"unit", place.unit}, {"group", place.group}, {"award", place.award}, {"count", place.count}};
    });
    json["warnings"] = list_json(result.warnings, warning_json);
    return json.dump();
}

base::Result<domain::ProposalResult> read_result(std::string_view stored)
{
    return read_stored(stored, [](const Json& json) {
        domain::ProposalResult result;
        result.proposals = proposals_of(json.at("proposals"));
        result.just_missed = proposals_of(json.at("just_missed"));
        result.others = proposals_of(json.at("others"));
        for (const auto& each : json.at("individual_places"))
            result.individual_places.push_back(
                {text(each, "unit"), text(each, "group"), text(each, "award"), each.at("count").get<int>()});
        for (const auto& each : json.at("warnings"))
            result.warnings.push_back(warning_of(each));
        return result;
    });
}

std::string write_standings(const std::vector<domain::GroupStandings>& groups)
{
    return list_json(groups, group_json).dump();
}

base::Result<std::vector<domain::GroupStandings>> read_standings(std::string_view stored)
{
    return read_stored(stored, [](const Json& json) {
        std::vector<domain::GroupStandings> groups;
        for (const auto& each : json)
            groups.push_back(group_of(each));
        return groups;
    });
}

std::string write_decisions(const std::vector<TieDecision>& decisions)
{
    return list_json(decisions,
                     [](const auto& decision) {
                         Json json{{"award", decision.award},
                                   {"recipients", decision.recipients},
                                   {"reason", decision.reason}};
                         if (!decision.among.empty()) json["among"] = decision.among;
                         return json;
                     })
        .dump();
}

base::Result<std::vector<TieDecision>> read_decisions(std::string_view stored)
{
    return read_stored(stored, [](const Json& json) {
        std::vector<TieDecision> decisions;
        for (const auto& each : json)
            decisions.push_back({text(each, "award"), each.at("recipients").get<std::vector<std::string>>(),
                                 text(each, "reason"), each.value("among", std::vector<std::string>())});
        return decisions;
    });
}

base::Message warning_message(std::string_view code, std::vector<std::string> arguments)
{
    if (code == "tie_at_quota")
        return {"{} đơn vị cùng hạng {} nhưng chỉ còn {} suất: chưa đề xuất đơn vị nào trong số này, chờ "
                "tiêu chí phụ "
                "hoặc cán bộ chọn và ghi lý do.",
                std::move(arguments)};
    if (code == "ground_missing")
        return {
            "{} đề xuất Cờ thi đua chưa gắn căn cứ: cần văn bản chia cụm, khối thi đua do tỉnh tổ chức ({}).",
            std::move(arguments)};
    if (code == "rise_points_unknown")
        return {"Chưa biết mức tăng điểm của {} đơn vị được đề xuất, vì không có kết quả năm trước để so.",
                std::move(arguments)};
    if (code == "rise_places_unknown")
        return {"Chưa biết mức tăng hạng của {} đơn vị được đề xuất, vì không có kết quả năm trước để so.",
                std::move(arguments)};
    if (code == "band_unknown")
        return {"Chưa biết xếp loại của {} đơn vị được đề xuất, vì chưa khai báo các mức xếp loại.",
                std::move(arguments)};
    if (code == "framework_differs")
        return {"Cách tính trong bộ quy tắc khác cách tính của bảng xếp hạng đã công bố ở “{}”: chỉ số và "
                "hạng lấy theo "
                "bảng đã công bố.",
                std::move(arguments)};
    return {};
}

}  // namespace rules
