#include "web/pages/dossier_words.h"

#include "base/number_words.h"
#include "web/pages/criterion_words.h"
#include "web/texts.h"
#include "workflow/words.h"

#include <algorithm>

namespace web {

using base::Html;
using domain::DossierState;

std::string dossier_address(domain::DossierId id, std::string_view page)
{
    auto address = "/dossiers/" + id.text();
    if (!page.empty()) address.append("/").append(page);
    return address;
}

std::string dong(std::int64_t amount)
{
    return base::grouped(amount) + "\u00a0đ";
}

std::string time_between(const Request& request, base::Instant from, base::Instant to)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(to.time() - from.time()).count();
    if (hours < 1) return tr(request, "dưới 1 giờ");
    if (hours < 48) return tr(request, "{} giờ", {std::to_string(hours)});
    return tr(request, "{} ngày", {std::to_string(hours / 24)});
}

std::string held_for(const Request& request, base::Instant since)
{
    return time_between(request, since, request.now);
}

Html dossier_state(const Request& request, DossierState dossier_state)
{
    Tone tone = Tone::Ask;
    if (dossier_state == DossierState::Draft || dossier_state == DossierState::Withdrawn)
        tone = Tone::Neutral;
    if (dossier_state == DossierState::Approved || dossier_state == DossierState::Decided) tone = Tone::Ok;
    if (dossier_state == DossierState::Rejected) tone = Tone::Error;
    return state(tone, tr(request, workflow::state_name(dossier_state)));
}

Html award_heading(const Request& request, const app::AwardGroup& group)
{
    Html html;
    const bool english = request.language == Language::English && !group.award_english.empty();
    html << (english ? group.award_english : group.award_name) << ": "
         << (group.kind == domain::RecipientKind::Collective ? tr(request, "tập thể")
                                                             : tr(request, "cá nhân"));
    html << " <span class=\"mut\">· ";
    if (group.each)
        html << group.standing << " × " << dong(*group.each) << " = " << dong(group.total);
    else
        html << group.standing << " · " << tr(request, "chưa có mức thưởng cho ngày này");
    if (group.empty_places > 0)
        html << " · " << tr(request, "còn {} suất trống", {std::to_string(group.empty_places)});
    html << "</span>";
    return html;
}

Html who(const domain::Nominee& nominee)
{
    Html name;
    name << "<b>" << nominee.recipient() << "</b>";
    Html html;
    if (nominee.refused())
        html << "<del>" << name << "</del>";
    else
        html << name;
    html << "<br><small class=\"mut\">";
    if (nominee.kind == domain::RecipientKind::Collective || nominee.empty())
        html << nominee.group;
    else
        html << (nominee.post.empty() ? nominee.unit_name : nominee.post + ", " + nominee.unit_name);
    html << "</small>";
    return html;
}

namespace {

std::string standing_words(const Request& request, const domain::Nominee& nominee)
{
    std::string words;
    if (nominee.place && nominee.ranked)
        words =
            tr(request, "Hạng {} / {}", {std::to_string(*nominee.place), std::to_string(*nominee.ranked)});
    else if (nominee.place)
        words = tr(request, "Hạng {}", {std::to_string(*nominee.place)});
    if (nominee.index) {
        if (!words.empty()) words += " · ";
        words += nominee.index->vietnamese(std::max(2, nominee.index->scale()));
    }
    return words;
}

}  // namespace

Html why(const Request& request, const domain::Dossier& dossier, const domain::Nominee& nominee)
{
    Html html;
    switch (nominee.source) {
    case domain::NomineeSource::Run:
        html << standing_words(request, nominee);
        if (!nominee.achievement.empty()) html << "<br>" << muted(nominee.achievement);
        break;
    case domain::NomineeSource::Place:
        html << tr(request, "Suất của đơn vị") << "<br>"
             << muted(nominee.achievement.empty() ? dossier.default_citation : nominee.achievement);
        break;
    case domain::NomineeSource::Free:
        html << tr(request, "Đề cử thêm") << "<br>" << muted(nominee.reason);
        if (!nominee.achievement.empty()) html << "<br>" << muted(nominee.achievement);
        break;
    }
    return html;
}

