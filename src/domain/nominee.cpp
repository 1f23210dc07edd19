#include "domain/nominee.h"

#include <algorithm>
#include <iterator>

namespace domain {

std::string_view source_code(NomineeSource source)
{
    switch (source) {
    case NomineeSource::Run:
        return "run";
    case NomineeSource::Place:
        return "place";
    case NomineeSource::Free:
        return "free";
    }
    return "";
}

std::optional<NomineeSource> source_from_code(std::string_view code)
{
    for (const auto source : {NomineeSource::Run, NomineeSource::Place, NomineeSource::Free})
        if (source_code(source) == code) return source;
    return std::nullopt;
}

std::string_view verdict_step_code(VerdictStep step)
{
    switch (step) {
    case VerdictStep::Appraiser:
        return "appraiser";
    case VerdictStep::Director:
        return "director";
    case VerdictStep::Chair:
        return "chair";
    }
    return "";
}

std::optional<VerdictStep> verdict_step_from_code(std::string_view code)
{
    for (const auto step : {VerdictStep::Appraiser, VerdictStep::Director, VerdictStep::Chair})
        if (verdict_step_code(step) == code) return step;
    return std::nullopt;
}

const NomineeVerdict* Nominee::verdict_of(VerdictStep step) const
{
    const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                    [&](const NomineeVerdict& given) { return given.step == step; });
    return found == verdicts.end() ? nullptr : &*found;
}

const NomineeVerdict* Nominee::refusal() const
{
    const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                    [](const NomineeVerdict& given) { return !given.agreed; });
    return found == verdicts.end() ? nullptr : &*found;
}

std::string Nominee::recipient() const
{
    return kind == RecipientKind::Individual && person ? addressed(honorific, person_name) : unit_name;
}

std::vector<Nominee> standing_nominees(const std::vector<Nominee>& nominees)
{
    std::vector<Nominee> standing;
    std::copy_if(nominees.begin(), nominees.end(), std::back_inserter(standing),
                 [](const Nominee& nominee) { return nominee.standing(); });
    return standing;
}

}  // namespace domain
