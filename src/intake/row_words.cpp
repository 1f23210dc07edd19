#include "intake/row_words.h"

#include "base/text.h"

#include <algorithm>
#include <initializer_list>
#include <regex>

namespace intake {
namespace {

bool begins(std::string_view folded, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return folded.starts_with(word) && (folded.size() == word.size() || folded[word.size()] == ' ');
    });
}

}  // namespace

bool summary_words(std::string_view text)
{
    const auto folded = base::folded(text);
    if (begins(folded, {"tong cuc", "tong cong ty"})) return false;
    if (begins(folded, {"tong", "cong"})) {
        // "Cộng" is a sum, "Công an tỉnh" is none.
        static const std::string sums[] = {base::Spelling("tổng").marked, base::Spelling("cộng").marked};
        const base::Spelling words(text);
        return begins(words.marked, {sums[0], sums[1]}) || folded == "cong" ||
               (words.bare && begins(folded, {"tong"}));
    }
    static const std::regex year(R"(nam (truoc|20[0-9]{2}))", std::regex::optimize);
    if (folded.starts_with("nam ") && std::regex_match(folded, year)) return true;
    return begins(folded, {"so don vi",
                           "so co quan",
                           "so luong",
                           "ty le",
                           "ti le",
                           "so sanh",
                           "so voi",
                           "chenh lech",
                           "tang giam",
                           "trung binh",
                           "diem trung binh",
                           "binh quan",
                           "diem binh quan",
                           "gia tri trung binh",
                           "chi so trung binh",
                           "ty le trung binh",
                           "trung vi",
                           "cao nhat",
                           "thap nhat",
                           "diem cao nhat",
                           "diem thap nhat",
                           "mean",
                           "average",
                           "total",
                           "median",
                           "sum",
                           "subtotal",
                           "lon nhat",
                           "nho nhat",
                           "max",
                           "min",
                           "diem tb",
                           "tb",
                           "gia tri cao nhat",
                           "gia tri thap nhat"});
}

bool maximum_words(std::string_view text)
{
    return begins(base::folded(text), {"diem toi da", "tong diem toi da", "so diem toi da", "diem chuan",
                                       "thang diem", "muc diem toi da", "max points", "maximum"});
}

bool note_words(std::string_view text)
{
    const auto tidy = base::tidy(text);
    if (tidy.starts_with('*') || tidy.starts_with("(*") || tidy.starts_with("- ") || tidy.starts_with("+ "))
        return true;
    const auto folded = base::folded(tidy);
    return begins(folded, {"ghi chu", "luu y", "chu thich", "nguon", "note", "notes", "don vi tinh",
                           "chu giai", "dvt", "source"}) ||
           base::length(tidy) > 120;
}

bool signature_words(std::string_view text)
{
    static const std::regex dated(R"(ngay .*thang .*nam)", std::regex::optimize);
    const auto folded = base::folded(text);
    if (begins(folded, {"nguoi lap",
                        "nguoi tong hop",
                        "lap bieu",
                        "ky thay",
                        "kt",
                        "tm",
                        "t m",
                        "k t",
                        "tl",
                        "tuq",
                        "chu tich",
                        "pho chu tich",
                        "giam doc",
                        "pho giam doc",
                        "thu truong",
                        "thu ky",
                        "xac nhan",
                        "noi nhan",
                        "da ky",
                        "ky ten",
                        "ky ghi ro",
                        "truong phong",
                        "hoi dong",
                        "to truong",
                        "chu tich hoi dong"}))
        return true;
    return std::regex_search(folded, dated) && folded.size() < 80;
}

