#include "web/pages/dossier_acts.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier.h"
#include "web/pages/dossier_words.h"
#include "web/texts.h"
#include "workflow/words.h"

#include <algorithm>

namespace web {

using base::Html;
using domain::DossierAction;
using domain::DossierState;

Html seen_fields(const domain::Dossier& dossier)
{
    return hidden("version", std::to_string(dossier.version));
}

namespace {

// A form folded away behind its name, with a reason to give.
Html reason_form(const Request& request, const app::DossierView& view, const base::Message& name,
                 std::string_view page, bool required, Look look, std::span<const base::Error> refusals)
{
    const auto id = "reason_" + std::string(page);
    const bool sent = request.method == "POST" && request.path.ends_with("/" + std::string(page));
    Html fields;
    fields << seen_fields(view.dossier)
           << textarea({.name = "reason",
                        .label = required ? tr(request, "Lý do") : tr(request, "Lý do, nếu có"),
                        .value = sent ? std::string(request.form_value("reason")) : std::string(),
                        .hint = tr(request, "Lý do được ghi vào lịch sử và không sửa được."),
                        .error = sent ? error_of(request, refusals, "reason") : std::string(),
                        .required = required,
                        .id = id})
           << submit(tr(request, name), look);
    return fold(Html::text(tr(request, name) + "…"),
                form(request, dossier_address(view.dossier.id, page), fields), sent);
}

// The same as one of the brief's three acts: a button that opens the reason.
Html reason_act(const Request& request, const app::DossierView& view, DossierAction action,
                std::string_view page, Look look)
{
    const auto name = workflow::action_name(action);
    Html fields;
    fields << seen_fields(view.dossier)
           << textarea({.name = "reason",
                        .label = tr(request, "Lý do"),
                        .hint = tr(request, "Lý do được ghi vào lịch sử và không sửa được."),
                        .required = true,
                        .id = "reason_" + std::string(page)})
           << submit(tr(request, name), look);
    Html html;
    html << "<details class=\"act\" name=\"ly-do\"><summary class=\"btn "
         << (look == Look::Danger ? base::Literal("btn-danger2") : base::Literal("btn-outline-primary"))
         << "\">" << tr(request, name) << "…</summary><div class=\"rsn\">"
         << form(request, dossier_address(view.dossier.id, page), fields) << "</div></details>";
    return html;
}

// Where the person goes on; the page's one primary button.
Html way_on(const Request& request, const app::DossierView& view)
{
    const auto& dossier = view.dossier;
    const auto go = [&](std::string_view page, const std::string& text) {
        return button_link(dossier_address(dossier.id, page), text, Look::Primary);
    };
    Html html;
    if (dossier.state == DossierState::Draft && request.may(rights::Permission::Nominate)) {
        const bool places = view.facts.empty_places > 0;
        if (places) html << go("places", tr(request, "Điền suất cá nhân"));
        if (view.can(DossierAction::Submit))
            html << button_link(dossier_address(dossier.id, "submission"),
                                tr(request, "Trình thẩm định") + "…", places ? Look::Outline : Look::Primary);
        if (!places) html << button_link(dossier_address(dossier.id, "places"), tr(request, "Suất cá nhân"));
        html << button_link(dossier_address(dossier.id, "nominations/new"), tr(request, "Đề cử thêm"))
             << button_link(dossier_address(dossier.id, "texts"), tr(request, "Tên và thành tích mặc định"),
                            Look::Quiet);
        return html;
    }
    if (const auto step = workflow::verdict_step_in(dossier.state);
        step && !workflow::verdict_refusal(dossier, *step, *request.user, view.facts)) {
        if (*step == domain::VerdictStep::Appraiser)
            return go("appraisal", tr(request, "Thẩm định từng đối tượng"));
        html << go("brief", *step == domain::VerdictStep::Director
                                ? tr(request, "Xem tóm tắt và chuyển Chủ tịch")
                                : tr(request, "Xem tóm tắt và phê duyệt"));
        html << button_link(dossier_address(dossier.id, "appraisal"), tr(request, "Xét từng đối tượng"));
        return html;
    }
    if (view.can(DossierAction::Decide)) return go("decisions", tr(request, "Lập quyết định"));
    if (dossier.state == DossierState::Decided)
        html << button_link(dossier_address(dossier.id, "decisions"), tr(request, "Xem các quyết định"));
    return html;
}

// Why somebody who would look for an act does not find it.
Html gone(const Request& request, const app::DossierView& view)
{
    const auto& dossier = view.dossier;
    Html html;
    const auto say = [&](const std::string& text) {
        html << "<p>" << icon("lock-fill") << " " << text << "</p>";
    };
    if (dossier.submitted_by == request.user->id && dossier.state != DossierState::Draft &&
        !view.can(DossierAction::Recall))
        say(tr(request, "Đã có người xử lý hồ sơ nên không thu hồi được nữa."));
    if (const auto next = app::next_action(dossier.state)) {
        const auto* line = workflow::transition(dossier.state, *next);
        const bool mine =
            std::any_of(request.user->grants.begin(), request.user->grants.end(),
                        [&](const auto& grant) { return grant.role == line->role && grant.province; });
        const auto refusal = workflow::refusal(dossier, *next, *request.user, view.facts);
        if (mine && refusal && refusal->kind == base::ErrorKind::Forbidden)
            say(tr(request, refusal->message));
    }
    return html;
}

}  // namespace

Html refusing_forms(const Request& request, const app::DossierView& view,
                    std::span<const base::Error> refusals)
{
    Html html;
    if (view.can(DossierAction::Return))
        html << reason_form(request, view, workflow::action_name(DossierAction::Return), "return", true,
                            Look::Outline, refusals);
    if (view.can(DossierAction::Reject))
        html << reason_form(request, view, workflow::action_name(DossierAction::Reject), "rejection", true,
                            Look::Danger, refusals);
    return html;
}

Html refusing_acts(const Request& request, const app::DossierView& view)
{
    Html html;
    if (view.can(DossierAction::Return))
        html << reason_act(request, view, DossierAction::Return, "return", Look::Outline);
    if (view.can(DossierAction::Reject))
        html << reason_act(request, view, DossierAction::Reject, "rejection", Look::Danger);
    return html;
}

Html acts_card(const Request& request, const app::DossierView& view, std::span<const base::Error> refusals)
{
    Html body;
    if (const auto on = way_on(request, view); !on.empty()) body << "<div class=\"acc\">" << on << "</div>";
    if (view.can(DossierAction::Recall))
        body << button_form(
            request, dossier_address(view.dossier.id, "recall"),
            {.text = tr(request, workflow::action_name(DossierAction::Recall)), .look = Look::Outline},
            seen_fields(view.dossier));
    body << refusing_forms(request, view, refusals);
    if (view.can(DossierAction::Withdraw))
        body << reason_form(request, view, workflow::action_name(DossierAction::Withdraw), "withdrawal",
                            false, Look::Danger, refusals);
    body << gone(request, view);
    if (body.empty()) {
        const auto holder = workflow::holder_name(view.dossier.state);
        body << "<p>"
             << (holder.empty()
                     ? tr(request, "Hồ sơ đã xong, không còn việc nào.")
                     : tr(request, "Hồ sơ đang ở {}. Bạn chưa có việc gì ở bước này.", {tr(request, holder)}))
             << "</p>";
    }
    return card({.title = tr(request, "Việc tôi làm được"), .id = "viec"}, body);
}

Html submission_content(const Request& request, const app::DossierView& view,
                        std::span<const base::Error> refusals)
{
    CheckPage page;
    page.question = tr(request, "Trình hồ sơ này để thẩm định?");
    page.answers = {{tr(request, "Hồ sơ"), Html::text(view.dossier.title)},
                    {tr(request, "Đối tượng"), Html::text(std::to_string(view.facts.named))},
                    {tr(request, "Tiền thưởng dự kiến"), Html::text(dong(view.total))},
                    {tr(request, "Người nhận"), Html::text(tr(request, "Người thẩm định"))}};
    Html before = own_unit_notice(request, view.own_unit);
    page.action = dossier_address(view.dossier.id, "submission");
    page.fields = seen_fields(view.dossier);
    if (view.facts.empty_places > 0) {
        std::vector<std::string> units;
        for (const auto& nominee : view.nominees())
            if (nominee.empty()) units.push_back(nominee.unit_name);
        Html warning;
        warning << "<p><b>"
                << tr(request,
                      "Còn {} suất cá nhân chưa có người:", {std::to_string(view.facts.empty_places)})
                << "</b> " << base::join(units, ", ") << ".</p><p>"
                << tr(request, "Suất trống không vào danh sách khen thưởng của hồ sơ này.") << "</p>";
        page.details << notice(
            Tone::Warn, warning,
            link(dossier_address(view.dossier.id, "places") + "?xem=trong", tr(request, "Điền nốt")));
        page.fields << "<div class=\"fld\" id=\"accept_empty\">"
                    << checkbox("accept_empty", "1",
                                tr(request, "Tôi biết còn {} suất trống và vẫn trình",
                                   {std::to_string(view.facts.empty_places)}))
                    << "</div>";
    }
    page.consequence =
        tr(request, "Sau khi trình, danh sách không sửa được. Bạn thu hồi được cho tới khi có người xử lý.");
    page.button = {.text = tr(request, "Trình thẩm định")};
    page.back = dossier_address(view.dossier.id);
    Html html;
    html << error_summary(request, refusals) << before << check_page(request, page);
    return html;
}

}  // namespace web
