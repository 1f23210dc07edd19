#include "rules/rule_set_file.h"

#include "base/text.h"
#include "domain/framework_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rules {
namespace {

using Json = nlohmann::ordered_json;

Json condition_json(const domain::Condition& condition);

Json conditions_json(const std::vector<domain::Condition>& conditions)
{
    Json list = Json::array();
    for (const auto& condition : conditions)
        list.push_back(condition_json(condition));
    return list;
}

struct ToJson {
    Json operator()(const domain::PlaceBetween& place) const
    {
        return {{"place", Json::array({place.first, place.last})}};
    }
    Json operator()(const domain::Floor& floor) const { return {{"floor", floor.index.text()}}; }
    Json operator()(const domain::InBand& band) const { return {{"band", band.name}}; }
    Json operator()(const domain::RisePoints& rise) const { return {{"rise_points", rise.least.text()}}; }
    Json operator()(const domain::RisePlaces& rise) const { return {{"rise_places", rise.least}}; }
    Json operator()(const domain::AnyOf& any) const { return {{"any", conditions_json(any.conditions)}}; }
};

Json condition_json(const domain::Condition& condition)
{
    return std::visit(ToJson{}, condition.what);
}

Json quota_json(const domain::Quota& quota)
{
    Json json = Json::object();
    if (quota.total) json["total"] = *quota.total;
    if (quota.per_group) json["per_group"] = *quota.per_group;
    if (quota.percent) json["percent"] = quota.percent->text();
    return json;
}

Json award_json(const domain::AwardRule& rule)
{
    Json json;
    json["award"] = rule.award;
    const bool collective = rule.kind == domain::RecipientKind::Collective;
    json["kind"] = collective ? "collective" : "individual";
    if (collective || !rule.ground.empty()) json["ground"] = rule.ground;
    if (collective || !rule.all.empty()) json["all"] = conditions_json(rule.all);
    if (rule.quota != domain::Quota{}) json["quota"] = quota_json(rule.quota);
    if (collective) json["fill"] = rule.fill;
    if (rule.per != domain::AwardRule::Per::None)
        json["per"] = rule.per == domain::AwardRule::Per::AssessedUnit ? "assessed_unit" : "rewarded_unit";
    if (rule.count > 0) json["count"] = rule.count;
    return json;
}

class Checker {
public:
    explicit Checker(const domain::RuleSet& rules) : rules_(rules) {}

    std::vector<RuleProblem> problems()
    {
        bands();
        caps();
        too_long(rules_.name, 200, "name");
        too_many(rules_.framework.bands.size(), most_bands, "framework.bands");
        too_many(rules_.awards.size(), most_awards, "awards");
        if (rules_.awards.empty()) note("awards", "Cần ít nhất một hình thức khen thưởng.");
        for (std::size_t i = 0; i < rules_.awards.size(); ++i)
            award(rules_.awards[i], "awards[" + std::to_string(i) + "]");
        return std::move(problems_);
    }

private:
    void note(std::string path, base::Message message)
    {
        problems_.push_back({std::move(path), std::move(message)});
    }

    void bands()
    {
        const auto& bands = rules_.framework.bands;
        for (std::size_t i = 0; i < bands.size(); ++i) {
            const std::string path = "framework.bands[" + std::to_string(i) + "]";
            if (bands[i].name.empty()) note(path + ".name", "Mức xếp loại cần có tên.");
            too_long(bands[i].name, 60, path + ".name");
            if (bands[i].from.negative()) note(path + ".from", "Mức bắt đầu không được âm.");
            for (std::size_t j = 0; j < i; ++j) {
                if (base::lowered(bands[i].name) == base::lowered(bands[j].name))
                    note(path + ".name", {"Mức “{}” xuất hiện hai lần.", {bands[i].name}});
                if (bands[i].from == bands[j].from)
                    note(path + ".from",
                         {"Hai mức cùng bắt đầu từ {}.", {bands[i].from.vietnamese(bands[i].from.scale())}});
            }
        }
    }

    void too_many(std::size_t count, std::size_t most, const std::string& path)
    {
        if (count > most) note(path, {"Nhiều nhất {} mục.", {std::to_string(most)}});
    }

