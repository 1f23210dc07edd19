#include "app/import_choices.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

namespace app {
namespace {

using Json = nlohmann::json;

UnitChoice choice_of(const Json& json)
{
    UnitChoice choice;
    const auto kind = json.value("kind", "");
    if (kind == "unit") choice.kind = UnitChoice::Kind::Unit;
    if (kind == "add") choice.kind = UnitChoice::Kind::Add;
    if (kind == "skip") choice.kind = UnitChoice::Kind::Skip;
    choice.unit.value = json.value("unit", std::int64_t{0});
    choice.code = json.value("code", "");
    choice.name = json.value("name", "");
    choice.group.value = json.value("group", std::int64_t{0});
    return choice;
}

Json json_of(const UnitChoice& choice)
{
    switch (choice.kind) {
    case UnitChoice::Kind::Unit:
        return {{"kind", "unit"}, {"unit", choice.unit.value}};
    case UnitChoice::Kind::Skip:
        return {{"kind", "skip"}};
    case UnitChoice::Kind::Add:
        return {{"kind", "add"}, {"code", choice.code}, {"name", choice.name}, {"group", choice.group.value}};
    case UnitChoice::Kind::Open:
        break;
    }
    return {{"kind", "open"}};
}

}  // namespace

std::string choice_key(std::string_view name)
{
    return base::Spelling(name).marked;
}

std::string to_json(const UnitChoices& choices)
{
    Json json = Json::object();
    for (const auto& [key, choice] : choices)
        if (choice.kind != UnitChoice::Kind::Open) json[key] = json_of(choice);
    return json.dump();
}

UnitChoices choices_from_json(std::string_view text)
{
    UnitChoices choices;
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return choices;
    for (const auto& [key, value] : json.items())
        if (value.is_object()) choices[key] = choice_of(value);
    return choices;
}

}  // namespace app
