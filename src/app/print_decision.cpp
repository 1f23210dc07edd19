#include "app/print_decision.h"

#include "access/permission.h"
#include "app/decide.h"
#include "app/decision_lines.h"
#include "app/decision_repository.h"
#include "app/decision_words.h"
#include "base/text.h"

namespace app {
namespace {

using domain::RecipientKind;

std::string place_and_date(const domain::Office& office, const base::Date& date)
{
    return (office.place.empty() ? office.province : office.place) + ", " + date.in_words();
}

// A paper of the sample must not pass for a real one.
std::string sample_note(const domain::Decision& decision)
{
    return decision.illustrative ? "Số liệu minh họa" : "";
}

documents::SignatureBlock signature_of(const domain::Decision& decision)
{
    return {signature_title(decision), decision.signer.name};
}

// "ỦY BAN NHÂN DÂN" over "TỈNH ĐỒNG THÁP".
std::vector<std::string> agency_lines(const domain::Office& office)
{
    constexpr std::string_view body = "ỦY BAN NHÂN DÂN";
    const auto committee = base::uppered(office.committee);
    if (committee.starts_with(std::string(body) + " "))
        return {std::string(body), committee.substr(body.size() + 1)};
    return {committee};
}

// A certificate's line begins "Đã có thành tích"; an abbreviation at the start of the officer's own text stays.
std::string citation_of(const std::string& achievement)
{
    if (achievement.starts_with("Đã ") || achievement.starts_with("đã ")) return capitalised(achievement);
    const auto lower = uncapitalised(achievement);
    const auto first = lower.find(' ');
    const auto word = achievement.substr(0, first);
    const bool abbreviation = word == base::uppered(word) && base::length(word) > 1;
    return "Đã có thành tích " + (abbreviation ? achievement : lower);
}

documents::AwardListRow row_of(const domain::DecisionRecipient& recipient, const domain::AwardKind& award)
{
    return {recipient.addressed(), recipient.post,  recipient.unit_name, recipient.achievement,
            award.short_name,      recipient.money, recipient.note};
}

}  // namespace

documents::DecisionPaper DecisionPapers::paper() const
{
    documents::DecisionPaper paper;
    paper.agency = agency_lines(decision.office);
    paper.number = decision.number.text();
    paper.place_and_date = place_and_date(decision.office, decision.number.date);
    using Part = domain::DecisionLine::Part;
    const auto money = money_lines(recipients);
    const DecisionWording wording{decision, award, money, lines};
    paper.subject = wording.filled(Part::Subject);
    paper.authority = authority_line(decision.office, decision.authority);
    paper.grounds = decision.grounds;
    paper.articles = wording.filled(Part::Article);
    paper.recipients = wording.filled(Part::Receiver);
    paper.signature = signature_of(decision);
    paper.footer = sample_note(decision);
    paper.draft = !decision.issued();
    return paper;
}

documents::AwardList DecisionPapers::list() const
{
    documents::AwardList list;
    list.subject = {capitalised(recipients_word(decision).substr(std::string("các ").size())) +
                        " được tặng " + decision.award_name,
                    decision.citation};
    list.attached = {"(Kèm theo Quyết định số " + decision.number.text() + " " +
                         decision.number.date.in_words(),
                     "của " + std::string(decision.authority == domain::Authority::Head ? "Chủ tịch " : "") +
                         decision.office.committee + ")"};
    documents::AwardListGroup collectives{"", "TẬP THỂ (" + counted(decision.collectives, 0, "") + ")", {}};
    documents::AwardListGroup individuals{"", "CÁ NHÂN (" + counted(0, decision.individuals, "") + ")", {}};
    for (const auto& recipient : recipients)
        (recipient.kind == RecipientKind::Collective ? collectives : individuals)
            .rows.push_back(row_of(recipient, award));
    for (auto* group : {&collectives, &individuals}) {
        if (group->rows.empty()) continue;
        group->mark = list.groups.empty() ? "A" : "B";
        list.groups.push_back(std::move(*group));
    }
    list.total_heading = "TỔNG CỘNG (" + counted(decision.collectives, decision.individuals, ", ") + ")";
    list.footer = "Danh sách kèm theo Quyết định số " + decision.number.text() + " ngày " +
                  decision.number.date.vietnamese();
    if (decision.illustrative) list.footer += " – số liệu minh họa";
    list.signature = signature_of(decision);
    list.draft = !decision.issued();
    return list;
}

documents::CertificateBatch DecisionPapers::certificates() const
{
    documents::CertificateBatch batch;
    // The object is named for its issuer, whoever decides.
    batch.authority = base::uppered(issuer_in_full(decision.issuer, decision.office));
    batch.verb = award.kind == domain::AwardKind::Class::Title ? "TẶNG DANH HIỆU" : "TẶNG";
    batch.object = base::uppered(award.short_name);
    batch.decision = "Quyết định số " + decision.number.text() + ", " + decision.number.date.in_words();
    batch.place_and_date = place_and_date(decision.office, decision.number.date);
    batch.signature = signature_of(decision);
    batch.footer = sample_note(decision);
    batch.draft = !decision.issued();
    for (const auto& recipient : recipients) {
        const bool person = recipient.kind == RecipientKind::Individual;
        const auto post = recipient.post + (recipient.post.empty() ? "" : ", ") + recipient.unit_name;
        batch.certificates.push_back(
            {recipient.addressed(), person, post, citation_of(recipient.achievement), recipient.ordinal});
    }
    return batch;
}

std::string DecisionPapers::file_name(std::string_view file) const
{
    const auto dot = file.rfind('.');
    const auto kind = file.substr(0, dot);
    const std::string title = kind == "decision" ? "Quyết định"
                              : kind == "list"   ? "Danh sách"
                                                 : award.short_name;
    auto words = base::split(base::uppered(base::folded(decision.number.text())), ' ');
    words.push_back(std::to_string(decision.number.date.year()));
    return title + " " + base::join(words, "-") + std::string(file.substr(dot));
}

documents::AwardList list_preview(const DecisionPage& page)
{
    const auto& tab = page.tabs[page.current];
    DecisionPapers papers;
    papers.award = page.draft.award;
    papers.recipients = page.draft.recipients;
    if (tab.decision)
        papers.decision = *tab.decision;
    else
        papers.decision.office = page.office;
    papers.decision.award_name = page.draft.award.name;
    papers.decision.citation = page.draft.citation;
    papers.decision.collectives = tab.collectives;
    papers.decision.individuals = tab.individuals;
    papers.decision.money = page.draft.total;
    auto list = papers.list();
    if (!tab.decision) list.attached.clear();
    return list;
}

base::Result<DecisionPapers> decision_papers(Repositories& repositories, const Actor& actor,
                                             const domain::Reference& reference, domain::DecisionId id)
{
    if (!rights::allowed(actor.user, rights::Permission::PrintDocuments))
        return base::forbidden("Bạn không có quyền in quyết định và danh sách.");
    auto decision = repositories.decisions().find(id);
    if (!decision) return base::not_found("Không tìm thấy quyết định này.");
    DecisionPapers papers;
    papers.recipients = repositories.decisions().recipients(id);
    const auto* award = reference.award(decision->award, decision->number.date);
    if (award == nullptr) award = reference.award(decision->award);
    if (award == nullptr) return base::not_found("Danh mục khen thưởng không có hình thức này.");
    papers.award = *award;
    papers.lines =
        reference.decision_lines_of(decision->award, decision->number.date, decision->office.province);
    papers.decision = std::move(*decision);
    return papers;
}

}  // namespace app
