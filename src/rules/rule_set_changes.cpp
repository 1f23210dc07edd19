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

std::string limit(const std::optional<int>& value)
{
    return value ? std::to_string(*value) : "không giới hạn";
}

std::string limit(const std::optional<base::Decimal>& value)
{
    return value ? vietnamese(*value) + "%" : "không giới hạn";
}

std::string share(const AwardRule& rule)
{
    using Per = AwardRule::Per;
    if (rule.per == Per::None) return "không có suất";
    return std::to_string(rule.count) + " người mỗi đơn vị " +
           (rule.per == Per::AssessedUnit ? "được chấm điểm" : "được khen");
}

std::string bands(const RuleSet& rules)
{
    std::vector<std::string> parts;
    for (const auto& band : rules.framework.bands)
        parts.push_back(band.name + " từ " + vietnamese(band.from));
    return parts.empty() ? "không có" : base::join(parts, ", ");
}

class Changes {
public:
    std::vector<std::string> found;

    void compare(const std::string& what, const std::string& before, const std::string& after)
    {
        if (before != after) found.push_back(what + " " + before + " → " + after);
    }
    void note(bool changed, std::string text)
    {
        if (changed) found.push_back(std::move(text));
    }
};

std::vector<std::string> phrases(const AwardRule& rule)
{
    std::vector<std::string> list;
    for (const auto& condition : rule.all)
        list.push_back(condition_phrase(condition));
    return list;
}

void compare_conditions(Changes& changes, const std::string& item, const AwardRule& before,
                        const AwardRule& after)
{
    const auto old_ones = phrases(before);
    const auto new_ones = phrases(after);
    if (old_ones.size() == new_ones.size()) {
        for (std::size_t i = 0; i < old_ones.size(); ++i)
            changes.note(old_ones[i] != new_ones[i], item + old_ones[i] + " → " + new_ones[i]);
        return;
    }
    for (const auto& each : old_ones)
        changes.note(std::find(new_ones.begin(), new_ones.end(), each) == new_ones.end(),
                     item + "bỏ " + each);
    for (const auto& each : new_ones)
        changes.note(std::find(old_ones.begin(), old_ones.end(), each) == old_ones.end(),
                     item + "thêm " + each);
}

void compare_award(Changes& changes, const std::string& item, const AwardRule& before, const AwardRule& after)
{
    if (before.award != after.award || before.kind != after.kind) {
        changes.found.push_back(item + "đổi hình thức khen thưởng");
        return;
    }
    compare_conditions(changes, item, before, after);
    changes.compare(item + "số lượng mỗi khối", limit(before.quota.per_group), limit(after.quota.per_group));
    changes.compare(item + "số lượng toàn tỉnh", limit(before.quota.total), limit(after.quota.total));
    changes.compare(item + "tỷ lệ", limit(before.quota.percent), limit(after.quota.percent));
    changes.note(before.fill != after.fill,
                 item + (after.fill ? "hạng trống được đưa hạng kế tiếp lên" : "hạng trống để trống"));
    changes.compare(item + "suất", share(before), share(after));
    changes.note(before.ground != after.ground,
                 item + (after.ground.empty() ? "bỏ căn cứ" : "căn cứ: " + after.ground));
}

}  // namespace

std::string condition_phrase(const domain::Condition& condition)
{
    struct Phrase {
        std::string operator()(const domain::PlaceBetween& place) const
        {
            const auto first = std::to_string(place.first);
            return "hạng " + (place.first == place.last ? first : first + "–" + std::to_string(place.last));
        }
        std::string operator()(const domain::Floor& floor) const
        {
            return "điểm từ " + vietnamese(floor.index);
        }
        std::string operator()(const domain::InBand& band) const { return "xếp loại từ " + band.name; }
        std::string operator()(const domain::RisePoints& rise) const
        {
            return "tăng từ " + vietnamese(rise.least) + " điểm";
        }
        std::string operator()(const domain::RisePlaces& rise) const
        {
            return "tăng từ " + std::to_string(rise.least) + " bậc";
        }
        std::string operator()(const domain::AnyOf& any) const
        {
            std::vector<std::string> parts;
            for (const auto& each : any.conditions)
                parts.push_back(condition_phrase(each));
            return base::join(parts, " hoặc ");
        }
    };
    return std::visit(Phrase{}, condition.what);
}

std::vector<std::string> describe_changes(const RuleSet& before, const RuleSet& after)
{
    Changes changes;
    changes.compare("Tên", "“" + before.name + "”", "“" + after.name + "”");
    changes.compare("Năm", std::to_string(before.year), std::to_string(after.year));
    auto framework = before.framework;
    framework.bands = after.framework.bands;
    changes.note(framework != after.framework, "Đổi cách tính");
    changes.compare("Xếp loại", bands(before), bands(after));
    changes.note(before.exclude_unranked != after.exclude_unranked,
                 after.exclude_unranked ? "Bỏ ra đơn vị không xếp hạng" : "Xét cả đơn vị không xếp hạng");
    changes.note(before.exclude_last_place != after.exclude_last_place,
                 after.exclude_last_place ? "Bỏ ra đơn vị cuối khối" : "Xét cả đơn vị cuối khối");
    changes.note(before.one_award_per_subject != after.one_award_per_subject,
                 after.one_award_per_subject ? "Mỗi đơn vị nhận một hình thức"
                                             : "Mỗi đơn vị có thể nhận nhiều hình thức");
    const std::size_t both = std::min(before.awards.size(), after.awards.size());
    for (std::size_t i = 0; i < both; ++i)
        compare_award(changes, "Mục " + std::to_string(i + 1) + ": ", before.awards[i], after.awards[i]);
    for (std::size_t i = both; i < before.awards.size(); ++i)
        changes.found.push_back("Bỏ mục " + std::to_string(i + 1));
    for (std::size_t i = both; i < after.awards.size(); ++i)
        changes.found.push_back("Thêm mục " + std::to_string(i + 1));
    return std::move(changes.found);
}

}  // namespace rules
