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

// "Ủy ban nhân dân", "Thành phố" and the like in one short form; "ubnd" before an area dropped. `name` is folded or
// marked text.
std::string with_short_words(std::string name)
{
    struct Word {
        base::Spelling longer;
        std::string_view shorter;
    };
    static const base::Spelling committee("Ủy ban nhân dân");
    static const Word areas[] = {{base::Spelling("thành phố"), "tp"},
                                 {base::Spelling("thị xã"), "tx"},
                                 {base::Spelling("huyện"), "huyen"},
                                 {base::Spelling("quận"), "quan"},
                                 {base::Spelling("xã"), "xa"},
                                 {base::Spelling("phường"), "phuong"},
                                 {base::Spelling("thị trấn"), "thi tran"}};
    for (const auto& longer : {committee.folded, committee.marked})
        name = replaced(name, longer, "ubnd");
    const std::string rest = name.starts_with("ubnd ") ? name.substr(5) : name;
    for (const auto& area : areas)
        for (const std::string_view kind :
             {std::string_view(area.longer.folded), std::string_view(area.longer.marked), area.shorter})
            if (rest.starts_with(kind) && rest.size() > kind.size() && rest[kind.size()] == ' ')
                return std::string(area.shorter) + rest.substr(kind.size());
    return name;
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

base::Spelling unit_key(std::string_view name)
{
    base::Spelling key(name);
    key.folded = with_short_words(std::move(key.folded));
    key.marked = with_short_words(std::move(key.marked));
    return key;
}

bool one_in_a_province(const base::Spelling& key)
{
    for (const std::string_view word : {"so ", "huyen ", "tp ", "tx ", "quan "})
        if (key.folded.starts_with(word)) return true;
    return false;
}

UnitMatcher::UnitMatcher(const std::vector<domain::Unit>& units)
{
    for (const auto& unit : units) {
        Entry entry{unit.id, base::Spelling(unit.official_name), {}, {}};
        entry.expanded = expanded(entry.official.folded);
        entry.spellings.push_back(entry.official);
        for (const auto* text : {&unit.code, &unit.short_name})
            if (!text->empty()) entry.spellings.emplace_back(*text);
        for (const auto& variant : unit.variants)
            entry.spellings.emplace_back(variant);
        entries_.push_back(std::move(entry));
    }
}

std::vector<const UnitMatcher::Entry*> UnitMatcher::sure(const base::Spelling& written) const
{
    std::vector<const Entry*> exact, alike;
    if (written.folded.empty()) return exact;
    for (const auto& entry : entries_) {
        const auto& known = entry.spellings;
        const auto any = [&](auto&& fits) { return std::any_of(known.begin(), known.end(), fits); };
        if (any([&](const auto& spelling) { return spelling.marked == written.marked; }))
            exact.push_back(&entry);
        if (any([&](const auto& spelling) { return base::same_name(spelling, written); }))
            alike.push_back(&entry);
    }
    return exact.empty() ? alike : exact;
}

UnitMatch UnitMatcher::match(std::string_view name, std::string_view code) const
{
    UnitMatch match;
    const base::Spelling written(name);
    const auto& folded = written.folded;
    const auto by_name = sure(written);
    const auto by_code = sure(base::Spelling(code));
    const bool disagree = by_name.size() == 1 && by_code.size() == 1 && by_name[0] != by_code[0];
    if (!disagree && (by_name.size() == 1 || by_code.size() == 1)) {
        const auto* entry = by_name.size() == 1 ? by_name[0] : by_code[0];
        match.unit = entry->unit;
        match.by_variant = entry->official.marked != written.marked;
        return match;
    }
    const auto wide = expanded(folded);
    for (const auto& entry : entries_) {
        int likely = likeness_of(wide, entry.expanded);
        for (const auto& spelling : entry.spellings)
            likely = std::max(likely, likeness_of(folded, spelling.folded));
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