    void too_long(const std::string& text, std::size_t most, const std::string& path)
    {
        if (base::length(text) > most) note(path, {"Dài quá {} ký tự.", {std::to_string(most)}});
    }

    void caps()
    {
        for (const auto* cap : {&rules_.framework.bonus_cap, &rules_.framework.penalty_cap})
            if (*cap && (*cap)->negative())
                note("framework", "Mức trần điểm thưởng, điểm trừ không được âm.");
    }

    void award(const domain::AwardRule& rule, const std::string& path)
    {
        if (rule.award.empty()) note(path + ".award", "Chưa chọn hình thức khen thưởng.");
        too_long(rule.award, 32, path + ".award");
        too_long(rule.ground, 500, path + ".ground");
        const bool individual = rule.kind == domain::RecipientKind::Individual;
        if (individual && (rule.per == domain::AwardRule::Per::None || rule.count < 1))
            note(path + ".count", "Suất cá nhân cần ghi mỗi đơn vị nào được mấy người.");
        if (individual && rule.fill) note(path + ".fill", "Đưa hạng kế tiếp lên thay chỉ dùng cho tập thể.");
        if (!individual && (rule.per != domain::AwardRule::Per::None || rule.count != 0))
            note(path + ".count", "Suất theo đơn vị chỉ dùng cho cá nhân.");
        const auto& quota = rule.quota;
        if ((quota.total && *quota.total < 0) || (quota.per_group && *quota.per_group < 0))
            note(path + ".quota", "Số lượng không được âm.");
        if (quota.percent && (quota.percent->negative() || *quota.percent > base::Decimal(100)))
            note(path + ".quota.percent", "Tỷ lệ phải từ 0 đến 100.");
        conditions(rule.all, path + ".all");
    }

    void conditions(const std::vector<domain::Condition>& conditions, const std::string& path)
    {
        too_many(conditions.size(), most_conditions, path);
        for (std::size_t i = 0; i < conditions.size(); ++i)
            condition(conditions[i], path + "[" + std::to_string(i) + "]");
    }

    void condition(const domain::Condition& condition, const std::string& path)
    {
        if (const auto* place = std::get_if<domain::PlaceBetween>(&condition.what)) {
            if (place->first < 1 || place->last < place->first)
                note(path + ".place", "Hạng cuối không được đứng trước hạng đầu.");
        } else if (const auto* floor = std::get_if<domain::Floor>(&condition.what)) {
            if (floor->index.negative() || floor->index > base::Decimal(1000))
                note(path + ".floor", "Điểm tối thiểu phải từ 0 đến 1000.");
        } else if (const auto* band = std::get_if<domain::InBand>(&condition.what)) {
            band_exists(band->name, path + ".band");
        } else if (const auto* any = std::get_if<domain::AnyOf>(&condition.what)) {
            if (any->conditions.empty()) note(path + ".any", "Cần ít nhất một điều kiện để chọn.");
            this->conditions(any->conditions, path + ".any");
        }
    }

    void band_exists(const std::string& name, const std::string& path)
    {
        const auto& bands = rules_.framework.bands;
        if (name.empty()) return note(path, "Chưa chọn mức xếp loại.");
        const bool known = std::any_of(bands.begin(), bands.end(), [&](const auto& band) {
            return base::lowered(band.name) == base::lowered(name);
        });
        if (!bands.empty() && !known) note(path, {"Mức xếp loại “{}” không có trong danh sách mức.", {name}});
    }

    const domain::RuleSet& rules_;
    std::vector<RuleProblem> problems_;
};

}  // namespace

std::string write_rule_set(const domain::RuleSet& rules)
{
    Json json;
    json["name"] = rules.name;
    json["year"] = rules.year;
    json["framework"] = Json::parse(domain::framework_json(rules.framework));
    json["exclude"] = Json::array();
    if (rules.exclude_unranked) json["exclude"].push_back("unranked");
    if (rules.exclude_last_place) json["exclude"].push_back("last_place");
    json["one_award_per_subject"] = rules.one_award_per_subject;
    json["awards"] = Json::array();
    for (const auto& rule : rules.awards)
        json["awards"].push_back(award_json(rule));
    return json.dump(2) + "\n";
}

std::vector<RuleProblem> check_rule_set(const domain::RuleSet& rules)
{
    return Checker(rules).problems();
}

}  // namespace rules
