#include "domain/framework_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace domain {

namespace {

using Json = nlohmann::ordered_json;

std::optional<base::Decimal> decimal_of(const Json& value)
{
    if (!value.is_string()) return std::nullopt;
    return base::Decimal::parse(value.get_ref<const std::string&>());
}

bool read_bands(const Json& json, std::vector<Band>& bands)
{
    if (!json.is_array()) return false;
    for (const auto& each : json) {
        if (!each.is_object() || each.size() != 2 || !each.contains("name") || !each.contains("from"))
            return false;
        const auto from = decimal_of(each["from"]);
        if (!each["name"].is_string() || !from) return false;
        bands.push_back({each["name"].get<std::string>(), *from});
    }
    return true;
}

bool read_ties(const Json& json, std::vector<std::string>& ties)
{
    if (!json.is_array()) return false;
    for (const auto& each : json) {
        if (!each.is_string()) return false;
        ties.push_back(each.get<std::string>());
    }
    return true;
}

template <class Value>
bool read_word(const Json& json, const char* first, Value first_value, const char* second, Value second_value,
               Value& value)
{
    if (json == first)
        value = first_value;
    else if (json == second)
        value = second_value;
    else
        return false;
    return true;
}

bool read_cap(const Json& json, std::optional<base::Decimal>& cap)
{
    cap = decimal_of(json);
    return cap.has_value();
}

bool read_key(const std::string& key, const Json& value, Framework& framework)
{
    if (key == "basis")
        return read_word(value, "computed", Framework::Basis::Computed, "published",
                         Framework::Basis::Published, framework.basis);
    if (key == "rank_on")
        return read_word(value, "rounded", Framework::RankOn::Rounded, "exact", Framework::RankOn::Exact,
                         framework.rank_on);
    if (key == "decimals") {
        if (!value.is_number_integer() || value < 0 || value > 6) return false;
        framework.decimals = value.get<int>();
        return true;
    }
    if (key == "ties") return read_ties(value, framework.ties);
    if (key == "bands") return read_bands(value, framework.bands);
    if (key == "bonus_cap") return read_cap(value, framework.bonus_cap);
    if (key == "penalty_cap") return read_cap(value, framework.penalty_cap);
    return false;
}

}  // namespace

std::string framework_json(const Framework& framework)
{
    Json json;
    json["basis"] = framework.basis == Framework::Basis::Computed ? "computed" : "published";
    json["decimals"] = framework.decimals;
    json["rank_on"] = framework.rank_on == Framework::RankOn::Rounded ? "rounded" : "exact";
    json["ties"] = framework.ties;
    json["bands"] = Json::array();
    for (const auto& band : framework.bands)
        json["bands"].push_back({{"name", band.name}, {"from", band.from.text()}});
    if (framework.bonus_cap) json["bonus_cap"] = framework.bonus_cap->text();
    if (framework.penalty_cap) json["penalty_cap"] = framework.penalty_cap->text();
    return json.dump();
}

std::optional<Framework> framework_from_json(std::string_view text)
{
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    Framework framework;
    for (const auto& [key, value] : json.items())
        if (!read_key(key, value, framework)) return std::nullopt;
    return framework;
}

}  // namespace domain
