#include "base/text.h"
#include "rules/rule_set_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace rules {
namespace {

using base::Decimal;
using base::Message;
using Json = nlohmann::json;

constexpr int deepest_alternative = 3;
constexpr std::size_t most_named = 20;  // doubled keys: a hostile file has thousands of them, each deep down

// Reads one value after the other and notes every problem with its path; what can't be read keeps its default.
class Reader {
public:
    explicit Reader(std::vector<RuleProblem>& problems) : problems_(problems) {}

    domain::RuleSet rule_set(const Json& json)
    {
        domain::RuleSet rules;
        if (!object(json, "", {"name", "year", "framework", "exclude", "one_award_per_subject", "awards"}))
            return rules;
        text(json, "name", "", rules.name);
        integer(json, "year", "", 0, 9999, rules.year);
        flag(json, "one_award_per_subject", "", rules.one_award_per_subject);
        if (json.contains("framework")) framework(json["framework"], rules.framework);
        if (json.contains("exclude")) exclude(json["exclude"], rules);
        if (!json.contains("awards"))
            problem("awards", "Thiếu mục này.");
        else
            each(json["awards"], "awards", [&](const Json& item, const std::string& path) {
                rules.awards.push_back(award(item, path));
            });
        return rules;
    }

private:
    void problem(std::string path, Message message)
    {
        problems_.push_back({std::move(path), std::move(message)});
    }

    static std::string inside(const std::string& path, std::string_view key)
    {
        return path.empty() ? std::string(key) : path + "." + std::string(key);
    }

    bool object(const Json& json, const std::string& path, std::initializer_list<std::string_view> known)
    {
        if (!json.is_object()) {
            problem(path, "Phải là một nhóm khóa trong ngoặc nhọn { }.");
            return false;
        }
        for (const auto& [key, value] : json.items())
            if (std::find(known.begin(), known.end(), key) == known.end())
                problem(inside(path, key), "Khóa này không có trong định dạng bộ quy tắc.");
        return true;
    }

    template <class Read> void each(const Json& json, const std::string& path, Read&& read)
    {
        if (!json.is_array()) return problem(path, "Phải là một danh sách trong ngoặc vuông [ ].");
        for (std::size_t i = 0; i < json.size(); ++i)
            read(json[i], path + "[" + std::to_string(i) + "]");
    }

    void text(const Json& json, const char* key, const std::string& path, std::string& into)
    {
        if (!json.contains(key)) return;
        if (!json[key].is_string()) return problem(inside(path, key), "Phải là chữ trong ngoặc kép.");
        const auto nfc = base::nfc(json[key].get_ref<const std::string&>());
        if (!nfc) return problem(inside(path, key), "Chữ không phải UTF-8 hợp lệ.");
        into = base::tidy(*nfc);
    }

    void flag(const Json& json, const char* key, const std::string& path, bool& into)
    {
        if (!json.contains(key)) return;
        if (!json[key].is_boolean()) return problem(inside(path, key), "Phải là true hoặc false.");
        into = json[key].get<bool>();
    }

    void integer(const Json& json, const char* key, const std::string& path, int least, int most, int& into)
    {
        if (json.contains(key)) whole(json[key], inside(path, key), least, most, into);
    }

