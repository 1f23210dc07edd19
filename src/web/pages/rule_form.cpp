#include "web/pages/rule_form.h"

#include "base/text.h"
#include "rules/rule_set_file.h"

#include <algorithm>
#include <charconv>

namespace web {
namespace {

using base::Decimal;

using rules::most_awards;
using rules::most_bands;
using rules::most_conditions;

std::string shown(const Decimal& number)
{
    return number.vietnamese(number.scale());
}

template <class T> std::string shown(const std::optional<T>& value)
{
    if (!value) return {};
    if constexpr (std::same_as<T, int>)
        return std::to_string(*value);
    else
        return shown(*value);
}

ConditionForm condition_form(const domain::Condition& condition)
{
    struct ToForm {
        ConditionForm operator()(const domain::PlaceBetween& place) const
        {
            return {"place", std::to_string(place.first), std::to_string(place.last), {}};
        }
        ConditionForm operator()(const domain::Floor& floor) const
        {
            return {"floor", shown(floor.index), {}, {}};
        }
        ConditionForm operator()(const domain::InBand& band) const { return {"band", band.name, {}, {}}; }
        ConditionForm operator()(const domain::RisePoints& rise) const
        {
            return {"rise_points", shown(rise.least), {}, {}};
        }
        ConditionForm operator()(const domain::RisePlaces& rise) const
        {
            return {"rise_places", std::to_string(rise.least), {}, {}};
        }
        ConditionForm operator()(const domain::AnyOf& any) const
        {
            ConditionForm form{"any", {}, {}, {}};
            for (const auto& each : any.conditions) {
                auto one = condition_form(each);
                // Alternatives inside alternatives mean the same without the inner brackets.
                if (one.type == "any")
                    form.any.insert(form.any.end(), one.any.begin(), one.any.end());
                else
                    form.any.push_back(std::move(one));
            }
            return form;
        }
    };
    return std::visit(ToForm{}, condition.what);
}

std::size_t count_of(const Request& request, const std::string& name, std::size_t most)
{
    const auto text = request.form_value(name);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::min(value, most) : 0;
}

std::string value_of(const Request& request, const std::string& name)
{
    return base::tidy(request.form_value(name));
}

ConditionForm read_condition(const Request& request, const std::string& at, bool nested)
{
    ConditionForm form;
    form.type = value_of(request, at + ".type");
    form.a = value_of(request, at + ".a");
    form.b = value_of(request, at + ".b");
    if (form.type != "any" || nested) return form;
    const auto count = count_of(request, at + ".n", most_conditions);
    for (std::size_t i = 0; i < count; ++i)
        form.any.push_back(read_condition(request, at + ".m" + std::to_string(i), true));
    return form;
}

AwardForm read_award(const Request& request, const std::string& at)
{
    AwardForm form;
    form.award = value_of(request, at + ".award");
    form.individual = request.form_value(at + ".kind") == "individual";
    form.ground = value_of(request, at + ".ground");
    form.total = value_of(request, at + ".total");
    form.per_group = value_of(request, at + ".per_group");
    form.percent = value_of(request, at + ".percent");
    form.fill = request.form_value(at + ".fill") == "1";
    form.rewarded = request.form_value(at + ".per") == "rewarded";
    form.count = value_of(request, at + ".count");
    const auto count = count_of(request, at + ".n", most_conditions);
    for (std::size_t i = 0; i < count; ++i)
        form.all.push_back(read_condition(request, at + ".c" + std::to_string(i), false));
    return form;
}

// Reads the texts into values; what can't be read is noted under its field and keeps its default.
class Reader {
public:
    std::vector<base::Error> errors;

    void refuse(std::string field, base::Message message)
    {
        errors.push_back(base::invalid(std::move(message), std::move(field)));
    }

