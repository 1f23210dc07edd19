// What stands around the proposals of a run: warnings with the forms that settle them, near misses, everybody else.
#include "app/try_rule_set.h"
#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/criterion_words.h"
#include "web/pages/proposals.h"
#include "web/pages/rule_set.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>
#include <map>

namespace web {

using base::Html;

namespace {

Html sentence(const std::string& strong, const std::string& text)
{
    Html html;
    html << "<p><strong>" << strong << "</strong> " << text << "</p>";
    return html;
}

Html tie_notice(const Request& request, const domain::Reference& reference, const app::ProposalsView& view,
                const domain::ProposalWarning& warning, std::size_t number,
                const std::vector<base::Error>& errors)
{
    Html body;
    body << sentence(award_short_name(request, reference, warning.award) +
                         (warning.group.empty() ? "" : " · " + warning.group) + ":",
                     tr(request, warning.message));
    if (!request.may(rights::Permission::RunProposals)) return notice(Tone::Warn, body);
    Html fields;
    fields << hidden("award", warning.award);
    Html choices;
    for (const auto& unit : warning.recipients)
        choices << checkbox("recipient", unit, unit);
    fields << fieldset(tr(request, "Đơn vị được chọn"), choices);
    const std::string id = "reason-" + std::to_string(number);
    fields << input({.name = "reason",
                     .label = tr(request, "Lý do chọn"),
                     .hint = tr(request, "Ghi vào lần chạy mới và đi theo hồ sơ"),
                     .error = error_of(request, errors, "reason"),
                     .required = true,
                     .autocomplete = "off",
                     .id = id})
           << submit({.text = tr(request, "Chọn và chạy lại"), .look = Look::Outline});
    body << form(request, run_address(view.run.id, "tie"), fields);
    return notice(Tone::Warn, body);
}

Html ground_notice(const Request& request, const app::ProposalsView& view,
                   const domain::ProposalWarning& warning, const std::vector<base::Error>& errors)
{
    Html body;
    body << sentence(tr(request, "Chưa gắn căn cứ."),
                     tr(request, warning.message) + " " +
                         tr(request, "Vẫn lập được hồ sơ, cảnh báo đi theo."));
    if (request.may(rights::Permission::ComposeRules) && view.newest_rule_version == view.run.rule_version) {
        Html fields;
        fields << hidden("award", warning.award)
               << input({.name = "ground",
                         .label = tr(request, "Văn bản làm căn cứ"),
                         .hint = tr(request, "Số, ngày và tên văn bản; tạo bản quy tắc mới và chạy lại"),
                         .error = error_of(request, errors, "ground"),
                         .required = true,
                         .autocomplete = "off"})
               << submit({.text = tr(request, "Gắn căn cứ và chạy lại"), .look = Look::Outline});
        body << fold(Html::text(tr(request, "Gắn văn bản…")),
                     form(request, run_address(view.run.id, "ground"), fields),
                     !error_of(request, errors, "ground").empty());
    }
    return notice(Tone::Warn, body);
}

Html plain_notice(const Request& request, const domain::ProposalWarning& warning)
{
    Html body;
    body << "<p>" << tr(request, warning.message);
    if (!warning.recipients.empty()) body << " " << base::join(warning.recipients, ", ") << ".";
    body << "</p>";
    return notice(warning.code.ends_with("_unknown") ? Tone::Ask : Tone::Warn, body);
}

Html unit_cell(const std::string& unit, const std::string& group)
{
    Html html;
    html << "<strong>" << unit << "</strong><br>" << muted(group);
    return html;
}

Html near_misses(const Request& request, const domain::Reference& reference, const app::ProposalsView& view,
                 const std::vector<domain::Proposal>& list)
{
    Table table(tr(request, "Sát nút"), {{tr(request, "Hạng"), Align::Right, Phone::Rank},
                                         {tr(request, "Đơn vị"), Align::Left, Phone::Title},
                                         {tr(request, "Điểm"), Align::Right, Phone::Corner},
                                         {tr(request, "Hình thức")},
                                         {tr(request, "Yêu cầu")},
                                         {tr(request, "Thực tế")},
                                         {tr(request, "Hụt")}});
    for (const auto& proposal : list) {
        const auto* group = find_group(view.run.standings, proposal.group);
        const auto* standing = find_unit(group, proposal.recipient);
        const auto* unmet = first_unmet(proposal.verdict);
        if (!standing || !unmet) continue;
        const auto missed = shortfall(request, *unmet, *standing, *group);
        Html short_by;
        short_by << "<strong class=\"down\">" << missed.amount << "</strong>";
        if (!missed.detail.empty()) short_by << " " << muted(missed.detail);
        table.row({proposal.place ? Html::text(std::to_string(*proposal.place)) : dash(),
                   unit_cell(proposal.recipient, proposal.group), standing->index.vietnamese(group->decimals),
                   award_short_name(request, reference, proposal.award), required_words(request, *unmet),
                   actual_words(request, *unmet), short_by});
    }
    return table.html();
}

// Units that get nothing and are no near miss, each with why it failed each award.
Html everybody_else(const Request& request, const domain::Reference& reference,
                    const app::ProposalsView& view, const std::vector<domain::Proposal>& near,
                    std::size_t& count)
{
    const auto in = [](const std::vector<domain::Proposal>& list, const std::string& group,
                       const std::string& unit) {
        return std::any_of(list.begin(), list.end(),
                           [&](const auto& each) { return each.group == group && each.recipient == unit; });
    };
    Table table(tr(request, "Các đơn vị khác đã xét"),
                {{tr(request, "Hạng"), Align::Right, Phone::Rank},
                 {tr(request, "Đơn vị"), Align::Left, Phone::Title},
                 {tr(request, "Vì sao chưa được đề xuất"), Align::Left, Phone::Block}});
    table.dense();
    for (const auto& group : view.run.standings)
        for (const auto& standing : group.standings) {
            if (in(view.run.result.proposals, group.name, standing.unit) ||
                in(near, group.name, standing.unit))
                continue;
            ++count;
            Html why;
            for (const auto* list : {&view.run.result.just_missed, &view.run.result.others})
                for (const auto& each : *list)
                    if (each.group == group.name && each.recipient == standing.unit)
                        why << "<div><strong>" << award_short_name(request, reference, each.award)
                            << "</strong> · " << unmet_words(request, each.verdict) << "</div>";
            table.row({standing.place ? Html::text(std::to_string(*standing.place)) : dash(),
                       unit_cell(standing.unit, group.name), why});
        }
    return table.html();
}

}  // namespace

Html proposal_warnings(const Request& request, const domain::Reference& reference,
                       const app::ProposalsView& view, const std::vector<base::Error>& errors)
{
    Html html;
    if (view.newer)
        html << notice(Tone::Neutral,
                       Html::text(tr(request, "Đợt này đã có lần chạy mới hơn, số {}.",
                                     {std::to_string(view.newer->number)})),
                       link(run_address(view.newer->id), tr(request, "Mở lần chạy mới nhất")));
    if (!view.publication.current())
        html << notice(
            Tone::Warn,
            tr(request, "Bảng xếp hạng đã được đính chính sau lần chạy này. Hãy chạy lại đề xuất."));
    for (std::size_t i = 0; i < view.run.result.warnings.size(); ++i) {
        const auto& warning = view.run.result.warnings[i];
        if (warning.code == "tie_at_quota")
            html << tie_notice(request, reference, view, warning, i, errors);
        else if (warning.code == "ground_missing")
            html << ground_notice(request, view, warning, errors);
        else
            html << plain_notice(request, warning);
    }
    if (!view.own_unit.empty())
        html << notice(Tone::Warn,
                       sentence(tr(request, "Đơn vị của bạn nằm trong đề xuất:"),
                                tr(request, "{}. Người thẩm định phải thuộc đơn vị khác hoặc ghi rõ lý do.",
                                   {view.own_unit})));
    return html;
}

Html missed_cards(const Request& request, const domain::Reference& reference, const app::ProposalsView& view)
{
    const auto near = app::nearest_misses(view.run.result);
    Html html, body;
    if (near.empty())
        body << "<div class=\"bd\"><p>" << tr(request, "Không đơn vị nào chỉ hụt một tiêu chí.")
             << "</p></div>";
    else
        body << near_misses(request, reference, view, near);
    Html right;
    if (request.may(rights::Permission::ComposeRules))
        right = button_link(rule_set_address(view.rule_set), tr(request, "Thử đổi ngưỡng"));
    html << card(
        {.title = tr(request, "Sát nút"),
         .note = tr(request,
                    "hụt đúng một tiêu chí, chưa được hình thức nào; mỗi đơn vị hiện hình thức gần nhất"),
         .right = right,
         .id = "sat-nut",
         .padded = false},
        body);
    std::size_t others = 0;
    const auto table = everybody_else(request, reference, view, near, others);
    if (others > 0)
        html << card({.title = tr(request, "Các đơn vị khác đã xét"),
                      .count = std::to_string(others),
                      .padded = false},
                     fold(Html::text(tr(request, "Xem vì sao từng đơn vị chưa được đề xuất")), table));
    return html;
}

}  // namespace web
