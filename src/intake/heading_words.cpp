#include "intake/heading_words.h"

#include "base/text.h"

#include <algorithm>
#include <initializer_list>
#include <regex>

namespace intake {
namespace {

bool has(std::string_view text, std::string_view words)
{
    // Whole words only: "hang" is not found in "thang".
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == ' ';
        const auto end = at + words.size();
        if (begins && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

bool any(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](auto word) { return has(text, word); });
}

bool is(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

Hint change_or_remark(std::string_view text)
{
    if (has(text, "giam tru")) return Hint::Penalty;
    if (any(text, {"nam truoc", "so voi", "so sanh", "tang giam", "chenh lech", "tang", "giam", "delta",
                   "change", "bien dong", "ky truoc"}))
        return Hint::Change;
    if (any(text, {"source", "url", "link"}) ||
        is(text, {"nguon", "nguon so lieu", "nguon tin", "nguon trich"}))
        return Hint::Source;
    if (any(text, {"ghi chu", "note", "notes", "remark", "remarks", "giai trinh", "ly do"}))
        return Hint::Remark;
    return Hint::None;
}

Hint identity(std::string_view text, std::string_view written)
{
    if (is(text, {"tt", "stt", "so tt", "so thu tu", "no", "thu tu", "order", "s t t", "t t"}) ||
        base::tidy(written) == "#")
        return Hint::Ordinal;
    if (is(text, {"ma", "code", "ma so"}) ||
        any(text, {"ma don vi", "ma dinh danh", "unit code", "ma co quan"}))
        return Hint::Code;
    if (any(text, {"nhom don vi", "khoi thi dua", "cum thi dua", "khoi don vi", "peer group"}) ||
        is(text, {"nhom", "khoi", "cum", "group", "cluster", "khoi cum", "cum khoi", "nhom khoi"}))
        return Hint::Group;
    return Hint::None;
}

Hint unit_name(std::string_view text)
{
    if (any(text, {"ten don vi", "ten co quan", "unit", "unit name", "agency", "department", "district",
                   "organization", "organisation", "ten so", "ten huyen"}))
        return Hint::Unit;
    if (any(text, {"diem", "ty le", "ti le", "so luong"})) return Hint::None;
    if (any(text, {"don vi", "co quan", "so ban nganh", "dia phuong", "cac so", "huyen thi xa",
                   "huyen thanh pho", "cac huyen", "xa phuong"}) ||
        is(text, {"ten", "huyen", "so nganh", "name", "ubnd huyen", "ubnd cap huyen", "ubnd cap xa", "xa"}))
        return Hint::Unit;
    return Hint::None;
}

Hint bonus_or_penalty(std::string_view text)
{
    if (text.starts_with("tong cong") || any(text, {"khen thuong"})) return Hint::None;
    const bool bonus = any(text, {"diem thuong", "diem cong", "cong them", "bonus", "bonus points"}) ||
                       is(text, {"thuong", "cong"});
    const bool penalty =
        any(text, {"diem tru", "diem phat", "bi tru", "penalty", "tru diem", "diem bi tru", "deduction"}) ||
        is(text, {"tru", "phat"});
    const bool both = (bonus && any(text, {"tru", "phat", "penalty"})) ||
                      (penalty && any(text, {"cong", "thuong", "bonus"}));
    if (both) return Hint::BonusOrPenalty;
    return bonus ? Hint::Bonus : penalty ? Hint::Penalty : Hint::None;
}

Hint value(std::string_view text, std::string_view written)
{
    if (any(text, {"xep loai", "phan loai", "band", "muc xep loai", "loai", "band published", "muc danh gia",
                   "danh hieu xep loai"}) &&
        !any(text, {"diem"}))
        return Hint::Band;
    if (any(text, {"xep hang", "thu hang", "vi thu", "rank", "ranking", "place", "xep thu", "hang", "vi tri",
                   "thu bac"}) &&
        !any(text, {"diem"}))
        return Hint::Place;
    if (any(text, {"tu cham", "tu danh gia", "self", "self score", "tu cham diem"})) return Hint::SelfScore;
    if (written.find('%') != std::string_view::npos ||
        any(text, {"ty le", "ti le", "phan tram", "percent", "percentage"}))
        return Hint::Percent;
    if (any(text, {"toi da", "diem chuan", "thang diem", "max", "maximum", "max points", "diem toi da"}))
        return Hint::Maximum;
    if (const auto hint = bonus_or_penalty(text); hint != Hint::None) return hint;
    if (any(text, {"tong", "tong diem", "tong cong", "tong so diem", "total", "cong diem"}))
        return Hint::Total;
    if (any(text,
            {"diem dat", "diem dat duoc", "appraised points", "points", "dat duoc", "diem cuoi cung",
             "diem ket qua", "ket qua diem", "diem chinh thuc", "diem cham", "diem thuc te", "so diem dat"}))
        return Hint::Achieved;
    if (part_words(text)) return Hint::Part;
    if (any(text, {"chi so", "index", "par index", "ket qua"}) && !has(text, "diem")) return Hint::Percent;
    if (any(text, {"diem", "score", "so diem"})) return Hint::Score;
    return Hint::None;
}

}  // namespace

Stripped stripped(std::string_view heading)
{
    static const std::regex own_maximum(
        R"((toi da|max|thang diem|diem toi da|tren)[ ]?([0-9]+)( [0-9]{1,2})?( diem)?\b)",
        std::regex::optimize);
    Stripped out{base::folded(heading), {}};
    std::smatch found;
    if (std::regex_search(out.text, found, own_maximum)) {
        out.maximum =
            base::Decimal::parse(found[2].str() + (found[3].matched ? "." + found[3].str().substr(1) : ""));
        auto rest = found.prefix().str() + found.suffix().str();
        rest = base::tidy(rest);
        if (!rest.empty()) out.text = rest;
    }
    return out;
}

bool part_words(std::string_view text)
{
    return any(text, {"tham dinh",
                      "khao sat",
                      "dieu tra",
                      "xa hoi hoc",
                      "xhh",
                      "appraisal",
                      "survey",
                      "linh vuc",
                      "chi dao",
                      "the che",
                      "thu tuc",
                      "bo may",
                      "cong chuc",
                      "cong vu",
                      "tai chinh cong",
                      "chinh quyen dien tu",
                      "chinh quyen so",
                      "chinh phu dien tu",
                      "hien dai hoa",
                      "tac dong",
                      "hai long",
                      "sipas",
                      "thanh phan",
                      "nhom tieu chi",
                      "tieu chi",
                      "noi dung"});
}

Hint hint_of(std::string_view heading)
{
    const auto text = stripped(heading).text;
    // Values and addresses are never headings; a lone "%" is.
    const bool letters = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters && heading != "%" && heading != "#") return Hint::None;
    if (text.starts_with("http") || has(text, "don vi tinh")) return Hint::None;
    if (const auto hint = identity(text, heading); hint != Hint::None) return hint;
    if (const auto hint = change_or_remark(text); hint != Hint::None) return hint;
    if (const auto hint = unit_name(text); hint != Hint::None) return hint;
    return value(text, heading);
}

}  // namespace intake