    std::optional<Decimal> decimal(std::string text, const std::string& field)
    {
        std::replace(text.begin(), text.end(), ',', '.');
        const auto number = Decimal::parse(text);
        if (!number) refuse(field, {"“{}” không phải là số. Viết như 80 hoặc 80,5.", {text}});
        return number;
    }

    std::optional<int> integer(const std::string& text, const std::string& field)
    {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool good = !text.empty() && error == std::errc() && end == text.data() + text.size() &&
                          value > -100'000 && value < 100'000;
        if (good) return value;
        refuse(field, {"“{}” không phải là số nguyên.", {text}});
        return std::nullopt;
    }

    // An empty field leaves the optional value out.
    void maybe(const std::string& text, const std::string& field, std::optional<int>& into)
    {
        if (!text.empty()) into = integer(text, field);
    }
    void maybe(const std::string& text, const std::string& field, std::optional<Decimal>& into)
    {
        if (!text.empty()) into = decimal(text, field);
    }

    void condition(const ConditionForm& form, const std::string& at, std::vector<domain::Condition>& into)
    {
        const std::string field = at + ".a";
        if (form.type == "place") {
            const auto first = integer(form.a, field);
            const auto last = integer(form.b.empty() ? form.a : form.b, at + ".b");
            into.push_back({domain::PlaceBetween{first.value_or(1), last.value_or(first.value_or(1))}});
        } else if (form.type == "floor") {
            into.push_back({domain::Floor{decimal(form.a, field).value_or(Decimal(0))}});
        } else if (form.type == "band") {
            into.push_back({domain::InBand{form.a}});
        } else if (form.type == "rise_points") {
            into.push_back({domain::RisePoints{decimal(form.a, field).value_or(Decimal(0))}});
        } else if (form.type == "rise_places") {
            into.push_back({domain::RisePlaces{integer(form.a, field).value_or(0)}});
        } else if (form.type == "any") {
            domain::AnyOf any;
            for (std::size_t i = 0; i < form.any.size(); ++i)
                condition(form.any[i], at + ".m" + std::to_string(i), any.conditions);
            into.push_back({std::move(any)});
        }
    }

