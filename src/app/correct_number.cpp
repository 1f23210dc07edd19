#include "app/correct_number.h"

#include "access/permission.h"
#include "app/already_handled.h"
#include "app/decide.h"
#include "app/decision_audit.h"
#include "app/decision_repository.h"
#include "app/decision_words.h"
#include "app/dossier_repository.h"
#include "app/record_repository.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t longest = 2000;

std::optional<base::Error> reason_fault(const std::string& reason)
{
    if (reason.empty())
        return base::invalid("Hãy ghi lý do sửa; số cũ được giữ trong sổ là số hủy.", "reason");
    if (base::length(reason) > longest)
        return base::invalid("Lý do không được dài quá 2000 ký tự.", "reason");
    return std::nullopt;
}

// The frozen recipients stay; their money and the grounds follow the new date.
base::Result<DecisionDraft> redated(Repositories& repositories, const domain::Reference& reference,
                                    const domain::Decision& decision, const base::Date& day)
{
    DecisionDraft draft;
    draft.recipients = repositories.decisions().recipients(decision.id);
    if (auto error = reckon_money(draft.recipients, reference, decision.award, day)) return *error;
    for (const auto& line : reference.legal_basis_of(decision.award, day, decision.office.province))
        draft.grounds.push_back(line.text);
    draft.grounds.push_back(decision.grounds.back());
    draft.money = money_lines(draft.recipients);
    for (const auto& line : draft.money)
        draft.total += line.total;
    return draft;
}

bool same_number(const domain::DecisionNumber& a, const domain::DecisionNumber& b)
{
    return a.number == b.number && a.symbol == b.symbol && a.date.year() == b.date.year();
}

}  // namespace

base::Result<void> correct_decision(Repositories& repositories, const Actor& actor,
                                    const domain::Reference& reference, domain::DecisionId id, int seen,
                                    const DecisionForm& form, const std::string& typed_reason)
{
    if (!rights::allowed(actor.user, rights::Permission::NumberDecision))
        return base::forbidden("Chỉ văn thư được sửa số quyết định.");
    const auto before = repositories.decisions().find(id);
    if (!before) return base::not_found("Không tìm thấy quyết định này.");
    if (before->issued())
        return base::conflict(
            "Quyết định đã ban hành nên không sửa được; hãy ra quyết định mới dẫn chiếu số này.");
    if (before->version != seen) return already_handled(before->last_changed_by, before->last_changed_at);
    const auto reason = base::tidy(typed_reason);
    if (auto fault = reason_fault(reason)) return *fault;
    const auto faults = decision_form_faults(repositories, form, before->rests_on, actor.now.date());
    if (!faults.empty()) return faults.front();

    const auto draft = redated(repositories, reference, *before, *form.date);
    if (!draft) return draft.error();
    auto after = *before;
    fill_typed(after, repositories, actor, form, *draft);
    const auto saved = same_number(before->number, after.number)
                           ? repositories.decisions().save(actor, after, draft->recipients)
                           : repositories.decisions().renumber(actor, after, draft->recipients, reason);
    if (!saved) return saved;
    repositories.records().correct(after, draft->recipients);
    repositories.audit().append(
        actor, decision_entry("decision.corrected", after, audited(*before), audited(after), reason));
    return {};
}

}  // namespace app
