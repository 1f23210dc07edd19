#include "web/pages/appraisal.h"

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
using domain::VerdictStep;

std::vector<app::GivenVerdict> sent_verdicts(const Request& request)
{
    const bool agree_to_rest = request.form_value("act") == "agree_rest";
    std::vector<app::GivenVerdict> verdicts;
    for (const auto& row : request.form_values("row")) {
        const auto id = Request::parse_id<domain::NomineeId>(row);
        if (!id) continue;
        const auto said = request.form_value("verdict_" + row);
        if (said == "agreed" || (said.empty() && agree_to_rest))
            verdicts.push_back({*id, true, {}});
        else if (said == "refused")
            verdicts.push_back({*id, false, std::string(request.form_value("reason_" + row))});
    }
    return verdicts;
}

namespace {

// What the row's radio shows: what was just sent, else what is stored.
std::string said(const Request& request, const domain::Nominee& nominee, VerdictStep step)
{
    const auto key = nominee.id.text();
    if (request.method == "POST") return std::string(request.form_value("verdict_" + key));
    const auto* verdict = nominee.verdict_of(step);
    return !verdict ? "" : verdict->agreed ? "agreed" : "refused";
}

std::string reason_of(const Request& request, const domain::Nominee& nominee, VerdictStep step)
{
    if (request.method == "POST") return std::string(request.form_value("reason_" + nominee.id.text()));
    const auto* verdict = nominee.verdict_of(step);
    return verdict ? verdict->reason : std::string();
}

// Whether this step is still asked about the nominee.
bool asked(const domain::Nominee& nominee, VerdictStep step)
{
    const auto* refusal = nominee.refusal();
    return !nominee.empty() && (!refusal || refusal->step == step);
}

Html verdict_fields(const Request& request, const domain::Nominee& nominee, VerdictStep step,
                    std::span<const base::Error> refusals)
{
    const auto key = nominee.id.text();
    const auto now = said(request, nominee, step);
    const auto error = error_of(request, refusals, "reason_" + key);
    Html html;
    html << hidden("row", key)
         << select({.name = "verdict_" + key,
                    .label = tr(request, "Ý kiến về {}", {nominee.recipient()}),
                    .value = now,
                    .label_hidden = true},
                   {{"", tr(request, "Chưa có ý kiến")},
                    {"agreed", tr(request, "Đồng ý")},
                    {"refused", tr(request, "Không đồng ý")}});
    const auto reason = input({.name = "reason_" + key,
                               .label = tr(request, "Lý do không đồng ý"),
                               .value = reason_of(request, nominee, step),
                               .error = error,
                               .autocomplete = "off"});
    if (now == "refused" || !error.empty())
        html << reason;
    else
        html << fold(Html::text(tr(request, "Ghi lý do")), reason);
    return html;
}

Html earlier_words(const Request& request, const app::DossierView& view, domain::NomineeId nominee)
{
    const auto found = view.said_before.find(nominee);
    if (found == view.said_before.end()) return {};
    const auto& verdict = found->second;
    Html html;
    html << "<p>"
         << muted(verdict.agreed
                      ? tr(request, "Lần trước {} đồng ý.", {verdict.by_name})
                      : tr(request, "Lần trước {} không đồng ý: “{}”", {verdict.by_name, verdict.reason}))
         << "</p>";
    return html;
}

Html verdict_table(const Request& request, const app::DossierView& view, VerdictStep step,
                   std::span<const base::Error> refusals)
{
    Table table(tr(request, "Ý kiến từng đối tượng"),
                {{.heading = tr(request, "STT"), .align = Align::Right, .phone = Phone::Rank},
                 {.heading = tr(request, "Tập thể, cá nhân"), .phone = Phone::Title},
                 {.heading = tr(request, "Vì sao"), .phone = Phone::Block},
                 {.heading = tr(request, "Kiểm tra và chứng cứ"), .phone = Phone::Block},
                 {.heading = tr(request, "Ý kiến"), .phone = Phone::Block}});
    for (const auto& group : view.groups) {
        table.group(award_heading(request, group));
        int number = 0;
        for (const auto& nominee : group.nominees) {
            if (nominee.empty()) continue;
            const bool open = asked(nominee, step);
            const auto found = view.checks.find(nominee.id);
            Html checks = dash();
            if (found != view.checks.end() && !found->second.empty())
                checks = fold(checks_summary(request, found->second), checks_list(request, found->second));
            Html opinion =
                open ? verdict_fields(request, nominee, step, refusals) : muted(tr(request, "không xét"));
            if (open) opinion << earlier_words(request, view, nominee.id);
            table.row({open ? Cell(std::to_string(++number)) : Cell(dash()), who(nominee),
                       why(request, view.dossier, nominee), checks, opinion},
                      open ? RowKind::Plain : RowKind::Struck, "n-" + nominee.id.text());
            if (!open) table.note(refusal_line(request, nominee));
        }
    }
    return table.html();
}

}  // namespace

Html appraisal_content(const Request& request, const app::DossierView& view,
                       std::span<const base::Error> refusals)
{
    const auto step = workflow::verdict_step_in(view.dossier.state).value_or(VerdictStep::Appraiser);
    const bool appraising = step == VerdictStep::Appraiser;
    Html html;
    html << done_notice(request) << error_summary(request, refusals)
         << own_unit_notice(request, view.own_unit);
    html << card({}, dossier_stages(request, view.dossier, view.history));
    if (view.facts.empty_places > 0)
        html << notice(Tone::Warn, tr(request, "Hồ sơ trình khi còn {} suất cá nhân trống.",
                                      {std::to_string(view.facts.empty_places)}));
    Html fields = seen_fields(view.dossier);
    fields << verdict_table(request, view, step, refusals);
    Html message;
    message
        << "<p><b>"
        << (!appraising
                ? tr(request, "Ai chưa có ý kiến riêng thì được đồng ý khi bạn chuyển hoặc phê duyệt hồ sơ.")
            : view.facts.without_verdict > 0 ? tr(request, "Còn {} đối tượng chưa có ý kiến.",
                                                  {std::to_string(view.facts.without_verdict)})
                                             : tr(request, "Mọi đối tượng đã có ý kiến."))
        << "</b> "
        << muted(tr(request, "Không đồng ý với ai thì ghi lý do; người đó vẫn hiện trong hồ sơ, gạch ngang."))
        << "</p>";
    Html buttons;
    if (appraising)
        buttons << submit({.text = tr(request, "Hoàn tất, đồng ý với số còn lại"),
                           .name = "act",
                           .value = "agree_rest",
                           .action = dossier_address(view.dossier.id, "appraisal/completion")});
    buttons << submit({.text = tr(request, "Lưu ý kiến"),
                       .look = appraising ? Look::Outline : Look::Primary,
                       .name = "act",
                       .value = "save"});
    fields << acts(message, buttons);
    html << card({.title = tr(request, "Ý kiến từng đối tượng"),
                  .count = std::to_string(view.facts.named),
                  .note = tr(request, workflow::verdict_step_name(step)),
                  .padded = false},
                 form(request, dossier_address(view.dossier.id, "appraisal"), fields));
    if (const auto refusing = refusing_forms(request, view, {}); !refusing.empty())
        html << card({.title = tr(request, "Chưa xét được")}, refusing);
    return html;
}

}  // namespace web