    void whole(const Json& value, const std::string& path, int least, int most, int& into)
    {
        const bool fits = value.is_number_integer() && value.get<std::int64_t>() >= least &&
                          value.get<std::int64_t>() <= most &&
                          (!value.is_number_unsigned() || value.get<std::uint64_t>() <= 1'000'000'000U);
        if (!fits)
            return problem(path, {"Phải là số nguyên từ {} đến {}, không có ngoặc kép.",
                                  {std::to_string(least), std::to_string(most)}});
        into = value.get<int>();
    }

    void decimal(const Json& value, const std::string& path, Decimal& into)
    {
        const auto number =
            value.is_string() ? Decimal::parse(value.get_ref<const std::string&>()) : std::nullopt;
        if (!number)
            return problem(path, "Phải là số thập phân trong ngoặc kép với dấu chấm, ví dụ \"80.5\".");
        into = *number;
    }

    // One of a few words; `choose` gets its position.
    template <class Choose>
    void word(const Json& json, const char* key, const std::string& path,
              std::initializer_list<std::string_view> words, Choose&& choose)
    {
        if (!json.contains(key)) return;
        if (json[key].is_string()) {
            const auto found = std::find(words.begin(), words.end(), json[key].get_ref<const std::string&>());
            if (found != words.end()) return choose(static_cast<int>(found - words.begin()));
        }
        problem(inside(path, key),
                {"Phải là một trong các từ: {}.", {base::join({words.begin(), words.end()}, ", ")}});
    }

    void framework(const Json& json, domain::Framework& framework)
    {
        const std::string path = "framework";
        if (!object(json, path,
                    {"basis", "decimals", "rank_on", "ties", "bands", "bonus_cap", "penalty_cap"}))
            return;
        using F = domain::Framework;
        word(json, "basis", path, {"computed", "published"},
             [&](int i) { framework.basis = i == 0 ? F::Basis::Computed : F::Basis::Published; });
        word(json, "rank_on", path, {"rounded", "exact"},
             [&](int i) { framework.rank_on = i == 0 ? F::RankOn::Rounded : F::RankOn::Exact; });
        integer(json, "decimals", path, 0, 6, framework.decimals);
        if (json.contains("ties"))
            each(json["ties"], inside(path, "ties"), [&](const Json& item, const std::string& at) {
                if (!item.is_string()) return problem(at, "Phải là chữ trong ngoặc kép.");
                framework.ties.push_back(
                    base::tidy(base::nfc(item.get_ref<const std::string&>()).value_or("")));
            });
        if (json.contains("bands"))
            each(json["bands"], inside(path, "bands"), [&](const Json& item, const std::string& at) {
                domain::Band band;
                if (!object(item, at, {"name", "from"})) return;
                text(item, "name", at, band.name);
                required(item, "name", at);
                if (required(item, "from", at)) decimal(item["from"], inside(at, "from"), band.from);
                framework.bands.push_back(std::move(band));
            });
        cap(json, "bonus_cap", framework.bonus_cap);
        cap(json, "penalty_cap", framework.penalty_cap);
    }

    void cap(const Json& json, const char* key, std::optional<Decimal>& into)
    {
        if (json.contains(key)) decimal(json[key], inside("framework", key), into.emplace());
    }

    bool required(const Json& json, const char* key, const std::string& path)
    {
        if (json.contains(key)) return true;
        problem(inside(path, key), "Thiếu mục này.");
        return false;
    }

    void exclude(const Json& json, domain::RuleSet& rules)
    {
        each(json, "exclude", [&](const Json& item, const std::string& path) {
            if (item == "unranked")
                rules.exclude_unranked = true;
            else if (item == "last_place")
                rules.exclude_last_place = true;
            else
                problem(path, {"Phải là một trong các từ: {}.", {"unranked, last_place"}});
        });
    }

    domain::AwardRule award(const Json& json, const std::string& path)
    {
        domain::AwardRule rule;
        if (!object(json, path, {"award", "kind", "ground", "all", "quota", "fill", "per", "count"}))
            return rule;
        if (required(json, "award", path)) text(json, "award", path, rule.award);
        if (required(json, "kind", path))
            word(json, "kind", path, {"collective", "individual"}, [&](int i) {
                rule.kind = i == 0 ? domain::RecipientKind::Collective : domain::RecipientKind::Individual;
            });
        text(json, "ground", path, rule.ground);
        if (json.contains("all")) conditions(json["all"], inside(path, "all"), 0, rule.all);
        if (json.contains("quota")) quota(json["quota"], inside(path, "quota"), rule.quota);
        flag(json, "fill", path, rule.fill);
        using Per = domain::AwardRule::Per;
        word(json, "per", path, {"assessed_unit", "rewarded_unit"},
             [&](int i) { rule.per = i == 0 ? Per::AssessedUnit : Per::RewardedUnit; });
        integer(json, "count", path, 1, 1000, rule.count);
        return rule;
    }

    void quota(const Json& json, const std::string& path, domain::Quota& quota)
    {
        if (!object(json, path, {"total", "per_group", "percent"})) return;
        if (json.contains("total")) integer(json, "total", path, 0, 1'000'000, quota.total.emplace());
        if (json.contains("per_group"))
            integer(json, "per_group", path, 0, 1'000'000, quota.per_group.emplace());
        if (json.contains("percent"))
            decimal(json["percent"], inside(path, "percent"), quota.percent.emplace());
    }

    void conditions(const Json& json, const std::string& path, int depth,
                    std::vector<domain::Condition>& into)
    {
        each(json, path, [&](const Json& item, const std::string& at) {
            if (!object(item, at, {"place", "floor", "band", "rise_points", "rise_places", "any"})) return;
            if (item.size() != 1) return problem(at, "Mỗi điều kiện có đúng một khóa.");
            const std::string key = item.begin().key();
            condition(key, item.begin().value(), inside(at, key), depth, into);
        });
    }

    void condition(const std::string& key, const Json& value, const std::string& path, int depth,
                   std::vector<domain::Condition>& into)
    {
        if (key == "place") {
            domain::PlaceBetween place;
            if (!value.is_array() || value.size() != 2)
                return problem(path, "Phải là hai số nguyên trong ngoặc vuông, ví dụ [2, 3].");
            whole(value[0], path + "[0]", 1, 1'000'000, place.first);
            whole(value[1], path + "[1]", 1, 1'000'000, place.last);
            into.push_back({place});
        } else if (key == "floor") {
            domain::Floor floor;
            decimal(value, path, floor.index);
            into.push_back({floor});
        } else if (key == "band") {
            if (!value.is_string()) return problem(path, "Phải là chữ trong ngoặc kép.");
            into.push_back(
                {domain::InBand{base::tidy(base::nfc(value.get_ref<const std::string&>()).value_or(""))}});
        } else if (key == "rise_points") {
            domain::RisePoints rise;
            decimal(value, path, rise.least);
            into.push_back({rise});
        } else if (key == "rise_places") {
            domain::RisePlaces rise;
            whole(value, path, -1'000'000, 1'000'000, rise.least);
            into.push_back({rise});
        } else if (key == "any") {
            if (depth == deepest_alternative) return problem(path, "Điều kiện lồng nhau quá sâu.");
            domain::AnyOf any;
            conditions(value, path, depth + 1, any.conditions);
            into.push_back({any});
        }
    }

    std::vector<RuleProblem>& problems_;
};

// A key given twice would silently lose its first value. Follows the parser to say where that happens.
class DoubledKeys {
public:
    bool operator()(Json::parse_event_t event, Json& parsed)
    {
        using Event = Json::parse_event_t;
        if (event == Event::object_end || event == Event::array_end) {
            open_.pop_back();
        } else if (event == Event::key) {
            open_.back().key = parsed.get<std::string>();
            if (!open_.back().seen.insert(open_.back().key).second && doubled.size() < most_named)
                doubled.push_back(path());
        } else {
            if (!open_.empty() && open_.back().array) ++open_.back().index;
            if (event != Event::value) open_.push_back({event == Event::array_start, -1, {}, {}});
        }
        return true;
    }
    std::vector<std::string> doubled;

private:
    struct Container {
        bool array = false;
        int index = -1;
        std::string key;
        std::set<std::string> seen;
    };