    domain::AwardRule award(const AwardForm& form, const std::string& at)
    {
        domain::AwardRule rule;
        rule.award = form.award;
        rule.ground = form.ground;
        for (std::size_t i = 0; i < form.all.size(); ++i)
            condition(form.all[i], at + ".c" + std::to_string(i), rule.all);
        maybe(form.total, at + ".total", rule.quota.total);
        maybe(form.per_group, at + ".per_group", rule.quota.per_group);
        maybe(form.percent, at + ".percent", rule.quota.percent);
        if (form.individual) {
            rule.kind = domain::RecipientKind::Individual;
            rule.per =
                form.rewarded ? domain::AwardRule::Per::RewardedUnit : domain::AwardRule::Per::AssessedUnit;
            rule.count = integer(form.count, at + ".count").value_or(1);
        } else {
            rule.fill = form.fill;
        }
        return rule;
    }
};

std::string number_after(std::string_view& path)
{
    // path begins with "[12]"
    const auto end = path.find(']');
    std::string digits(path.substr(1, end - 1));
    path.remove_prefix(end + 1);
    return digits;
}

ConditionForm new_condition(const std::string& type)
{
    if (type == "place") return {type, "1", "1", {}};
    if (type == "floor") return {type, "80", {}, {}};
    if (type == "rise_points") return {type, "5", {}, {}};
    if (type == "rise_places") return {type, "3", {}, {}};
    if (type == "any") return {type, {}, {}, {{"place", "1", "1", {}}, {"rise_points", "5", {}, {}}}};
    return {"band", {}, {}, {}};
}

template <class List> void erase_at(List& list, std::size_t index)
{
    if (index < list.size()) list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

}  // namespace

RuleForm form_of(const domain::RuleSet& rules)
{
    using F = domain::Framework;
    RuleForm form;
    form.name = rules.name;
    form.year = rules.year == 0 ? "" : std::to_string(rules.year);
    form.published_basis = rules.framework.basis == F::Basis::Published;
    form.decimals = std::to_string(rules.framework.decimals);
    form.exact = rules.framework.rank_on == F::RankOn::Exact;
    form.ties = base::join(rules.framework.ties, "; ");
    form.bonus_cap = shown(rules.framework.bonus_cap);
    form.penalty_cap = shown(rules.framework.penalty_cap);
    for (const auto& band : rules.framework.bands)
        form.bands.push_back({band.name, shown(band.from)});
    form.exclude_unranked = rules.exclude_unranked;
    form.exclude_last_place = rules.exclude_last_place;
    form.one_award = rules.one_award_per_subject;
    for (const auto& rule : rules.awards) {
        AwardForm award;
        award.award = rule.award;
        award.individual = rule.kind == domain::RecipientKind::Individual;
        award.ground = rule.ground;
        for (const auto& condition : rule.all)
            award.all.push_back(condition_form(condition));
        award.total = shown(rule.quota.total);
        award.per_group = shown(rule.quota.per_group);
        award.percent = shown(rule.quota.percent);
        award.fill = rule.fill;
        award.rewarded = rule.per == domain::AwardRule::Per::RewardedUnit;
        award.count = rule.count > 0 ? std::to_string(rule.count) : "";
        form.awards.push_back(std::move(award));
    }
    return form;
}

RuleForm read_rule_form(const Request& request)
{
    RuleForm form;
    form.rule_set = value_of(request, "rule_set");
    form.seen = value_of(request, "seen");
    form.name = value_of(request, "name");
    form.year = value_of(request, "year");
    form.published_basis = request.form_value("basis") == "published";
    form.decimals = value_of(request, "decimals");
    form.exact = request.form_value("rank_on") == "exact";
    form.ties = value_of(request, "ties");
    form.bonus_cap = value_of(request, "bonus_cap");
    form.penalty_cap = value_of(request, "penalty_cap");
    form.exclude_unranked = request.has_form("exclude_unranked");
    form.exclude_last_place = request.has_form("exclude_last_place");
    form.one_award = request.has_form("one_award");
    const auto bands = count_of(request, "bands", most_bands);
    for (std::size_t i = 0; i < bands; ++i)
        form.bands.push_back({value_of(request, "b" + std::to_string(i) + ".name"),
                              value_of(request, "b" + std::to_string(i) + ".from")});
    const auto awards = count_of(request, "awards", most_awards);
    for (std::size_t i = 0; i < awards; ++i)
        form.awards.push_back(read_award(request, "a" + std::to_string(i)));
    return form;
}

FormReading rules_of(const RuleForm& form)
{
    using F = domain::Framework;
    Reader reader;
    FormReading reading;
    auto& rules = reading.rules;
    rules.name = form.name;
    if (form.name.empty()) reader.refuse("name", "Hãy đặt tên cho bộ quy tắc.");
    rules.year = reader.integer(form.year, "year").value_or(0);
    rules.framework.basis = form.published_basis ? F::Basis::Published : F::Basis::Computed;
    rules.framework.decimals = reader.integer(form.decimals, "decimals").value_or(2);
    if (rules.framework.decimals < 0 || rules.framework.decimals > 6)
        reader.refuse("decimals", "Số chữ số lẻ từ 0 đến 6.");
    rules.framework.rank_on = form.exact ? F::RankOn::Exact : F::RankOn::Rounded;
    for (const auto& part : base::split(form.ties, ';'))
        if (const auto name = base::tidy(part); !name.empty()) rules.framework.ties.push_back(name);
    reader.maybe(form.bonus_cap, "bonus_cap", rules.framework.bonus_cap);
    reader.maybe(form.penalty_cap, "penalty_cap", rules.framework.penalty_cap);
    for (std::size_t i = 0; i < form.bands.size(); ++i) {
        const auto from = reader.decimal(form.bands[i].from, "b" + std::to_string(i) + ".from");
        rules.framework.bands.push_back({form.bands[i].name, from.value_or(Decimal(0))});
    }
    rules.exclude_unranked = form.exclude_unranked;
    rules.exclude_last_place = form.exclude_last_place;
    rules.one_award_per_subject = form.one_award;
    for (std::size_t i = 0; i < form.awards.size(); ++i)
        rules.awards.push_back(reader.award(form.awards[i], "a" + std::to_string(i)));
    if (reader.errors.empty())
        for (const auto& problem : rules::check_rule_set(rules))
            reader.refuse(field_of_path(problem.path), problem.message);
    std::stable_sort(rules.framework.bands.begin(), rules.framework.bands.end(),
                     [](const auto& a, const auto& b) { return a.from > b.from; });
    reading.errors = std::move(reader.errors);
    return reading;
}

std::string field_of_path(std::string_view path)
{
    if (path.starts_with("framework.bands[")) {
        path.remove_prefix(std::string_view("framework.bands").size());
        std::string field = "b" + number_after(path);
        return field.append(path);
    }
    if (path.starts_with("framework.")) return std::string(path.substr(10));
    if (!path.starts_with("awards[")) return std::string(path);
    path.remove_prefix(6);
    std::string field = "a" + number_after(path);
    bool inside_condition = false;
    for (const auto& [word, letter] :
         {std::pair<std::string_view, const char*>{".all", ".c"}, {".any", ".m"}}) {
        if (!path.starts_with(std::string(word) + "[")) continue;
        path.remove_prefix(word.size());
        field += letter + number_after(path);
        inside_condition = true;
    }
    if (path.starts_with(".quota.")) path.remove_prefix(6);
    if (path == ".any") return field + ".n";
    return field.append(inside_condition ? ".a" : path);
}

void apply(RuleForm& form, const Request& request, std::string_view action)
{
    const auto parts = base::split(action, ':');
    const auto number = [&](std::size_t i) -> std::size_t {
        if (i >= parts.size()) return most_awards;
        const auto value = Request::positive_number(parts[i]);
        return value ? static_cast<std::size_t>(*value) : (parts[i] == "0" ? 0 : most_awards);
    };
    const std::string& what = parts.front();
    const std::size_t at = number(1);
    if (what == "them-muc") {
        const auto chosen = base::split(request.form_value("new_award"), '/');
        if (chosen.size() != 2 || form.awards.size() >= most_awards) return;
        AwardForm award;
        award.award = chosen[0];
        award.individual = chosen[1] == "individual";
        if (award.individual)
            award.count = "1";
        else
            award.all.push_back(new_condition("place"));
        form.awards.push_back(std::move(award));
    } else if (what == "them-xep-loai") {
        if (form.bands.size() < most_bands) form.bands.push_back({});
    } else if (what == "bo-xep-loai") {
        erase_at(form.bands, at);
    } else if (what == "bo-muc") {
        erase_at(form.awards, at);
    } else if (what == "len") {
        if (at > 0 && at < form.awards.size()) std::swap(form.awards[at], form.awards[at - 1]);
    } else if (at < form.awards.size()) {
        auto& all = form.awards[at].all;
        const std::string base = "a" + parts[1];
        if (what == "them" && parts.size() == 2 && all.size() < most_conditions) {
            all.push_back(new_condition(value_of(request, base + ".new")));
        } else if (what == "them" && number(2) < all.size() && all[number(2)].any.size() < most_conditions) {
            all[number(2)].any.push_back(new_condition(value_of(request, base + ".c" + parts[2] + ".new")));
        } else if (what == "bo" && parts.size() == 3) {
            erase_at(all, number(2));
        } else if (what == "bo" && parts.size() == 4 && number(2) < all.size()) {
            erase_at(all[number(2)].any, number(3));
        }
    }
}

}  // namespace web
