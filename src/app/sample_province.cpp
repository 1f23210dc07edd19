#include "app/sample_province.h"

#include "rules/rule_set_file.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace app {
namespace {

using Json = nlohmann::json;

base::Date date_of(const Json& value)
{
    const auto date = base::Date::parse(value.get<std::string>());
    if (!date) throw Json::other_error::create(501, "not a date: " + value.dump(), &value);
    return *date;
}

base::Decimal decimal_of(const Json& value)
{
    const auto number = base::Decimal::parse(value.get<std::string>());
    if (!number) throw Json::other_error::create(501, "not a decimal: " + value.dump(), &value);
    return *number;
}

std::string optional_text(const Json& object, const char* key)
{
    return object.contains(key) ? object.at(key).get<std::string>() : std::string();
}

SampleGroup group_of(const Json& json)
{
    SampleGroup sample;
    sample.group.name = json.at("name").get<std::string>();
    for (const auto& each : json.at("units")) {
        domain::Unit unit;
        unit.code = each.at("code").get<std::string>();
        unit.official_name = each.at("name").get<std::string>();
        unit.short_name = each.at("short_name").get<std::string>();
        if (each.contains("variants")) unit.variants = each.at("variants").get<std::vector<std::string>>();
        sample.units.push_back(std::move(unit));
    }
    return sample;
}

SampleUser user_of(const Json& json)
{
    SampleUser sample;
    sample.user.login = json.at("login").get<std::string>();
    sample.user.name = json.at("name").get<std::string>();
    sample.user.post = json.at("post").get<std::string>();
    sample.unit_code = optional_text(json, "unit");
    for (const auto& each : json.at("roles")) {
        const auto role = domain::role_from_code(each.at("role").get<std::string>());
        if (!role) throw Json::other_error::create(501, "not a role: " + each.dump(), &each);
        sample.grant_units.push_back(optional_text(each, "unit"));
        sample.user.grants.push_back({*role, std::nullopt, sample.grant_units.back().empty()});
    }
    return sample;
}

SampleRound round_of(const Json& json, const std::map<std::string, std::string>& files)
{
    SampleRound sample;
    sample.round.title = json.at("title").get<std::string>();
    sample.round.year = json.at("year").get<int>();
    sample.round.default_citation = json.at("citation").get<std::string>();
    sample.round.conference_date = date_of(json.at("conference_date"));
    sample.sheet_name = json.at("sheet").get<std::string>();
    sample.sheet = files.at(sample.sheet_name);
    sample.decision_number = json.at("decision_number").get<std::string>();
    sample.decision_date = date_of(json.at("decision_date"));
    return sample;
}

SampleProvince province_of(const Json& json, const std::map<std::string, std::string>& files)
{
    SampleProvince province;
    const auto& office = json.at("office");
    province.office.province = office.at("province").get<std::string>();
    province.office.committee = office.at("committee").get<std::string>();
    province.office.department = office.at("department").get<std::string>();
    province.office.place = office.at("place").get<std::string>();
    province.office.decision_symbol = office.at("decision_symbol").get<std::string>();
    const auto& signer = json.at("signer");
    province.signer.authority_line = signer.at("authority_line").get<std::string>();
    province.signer.title = signer.at("title").get<std::string>();
    province.signer.name = signer.at("name").get<std::string>();
    province.signer.from = date_of(signer.at("from"));
    for (const auto& band : json.at("bands"))
        province.bands.push_back({band.at("name").get<std::string>(), decimal_of(band.at("from"))});
    for (const auto& group : json.at("groups"))
        province.groups.push_back(group_of(group));
    for (const auto& user : json.at("users"))
        province.users.push_back(user_of(user));
    for (const auto& round : json.at("rounds"))
        province.rounds.push_back(round_of(round, files));
    for (const auto& decision : json.at("decisions"))
        province.decisions.push_back({decision.at("award").get<std::string>(),
                                      decision.at("number").get<int>(), date_of(decision.at("date"))});
    return province;
}

}  // namespace

base::Result<SampleProvince> read_sample_province(const std::map<std::string, std::string>& files)
{
    try {
        auto province = province_of(Json::parse(files.at("province.json")), files);
        province.individuals = files.at("individuals.tsv");
        auto reading = rules::read_rule_set(files.at("rules.json"));
        if (!reading.rules) {
            return base::invalid(
                base::Message("rules.json, {}: {}", {reading.problems.front().path,
                                                     reading.problems.front().message.vietnamese()}));
        }
        province.rules = std::move(*reading.rules);
        return province;
    } catch (const Json::exception& fault) {
        return base::invalid(base::Message("province.json: {}", {fault.what()}));
    } catch (const std::out_of_range&) {
        return base::invalid("Thiếu tệp của tỉnh mẫu trong config/demo.");
    }
}

}  // namespace app