    [[nodiscard]] std::string path() const
    {
        std::string path;
        for (const auto& each : open_)
            if (each.array)
                path += "[" + std::to_string(each.index) + "]";
            else
                path += (path.empty() ? "" : ".") + each.key;
        return path;
    }

    std::vector<Container> open_;
};

// The JSON library throws; here that means one thing only, and where.
Json parse(std::string_view text, DoubledKeys& keys, std::vector<RuleProblem>& problems)
{
    const auto callback = [&](int, Json::parse_event_t event, Json& parsed) { return keys(event, parsed); };
    try {
        return Json::parse(text.begin(), text.end(), callback);
    } catch (const Json::parse_error& error) {
        const auto before = text.substr(0, error.byte > 0 ? error.byte - 1 : 0);
        const auto line_begin = before.rfind('\n') + 1;
        const auto character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const auto column =
            std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(), character) +
            1;
        problems.push_back({"",
                            {"Không phải tệp JSON hợp lệ: sai ở dòng {}, ký tự thứ {}.",
                             {std::to_string(line), std::to_string(column)}}});
    } catch (const Json::exception&) {
        problems.push_back({"", "Không phải tệp JSON hợp lệ: có số quá lớn."});
    }
    return {};
}

}  // namespace

RuleSetReading read_rule_set(std::string_view json)
{
    RuleSetReading reading;
    if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
    if (json.size() > 256 * 1024) {
        reading.problems.push_back({"", "Tệp bộ quy tắc lớn hơn 256 KB."});
        return reading;
    }
    DoubledKeys keys;
    const auto parsed = parse(json, keys, reading.problems);
    if (!reading.problems.empty()) return reading;
    for (const auto& key : keys.doubled)
        reading.problems.push_back({key, "Khóa này xuất hiện hai lần."});
    auto rules = Reader(reading.problems).rule_set(parsed);
    if (reading.problems.empty()) reading.problems = check_rule_set(rules);
    // Problems name the bands in the order of the file; after that the best one comes first.
    std::stable_sort(rules.framework.bands.begin(), rules.framework.bands.end(),
                     [](const auto& a, const auto& b) { return a.from > b.from; });
    if (reading.problems.empty()) reading.rules = std::move(rules);
    return reading;
}

}  // namespace rules
