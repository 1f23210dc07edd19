#include "web/pages/brief.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier.h"
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

Html checks_card(const Request& request, const app::DossierView& view)
{
    using Found = app::NomineeCheck::Found;
    int good = 0;
    std::vector<Check> lines;
    for (const auto& nominee : view.nominees()) {
        if (!nominee.standing()) continue;
        const auto found = view.checks.find(nominee.id);
        if (found == view.checks.end()) continue;
        bool clean = true;
        for (const auto& check : found->second) {
            if (check.found == Found::Good) continue;
            clean = false;
            Html text;
            text << "<b>" << nominee.recipient() << "</b>: " << tr(request, check.title) << ", "
                 << tr(request, check.seen);
            if (!check.basis.empty()) text << " " << muted(check.basis);
            lines.push_back({check.found == Found::Warning ? Tone::Warn
                             : check.found == Found::Unmet ? Tone::Error
                                                           : Tone::Ask,
                             text});
        }
        if (clean) ++good;
    }
    Html all;
    all << tr(request, "{} / {} đối tượng đạt mọi kiểm tra",
              {std::to_string(good), std::to_string(view.facts.standing)});
    lines.insert(lines.begin(), {good == view.facts.standing ? Tone::Ok : Tone::Neutral, all});
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
    std::vector<Event> events;
    for (std::size_t i = 0; i < view.history.size(); ++i) {
        const auto& step = view.history[i];
        const auto since = i + 1 < view.history.size() ? view.history[i + 1].at : view.dossier.created_at;
        const bool back = step.action == DossierAction::Return || step.action == DossierAction::Recall;
        Event event;
        event.tone = back ? Tone::Warn : Tone::Ok;
        event.text << "<b>" << step.by_name << "</b> " << tr(request, workflow::action_done(step.action));
        event.when = tr(request, "{}, giữ {}", {step.at.vietnamese(), time_between(request, since, step.at)});
        event.reason = step.reason;
        events.push_back(std::move(event));
    }
    return card({.title = tr(request, "Đồng ý đến nay"),
                 .note = tr(request, "đang giữ {}", {held_for(request, view.dossier.state_since)})},
                timeline(request, events));
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

Html decide_buttons(const Request& request, const app::DossierView& view)
{
    const auto item = view.dossier.id.text() + ":" + std::to_string(view.dossier.version);
    const auto count = std::to_string(view.facts.standing);
    Html buttons;
    if (view.can(DossierAction::Approve))
        buttons << button_form(request, "/desk/check",
                               {.text = tr(request, "Duyệt {} đối tượng…", {count}), .icon = "check2-square"},
                               hidden("dossier", item));
    if (view.can(DossierAction::Forward))
        buttons << button_form(
            request, "/desk/check",
            {.text = tr(request, "Chuyển Chủ tịch {} đối tượng…", {count}), .icon = "check2-square"},
            hidden("dossier", item));
    if (!buttons.empty())
        buttons << button_link(dossier_address(view.dossier.id, "appraisal"),
                               tr(request, "Xét từng đối tượng"));
    return buttons;
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
    html << halves(checks_card(request, view), hands(request, view));
    Html message = separation_rule(request, view);
    const auto next = app::next_action(view.dossier.state);
    if (next && !view.can(*next)) {
        if (const auto refusal = workflow::refusal(view.dossier, *next, *request.user, view.facts))
            message << "<p><b>" << tr(request, refusal->message) << "</b></p>";
    }
    html << acts(message, decide_buttons(request, view));
    if (const auto refusing = refusing_forms(request, view, refusals); !refusing.empty())
        html << card({.title = tr(request, "Chưa đồng ý")}, refusing);
    return html;
}

}  // namespace web
