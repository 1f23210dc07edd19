#include "workflow/diagram.h"

#include "workflow/transition.h"

namespace workflow {
namespace {

std::string_view duty_words(Duty duty)
{
    switch (duty) {
    case Duty::Anyone:
        return "";
    case Duty::TheSubmitter:
        return ", the submitter";
    case Duty::NotTheSubmitter:
        return ", not the submitter";
    case Duty::NotInvolved:
        return ", not the submitter, the appraiser or a nominator";
    }
    return "";
}

}  // namespace

std::string diagram()
{
    std::string text = "stateDiagram-v2\n    [*] --> draft\n";
    for (const auto& line : transitions) {
        text += "    ";
        text += domain::state_code(line.from);
        text += " --> ";
        text += domain::state_code(line.to);
        text += " : ";
        text += domain::action_code(line.action);
        text += " (";
        text += domain::role_code(line.role);
        text += duty_words(line.duty);
        text += line.needs_reason ? ", reason)\n" : ")\n";
    }
    for (const auto state : domain::dossier_states) {
        bool last = true;
        for (const auto& line : transitions)
            last = last && line.from != state;
        if (last) text += "    " + std::string(domain::state_code(state)) + " --> [*]\n";
    }
    return text;
}

}  // namespace workflow
