#include "app/number_decision.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/decide.h"
#include "app/decision_audit.h"
#include "app/decision_repository.h"
#include "app/decision_words.h"
#include "app/dossier_repository.h"
#include "app/dossier_steps.h"
#include "app/office_repository.h"
#include "app/record_repository.h"
#include "app/round_repository.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

constexpr int highest_typed = 99'999;
constexpr std::size_t longest_symbol = 40;
constexpr std::size_t longest_ground = 1000;

std::optional<base::Error> date_fault(const DecisionForm& form, std::optional<base::Date> earliest,
                                      const base::Date& today)
{
    if (!form.date) return base::invalid("Hãy ghi ngày ký, ví dụ 28/03/2022.", "date");
    if (*form.date > today) return base::invalid("Ngày ký không được ở tương lai.", "date");
    if (earliest && *form.date < *earliest)
        return base::invalid(
            {"Ngày ký không được sớm hơn ngày công bố kết quả ({}).", {earliest->vietnamese()}}, "date");
    return std::nullopt;
}

std::optional<base::Error> symbol_fault(const std::string& typed)
{
    const auto symbol = base::tidy(typed);
    if (symbol.empty()) return base::invalid("Hãy ghi ký hiệu, ví dụ QĐ-UBND-HC.", "symbol");
    if (base::length(symbol) > longest_symbol || symbol.find_first_of(" /") != std::string::npos)
        return base::invalid("Ký hiệu không có khoảng trắng hay dấu gạch chéo và dài nhất 40 ký tự.",
                             "symbol");
    return std::nullopt;
}

std::optional<base::Error> signer_fault(Repositories& repositories, const DecisionForm& form)
{
    const auto signer = repositories.office().signer(form.signer);
    if (!signer) return base::invalid("Hãy chọn người ký.", "signer");
    if (form.date && !signer->in_office(*form.date))
        return base::invalid(
            {"{} không giữ chức vụ này vào ngày ký. Hãy chọn người ký khác hoặc sửa thời gian giữ chức.",
             {signer->name}},
            "signer");
    return std::nullopt;
}

domain::Decision decision_of(Repositories& repositories, const Actor& actor, const domain::Dossier& dossier,
                             const DecisionDraft& draft, const DecisionForm& form)
{
    domain::Decision decision;
    decision.dossier = dossier.id;
    decision.round = dossier.round;
    decision.award = draft.award.code;
    decision.award_name = draft.award.name;
    decision.issuer = draft.award.issuer;
    decision.office = repositories.office().office();
    decision.citation = draft.citation;
    decision.rests_on = publication_day(repositories, dossier);
    for (const auto& line : draft.money)
        (line.kind == domain::RecipientKind::Collective ? decision.collectives : decision.individuals) +=
            line.count;
    const auto round = repositories.rounds().find(dossier.round);
    decision.illustrative = round && round->illustrative;
    fill_typed(decision, repositories, actor, form, draft);
    return decision;
}

// The dossier is decided once no award form is left without its number.
base::Result<void> close_dossier(Repositories& repositories, const Actor& actor, domain::DossierId id,
                                 int seen)
{
    const auto decisions = repositories.decisions().of_dossier(id);
    for (const auto& award : award_forms(repositories, id))
        if (std::ranges::find(decisions, award, &domain::Decision::award) == decisions.end()) return {};
    if (auto decided = mark_decided(repositories, actor, id, seen); !decided) return decided.error();
    return {};
}

}  // namespace

std::vector<base::Error> decision_form_faults(Repositories& repositories, const DecisionForm& form,
                                              std::optional<base::Date> earliest, const base::Date& today)
{
    std::vector<base::Error> faults;
    if (form.number < 1 || form.number > highest_typed)
        faults.push_back(base::invalid("Số quyết định là số nguyên từ 1 đến 99999.", "number"));
    if (auto fault = symbol_fault(form.symbol)) faults.push_back(*fault);
    if (auto fault = date_fault(form, earliest, today)) faults.push_back(*fault);
    if (auto fault = signer_fault(repositories, form)) faults.push_back(*fault);
    if (base::length(form.proposal) > longest_ground)
        faults.push_back(base::invalid("Dòng đề nghị không được dài quá 1000 ký tự.", "proposal"));
    return faults;
}

void fill_typed(domain::Decision& decision, Repositories& repositories, const Actor& actor,
                const DecisionForm& form, const DecisionDraft& draft)
{
    decision.number = {form.number, base::uppered(base::tidy(form.symbol)), form.date.value_or(base::Date())};
    decision.authority = form.authority;
    if (const auto signer = repositories.office().signer(form.signer))
        decision.signer = {signer->id, signer->authority_line, signer->title, signer->name};
    decision.grounds = draft.grounds;
    auto proposal = base::tidy(form.proposal);
    while (proposal.ends_with('.') || proposal.ends_with(';'))
        proposal.pop_back();
    if (!proposal.empty()) decision.grounds.back() = proposal;
    decision.entered_late = decision.number.date < actor.now.date();
    decision.money = draft.total;
}

base::Result<domain::DecisionId> number_decision(Repositories& repositories, const Actor& actor,
                                                 const domain::Reference& reference, domain::DossierId id,
                                                 int seen, const std::string& award, const DecisionForm& form)
{
    if (!rights::allowed(actor.user, rights::Permission::NumberDecision))
        return base::forbidden("Chỉ văn thư được cấp số quyết định.");
    const auto dossier = repositories.dossiers().find(id);
    if (!dossier) return dossier.error();
    if (dossier->version != seen)
        return base::conflict(
            {"Hồ sơ đã được {} xử lý lúc {}.", {dossier->changed_by_name, dossier->changed_at.vietnamese()}});
    if (dossier->state != domain::DossierState::Approved)
        return base::conflict("Hồ sơ chưa được phê duyệt hoặc đã ra đủ quyết định.");
    const auto earliest = publication_day(repositories, *dossier);
    const auto faults = decision_form_faults(repositories, form, earliest, actor.now.date());
    if (!faults.empty()) return faults.front();
    const auto draft = decision_draft(repositories, reference, *dossier, award, *form.date);
    if (!draft) return draft.error();

    // Locks the dossier, so that two clerks who number its last two forms see each other.
    if (auto locked = repositories.dossiers().touch_handled(id, seen, actor); !locked) return locked.error();
    auto decision = decision_of(repositories, actor, *dossier, *draft, form);
    const auto added = repositories.decisions().add(actor, decision, draft->recipients);
    if (!added) return added.error();
    decision.id = *added;
    const auto round = repositories.rounds().find(dossier->round);
    repositories.records().add(decision, draft->award, round ? round->year : decision.number.date.year(),
                               draft->recipients);
    repositories.audit().append(actor, decision_entry("decision.numbered", decision, {}, audited(decision)));
    if (auto closed = close_dossier(repositories, actor, id, seen + 1); !closed) return closed.error();
    return *added;
}

}  // namespace app
