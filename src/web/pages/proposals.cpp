#include "web/pages/proposals.h"

#include "base/number_words.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/criterion_words.h"
#include "web/pages/dossier_words.h"
#include "web/pages/ranking.h"
#include "web/pages/rule_set.h"
#include "web/texts.h"

#include <algorithm>
#include <map>

namespace web {

using base::Html;

namespace {

using domain::RecipientKind;

int proposed(const app::ProposalsView& view, const std::string& award)
{
    const auto& all = view.run.result.proposals;
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [&](const auto& each) { return each.award == award; }));
}

// "Khối sở 1, khối huyện 1": how the proposals of an award lie over the groups.
std::string over_groups(const Request& request, const app::ProposalsView& view, const std::string& award)
{
    std::map<std::string, int> counts;
    for (const auto& each : view.run.result.proposals)
        if (each.award == award) ++counts[each.group];
    if (counts.empty()) return tr(request, "không tập thể nào đạt");
    const bool even = counts.size() == view.run.standings.size() &&
                      std::all_of(counts.begin(), counts.end(),
                                  [&](const auto& each) { return each.second == counts.begin()->second; });
    return even ? tr(request, "mỗi khối {}", {std::to_string(counts.begin()->second)})
                : tr(request, "ở {} khối", {std::to_string(counts.size())});
}

std::string places_note(const Request& request, const app::ProposalsView& view)
{
    if (!view.dossier) return tr(request, "điền người sau khi lập hồ sơ");
    const int left = view.people() - view.filled;
    if (left == 0) return tr(request, "đã có đủ người");
    return tr(request, "{} đã có người, {} còn trống", {std::to_string(view.filled), std::to_string(left)});
}

// The collective awards in the rule set's order, each once.
std::vector<std::string> collective_awards(const app::ProposalsView& view)
{
    std::vector<std::string> awards;
    for (const auto& rule : view.run.rules.awards)
        if (rule.kind == RecipientKind::Collective &&
            std::find(awards.begin(), awards.end(), rule.award) == awards.end())
            awards.push_back(rule.award);
    return awards;
}

Html head_tiles(const Request& request, const domain::Reference& reference, const app::ProposalsView& view)
{
    std::vector<Tile> list;
    for (const auto& award : collective_awards(view))
        if (list.size() < 2)
            list.push_back({.label = award_name(request, reference, award, RecipientKind::Collective),
                            .value = std::to_string(proposed(view, award)),
                            .note = over_groups(request, view, award)});
    list.push_back({.label = tr(request, "Suất cá nhân"),
                    .value = std::to_string(view.people()),
                    .note = places_note(request, view)});
    list.push_back({.label = tr(request, "Sát nút"),
                    .value = std::to_string(app::nearest_misses(view.run.result).size()),
                    .note = tr(request, "hụt đúng một tiêu chí"),
                    .address = "#sat-nut"});
    return tiles(list);
}

Html one_proposal(const Request& request, const app::ProposalsView& view, const domain::Proposal& proposal,
                  bool open)
{
    const auto* group = find_group(view.run.standings, proposal.group);
    const auto* standing = find_unit(group, proposal.recipient);
    CriteriaSource source;
    source.address = ranking_address(view.publication.id);
    source.run = tr(request, "lần chạy số {}", {std::to_string(view.run.number)});
    if (group)
        source.ranked =
            static_cast<int>(std::count_if(group->standings.begin(), group->standings.end(),
                                           [](const auto& each) { return each.place.has_value(); }));
    Html html;
    html << (open ? Html("<details class=\"p\" open><summary>") : Html("<details class=\"p\"><summary>"))
         << (proposal.place ? rank_circle(*proposal.place) : dash()) << "<span class=\"unit\">"
         << proposal.recipient << "<small>" << proposal.group << "</small></span><span class=\"score\">"
         << (standing ? standing->index.vietnamese(group->decimals) : std::string())
         << "</span><span class=\"why\">" << (group ? merit_line(request, proposal, *group) : std::string())
         << "</span><span class=\"tagc\">" << verdict_tag(request, proposal.verdict)
         << "</span><span class=\"chev\">" << icon("chevron-right")
         << "</span></summary><div class=\"in\"><div class=\"box\">"
         << criteria_table(request, proposal.verdict, source) << "</div>";
    if (standing && !standing->key.empty())
        html << "<p class=\"lnk\">"
             << link("/units/" + standing->key, tr(request, "Lịch sử chỉ số và khen thưởng của đơn vị"))
             << "</p>";
    html << "</div></details>";
    return html;
}

Html award_cards(const Request& request, const domain::Reference& reference, const app::ProposalsView& view)
{
    Html html;
    bool first = true;
    for (const auto& award : collective_awards(view)) {
        Html body;
        for (const auto& proposal : view.run.result.proposals) {
            if (proposal.award != award) continue;
            body << one_proposal(request, view, proposal, first);
            first = false;
        }
        const int count = proposed(view, award);
        if (count == 0)
            body << "<div class=\"bd\"><p>"
                 << tr(request, "Không tập thể nào đạt mọi điều kiện của hình thức này. Để trống cũng là kết "
                                "quả hợp lệ; "
                                "xem ai sát nút ở dưới, hoặc thử đổi ngưỡng.")
                 << "</p></div>";
        const auto* kind = reference.award(award);
        std::string note = tr(request, "{} tập thể", {std::to_string(count)});
        if (kind && request.language == Language::Vietnamese)
            note += " · " + tr(request, "{} tặng", {kind->issuer});
        html << card({.title = award_name(request, reference, award, RecipientKind::Collective),
                      .note = note,
                      .padded = false},
                     body);
    }
    return html;
}

