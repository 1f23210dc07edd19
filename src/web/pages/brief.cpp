#include "web/pages/brief.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier_acts.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"
#include "workflow/words.h"

#include <algorithm>

namespace web {

using base::Html;
using domain::DossierAction;
using domain::RecipientKind;

namespace {

int standing(const app::DossierView& view, RecipientKind kind)
{
    int count = 0;
    for (const auto& group : view.groups)
        if (group.kind == kind) count += group.standing;
    return count;
}

std::int64_t money_of(const app::DossierView& view, RecipientKind kind)
{
    std::int64_t money = 0;
    for (const auto& group : view.groups)
        if (group.kind == kind) money += group.total;
    return money;
}

Html totals(const Request& request, const app::DossierView& view)
{
    return tiles({{tr(request, "Tập thể"), std::to_string(standing(view, RecipientKind::Collective)),
                   dong(money_of(view, RecipientKind::Collective))},
                  {tr(request, "Cá nhân"), std::to_string(standing(view, RecipientKind::Individual)),
                   dong(money_of(view, RecipientKind::Individual))},
                  {.label = tr(request, "Không đồng ý"),
                   .value = std::to_string(view.refused),
                   .note = view.refused > 0 ? tr(request, "đã loại khỏi danh sách") : "",
                   .tone = view.refused > 0 ? std::optional(Tone::Error) : std::nullopt},
                  {tr(request, "Tiền thưởng"), dong(view.total),
                   tr(request, "mức ngày {}", {view.money_day.vietnamese()})}});
}

Html collectives(const Request& request, const app::DossierView& view)
{
    Table table(tr(request, "Ai và vì sao: tập thể"),
                {{.heading = tr(request, "Tập thể, hình thức"), .phone = Phone::Title},
                 {.heading = tr(request, "Vì sao"), .phone = Phone::Block},
                 {.heading = tr(request, "Kiểm tra")},
                 {.heading = tr(request, "Tiền thưởng"), .align = Align::Right}});
    table.dense();
    for (const auto& group : view.groups) {
        if (group.kind != RecipientKind::Collective) continue;
        for (const auto& nominee : group.nominees) {
            if (!nominee.standing()) continue;
            Html name;
            name << "<b>" << nominee.recipient() << "</b><br><small class=\"mut\">" << group.award_name
                 << "</small>";
            const auto found = view.checks.find(nominee.id);
            table.row(
                {name, why(request, view.dossier, nominee),
                 found == view.checks.end() ? Cell(dash()) : Cell(checks_summary(request, found->second)),
                 group.each ? Cell(dong(*group.each)) : Cell(dash())});
        }
    }
    return table.empty() ? Html() : table.html();
}

Html individuals(const Request& request, const app::DossierView& view)
{
    const int count = standing(view, RecipientKind::Individual);
    if (count == 0) return {};
    Table table(tr(request, "Ai và vì sao: cá nhân"),
                {{.heading = tr(request, "Cá nhân"), .phone = Phone::Title},
                 {.heading = tr(request, "Thành tích"), .phone = Phone::Block},
                 {.heading = tr(request, "Kiểm tra")}});
    table.dense();
    for (const auto& group : view.groups)
        for (const auto& nominee : group.nominees) {
            if (nominee.kind != RecipientKind::Individual || !nominee.standing()) continue;
            const auto found = view.checks.find(nominee.id);
            table.row(
                {who(nominee), why(request, view.dossier, nominee),
                 found == view.checks.end() ? Cell(dash()) : Cell(checks_summary(request, found->second))});
        }
    Html summary;
    summary << tr(request, "{} cá nhân, {}: xem tên và thành tích",
                  {std::to_string(count), dong(money_of(view, RecipientKind::Individual))});
    return fold(summary, table.html());
}

Html refused_list(const Request& request, const app::DossierView& view)
{
    Html html;
    for (const auto& nominee : view.nominees())
        if (nominee.refused())
            html << "<li><del>" << nominee.recipient() << "</del> – " << refusal_line(request, nominee)
                 << "</li>";
    if (html.empty()) return html;
    Html list;
    list << "<ul>" << html << "</ul>";
    return list;
}

// What is not simply good, one line a finding; the same finding on many nominees is said once with their names.
std::vector<Check> findings(const Request& request, const app::DossierView& view)
{
    using Found = app::NomineeCheck::Found;
    constexpr std::size_t said_one_by_one = 3;
    struct Same {
        Found found;
        std::string title;
        std::vector<std::pair<const domain::Nominee*, const app::NomineeCheck*>> of;
    };
    std::vector<Same> all;
    for (const auto& group : view.groups)
        for (const auto& nominee : group.nominees) {
            const auto checks = view.checks.find(nominee.id);
            if (!nominee.standing() || checks == view.checks.end()) continue;
            for (const auto& check : checks->second) {
                if (check.found == Found::Good) continue;
                const auto title = check_title(request, check);
                auto same = std::find_if(all.begin(), all.end(), [&](const Same& one) {
                    return one.found == check.found && one.title == title;
                });
                if (same == all.end()) same = all.insert(all.end(), {check.found, title, {}});
                same->of.emplace_back(&nominee, &check);
            }
        }
    std::vector<Check> lines;
    for (const auto& same : all) {
        const auto tone = same.found == Found::Warning ? Tone::Warn
                          : same.found == Found::Unmet ? Tone::Error
                                                       : Tone::Ask;
        if (same.of.size() > said_one_by_one) {
            std::vector<std::string> names;
            for (const auto& [nominee, check] : same.of)
                names.push_back(nominee->recipient());
            Html text;
            text << "<b>" << same.title
                 << "</b>: " << tr(request, "{} đối tượng", {std::to_string(names.size())}) << ". "
                 << muted(base::join(names, ", "));
            lines.push_back({tone, text});
            continue;
        }
        for (const auto& [nominee, check] : same.of) {
            Html text;
            text << "<b>" << nominee->recipient() << "</b>: " << check_title(request, *check) << ", "
                 << check_seen(request, *check) << " " << muted(check->basis);
            lines.push_back({tone, text});
        }
    }
    return lines;
}

Html checks_card(const Request& request, const app::DossierView& view)
{
    int good = 0;
    for (const auto& nominee : view.nominees()) {
        if (!nominee.standing()) continue;
        const auto found = view.checks.find(nominee.id);
        const auto count = found == view.checks.end() ? app::CheckCount{} : app::count_checks(found->second);
        if (count.warnings + count.unmet + count.unknown == 0) ++good;
    }
    Html all;
    all << tr(request, "{} / {} đối tượng đạt mọi kiểm tra",
              {std::to_string(good), std::to_string(view.facts.standing)});
    std::vector<Check> lines{{good == view.facts.standing ? Tone::Ok : Tone::Neutral, all}};
    auto more = findings(request, view);
    lines.insert(lines.end(), more.begin(), more.end());
    if (view.facts.empty_places > 0) {
        Html empty;
        empty << tr(request, "Hồ sơ trình khi còn {} suất cá nhân trống.",
                    {std::to_string(view.facts.empty_places)});
        lines.push_back({Tone::Warn, empty});
    }
    return card({.title = tr(request, "Kiểm tra")}, check_list(request, lines));
}

// Whose hands it went through, and for how long each held it.
Html hands(const Request& request, const app::DossierView& view)
{
    Html list("<ol class=\"held\">");
    for (std::size_t i = view.history.size(); i-- > 0;) {
        const auto& step = view.history[i];
        const auto since = i + 1 < view.history.size() ? view.history[i + 1].at : view.dossier.created_at;
        list << "<li><b>" << tr(request, workflow::action_name(step.action)) << "</b>" << step.by_name
             << "<span>"
             << tr(request, "{}, giữ {}", {step.at.vietnamese(), time_between(request, since, step.at)})
             << "</span>";
        if (!step.reason.empty()) list << "<span>“" << step.reason << "”</span>";
        list << "</li>";
    }
    if (const auto holder = workflow::holder_name(view.dossier.state); !holder.empty())
        list << "<li class=\"now\"><b>" << tr(request, workflow::state_name(view.dossier.state)) << "</b>"
             << tr(request, holder) << "<span>"
             << tr(request, "đang giữ {}", {held_for(request, view.dossier.state_since)}) << "</span></li>";
    list << "</ol>";
    return card({.title = tr(request, "Đồng ý đến nay, ai giữ bao lâu")}, list);
}

Html separation_rule(const Request& request, const app::DossierView& view)
{
    std::vector<std::string> names;
    const auto add = [&](const base::Message& what, const std::string& name) {
        if (!name.empty()) names.push_back(tr(request, what) + " (" + name + ")");
    };
    add("người trình", view.submitted_by_name);
    add("người thẩm định", view.appraised_by_name);
    add("người lập hồ sơ", view.created_by_name);
    Html html;
    html << "<p>" << icon("lock-fill") << " "
         << tr(request,
               "Không được phê duyệt hồ sơ này: {} và người đã đề cử. Mọi ý kiến được ghi tên, giờ và "
               "không sửa được.",
               {base::join(names, ", ")})
         << "</p>";
    return html;
}

// Approve, forward or appraise; return, reject: side by side; on a phone they stay at the bottom.
Html three_acts(const Request& request, const app::DossierView& view)
{
    const auto item = view.dossier.id.text() + ":" + std::to_string(view.dossier.version);
    const auto count = std::to_string(view.facts.standing);
    Html html;
    if (view.can(DossierAction::Approve))
        html << button_form(request, "/desk/check",
                            {.text = tr(request, "Duyệt {} đối tượng…", {count}), .icon = "check2-square"},
                            hidden("dossier", item));
    if (view.can(DossierAction::Forward))
        html << button_form(
            request, "/desk/check",
            {.text = tr(request, "Chuyển Chủ tịch {} đối tượng…", {count}), .icon = "check2-square"},
            hidden("dossier", item));
    if (view.dossier.state == domain::DossierState::Submitted &&
        !workflow::verdict_refusal(view.dossier, domain::VerdictStep::Appraiser, *request.user, view.facts))
        html << button_link(dossier_address(view.dossier.id, "appraisal"),
                            tr(request, "Thẩm định từng đối tượng"), Look::Primary);
    html << refusing_acts(request, view);
    if (html.empty()) return html;
    Html acts;
    acts << "<div class=\"card2 acts3\">" << html << "</div>";
    return acts;
}

// Who may not approve, why this person can't, and the way to judge one by one.
Html last_words(const Request& request, const app::DossierView& view)
{
    Html html = separation_rule(request, view);
    const auto next = app::next_action(view.dossier.state);
    if (next && !view.can(*next)) {
        if (const auto refusal = workflow::refusal(view.dossier, *next, *request.user, view.facts))
            html << "<p><b>" << tr(request, refusal->message) << "</b></p>";
    }
    const auto step = workflow::verdict_step_in(view.dossier.state);
    if (step && step != domain::VerdictStep::Appraiser &&
        !workflow::verdict_refusal(view.dossier, *step, *request.user, view.facts))
        html << "<p>"
             << link(dossier_address(view.dossier.id, "appraisal"), tr(request, "Xét từng đối tượng"))
             << "</p>";
    return html;
}

}  // namespace

Html brief_content(const Request& request, const app::DossierView& view,
                   std::span<const base::Error> refusals)
{
    Html html;
    html << done_notice(request) << error_summary(request, refusals)
         << own_unit_notice(request, view.own_unit) << totals(request, view);
    Html who_and_why = collectives(request, view);
    who_and_why << individuals(request, view) << refused_list(request, view);
    html << card({.title = tr(request, "Ai và vì sao"),
                  .right = link(dossier_address(view.dossier.id), tr(request, "Toàn bộ hồ sơ")),
                  .padded = false},
                 who_and_why);
    html << checks_card(request, view) << hands(request, view);
    html << card({}, last_words(request, view)) << three_acts(request, view);
    return html;
}

}  // namespace web
