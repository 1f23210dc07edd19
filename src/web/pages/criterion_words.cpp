#include "web/pages/criterion_words.h"

#include "base/text.h"
#include "rules/condition.h"
#include "rules/reasons.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace web {
namespace {

using base::Decimal;
using base::Html;
using domain::CriterionCode;

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

// ">= 80.5" -> "≥ 80,5"; "2-3" -> "2–3".
std::string notation(std::string text)
{
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == '.' && digit(text[i - 1]) && digit(text[i + 1])) text[i] = ',';
    const auto replace = [&](std::string_view what, std::string_view with) {
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
            text.replace(at, what.size(), with);
    };
    replace(">= ", "≥ ");
    replace("<= ", "≤ ");
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == '-' && digit(text[i - 1]) && digit(text[i + 1])) text.replace(i, 1, "–");
    return text;
}

// The fixed phrases the rules write, in the reader's language; other texts are the officer's own.
std::string phrase(const Request& request, const std::string& text)
{
    static const std::array<base::Message, 8> known = {"chưa nhận hình thức khác",
                                                       "chưa nhận",
                                                       "có xếp hạng, không cuối nhóm",
                                                       "có xếp hạng",
                                                       "không cuối nhóm",
                                                       "dẫn đầu cụm, khối thi đua do tỉnh tổ chức",
                                                       "có căn cứ xét",
                                                       "chưa gắn căn cứ"};
    static const std::array<base::Message, 4> more = {"không xếp hạng", "không chiếm suất", "chưa xếp loại",
                                                      "chưa rõ"};
    for (const auto& each : known)
        if (each.text() == text) return tr(request, each);
    for (const auto& each : more)
        if (each.text() == text) return tr(request, each);
    return text;
}

// "hạng 5" -> "5"; nothing when the text begins otherwise.
std::optional<std::string> behind(const std::string& text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) return std::nullopt;
    return text.substr(prefix.size());
}