Html individual_cards(const Request& request, const domain::Reference& reference,
                      const app::ProposalsView& view)
{
    Html html;
    std::vector<std::string> shown;
    for (const auto& rule : view.run.rules.awards) {
        // Two items of one award give one list: a place does not know its item.
        if (rule.kind != RecipientKind::Individual ||
            std::find(shown.begin(), shown.end(), rule.award) != shown.end())
            continue;
        shown.push_back(rule.award);
        const bool only =
            std::count_if(view.run.rules.awards.begin(), view.run.rules.awards.end(), [&](const auto& each) {
                return each.kind == rule.kind && each.award == rule.award;
            }) == 1;
        int people = 0;
        Html units;
        for (const auto& place : view.run.result.individual_places) {
            if (place.award != rule.award) continue;
            people += place.count;
            units << "<li>" << place.unit << " · " << tr(request, "{} người", {std::to_string(place.count)})
                  << "</li>";
        }
        Html right;
        if (view.dossier && view.dossier->state == domain::DossierState::Draft)
            right =
                button_link(dossier_address(view.dossier->id, "places"), tr(request, "Điền người vào suất"));
        Html list;
        list << "<ul class=\"names\">" << units << "</ul>";
        html << card({.title = award_name(request, reference, rule.award, rule.kind),
                      .note = !only ? tr(request, "{} suất", {std::to_string(people)})
                              : rule.per == domain::AwardRule::Per::AssessedUnit
                                  ? tr(request, "{} suất, mỗi đơn vị được chấm điểm {} người",
                                       {std::to_string(people), std::to_string(rule.count)})
                                  : tr(request, "{} suất, mỗi đơn vị được khen {} người",
                                       {std::to_string(people), std::to_string(rule.count)}),
                      .right = right,
                      .padded = false},
                     fold(Html::text(tr(request, "Xem từng đơn vị")), list));
    }
    return html;
}

Html end_bar(const Request& request, const app::ProposalsView& view)
{
    Html message, buttons;
    message << "<strong>"
            << tr(request, "{} tập thể và {} suất cá nhân",
                  {std::to_string(view.run.result.proposals.size()), std::to_string(view.people())});
    if (view.money) message << " · " << dong(*view.money);
    message << "</strong><small>";
    if (view.money)
        message << tr(request, "Tiền tính theo mức ngày {}; quyết định tính lại theo ngày ký.",
                      {view.money_day.vietnamese()})
                << " ";
    if (view.dossier) {
        message << tr(request, "Đã lập {} từ lần chạy này.", {view.dossier->code()});
        buttons << button_link(dossier_address(view.dossier->id),
                               tr(request, "Mở {}", {view.dossier->code()}), Look::Primary, "journal-text");
        if (view.dossier->state == domain::DossierState::Draft && request.may(rights::Permission::Nominate))
            buttons << button_link(dossier_address(view.dossier->id, "nominations/new"),
                                   tr(request, "Thêm đề cử ngoài quy tắc"), Look::Outline, "plus-lg");
    } else if (view.run.result.proposals.empty() && view.run.result.individual_places.empty()) {
        message << tr(request, "Không có gì để đưa vào hồ sơ.");
    } else {
        message << tr(request, "Lập hồ sơ dự thảo được ngay; suất còn trống điền sau, trước khi trình.");
        if (request.may(rights::Permission::Nominate))
            buttons << button_form(request, run_address(view.run.id, "dossier"),
                                   {.text = tr(request, "Lập hồ sơ trình"), .icon = "check2-square"});
    }
    message << "</small>";
    return acts(message, buttons);
}

}  // namespace

std::string run_address(domain::RunId run, std::string_view page)
{
    std::string address = "/proposals/" + run.text();
    if (!page.empty()) address.append("/").append(page);
    return address;
}

PageFrame proposals_frame(const Request& request, const app::ProposalsView& view)
{
    PageFrame frame{.title = tr(request, "Đề xuất khen thưởng năm {}", {std::to_string(view.round.year)}),
                    .menu = "/proposals"};
    frame.crumbs = {{tr(request, "Đề xuất"), "/proposals"}, {view.round.title, {}}};
    frame.provenance << tr(request, "Lần chạy số {} · bộ quy tắc bản {} · {} · {} chạy lúc {}",
                           {std::to_string(view.run.number), std::to_string(view.run.rule_version),
                            decision_words(request, view.publication), view.run.run_by_name,
                            view.run.run_at.vietnamese()});
    if (view.round.illustrative)
        frame.provenance << " " << tag(Tone::Neutral, tr(request, "Số liệu minh họa"));
    frame.actions << button_link(run_address(view.run.id, "sheet.xlsx"), tr(request, "Xuất Excel"),
                                 Look::Outline, "download")
                  << button_link(rule_set_address(view.rule_set) +
                                     "?ban=" + std::to_string(view.run.rule_version),
                                 tr(request, "Xem bộ quy tắc"));
    return frame;
}

Html proposals_content(const Request& request, const domain::Reference& reference,
                       const app::ProposalsView& view, const std::vector<base::Error>& errors)
{
    Html html;
    if (!errors.empty()) html << error_summary(request, errors);
    html << head_tiles(request, reference, view) << proposal_warnings(request, reference, view, errors)
         << award_cards(request, reference, view) << individual_cards(request, reference, view)
         << missed_cards(request, reference, view) << end_bar(request, view);
    return html;
}

}  // namespace web
