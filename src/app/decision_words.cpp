#include "app/decision_words.h"

#include "base/text.h"

namespace app {
namespace {

std::size_t first_letter(std::string_view sentence)
{
    std::size_t bytes = sentence.empty() ? 0 : 1;
    while (bytes < sentence.size() && (static_cast<unsigned char>(sentence[bytes]) & 0xC0U) == 0x80U)
        ++bytes;
    return bytes;
}

std::string two_digits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string uncapitalised(const std::string& sentence)
{
    const auto bytes = first_letter(sentence);
    return base::lowered(sentence.substr(0, bytes)) + sentence.substr(bytes);
}

std::string capitalised(const std::string& sentence)
{
    const auto bytes = first_letter(sentence);
    return base::uppered(sentence.substr(0, bytes)) + sentence.substr(bytes);
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
    constexpr std::string_view committee = "Ủy ban nhân dân ";
    if (office.committee.starts_with(committee))
        return capitalised(office.committee.substr(committee.size()));
    return office.province.empty() ? std::string() : "Tỉnh " + office.province;
}

std::string usual_proposal(const domain::Office& office)
{
    return "Theo đề nghị của Giám đốc " + (office.department.empty() ? "Sở Nội vụ" : office.department);
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

}  // namespace app
