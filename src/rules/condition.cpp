#include "rules/condition.h"

#include "base/text.h"

#include <algorithm>

namespace rules {
namespace {

using base::Decimal;
using domain::Criterion;
using domain::CriterionCode;

Answer answer(bool yes)
{
    return yes ? Answer::Yes : Answer::No;
}

const domain::Band* find_band(const domain::Framework& framework, const std::string& name)
{
    for (const auto& band : framework.bands)
        if (band.name == name) return &band;
    const std::string wanted = base::lowered(name);
    for (const auto& band : framework.bands)
        if (base::lowered(band.name) == wanted) return &band;
    return nullptr;
}

std::string band_reached(const domain::Framework& framework, const Decimal& index)
{
    const domain::Band* best = nullptr;
    for (const auto& band : framework.bands)
        if (index >= band.from && (!best || band.from > best->from)) best = &band;
    return best ? best->name : std::string();
}

struct Judge {
    const domain::Standing& standing;
    const domain::Framework& framework;

    Answer operator()(const domain::PlaceBetween& place) const
    {
        return answer(standing.place && *standing.place >= place.first && *standing.place <= place.last);
    }
    Answer operator()(const domain::Floor& floor) const { return answer(standing.index >= floor.index); }
    Answer operator()(const domain::InBand& wanted) const
    {
        if (const auto* band = find_band(framework, wanted.name)) return answer(standing.index >= band->from);
        const bool same =
            !standing.band.empty() && base::lowered(standing.band) == base::lowered(wanted.name);
        return same ? Answer::Yes : Answer::Unknown;
    }
    Answer operator()(const domain::RisePoints& rise) const
    {
        return standing.change ? answer(*standing.change >= rise.least) : Answer::Unknown;
    }
    Answer operator()(const domain::RisePlaces& rise) const
    {
        return standing.change_places ? answer(*standing.change_places >= rise.least) : Answer::Unknown;
    }
    Answer operator()(const domain::AnyOf& any) const
    {
        Answer best = Answer::No;
        for (const auto& condition : any.conditions) {
            const Answer one = std::visit(*this, condition.what);
            if (one == Answer::Yes) return one;
            if (one == Answer::Unknown) best = one;
        }
        return best;
    }
};

Criterion criterion(CriterionCode code, std::string required, std::string actual)
{
    Criterion criterion;
    criterion.code = code;
    criterion.required = std::move(required);
    criterion.actual = std::move(actual);
    return criterion;
}

struct Explain {
    const domain::Standing& standing;
    const domain::Framework& framework;
    int decimals;  // of the standings: published ones may have others than the rules would compute

    Criterion operator()(const domain::PlaceBetween& place) const
    {
        const std::string first = std::to_string(place.first);
        return criterion(CriterionCode::Place,
                         place.first == place.last ? first : first + "-" + std::to_string(place.last),
                         standing.place ? std::to_string(*standing.place) : "không xếp hạng");
    }
    Criterion operator()(const domain::Floor& floor) const
    {
        return criterion(CriterionCode::Floor, ">= " + floor.index.text(), standing.index.fixed(decimals));
    }
    Criterion operator()(const domain::InBand& wanted) const
    {
        const std::string reached =
            framework.bands.empty() ? standing.band : band_reached(framework, standing.index);
        return criterion(CriterionCode::Band, ">= " + wanted.name,
                         reached.empty() ? "chưa xếp loại" : reached);
    }
    Criterion operator()(const domain::RisePoints& rise) const
    {
        return criterion(CriterionCode::RisePoints, ">= " + rise.least.text(),
                         standing.change ? with_sign(*standing.change, decimals) : "chưa rõ");
    }
    Criterion operator()(const domain::RisePlaces& rise) const
    {
        const int rose = standing.change_places.value_or(0);
        return criterion(CriterionCode::RisePlaces, ">= " + std::to_string(rise.least),
                         standing.change_places ? (rose > 0 ? "+" : "") + std::to_string(rose) : "chưa rõ");
    }
    Criterion operator()(const domain::AnyOf& any) const
    {
        std::vector<std::string> required, actual;
        const Criterion* speaker = nullptr;
        std::vector<Criterion> alternatives;
        for (const auto& condition : any.conditions)
            alternatives.push_back(explain(condition, standing, framework, decimals));
        for (std::size_t i = 0; i < alternatives.size(); ++i) {
            const auto& one = alternatives[i];
            // Alternatives inside alternatives are already called by their names.
            const bool named = std::holds_alternative<domain::AnyOf>(any.conditions[i].what);
            const std::string name(named ? "" : called(one.code));
            required.push_back(name + one.required);
            actual.push_back(name + one.actual);
            const auto rank = [](const Criterion& c) { return !c.met ? 1 : (*c.met ? 2 : 0); };
            if (!speaker || rank(one) > rank(*speaker)) speaker = &one;
        }
        return criterion(speaker ? speaker->code : CriterionCode::Place, base::join(required, or_else),
                         base::join(actual, "; "));
    }
};

}  // namespace

std::string_view called(CriterionCode code)
{
    switch (code) {
    case CriterionCode::Place:
        return "hạng ";
    case CriterionCode::Floor:
        return "chỉ số ";
    case CriterionCode::Band:
        return "xếp loại ";
    case CriterionCode::RisePoints:
        return "tăng điểm ";
    case CriterionCode::RisePlaces:
        return "tăng bậc ";
    default:
        return "";
    }
}

std::optional<bool> met_of(Answer answer)
{
    if (answer == Answer::Unknown) return std::nullopt;
    return answer == Answer::Yes;
}

Answer judge(const domain::Condition& condition, const domain::Standing& standing,
             const domain::Framework& framework)
{
    return std::visit(Judge{standing, framework}, condition.what);
}

Criterion explain(const domain::Condition& condition, const domain::Standing& standing,
                  const domain::Framework& framework, int decimals)
{
    Criterion criterion = std::visit(Explain{standing, framework, decimals}, condition.what);
    criterion.met = met_of(judge(condition, standing, framework));
    return criterion;
}

std::string with_sign(const base::Decimal& change, int decimals)
{
    const Decimal rounded = change.rounded(decimals);
    return (rounded > Decimal(0) ? "+" : "") + rounded.fixed(decimals);
}

}  // namespace rules
