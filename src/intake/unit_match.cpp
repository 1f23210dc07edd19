#include "intake/unit_match.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace intake {
namespace {

struct Abbreviation {
    std::string_view shorter;
    std::string_view longer;
};

// Whole folded words, longest first where one begins another.
constexpr Abbreviation abbreviations[] = {
    {"uy ban nhan dan", "ubnd"},
    {"kh dt", "ke hoach va dau tu"},
    {"khdt", "ke hoach va dau tu"},
    {"kh cn", "khoa hoc va cong nghe"},
    {"khcn", "khoa hoc va cong nghe"},
    {"tt tt", "thong tin va truyen thong"},
    {"tttt", "thong tin va truyen thong"},
    {"tn mt", "tai nguyen va moi truong"},
    {"tnmt", "tai nguyen va moi truong"},
    {"nn ptnt", "nong nghiep va phat trien nong thon"},
    {"nnptnt", "nong nghiep va phat trien nong thon"},
    {"nn mt", "nong nghiep va moi truong"},
    {"nnmt", "nong nghiep va moi truong"},
    {"gd dt", "giao duc va dao tao"},
    {"gddt", "giao duc va dao tao"},
    {"ld tb xh", "lao dong thuong binh va xa hoi"},
    {"ldtb xh", "lao dong thuong binh va xa hoi"},
    {"ld tbxh", "lao dong thuong binh va xa hoi"},
    {"ldtbxh", "lao dong thuong binh va xa hoi"},
    {"vh tt dl", "van hoa the thao va du lich"},
    {"vhttdl", "van hoa the thao va du lich"},
    {"vhtt dl", "van hoa the thao va du lich"},
    {"vh tt", "van hoa va the thao"},
    {"gtvt", "giao thong van tai"},
    {"qh kt", "quy hoach kien truc"},
    {"ptnt", "phat trien nong thon"},
    {"kkt", "khu kinh te"},
    {"kcn", "khu cong nghiep"},
    {"bql", "ban quan ly"},
    {"vp", "van phong"},
    {"tp", "thanh pho"},
    {"tx", "thi xa"},
    {"tt", "thi tran"},
    {"ct", "cong thuong"},
    {"tc", "tai chinh"},
    {"nv", "noi vu"},
    {"xd", "xay dung"},
};

// Replaces whole words.
std::string replaced(const std::string& text, std::string_view from, std::string_view to)
{
    const std::string padded = " " + text + " ";
    const std::string wanted = " " + std::string(from) + " ";
    std::string out;
    std::size_t at = 0;
    for (auto found = padded.find(wanted); found != std::string::npos; found = padded.find(wanted, at)) {
        out.append(padded, at, found - at).append(" ").append(to);
        at = found + wanted.size() - 1;  // the closing space may open the next word
    }
    out.append(padded, at);
    return base::tidy(out);
}

std::string without_words(const std::string& text, std::initializer_list<std::string_view> unwanted)
{
    std::vector<std::string> kept;
    for (const auto& word : base::split(text, ' '))
        if (std::find(unwanted.begin(), unwanted.end(), word) == unwanted.end()) kept.push_back(word);
    return base::join(kept, " ");
}

// Abbreviations written out; "ubnd" before a district or city and "tỉnh" at the end dropped.
std::string expanded(std::string text)
{
    for (const auto& [shorter, longer] : abbreviations)
        text = replaced(text, shorter, longer);
    if (text.starts_with("ubnd ") && text != "ubnd tinh") text.erase(0, 5);
    if (text.ends_with(" tinh") && text != "van phong ubnd tinh") text.resize(text.size() - 5);
    return without_words(text, {"va"});
}

// What kind of area a name says it is: names of different kinds never mean the same unit.
std::string_view area_kind(std::string_view text)
{
    for (const std::string_view kind : {"huyen", "thanh pho", "thi xa", "quan", "xa", "phuong", "thi tran"})
        if (text.starts_with(kind) && text.size() > kind.size() && text[kind.size()] == ' ') return kind;
    return {};
}

std::string_view without_kind(std::string_view text)
{
    const auto kind = area_kind(text);
    return kind.empty() ? text : text.substr(kind.size() + 1);
}

// Share of letter pairs in common, percent.
int likeness(std::string_view a, std::string_view b)
{
    std::multiset<std::string> pairs;
    for (std::size_t i = 0; i + 1 < a.size(); ++i)
        pairs.insert(std::string(a.substr(i, 2)));
    const std::size_t all = pairs.size() + (b.empty() ? 0 : b.size() - 1);
    std::size_t common = 0;
    for (std::size_t i = 0; i + 1 < b.size(); ++i)
        if (const auto found = pairs.find(std::string(b.substr(i, 2))); found != pairs.end()) {
            pairs.erase(found);
            ++common;
        }
    return all == 0 ? 0 : static_cast<int>(200 * common / all);
}

// "BQL KKT ĐT": the first letters of the words.
std::string initials(std::string_view text)
{
    std::string out;
    for (const auto& word : base::split(text, ' '))
        if (!word.empty()) out += word.front();
    return out;
}

constexpr int least_likeness = 55;
constexpr std::size_t most_candidates = 5;

int likeness_of(const std::string& name, const std::string& unit)
{
    if (name == unit) return 99;
    const auto kind = area_kind(name);
    const auto unit_kind = area_kind(unit);
    if (!kind.empty() && !unit_kind.empty() && kind != unit_kind) return 0;
    if (without_kind(name) == without_kind(unit)) return 90;
    auto joined = name;
    std::erase(joined, ' ');
    if (joined.size() >= 3 && joined == initials(unit)) return 85;
    return likeness(name, unit);
}

}  // namespace