Html checks_summary(const Request& request, const std::vector<app::NomineeCheck>& checks)
{
    if (checks.empty()) return dash();
    const auto count = app::count_checks(checks);
    Html html;
    if (count.unmet > 0)
        html << tag(Tone::Error, tr(request, "{} chưa đạt", {std::to_string(count.unmet)})) << " ";
    if (count.warnings > 0)
        html << tag(Tone::Warn, tr(request, "{} lưu ý", {std::to_string(count.warnings)})) << " ";
    if (count.unknown > 0)
        html << tag(Tone::Ask, tr(request, "{} chưa rõ", {std::to_string(count.unknown)})) << " ";
    if (count.good > 0 && count.unmet + count.warnings + count.unknown == 0)
        html << tag(Tone::Ok, tr(request, "{} đạt", {std::to_string(count.good)}));
    return html;
}

std::string check_title(const Request& request, const app::NomineeCheck& check)
{
    return check.criterion ? criterion_title(request, check.criterion->code) : tr(request, check.title);
}

std::string check_seen(const Request& request, const app::NomineeCheck& check)
{
    if (!check.criterion) return tr(request, check.seen);
    return tr(request, "{} (yêu cầu {})",
              {actual_words(request, *check.criterion), required_words(request, *check.criterion)});
}

Html checks_list(const Request& request, const std::vector<app::NomineeCheck>& checks)
{
    using Found = app::NomineeCheck::Found;
    std::vector<Check> lines;
    for (const auto& check : checks) {
        const auto tone = check.found == Found::Good      ? Tone::Ok
                          : check.found == Found::Warning ? Tone::Warn
                          : check.found == Found::Unmet   ? Tone::Error
                                                          : Tone::Ask;
        Html text;
        text << "<b>" << check_title(request, check) << "</b>: " << check_seen(request, check);
        std::vector<std::string> sources;
        if (!check.basis.empty()) sources.push_back(check.basis);
        if (!check.evidence.empty()) sources.push_back(tr(request, "chứng cứ: {}", {check.evidence}));
        if (!sources.empty()) text << "<br>" << muted(base::join(sources, " · "));
        lines.push_back({tone, text});
    }
    return check_list(request, lines);
}

Html verdict_cell(const Request& request, const domain::Nominee& nominee, domain::VerdictStep step)
{
    if (nominee.empty()) return dash();
    if (const auto* verdict = nominee.verdict_of(step))
        return verdict->agreed ? state(Tone::Ok, tr(request, "Đồng ý"))
                               : state(Tone::Error, tr(request, "Không đồng ý"));
    const auto* refusal = nominee.refusal();
    if (refusal && refusal->step < step) return muted(tr(request, "không xét"));
    return dash();
}

Html verdicts_cell(const Request& request, const domain::Nominee& nominee)
{
    Html html;
    for (const auto step :
         {domain::VerdictStep::Appraiser, domain::VerdictStep::Director, domain::VerdictStep::Chair}) {
        if (!nominee.verdict_of(step)) continue;
        html << "<div class=\"nw\">" << muted(tr(request, workflow::verdict_step_name(step)) + ":") << " "
             << verdict_cell(request, nominee, step) << "</div>";
    }
    return html.empty() ? dash() : html;
}

Html refusal_line(const Request& request, const domain::Nominee& nominee)
{
    const auto* refusal = nominee.refusal();
    if (!refusal) return {};
    Html html;
    html << "<b>" << tr(request, "Không đồng ý") << ":</b> " << refusal->by_name << " ("
         << tr(request, workflow::verdict_step_name(refusal->step)) << "), " << refusal->at.vietnamese()
         << ": “" << refusal->reason << "”";
    return html;
}

