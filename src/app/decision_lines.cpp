#include "app/decision_lines.h"

#include "app/decision_words.h"
#include "base/number_words.h"
#include "base/text.h"

#include <algorithm>
#include <map>

namespace app {
namespace {

using Fillings = std::map<std::string, std::string, std::less<>>;
using Part = domain::DecisionLine::Part;

// The reader of the data has refused unknown words and lone braces.
std::string filled_in(std::string_view text, const Fillings& words)
{
    std::string filled;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        const auto close = text.find('}', open);
        filled += text.substr(0, open);
        if (const auto word = words.find(text.substr(open + 1, close - open - 1)); word != words.end())
            filled += word->second;
        text.remove_prefix(close + 1);
    }
    return filled.append(text);
}

// "SNV" of "Sở Nội vụ".
std::string initials(const std::string& name)
{
    std::string letters;
    for (const auto& word : base::split(base::uppered(name), ' '))
        letters += first_letter(word);
    return letters;
}

Fillings office_words(const domain::Office& office)
{
    const auto department = office.department.empty() ? "Sở Nội vụ" : office.department;
    return {{"committee", committee_kind(office)},
            {"level", uncapitalised(province_kind(office))},
            {"department", department},
            {"department_initials", initials(department)}};
}

std::string money_each(const std::vector<MoneyLine>& money)
{
    std::string each;
    for (const auto& line : money)
        each +=
            (each.empty() ? "" : ", ") +
            std::string(line.kind == domain::RecipientKind::Collective ? "mỗi tập thể " : "mỗi cá nhân ") +
            base::grouped(line.each) + " đồng";
    return each;
}

const domain::DecisionLine* first_of(const std::vector<domain::DecisionLine>& lines, Part part)
{
    const auto found = std::ranges::find(lines, part, &domain::DecisionLine::part);
    return found == lines.end() ? nullptr : &*found;
}

}  // namespace

base::Result<std::string> usual_proposal(const domain::Reference& reference, const std::string& award,
                                         const base::Date& day, const domain::Office& office)
{
    const auto lines = reference.decision_lines_of(award, day, office.province);
    const auto* proposal = first_of(lines, Part::Proposal);
    if (proposal == nullptr || first_of(lines, Part::Subject) == nullptr ||
        first_of(lines, Part::Article) == nullptr)
        return base::invalid(
            {"Dữ liệu tham chiếu (decision_lines.json) chưa đủ lời văn của quyết định cho ngày "
             "{}: cần dòng subject, proposal và article.",
             {day.vietnamese()}},
            "date");
    return filled_in(proposal->text, office_words(office));
}

std::vector<std::string> DecisionWording::filled(Part part) const
{
    auto words = office_words(decision.office);
    words["award"] = decision.award_name;
    words["award_short"] = award.short_name;
    words["count"] = counted(decision.collectives, decision.individuals, " và ");
    words["recipients"] = recipients_word(decision);
    words["citation"] = decision.citation;
    words["money_each"] = money_each(money);
    words["money_total"] = base::grouped(decision.money);
    words["money_words"] = capitalised(base::in_words(decision.money));
    words["last_article"] =
        std::to_string(std::ranges::count(lines, Part::Article, &domain::DecisionLine::part));
    std::vector<std::string> texts;
    for (const auto& line : lines)
        if (line.part == part) texts.push_back(filled_in(line.text, words));
    return texts;
}

}  // namespace app
