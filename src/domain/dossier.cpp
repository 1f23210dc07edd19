#include "domain/dossier.h"

#include <algorithm>
#include <utility>

namespace domain {
namespace {

constexpr std::pair<DossierState, std::string_view> state_codes[] = {
    {DossierState::Draft, "draft"},         {DossierState::Submitted, "submitted"},
    {DossierState::Appraised, "appraised"}, {DossierState::WithChair, "with_chair"},
    {DossierState::Approved, "approved"},   {DossierState::Rejected, "rejected"},
    {DossierState::Decided, "decided"},     {DossierState::Withdrawn, "withdrawn"},
};

constexpr std::pair<DossierAction, std::string_view> action_codes[] = {
    {DossierAction::Submit, "submit"},     {DossierAction::Recall, "recall"},
    {DossierAction::Appraise, "appraise"}, {DossierAction::Return, "return"},
    {DossierAction::Forward, "forward"},   {DossierAction::Approve, "approve"},
    {DossierAction::Reject, "reject"},     {DossierAction::Withdraw, "withdraw"},
    {DossierAction::Decide, "decide"},
};

template <class Table, class Value> std::string_view code_in(const Table& table, Value value)
{
    for (const auto& [key, code] : table)
        if (key == value) return code;
    return "";
}

template <class Value, class Table> std::optional<Value> value_in(const Table& table, std::string_view code)
{
    for (const auto& [key, text] : table)
        if (text == code) return key;
    return std::nullopt;
}

}  // namespace

std::string_view state_code(DossierState state)
{
    return code_in(state_codes, state);
}
std::optional<DossierState> state_from_code(std::string_view code)
{
    return value_in<DossierState>(state_codes, code);
}
std::string_view action_code(DossierAction action)
{
    return code_in(action_codes, action);
}
std::optional<DossierAction> action_from_code(std::string_view code)
{
    return value_in<DossierAction>(action_codes, code);
}

std::string Dossier::code() const
{
    const auto digits = id.text();
    return "HS " + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

}  // namespace domain
