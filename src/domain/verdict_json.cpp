#include "domain/verdict_json.h"

#include <nlohmann/json.hpp>

namespace domain {

using nlohmann::ordered_json;

std::string verdict_json(const Verdict& verdict)
{
    ordered_json criteria = ordered_json::array();
    for (const auto& criterion : verdict.criteria) {
        ordered_json one;
        one["code"] = std::string(criterion_code(criterion.code));
        one["required"] = criterion.required;
        one["actual"] = criterion.actual;
        one["met"] = criterion.met ? ordered_json(*criterion.met) : ordered_json(nullptr);
        one["article"] = criterion.article;
        one["evidence"] = criterion.evidence;
        criteria.push_back(std::move(one));
    }
    return criteria.dump();
}

namespace {

std::optional<std::string> text_at(const ordered_json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

std::optional<Criterion> criterion_of(const ordered_json& one)
{
    if (!one.is_object() || !one.contains("met")) return std::nullopt;
    const auto code = criterion_from_code(text_at(one, "code").value_or(""));
    const auto required = text_at(one, "required");
    const auto actual = text_at(one, "actual");
    const auto article = text_at(one, "article");
    const auto evidence = text_at(one, "evidence");
    const auto& met = one["met"];
    if (!code || !required || !actual || !article || !evidence || !(met.is_null() || met.is_boolean()))
        return std::nullopt;
    return Criterion{*code,    *required,
                     *actual,  met.is_null() ? std::nullopt : std::optional(met.get<bool>()),
                     *article, *evidence};
}

}  // namespace

std::optional<Verdict> verdict_from_json(std::string_view text)
{
    const auto json = ordered_json::parse(text, nullptr, false);
    if (!json.is_array()) return std::nullopt;
    Verdict verdict;
    for (const auto& one : json) {
        auto criterion = criterion_of(one);
        if (!criterion) return std::nullopt;
        verdict.criteria.push_back(std::move(*criterion));
    }
    return verdict;
}

}  // namespace domain
