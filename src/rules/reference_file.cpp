#include "rules/reference_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <set>
#include <span>

namespace rules {
namespace {

using Json = nlohmann::json;
using base::Date;
using base::Error;

// Reads one row; the first thing that is wrong is kept with its key, and later reads give empty values.
class Row {
public:
    Row(const std::string& file, std::size_t number, const Json& json)
        : file_(file), number_(number), json_(json)
    {
        if (!json_.is_object()) fail("");
    }

    // Whether a key that may be left out is there.
    [[nodiscard]] bool has(const char* key) const { return json_.is_object() && json_.contains(key); }

    std::string text(const char* key)
    {
        const Json* value = get(key);
        if (value == nullptr) return {};
        if (!value->is_string() || value->get_ref<const std::string&>().empty()) return fail(key), "";
        return value->get<std::string>();
    }
    bool boolean(const char* key)
    {
        const Json* value = get(key);
        if (value == nullptr) return false;
        if (!value->is_boolean()) return fail(key), false;
        return value->get<bool>();
    }
    int integer(const char* key)
    {
        const Json* value = get(key);
        if (value == nullptr) return 0;
        if (!value->is_number_integer()) return fail(key), 0;
        return value->get<int>();
    }
    base::Decimal decimal(const char* key)
    {
        const auto number = base::Decimal::parse(text(key));
        if (!number || number->negative()) return fail(key), base::Decimal();
        return *number;
    }
    std::int64_t whole(const char* key)
    {
        const auto number = decimal(key);
        if (number.scale() != 0) fail(key);
        return number.scale() == 0 ? number.coefficient() : 0;
    }
    std::vector<std::string> texts(const char* key)
    {
        const Json* value = get(key);
        if (value == nullptr) return {};
        std::vector<std::string> all;
        if (!value->is_array()) return fail(key), all;
        for (const auto& item : *value) {
            if (!item.is_string()) return fail(key), all;
            all.push_back(item.get<std::string>());
        }
        return all;
    }
    // One of the known words.
    template <class Value> Value choice(const char* key, const std::map<std::string, Value>& words)
    {
        return chosen(key, text(key), words);
    }
    template <class Value>
    Value chosen(const char* key, const std::string& word, const std::map<std::string, Value>& words)
    {
        const auto found = words.find(word);
        if (found == words.end()) return fail(key), Value{};
        return found->second;
    }
    domain::InForce in_force()
    {
        domain::InForce force;
        force.from = date(text("effective_from"), "effective_from");
        if (const Json* to = get("effective_to"); to != nullptr && !to->is_null()) {
            force.to = date(text("effective_to"), "effective_to");
            if (*force.to < force.from) fail("effective_to");
        }
        force.source = text("source");
        force.verified = boolean("verified");
        return force;
    }
    // Text whose words in braces are all known.
    std::string filled_text(const char* key, std::span<const std::string_view> fillings)
    {
        auto words = text(key);
        for (auto open = words.find_first_of("{}"); open != std::string::npos;) {
            const auto close = words.find_first_of("{}", open + 1);
            const auto name = close == std::string::npos
                                  ? std::string_view()
                                  : std::string_view(words).substr(open + 1, close - open - 1);
            if (words[open] != '{' || close == std::string::npos || words[close] != '}' ||
                std::ranges::find(fillings, name) == fillings.end())
                return fail(key), "";
            open = words.find_first_of("{}", close + 1);
        }
        return words;
    }
    // Every key has been asked for and read well.
    std::optional<Error> finish()
    {
        if (json_.is_object())
            for (const auto& [key, value] : json_.items())
                if (!known_.contains(key)) fail(key);
        return error_;
    }
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] std::size_t number() const { return number_; }

private:
    const Json* get(const char* key)
    {
        known_.insert(key);
        if (!json_.is_object()) return nullptr;
        const auto found = json_.find(key);
        if (found == json_.end()) return fail(key), nullptr;
        return &*found;
    }
    Date date(const std::string& text, const char* key)
    {
        const auto day = Date::parse(text);
        if (!day || day->iso() != text) return fail(key), Date(1, 1, 1);
        return *day;
    }
    void fail(const std::string& key)
    {
        if (error_) return;
        error_ = base::invalid({"Tệp {}, dòng dữ liệu {}: khóa “{}” thiếu, lạ hoặc có giá trị sai.",
                                {file_, std::to_string(number_), key}},
                               file_ + ": " + key);
    }

