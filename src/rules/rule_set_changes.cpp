#include "rules/rule_set_changes.h"

#include "base/text.h"

#include <algorithm>

namespace rules {
namespace {

using domain::AwardRule;
using domain::RuleSet;

std::string vietnamese(const base::Decimal& number)
{
    return number.vietnamese(number.scale());
}

// Data that reads the same in every language.
base::Message as_is(std::string text)
{
    return {"{}", {std::move(text)}};
}

base::Message limit(const std::optional<int>& value)
{
    return value ? as_is(std::to_string(*value)) : base::Message("không giới hạn");
}

base::Message limit(const std::optional<base::Decimal>& value)
{
    return value ? as_is(vietnamese(*value) + "%") : base::Message("không giới hạn");
}

base::Message share(const AwardRule& rule)
{
    using Per = AwardRule::Per;
    if (rule.per == Per::None) return "không có suất";
    if (rule.per == Per::AssessedUnit)
        return {"{} người mỗi đơn vị được chấm điểm", {std::to_string(rule.count)}};
    return {"{} người mỗi đơn vị được khen", {std::to_string(rule.count)}};
}

base::Message bands(const RuleSet& rules)
{
    std::vector<std::string> parts;
    for (const auto& band : rules.framework.bands)
        parts.push_back(band.name + " ≥ " + vietnamese(band.from));
    return parts.empty() ? base::Message("không có") : as_is(base::join(parts, ", "));
}

class Changes {
public:
    std::vector<RuleChange> found;
    int item = 0;

    void compare(base::Message what, const base::Message& before, const base::Message& after)
    {
        if (before != after) found.push_back({item, std::move(what), {before}, {after}});
    }
    void note(bool changed, base::Message what)
    {
        if (changed) found.push_back({item, std::move(what), {}, {}});
    }
    void conditions(const AwardRule& before, const AwardRule& after)
    {
        const auto old_ones = phrases(before);
        const auto new_ones = phrases(after);
        if (old_ones.size() == new_ones.size()) {
            for (std::size_t i = 0; i < old_ones.size(); ++i)
                if (old_ones[i] != new_ones[i]) found.push_back({item, {}, old_ones[i], new_ones[i]});
            return;
        }
        for (const auto& each : old_ones)
            if (std::find(new_ones.begin(), new_ones.end(), each) == new_ones.end())
                found.push_back({item, {}, each, {}});
        for (const auto& each : new_ones)
            if (std::find(old_ones.begin(), old_ones.end(), each) == old_ones.end())
                found.push_back({item, {}, {}, each});
    }

private:
    static std::vector<Phrase> phrases(const AwardRule& rule)
    {
        std::vector<Phrase> list;
        for (const auto& condition : rule.all)
            list.push_back(condition_phrase(condition));
        return list;
    }
};

void compare_award(Changes& changes, const AwardRule& before, const AwardRule& after)
{
    if (before.award != after.award || before.kind != after.kind)
        return changes.note(true, "đổi hình thức khen thưởng");
    changes.conditions(before, after);
    changes.compare("số lượng mỗi khối", limit(before.quota.per_group), limit(after.quota.per_group));
    changes.compare("số lượng toàn tỉnh", limit(before.quota.total), limit(after.quota.total));
    changes.compare("tỷ lệ", limit(before.quota.percent), limit(after.quota.percent));
    changes.note(before.fill != after.fill, after.fill ? base::Message("hạng trống được đưa hạng kế tiếp lên")
                                                       : base::Message("hạng trống để trống"));
    changes.compare("suất", share(before), share(after));
    changes.note(before.ground != after.ground, after.ground.empty()
                                                    ? base::Message("bỏ căn cứ")
                                                    : base::Message("căn cứ: {}", {after.ground}));
}

}  // namespace

std::string in_vietnamese(const base::Message& message)
{
    return message.vietnamese();
}

Phrase condition_phrase(const domain::Condition& condition)
{
    struct ToPhrase {
        Phrase operator()(const domain::PlaceBetween& place) const
        {
            const auto first = std::to_string(place.first);
            return {
                {"hạng {}", {place.first == place.last ? first : first + "–" + std::to_string(place.last)}}};
        }
        Phrase operator()(const domain::Floor& floor) const
        {
            return {{"điểm từ {}", {vietnamese(floor.index)}}};
        }
        Phrase operator()(const domain::InBand& band) const { return {{"xếp loại từ {}", {band.name}}}; }
        Phrase operator()(const domain::RisePoints& rise) const
        {
            return {{"tăng từ {} điểm", {vietnamese(rise.least)}}};
        }
        Phrase operator()(const domain::RisePlaces& rise) const
        {
            return {{"tăng từ {} bậc", {std::to_string(rise.least)}}};
        }
        Phrase operator()(const domain::AnyOf& any) const
        {
            Phrase all;
            for (const auto& each : any.conditions)
                for (auto& one : condition_phrase(each))
                    all.push_back(std::move(one));
            return all;
        }
    };
    return std::visit(ToPhrase{}, condition.what);
}

std::string in_words(const Phrase& phrase, const Say& say)
{
    std::string text;
    for (const auto& one : phrase)
        text += (text.empty() ? "" : " " + say("hoặc") + " ") + say(one);
    return text;
}

std::string in_words(const RuleChange& change, const Say& say)
{
    std::string text = say(change.what);
    const auto before = in_words(change.before, say);
    const auto after = in_words(change.after, say);
    if (!before.empty() && !after.empty())
        text += (text.empty() ? "" : " ") + before + " → " + after;
    else if (!before.empty())
        text = say({"bỏ {}", {before}});
    else if (!after.empty())
        text = say({"thêm {}", {after}});
    return change.item == 0 ? text : say({"Mục {}: {}", {std::to_string(change.item), text}});
}

std::vector<RuleChange> describe_changes(const RuleSet& before, const RuleSet& after)
{
    Changes changes;
    changes.compare("Tên", as_is("“" + before.name + "”"), as_is("“" + after.name + "”"));
    changes.compare("Năm", as_is(std::to_string(before.year)), as_is(std::to_string(after.year)));
    auto framework = before.framework;
    framework.bands = after.framework.bands;
    changes.note(framework != after.framework, "Đổi cách tính");
    changes.compare("Xếp loại", bands(before), bands(after));
    changes.note(before.exclude_unranked != after.exclude_unranked,
                 after.exclude_unranked ? base::Message("Bỏ ra đơn vị không xếp hạng")
                                        : base::Message("Xét cả đơn vị không xếp hạng"));
    changes.note(before.exclude_last_place != after.exclude_last_place,
                 after.exclude_last_place ? base::Message("Bỏ ra đơn vị cuối khối")
                                          : base::Message("Xét cả đơn vị cuối khối"));
    changes.note(before.one_award_per_subject != after.one_award_per_subject,
                 after.one_award_per_subject ? base::Message("Mỗi đơn vị nhận một hình thức")
                                             : base::Message("Mỗi đơn vị có thể nhận nhiều hình thức"));
    const std::size_t both = std::min(before.awards.size(), after.awards.size());
    for (std::size_t i = 0; i < both; ++i) {
        changes.item = static_cast<int>(i) + 1;
        compare_award(changes, before.awards[i], after.awards[i]);
    }
    changes.item = 0;
    for (std::size_t i = both; i < before.awards.size(); ++i)
        changes.note(true, {"Bỏ mục {}", {std::to_string(i + 1)}});
    for (std::size_t i = both; i < after.awards.size(); ++i)
        changes.note(true, {"Thêm mục {}", {std::to_string(i + 1)}});
    return std::move(changes.found);
}

}  // namespace rules