std::string unit_key(std::string_view name)
{
    auto key = base::folded(name);
    key = replaced(key, "uy ban nhan dan", "ubnd");
    if (key.starts_with("tp ")) key = "thanh pho " + key.substr(3);
    if (key.starts_with("tx ")) key = "thi xa " + key.substr(3);
    if (key.starts_with("ubnd tp ")) key = "ubnd thanh pho " + key.substr(8);
    if (key.starts_with("ubnd tx ")) key = "ubnd thi xa " + key.substr(8);
    if (key.starts_with("ubnd ") && !area_kind(std::string_view(key).substr(5)).empty()) key.erase(0, 5);
    return key;
}

UnitMatcher::UnitMatcher(const std::vector<domain::Unit>& units)
{
    for (const auto& unit : units) {
        Entry entry{unit.id, base::folded(unit.official_name), {}, {}};
        entry.expanded = expanded(entry.official);
        entry.spellings.push_back(entry.official);
        for (const auto* text : {&unit.code, &unit.short_name})
            if (!text->empty()) entry.spellings.push_back(base::folded(*text));
        for (const auto& variant : unit.variants)
            entry.spellings.push_back(base::folded(variant));
        entries_.push_back(std::move(entry));
    }
}

UnitMatch UnitMatcher::match(std::string_view name, std::string_view code) const
{
    UnitMatch match;
    const auto folded = base::folded(name);
    const auto folded_code = base::folded(code);
    const auto sure = [&](const std::string& text) {
        std::vector<const Entry*> found;
        if (text.empty()) return found;
        for (const auto& entry : entries_)
            if (std::find(entry.spellings.begin(), entry.spellings.end(), text) != entry.spellings.end())
                found.push_back(&entry);
        return found;
    };
    const auto by_name = sure(folded);
    const auto by_code = sure(folded_code);
    const bool disagree = by_name.size() == 1 && by_code.size() == 1 && by_name[0] != by_code[0];
    if (!disagree && (by_name.size() == 1 || by_code.size() == 1)) {
        const auto* entry = by_name.size() == 1 ? by_name[0] : by_code[0];
        match.unit = entry->unit;
        match.by_variant = entry->official != folded;
        return match;
    }
    const auto wide = expanded(folded);
    for (const auto& entry : entries_) {
        int likely = likeness_of(wide, entry.expanded);
        for (const auto& spelling : entry.spellings)
            likely = std::max(likely, likeness_of(folded, spelling));
        for (const auto* known : by_name)
            if (known == &entry) likely = 100;
        for (const auto* known : by_code)
            if (known == &entry) likely = 100;
        if (likely >= least_likeness) match.candidates.push_back({entry.unit, std::min(likely, 99)});
    }
    std::stable_sort(match.candidates.begin(), match.candidates.end(),
                     [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
    if (match.candidates.size() > most_candidates) match.candidates.resize(most_candidates);
    return match;
}

}  // namespace intake