bool group_words(std::string_view text)
{
    const auto folded = base::folded(text);
    return begins(folded, {"cac",
                           "khoi",
                           "nhom",
                           "cum",
                           "cap",
                           "so ban nganh",
                           "so nganh",
                           "so co quan",
                           "ubnd cap",
                           "ubnd cac",
                           "ubnd huyen thi xa",
                           "ubnd huyen thanh pho",
                           "ubnd cac huyen",
                           "huyen thi xa",
                           "huyen thanh pho",
                           "co quan chuyen mon",
                           "co quan",
                           "don vi",
                           "bang",
                           "phan",
                           "uy ban nhan dan cap",
                           "uy ban nhan dan cac",
                           "uy ban nhan dan huyen thanh pho",
                           "xa phuong",
                           "ubnd xa phuong",
                           "uy ban nhan dan huyen thi xa"});
}

bool unit_words(std::string_view text)
{
    return !group_words(text) && begins(base::folded(text), {"so",
                                                             "huyen",
                                                             "thanh pho",
                                                             "tp",
                                                             "thi xa",
                                                             "tx",
                                                             "ubnd",
                                                             "van phong",
                                                             "vp",
                                                             "ban",
                                                             "bql",
                                                             "thanh tra",
                                                             "xa",
                                                             "phuong",
                                                             "thi tran",
                                                             "chi cuc",
                                                             "cuc",
                                                             "trung tam",
                                                             "kho bac",
                                                             "bao hiem",
                                                             "cong an",
                                                             "bo chi huy",
                                                             "uy ban nhan dan",
                                                             "dai",
                                                             "truong",
                                                             "benh vien",
                                                             "quan",
                                                             "bo"});
}

bool group_numeral(std::string_view text)
{
    static const std::regex numeral(R"(\(?([IVX]{1,6}|[A-H])\)?\s*[.):]?)", std::regex::optimize);
    const auto tidy = base::tidy(text);
    return std::regex_match(tidy, numeral);
}

std::optional<Numbered> without_numeral(std::string_view text)
{
    static const std::regex marked(R"(\(?([IVX]{1,6}|[A-Ha-h]|[0-9]{1,2})\s*[.):/]\s*[-–]?\s*(\S.*))",
                                   std::regex::optimize);
    static const std::regex dashed(R"(([IVX]{1,6}|[A-H])\s*[-–]\s*(\S.*))", std::regex::optimize);
    static const std::regex spaced(R"(([IVX]{1,6})\s+(\S.*))", std::regex::optimize);
    const auto tidy = base::tidy(text);
    if (tidy.size() > 500) return std::nullopt;
    std::smatch found;
    if (!std::regex_match(tidy, found, marked) && !std::regex_match(tidy, found, dashed) &&
        !std::regex_match(tidy, found, spaced))
        return std::nullopt;
    const auto numeral = found[1].str();
    // "H. Lai Vung" is a district and "X. Tân Hòa" a commune, unless many follow: "X. Các xã".
    if ((numeral == "H" || numeral == "X") && !group_words(found[2].str())) return std::nullopt;
    return Numbered{base::tidy(found[2].str()), numeral.find_first_of("0123456789") != 0};
}

int column_number(std::string_view text)
{
    static const std::regex number(R"(\(?\s*([0-9]{1,2}|[A-Za-z])\s*\)?(\s*=.{0,40})?)",
                                   std::regex::optimize);
    const auto tidy = base::tidy(text);
    std::smatch found;
    if (tidy.size() > 60 || !std::regex_match(tidy, found, number)) return 0;
    const auto label = found[1].str();
    const char first = label.front();
    if (first >= '0' && first <= '9') return std::stoi(label);
    return (first >= 'a' ? first - 'a' : first - 'A') + 1;
}

bool says_unranked(std::string_view text)
{
    const auto folded = base::folded(text);
    return folded.find("khong xep hang") != std::string::npos || folded == "kxh" || folded == "not ranked" ||
           folded.find("khong xep loai") != std::string::npos || folded == "unranked";
}

bool band_like(std::string_view folded)
{
    for (const std::string_view place : {"top", "last", "dau", "cuoi", "nhat", "bet"})
        if (folded.starts_with(place)) return false;
    return folded.find_first_of("0123456789") == std::string_view::npos && !says_unranked(folded);
}

}  // namespace intake