namespace {

struct StageLine {
    base::Message name;
    DossierState state;
};

const StageLine stage_lines[] = {
    {"Soạn", DossierState::Draft},          {"Thẩm định", DossierState::Submitted},
    {"Giám đốc", DossierState::Appraised},  {"Chủ tịch phê duyệt", DossierState::WithChair},
    {"Quyết định", DossierState::Approved},
};

// When the dossier came into a state last, if it ever did in this pass.
std::string entered(const domain::Dossier& dossier, const std::vector<domain::DossierStep>& history,
                    DossierState state)
{
    if (state == DossierState::Draft) return dossier.created_at.date().vietnamese();
    for (const auto& step : history)
        if (step.to == state) return step.at.date().vietnamese();
    return {};
}

}  // namespace

Html dossier_stages(const Request& request, const domain::Dossier& dossier,
                    const std::vector<domain::DossierStep>& history)
{
    const bool ended = dossier.state == DossierState::Rejected || dossier.state == DossierState::Withdrawn;
    std::vector<Stage> stages;
    bool before = dossier.state != DossierState::Withdrawn;
    for (const auto& line : stage_lines) {
        Stage stage{tr(request, line.name)};
        if (line.state == dossier.state) {
            stage.state = Stage::State::Now;
            stage.note = tr(request, "từ {}", {dossier.state_since.vietnamese()});
            before = false;
        } else if (before && !(ended && line.state > DossierState::WithChair)) {
            stage.state = Stage::State::Done;
            stage.note = entered(dossier, history, line.state);
        }
        stages.push_back(std::move(stage));
    }
    Html where;
    where << "<b>" << tr(request, workflow::state_name(dossier.state)) << "</b>";
    if (const auto holder = workflow::holder_name(dossier.state); !holder.empty())
        where << " · " << tr(request, "người giữ: {}", {tr(request, holder)});
    where << " · "
          << tr(request, "từ {}, giữ {}",
                {dossier.state_since.vietnamese(), held_for(request, dossier.state_since)});
    return stage_bar(request, stages, where);
}

PageFrame dossier_frame(const Request& request, const app::DossierView& view, std::string title,
                        std::string_view menu)
{
    const auto& dossier = view.dossier;
    PageFrame frame{.title = std::move(title), .menu = menu};
    frame.crumbs.push_back({tr(request, "Hồ sơ"), "/dossiers"});
    if (frame.title != dossier.title) frame.crumbs.push_back({dossier.code(), dossier_address(dossier.id)});
    frame.provenance << dossier.code();
    if (frame.title != dossier.title) frame.provenance << " · " << dossier.title;
    if (view.origin) {
        frame.provenance << " · "
                         << tr(request, "bộ quy tắc “{}” phiên bản {}",
                               {view.origin->rule_name, std::to_string(view.origin->rule_version)});
        if (view.origin->publication)
            frame.provenance << " · "
                             << tr(request, "theo bảng xếp hạng công bố {}",
                                   {view.origin->publication->decision_date.vietnamese()});
    }
    if (view.round.illustrative)
        frame.provenance << " " << tag(Tone::Neutral, tr(request, "Số liệu minh họa"));
    return frame;
}

Html own_unit_notice(const Request& request, const std::vector<domain::Nominee>& own)
{
    if (own.empty()) return {};
    std::vector<std::string> names;
    for (const auto& nominee : own)
        names.push_back(nominee.recipient());
    return notice(Tone::Warn,
                  tr(request, "Đơn vị của bạn có tên trong hồ sơ này: {}. Hãy cân nhắc để người khác xét.",
                     {base::join(names, ", ")}));
}

Html done_notice(const Request& request)
{
    const auto what = request.query_value("xong");
    if (what.empty()) return {};
    if (what == "luu") return notice(Tone::Ok, tr(request, "Đã lưu."));
    if (what == "them") return notice(Tone::Ok, tr(request, "Đã thêm vào hồ sơ."));
    if (what == "bo") return notice(Tone::Ok, tr(request, "Đã bỏ khỏi hồ sơ."));
    if (what == "lap") return notice(Tone::Ok, tr(request, "Đã lập hồ sơ."));
    const auto action = domain::action_from_code(what);
    if (!action) return {};
    return notice(Tone::Ok, tr(request, "Xong: bạn {}.", {tr(request, workflow::action_done(*action))}));
}

}  // namespace web