std::vector<std::string> parts_of(const std::string& text, std::string_view between)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (auto at = text.find(between); at != std::string::npos; at = text.find(between, begin)) {
        parts.push_back(text.substr(begin, at - begin));
        begin = at + between.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

// "tăng điểm >= 5" of an alternative, by what it is called.
std::string alternative(const Request& request, const std::string& text)
{
    const auto rest = [&](std::string_view name) { return behind(text, name); };
    const auto said = [&](const std::string& value) {
        const auto fixed = phrase(request, value);
        return fixed == value ? notation(fixed) : fixed;
    };
    if (const auto value = rest(rules::called(CriterionCode::Place)))
        return tr(request, "hạng {}", {said(*value)});
    if (const auto value = rest(rules::called(CriterionCode::Floor)))
        return tr(request, "chỉ số {}", {said(*value)});
    if (const auto value = rest(rules::called(CriterionCode::Band)))
        return tr(request, "xếp loại {}", {said(*value)});
    if (const auto value = rest(rules::called(CriterionCode::RisePoints)))
        return tr(request, "tăng điểm {}", {said(*value)});
    if (const auto value = rest(rules::called(CriterionCode::RisePlaces)))
        return tr(request, "tăng bậc {}", {said(*value)});
    return said(text);
}

std::string alternatives(const Request& request, const std::string& text, std::string_view between,
                         const std::string& with)
{
    std::vector<std::string> words;
    for (const auto& part : parts_of(text, between))
        words.push_back(alternative(request, part));
    return base::join(words, with);
}

// What the rules add in brackets, the officer's reason untouched; empty: nothing.
std::string added(const Request& request, std::string& actual)
{
    const auto moved = actual.find(" (" + std::string(rules::moved_into_place));
    const auto chosen = actual.find(std::string(rules::was_chosen));
    if (!actual.ends_with(')') || (moved == std::string::npos && chosen == std::string::npos)) return {};
    std::vector<std::string> parts;
    if (moved != std::string::npos) parts.push_back(tr(request, "thay hạng trống"));
    if (chosen != std::string::npos) {
        const auto begin = chosen + rules::was_chosen.size();
        parts.push_back(tr(request, "cán bộ chọn: {}", {actual.substr(begin, actual.size() - begin - 1)}));
    }
    actual.resize(actual.find(" ("));
    return " (" + base::join(parts, "; ") + ")";
}

int last_of_range(const std::string& required)
{
    const auto dash = required.find('-');
    const auto text = dash == std::string::npos ? required : required.substr(dash + 1);
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// Quotas and holdings are found out by the run; the sheet alone does not show them.
bool found_in_run(CriterionCode code)
{
    return code == CriterionCode::QuotaTotal || code == CriterionCode::QuotaGroup ||
           code == CriterionCode::QuotaPercent || code == CriterionCode::OneAward;
}

std::optional<Decimal> threshold(const std::string& required)
{
    const auto text = behind(required, ">= ");
    return text ? Decimal::parse(*text) : std::nullopt;
}

std::string shown(const Decimal& number)
{
    return number.vietnamese(number.scale());
}

}  // namespace

std::string award_short_name(const Request& request, const domain::Reference& reference,
                             std::string_view award)
{
    const auto* kind = reference.award(award);
    if (!kind) return std::string(award);
    return request.language == Language::English ? kind->english : kind->short_name;
}

std::string award_name(const Request& request, const domain::Reference& reference, std::string_view award,
                       domain::RecipientKind recipient)
{
    const auto* kind = reference.award(award);
    if (!kind) return std::string(award);
    const std::string name = request.language == Language::English ? kind->english : kind->name;
    if (kind->recipients.size() < 2) return name;
    return name + " · " +
           (recipient == domain::RecipientKind::Collective ? tr(request, "tập thể") : tr(request, "cá nhân"));
}

std::string criterion_title(const Request& request, CriterionCode code)
{
    switch (code) {
    case CriterionCode::Place:
        return tr(request, "Hạng trong khối");
    case CriterionCode::Floor:
        return tr(request, "Điểm chỉ số");
    case CriterionCode::Band:
        return tr(request, "Xếp loại");
    case CriterionCode::RisePoints:
        return tr(request, "Mức tăng điểm");
    case CriterionCode::RisePlaces:
        return tr(request, "Mức tăng hạng");
    case CriterionCode::QuotaTotal:
        return tr(request, "Số lượng toàn tỉnh");
    case CriterionCode::QuotaGroup:
        return tr(request, "Số lượng mỗi khối");
    case CriterionCode::QuotaPercent:
        return tr(request, "Tỷ lệ đơn vị");
    case CriterionCode::OneAward:
        return tr(request, "Chỉ nhận một hình thức");
    case CriterionCode::Excluded:
        return tr(request, "Không bị loại trừ");
    case CriterionCode::Ground:
        return tr(request, "Căn cứ xét");
    }
    return {};
}

std::string required_words(const Request& request, const domain::Criterion& criterion)
{
    if (criterion.code == CriterionCode::Place && !criterion.required.empty() && digit(criterion.required[0]))
        return tr(request, "hạng {}", {notation(criterion.required)});
    if (criterion.required.find(rules::or_else) != std::string::npos)
        return alternatives(request, criterion.required, rules::or_else, " " + tr(request, "hoặc") + " ");
    const auto fixed = phrase(request, criterion.required);
    return fixed == criterion.required ? notation(fixed) : fixed;
}

std::string actual_words(const Request& request, const domain::Criterion& criterion)
{
    if (criterion.code == CriterionCode::Ground) return phrase(request, criterion.actual);
    if (const auto item = behind(criterion.actual, rules::had_item))
        return tr(request, "đã nhận ở mục {}", {*item});
    if (const auto place = behind(criterion.actual, rules::shared_place))
        return tr(request, "đồng hạng {}, chờ chọn", {*place});
    if (const auto place = behind(criterion.actual, rules::at_place);
        place && criterion.code == CriterionCode::Excluded) {
        const auto comma = place->find(',');
        if (comma != std::string::npos) return tr(request, "hạng {}, cuối khối", {place->substr(0, comma)});
        return tr(request, "hạng {}", {*place});
    }
    if (criterion.required.find(rules::or_else) != std::string::npos)
        return alternatives(request, criterion.actual, "; ", "; ");
    auto actual = criterion.actual;
    const auto more = added(request, actual);
    const auto fixed = phrase(request, actual);
    return (fixed == actual ? notation(fixed) : fixed) + more;
}

std::string met_words(const Request& request, const domain::Criterion& criterion)
{
    if (!criterion.met) return tr(request, "Chưa rõ");
    return *criterion.met ? tr(request, "Đạt") : tr(request, "Chưa đạt");
}

Html met_tag(const Request& request, const domain::Criterion& criterion)
{
    const auto tone = !criterion.met ? Tone::Ask : *criterion.met ? Tone::Ok : Tone::Error;
    return tag(tone, met_words(request, criterion));
}

std::string unmet_words(const Request& request, const domain::Verdict& verdict)
{
    std::vector<std::string> parts;
    for (const auto& criterion : verdict.criteria)
        if (criterion.met == false)
            parts.push_back(tr(request, "{}: {} (yêu cầu {})",
                               {criterion_title(request, criterion.code), actual_words(request, criterion),
                                required_words(request, criterion)}));
    return base::join(parts, "; ");
}

Html criteria_table(const Request& request, const domain::Verdict& verdict, const CriteriaSource& source)
{
    Table table(tr(request, "Tiêu chí xét"), {{tr(request, "Tiêu chí"), Align::Left, Phone::Title},
                                              {tr(request, "Yêu cầu")},
                                              {tr(request, "Thực tế")},
                                              {tr(request, "Kết quả"), Align::Left, Phone::Corner},
                                              {tr(request, "Căn cứ")},
                                              {tr(request, "Nguồn")}});
    table.dense();
    for (const auto& criterion : verdict.criteria) {
        Html title;
        title << "<strong>" << criterion_title(request, criterion.code) << "</strong>";
        std::string actual = actual_words(request, criterion);
        const bool counted = criterion.code == CriterionCode::Place && source.ranked > 0 && !actual.empty();
        if (counted && std::all_of(actual.begin(), actual.end(), digit))
            actual = tr(request, "{} trên {}", {actual, std::to_string(source.ranked)});
        Html evidence = criterion.code == CriterionCode::Ground ? dash() : muted(source.run);
        const bool by_the_run = found_in_run(criterion.code) && !source.run.empty();
        if (!criterion.evidence.empty() && criterion.code != CriterionCode::Ground && !by_the_run) {
            const auto cells = tr(request, "tệp nhập, ô {}", {criterion.evidence});
            evidence = source.address.empty() ? Html::text(cells) : link(source.address, cells);
        }
        table.row({title, required_words(request, criterion), actual, met_tag(request, criterion),
                   criterion.article, evidence});
    }
    return table.html();
}

Html verdict_tag(const Request& request, const domain::Verdict& verdict)
{
    const auto met = std::count_if(verdict.criteria.begin(), verdict.criteria.end(),
                                   [](const auto& each) { return each.met == true; });
    const auto unknown = std::count_if(verdict.criteria.begin(), verdict.criteria.end(),
                                       [](const auto& each) { return !each.met; });
    const std::string count = std::to_string(met);
    if (unknown > 0)
        return tag(Tone::Ask, tr(request, "{} đạt · {} chưa rõ", {count, std::to_string(unknown)}));
    return tag(verdict.unmet() == 0 ? Tone::Ok : Tone::Error,
               tr(request, "{}/{} đạt", {count, std::to_string(verdict.criteria.size())}));
}

std::string merit_line(const Request& request, const domain::Proposal& proposal,
                       const domain::GroupStandings& group)
{
    const auto* standing = find_unit(&group, proposal.recipient);
    std::vector<std::string> parts;
    for (const auto& criterion : proposal.verdict.criteria) {
        if (criterion.met != true) continue;
        if (criterion.code == CriterionCode::Place && proposal.place) {
            parts.push_back(*proposal.place == 1
                                ? tr(request, "Đứng đầu khối")
                                : tr(request, "Hạng {} trong khối ({})",
                                     {std::to_string(*proposal.place), notation(criterion.required)}));
        } else if (criterion.code == CriterionCode::Floor && standing) {
            if (const auto least = threshold(criterion.required))
                parts.push_back(tr(request, "vượt ngưỡng {} là {} điểm",
                                   {shown(*least), (standing->index - *least).vietnamese(group.decimals)}));
        } else if (criterion.code == CriterionCode::Band) {
            parts.push_back(tr(request, "xếp loại {}", {criterion.actual}));
        } else if (criterion.code == CriterionCode::RisePoints && standing && standing->change) {
            parts.push_back(tr(request, "tăng {} điểm", {standing->change->vietnamese(group.decimals)}));
        } else if (criterion.code == CriterionCode::RisePlaces && standing && standing->change_places) {
            parts.push_back(tr(request, "tăng {} bậc", {std::to_string(*standing->change_places)}));
        }
    }
    return base::join(parts, "; ");
}

Shortfall shortfall(const Request& request, const domain::Criterion& criterion,
                    const domain::Standing& standing, const domain::GroupStandings& group)
{
    const auto least = threshold(criterion.required);
    switch (criterion.code) {
    case CriterionCode::Place: {
        if (!standing.place || criterion.required.empty() || !digit(criterion.required[0])) break;
        const int last = last_of_range(criterion.required);
        const int steps = *standing.place - last;
        if (steps <= 0) return {tr(request, "ngoài hạng {}", {notation(criterion.required)}), {}};
        Shortfall missed{tr(request, "{} bậc", {std::to_string(steps)}), {}};
        for (const auto& other : group.standings)
            if (other.place == last)
                missed.detail =
                    tr(request, "kém hạng {} là {} điểm",
                       {std::to_string(last), (other.index - standing.index).vietnamese(group.decimals)});
        return missed;
    }
    case CriterionCode::Floor:
        if (least)
            return {tr(request, "thiếu {} điểm", {(*least - standing.index).vietnamese(group.decimals)}), {}};
        break;
    case CriterionCode::RisePoints:
        if (least && standing.change)
            return {
                tr(request, "tăng thiếu {} điểm", {(*least - *standing.change).vietnamese(group.decimals)}),
                {}};
        break;
    case CriterionCode::RisePlaces:
        if (least && standing.change_places)
            return {tr(request, "tăng thiếu {} bậc", {shown(*least - Decimal(*standing.change_places))}), {}};
        break;
    case CriterionCode::QuotaTotal:
    case CriterionCode::QuotaGroup:
    case CriterionCode::QuotaPercent:
        if (criterion.actual.starts_with(rules::shared_place))
            return {tr(request, "đồng hạng, chờ chọn"), {}};
        return {tr(request, "hết số lượng"), {}};
    case CriterionCode::Excluded:
        return {standing.place ? tr(request, "cuối khối") : tr(request, "không xếp hạng"), {}};
    case CriterionCode::Band:
    case CriterionCode::OneAward:
    case CriterionCode::Ground:
        break;
    }
    return {tr(request, "chưa đạt"), {}};
}

const domain::GroupStandings* find_group(const std::vector<domain::GroupStandings>& groups,
                                         std::string_view name)
{
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto& each) { return each.name == name; });
    return found == groups.end() ? nullptr : &*found;
}

const domain::Standing* find_unit(const domain::GroupStandings* group, std::string_view unit)
{
    if (!group) return nullptr;
    const auto& all = group->standings;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.unit == unit; });
    return found == all.end() ? nullptr : &*found;
}

const domain::Criterion* first_unmet(const domain::Verdict& verdict)
{
    for (const auto& criterion : verdict.criteria)
        if (criterion.met == false) return &criterion;
    return nullptr;
}

}  // namespace web
