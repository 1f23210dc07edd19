#include "web/pages/overview.h"

#include "web/components.h"
#include "web/pages/dossier_words.h"
#include "web/texts.h"
#include "workflow/words.h"

#include <array>
#include <chrono>

namespace web {
namespace {

using app::RoundStage;
using base::Html;

std::string weekday(const Request& request, const base::Date& day)
{
    static const std::array<base::Message, 7> names = {"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư",
                                                       "Thứ Năm",  "Thứ Sáu", "Thứ Bảy"};
    const std::chrono::year_month_day date(std::chrono::year(day.year()), std::chrono::month(day.month()),
                                           std::chrono::day(day.day()));
    return tr(request, names.at(std::chrono::weekday(std::chrono::sys_days(date)).c_encoding()));
}

std::string days_left(const Request& request, int days)
{
    if (days == 0) return tr(request, "hôm nay");
    return tr(request, "còn {} ngày", {std::to_string(days)});
}

std::string short_day(const base::Date& day)
{
    return day.vietnamese().substr(0, 5);
}

Html due(const Request& request, const app::Task& task)
{
    Html html;
    if (!task.due) return html;
    const int days = task.due->days_since(request.now.date());
    html << (days <= 3 ? Html("<div class=\"due soon\"><b>") : Html("<div class=\"due\"><b>"))
         << tr(request, "Hạn {}", {short_day(*task.due)}) << "</b> <span>" << days_left(request, days)
         << "</span></div>";
    return html;
}

Html work_list(const Request& request, const std::vector<app::Task>& tasks)
{
    Html html;
    html << "<ul class=\"rows\">";
    for (const auto& task : tasks) {
        const auto words = task_words(request, task);
        html << "<li><div class=\"work\"><div class=\"w1\"><div class=\"t\">" << words.title
             << "</div><p class=\"d\">" << words.text << "</p></div>"
             << (task.due ? due(request, task) : Html("<div></div>"))
             << button_link(words.address, words.button) << "</div></li>";
    }
    html << "</ul>";
    return html;
}

std::string stage_name(const Request& request, RoundStage stage)
{
    switch (stage) {
    case RoundStage::Import:
        return tr(request, "Nhập kết quả");
    case RoundStage::Ranking:
        return tr(request, "Xếp hạng");
    case RoundStage::Proposal:
        return tr(request, "Đề xuất");
    case RoundStage::Appraisal:
        return tr(request, "Thẩm định");
    case RoundStage::Approval:
        return tr(request, "Phê duyệt");
    case RoundStage::Decision:
        return tr(request, "Quyết định");
    case RoundStage::Done:
        break;
    }
    return tr(request, "Hoàn thành");
}

std::string places_filled(const Request& request, const app::RoundProgress& progress)
{
    const int all = progress.facts.named + progress.facts.empty_places;
    return tr(request, "{} / {} có tên", {std::to_string(progress.facts.named), std::to_string(all)});
}

// What stands under a stage: the day it was done or how far it is.
std::string stage_note(const Request& request, const app::RoundProgress& progress, RoundStage stage)
{
    const auto& dossier = progress.dossier;
    switch (stage) {
    case RoundStage::Import:
        return progress.stored && progress.stored->decided_at ? short_day(progress.stored->decided_at->date())
                                                              : std::string();
    case RoundStage::Ranking:
        return progress.publication ? short_day(progress.publication->published_at.date()) : std::string();
    case RoundStage::Proposal:
        if (progress.stage == stage && dossier) return places_filled(request, progress);
        return dossier && dossier->submitted_at ? short_day(dossier->submitted_at->date()) : std::string();
    case RoundStage::Approval:
        return dossier && dossier->approved_at ? short_day(dossier->approved_at->date()) : std::string();
    case RoundStage::Decision:
        return progress.decisions == 0
                   ? std::string()
                   : tr(request, "{} / {} ban hành",
                        {std::to_string(progress.issued), std::to_string(progress.decisions)});
    case RoundStage::Appraisal:
    case RoundStage::Done:
        break;
    }
    return {};
}

Html where(const Request& request, const app::RoundProgress& progress)
{
    Html html;
    html << "<b>" << tr(request, "Đang ở: {}", {stage_name(request, progress.stage)}) << "</b>. ";
    if (progress.stage == RoundStage::Done) {
        html << tr(request, "Mọi quyết định đã ban hành.");
        if (request.may(rights::Permission::ManageUnits))
            html << " " << link("/rounds/" + progress.round.id.text(), tr(request, "Đóng đợt này"));
    } else if (progress.dossier) {
        html << tr(request, workflow::state_name(progress.dossier->state));
        const auto holder = workflow::holder_name(progress.dossier->state);
        if (!holder.empty()) html << " · " << tr(request, "{} giữ", {tr(request, holder)});
        html << " " << tr(request, "từ {}", {progress.dossier->state_since.date().vietnamese()});
    } else if (progress.publication) {
        html << tr(request, "Xếp hạng công bố tại quyết định {}.", {progress.publication->decision_number});
    } else if (progress.stored) {
        html << tr(request, "Đã lưu {} đơn vị, chưa công bố.", {std::to_string(progress.stored->rows)});
    } else {
        html << tr(request, "Chưa có bảng kết quả.");
    }
    const auto& conference = progress.round.conference_date;
    if (conference && *conference >= request.now.date())
        html << " · " << tr(request, "hội nghị {}", {conference->vietnamese()}) << ", <b>"
             << days_left(request, conference->days_since(request.now.date())) << "</b>";
    return html;
}

std::string round_address(const app::RoundProgress& progress)
{
    if (progress.dossier) return "/dossiers/" + progress.dossier->id.text();
    if (progress.publication) return "/rankings/" + progress.publication->id.text();
    return "/imports?round=" + progress.round.id.text();
}

bool may_follow(const Request& request, const app::RoundProgress& progress)
{
    if (progress.dossier) return request.may(rights::Permission::ViewDossiers);
    if (progress.publication) return request.may(rights::Permission::ViewResults);
    return request.may(rights::Permission::ImportResults);
}

Html round(const Request& request, const app::RoundProgress& progress)
{
    std::vector<Stage> stages;
    for (int i = 0; i < static_cast<int>(RoundStage::Done); ++i) {
        const auto stage = static_cast<RoundStage>(i);
        const auto state = stage < progress.stage    ? Stage::State::Done
                           : stage == progress.stage ? Stage::State::Now
                                                     : Stage::State::Ahead;
        stages.push_back({stage_name(request, stage), stage_note(request, progress, stage), state});
    }
    Html html;
    html << "<article class=\"round\"><div class=\"top2\"><h3>";
    if (may_follow(request, progress))
        html << link(round_address(progress), progress.round.title);
    else
        html << progress.round.title;
    if (progress.round.illustrative) html << " " << muted(tr(request, "minh họa"));
    html << "</h3>" << muted(tr(request, "Kết quả năm {}", {std::to_string(progress.round.year)})) << "</div>"
         << stage_bar(request, stages, where(request, progress)) << "</article>";
    return html;
}

Html rounds_card(const Request& request, const app::Overview& overview)
{
    Html body;
    for (const auto& progress : overview.rounds)
        body << round(request, progress);
    if (overview.rounds.empty()) {
        const bool may_open = request.may(rights::Permission::ManageUnits);
        body << empty_state(
            tr(request, "Chưa có đợt nào đang mở"),
            tr(request, "Mỗi đợt đi từ bảng kết quả của một năm đến các quyết định khen thưởng."),
            may_open ? button_link("/rounds/new", tr(request, "Mở một đợt"), Look::Outline, "plus-lg")
                     : Html());
    }
    Html right;
    if (request.may(rights::Permission::ManageUnits) && overview.closed_rounds > 0)
        right << link("/rounds", tr(request, "Đợt đã xong ({})", {std::to_string(overview.closed_rounds)}));
    return card({.title = tr(request, "Các đợt đang mở"),
                 .count = std::to_string(overview.rounds.size()),
                 .right = right,
                 .padded = false},
                body);
}

Html missing_card(const Request& request, const app::Overview& overview)
{
    constexpr std::size_t shown = 8;
    Html html;
    for (const auto& progress : overview.rounds) {
        if (progress.missing_units.empty() || progress.stage != RoundStage::Proposal) continue;
        Html body;
        body << "<ul class=\"rows\">";
        for (std::size_t i = 0; i < progress.missing_units.size() && i < shown; ++i)
            body << "<li><span class=\"t\">" << progress.missing_units[i] << "</span></li>";
        if (progress.missing_units.size() > shown)
            body << "<li>"
                 << muted(tr(request, "và {} đơn vị nữa",
                             {std::to_string(progress.missing_units.size() - shown)}))
                 << "</li>";
        body << "</ul>";
        Html right;
        if (request.may(rights::Permission::Nominate))
            right << link("/dossiers/" + progress.dossier->id.text() + "/places", tr(request, "Điền tên"));
        html << card({.title = tr(request, "Chưa có cá nhân"),
                      .count = std::to_string(progress.missing_units.size()),
                      .right = right,
                      .padded = false},
                     body);
    }
    return html;
}

Html days_card(const Request& request, const app::Overview& overview)
{
    Html rows;
    int count = 0;
    for (const auto& progress : overview.rounds) {
        const auto& day = progress.round.conference_date;
        if (!day || *day < request.now.date()) continue;
        ++count;
        rows << "<li><div class=\"row2\"><div><div class=\"t\">" << tr(request, "Hội nghị công bố")
             << "</div><p class=\"d\">" << progress.round.title << "</p></div><div class=\"due\"><b>"
             << short_day(*day) << "</b><span>" << days_left(request, day->days_since(request.now.date()))
             << "</span></div></div></li>";
    }
    if (count == 0) return {};
    Html body;
    body << "<ul class=\"rows\">" << rows << "</ul>";
    return card({.title = tr(request, "Hạn sắp tới"), .padded = false}, body);
}

Event event_of(const Request& request, const app::RecentAct& act)
{
    Event event;
    event.when = act.at.vietnamese();
    event.reason = act.reason;
    event.tone = Tone::Ok;
    event.text << "<b>" << act.by << "</b> ";
    switch (act.what) {
    case app::RecentAct::What::Stored:
        event.text << tr(request, "đã lưu kết quả từ tệp {}", {act.subject});
        break;
    case app::RecentAct::What::Published:
        event.text << tr(request, "đã công bố xếp hạng, quyết định {}", {act.subject});
        break;
    case app::RecentAct::What::Proposed:
        event.text << tr(request, "đã chạy đề xuất theo bộ “{}”", {act.subject});
        break;
    case app::RecentAct::What::Dossier:
        event.text << tr(request, workflow::action_done(act.action)) << ": " << act.subject;
        if (act.action == domain::DossierAction::Return || act.action == domain::DossierAction::Recall)
            event.tone = Tone::Warn;
        if (act.action == domain::DossierAction::Reject || act.action == domain::DossierAction::Withdraw)
            event.tone = Tone::Error;
        break;
    }
    return event;
}

Html recent_card(const Request& request, const app::Overview& overview)
{
    std::vector<Event> events;
    for (const auto& act : overview.recent)
        events.push_back(event_of(request, act));
    Html right;
    if (request.may(rights::Permission::ViewAudit)) right << link("/audit", tr(request, "Nhật ký"));
    if (events.empty())
        return card({.title = tr(request, "Vừa diễn ra"), .right = right},
                    Html::text(tr(request, "Chưa có gì trong các đợt đang mở.")));
    return card({.title = tr(request, "Vừa diễn ra"), .right = right, .padded = false},
                timeline(request, events));
}

}  // namespace

Html overview_provenance(const Request& request, const app::Overview& overview)
{
    Html html;
    const auto today = request.now.date();
    html << weekday(request, today) << ", " << today.vietnamese() << " · "
         << tr(request, "{} đợt đang mở", {std::to_string(overview.rounds.size())}) << " · "
         << tr(request, "{} việc chờ xử lý", {std::to_string(overview.tasks.size())});
    return html;
}

Html overview_content(const Request& request, const app::Overview& overview)
{
    Html html;
    if (overview.tasks.empty()) {
        html << notice(Tone::Ok, tr(request, "Không có việc nào chờ bạn lúc này."));
    } else {
        const auto first = task_words(request, overview.tasks.front());
        html << next_step(request, first.title, first.text,
                          button_link(first.address, first.button, Look::Primary, "arrow-right"));
    }
    Html main;
    if (overview.tasks.size() > 1)
        main << card({.title = tr(request, "Chờ tôi xử lý"),
                      .count = std::to_string(overview.tasks.size()),
                      .note = tr(request, "Hạn gần nhất trước"),
                      .padded = false},
                     work_list(request, overview.tasks));
    main << rounds_card(request, overview);
    Html side;
    side << missing_card(request, overview) << days_card(request, overview) << recent_card(request, overview);
    html << columns(main, side);
    return html;
}

}  // namespace web