    const std::string& file_;
    std::size_t number_;
    const Json& json_;
    std::set<std::string, std::less<>> known_;
    std::optional<Error> error_;
};

const std::map<std::string, domain::Subject> subjects = {{"collective", domain::Subject::Collective},
                                                         {"individual", domain::Subject::Individual},
                                                         {"household", domain::Subject::Household}};

domain::AwardKind award_kind(Row& row)
{
    domain::AwardKind kind;
    kind.code = row.text("code");
    kind.kind = row.choice<domain::AwardKind::Class>(
        "kind", {{"title", domain::AwardKind::Class::Title}, {"form", domain::AwardKind::Class::Form}});
    kind.name = row.text("name");
    kind.short_name = row.text("short_name");
    kind.english = row.text("english");
    kind.issuer = row.text("issuer");
    kind.authority = row.choice<domain::Authority>(
        "decision_authority", {{"head", domain::Authority::Head}, {"body", domain::Authority::Body}});
    for (const auto& word : row.texts("recipients"))
        kind.recipients.push_back(row.chosen("recipients", word, subjects));
    kind.certificate = row.boolean("certificate");
    kind.in_force = row.in_force();
    return kind;
}

domain::RewardCoefficient coefficient(Row& row)
{
    domain::RewardCoefficient value;
    value.award = row.text("award");
    value.subject = row.choice("subject", subjects);
    value.times = row.decimal("times");
    value.regime = row.text("regime");
    value.in_force = row.in_force();
    return value;
}

domain::BaseSalary base_salary(Row& row)
{
    domain::BaseSalary value;
    value.dong = row.whole("dong");
    value.in_force = row.in_force();
    return value;
}

domain::RoundingRule rounding(Row& row)
{
    domain::RoundingRule value;
    value.mode = row.choice<domain::Rounding>("mode", {{"NONE", domain::Rounding::None},
                                                       {"CEIL_10000", domain::Rounding::Ceil10000},
                                                       {"HALF_UP_10000", domain::Rounding::HalfUp10000}});
    value.in_force = row.in_force();
    return value;
}

domain::LegalBasisLine legal_basis(Row& row)
{
    domain::LegalBasisLine value;
    value.text = row.text("text");
    value.awards = row.texts("awards");
    if (row.has("province")) value.province = row.text("province");
    value.position = row.integer("position");
    value.in_force = row.in_force();
    return value;
}

domain::DecisionLine decision_line(Row& row)
{
    using Part = domain::DecisionLine::Part;
    domain::DecisionLine value;
    value.part = row.choice<Part>("part", {{"subject", Part::Subject},
                                           {"proposal", Part::Proposal},
                                           {"article", Part::Article},
                                           {"receiver", Part::Receiver}});
    value.text = value.part == Part::Proposal ? row.filled_text("text", domain::office_fillings)
                                              : row.filled_text("text", domain::decision_fillings);
    value.awards = row.texts("awards");
    if (row.has("province")) value.province = row.text("province");
    value.position = row.integer("position");
    value.in_force = row.in_force();
    return value;
}

domain::LegalRegime regime(Row& row)
{
    domain::LegalRegime value;
    value.code = row.text("code");
    value.name = row.text("name");
    value.in_force = row.in_force();
    return value;
}

bool overlap(const domain::InForce& a, const domain::InForce& b)
{
    return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

// What may be in force only once on any day: the rows whose `identity` is equal. An empty identity may repeat.
template <class Value>
base::Result<std::vector<Value>> read(const std::map<std::string, std::string>& texts,
                                      const std::string& file, Value (*row_of)(Row&),
                                      const std::function<std::string(const Value&)>& identity)
{
    const auto text = texts.find(file);
    if (text == texts.end()) return base::invalid({"Thiếu tệp dữ liệu tham chiếu {}.", {file}}, file);
    const Json json = Json::parse(text->second, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("rows") || !json["rows"].is_array())
        return base::invalid({"Tệp {} không phải là JSON có khóa “rows”.", {file}}, file + ": rows");
    for (const auto& [key, value] : json.items())
        if (key != "rows" && key != "note")
            return base::invalid({"Tệp {} có khóa lạ “{}”.", {file, key}}, file + ": " + key);
    std::vector<Value> values;
    for (std::size_t i = 0; i < json["rows"].size(); ++i) {
        Row row(file, i + 1, json["rows"][i]);
        Value value = row_of(row);
        if (auto error = row.finish()) return *error;
        for (std::size_t other = 0; other < values.size(); ++other)
            if (!identity(value).empty() && identity(value) == identity(values[other]) &&
                overlap(value.in_force, values[other].in_force))
                return base::invalid(
                    {"Tệp {}: dòng dữ liệu {} và {} cùng có hiệu lực trong một khoảng thời gian.",
                     {file, std::to_string(other + 1), std::to_string(i + 1)}},
                    file + ": effective_from");
        values.push_back(std::move(value));
    }
    return values;
}

}  // namespace

base::Result<domain::Reference> parse_reference(const std::map<std::string, std::string>& texts)
{
    domain::Reference reference;
    auto awards = read<domain::AwardKind>(texts, "award_kinds.json", award_kind,
                                          [](const auto& row) { return row.code; });
    if (!awards) return awards.error();
    auto coefficients =
        read<domain::RewardCoefficient>(texts, "reward_coefficients.json", coefficient, [](const auto& row) {
            return row.award + "/" + std::to_string(static_cast<int>(row.subject));
        });
    if (!coefficients) return coefficients.error();
    const auto only_one = [](const auto&) { return std::string("one"); };
    auto salaries = read<domain::BaseSalary>(texts, "base_salaries.json", base_salary, only_one);
    if (!salaries) return salaries.error();
    auto roundings = read<domain::RoundingRule>(texts, "rounding.json", rounding, only_one);
    if (!roundings) return roundings.error();
    auto lines = read<domain::LegalBasisLine>(texts, "legal_basis_lines.json", legal_basis,
                                              [](const auto&) { return std::string(); });
    if (!lines) return lines.error();
    auto wording = read<domain::DecisionLine>(texts, "decision_lines.json", decision_line,
                                              [](const auto&) { return std::string(); });
    if (!wording) return wording.error();
    auto regimes = read<domain::LegalRegime>(texts, "regimes.json", regime, only_one);
    if (!regimes) return regimes.error();
    reference.awards = std::move(*awards);
    reference.coefficients = std::move(*coefficients);
    reference.base_salaries = std::move(*salaries);
    reference.roundings = std::move(*roundings);
    reference.legal_basis = std::move(*lines);
    reference.decision_lines = std::move(*wording);
    reference.regimes = std::move(*regimes);
    return reference;
}

}  // namespace rules
