#include "app/decision_words.h"

#include "base/text.h"

namespace app {
namespace {

constexpr std::string_view committee_word = "Ủy ban nhân dân ";

std::string two_digits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string first_letter(const std::string& sentence)
{
    std::size_t bytes = sentence.empty() ? 0 : 1;
    while (bytes < sentence.size() && (static_cast<unsigned char>(sentence[bytes]) & 0xC0U) == 0x80U)
        ++bytes;
    return sentence.substr(0, bytes);
}

std::string uncapitalised(const std::string& sentence)
{
    const auto letter = first_letter(sentence);
    return base::lowered(letter) + sentence.substr(letter.size());
}

std::string capitalised(const std::string& sentence)
{
    const auto letter = first_letter(sentence);
    return base::uppered(letter) + sentence.substr(letter.size());
}

std::string committee_kind(const domain::Office& office)
{
    const auto& name = office.committee;
    if (!office.province.empty() && name.ends_with(" " + office.province))
        return name.substr(0, name.size() - office.province.size() - 1);
    return name.empty() ? "Ủy ban nhân dân tỉnh" : name;
}

std::string parent_body(const domain::Office& office)
{
    if (office.committee.starts_with(committee_word))
        return capitalised(office.committee.substr(committee_word.size()));
    return office.province.empty() ? std::string() : "Tỉnh " + office.province;
}

std::string province_kind(const domain::Office& office)
{
    const auto kind = committee_kind(office);
    return kind.starts_with(committee_word) ? capitalised(kind.substr(committee_word.size())) : "Tỉnh";
}

std::string authority_line(const domain::Office& office, domain::Authority authority)
{
    const auto committee = base::uppered(office.committee);
    return authority == domain::Authority::Head ? "CHỦ TỊCH " + committee : committee;
}

std::vector<std::string> signature_title(const domain::Decision& decision)
{
    std::vector<std::string> lines;
    const auto& line = decision.signer.authority_line;
    const bool for_body = line.starts_with("TM.");
    if (decision.authority == domain::Authority::Body)
        lines.push_back(for_body ? line : "TM. ỦY BAN NHÂN DÂN");
    if (!line.empty() && !for_body) lines.push_back(line);
    lines.push_back(base::uppered(decision.signer.title));
    return lines;
}

std::string counted(int collectives, int individuals, const std::string& joint)
{
    std::string text;
    if (collectives > 0) text = two_digits(collectives) + " tập thể";
    if (collectives > 0 && individuals > 0) text += joint;
    if (individuals > 0) text += two_digits(individuals) + " cá nhân";
    return text;
}

std::string recipients_word(const domain::Decision& decision)
{
    if (decision.individuals == 0) return "các tập thể";
    if (decision.collectives == 0) return "các cá nhân";
    return "các tập thể, cá nhân";
}

std::string issuer_in_full(const std::string& issuer, const domain::Office& office)
{
    constexpr std::string_view provincial = "Ủy ban nhân dân tỉnh";
    if (!issuer.ends_with(provincial) || office.committee.empty()) return issuer;
    return issuer.substr(0, issuer.size() - provincial.size()) + office.committee;
}

}  // namespace app
