#include "web/pages/dossier.h"

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
using domain::DossierState;

namespace {

constexpr std::size_t nominees_a_page = 200;

}  // namespace

std::optional<DossierState> dossier_state_asked(const Request& request)
{
    return domain::state_from_code(request.query_value("tinh-trang"));
}

namespace {

Html dossier_table(const Request& request, const std::vector<app::DossierLine>& lines)
{
    Table table(tr(request, "Các hồ sơ"), {{.heading = tr(request, "Hồ sơ"), .phone = Phone::Title},
                                           {.heading = tr(request, "Tình trạng")},
                                           {.heading = tr(request, "Từ")},
                                           {.heading = tr(request, "Đối tượng"), .align = Align::Right},
                                           {.heading = tr(request, "Tiền thưởng"), .align = Align::Right}});
    for (const auto& line : lines) {
        Html title;
        title << link(dossier_address(line.dossier.id), line.dossier.title) << "<br>"
              << muted(line.dossier.code());
        Html since;
        since << line.dossier.state_since.vietnamese() << "<br>" << muted(line.dossier.changed_by_name);
        Html count;
        count << line.facts.standing;
        if (line.refused > 0)
            count << "<br>" << muted(tr(request, "{} không đồng ý", {std::to_string(line.refused)}));
        if (line.facts.empty_places > 0)
            count << "<br>" << muted(tr(request, "{} suất trống", {std::to_string(line.facts.empty_places)}));
        table.row({title, dossier_state(request, line.dossier.state), since, count, dong(line.money)});
    }
    return table.html();
}

Html dossier_filters(const Request& request)
{
    std::vector<Option> states = {{"", tr(request, "Mọi tình trạng")}};
    for (const auto state : domain::dossier_states)
        states.push_back({std::string(domain::state_code(state)), tr(request, workflow::state_name(state))});
    return filter_bar(request, "/dossiers",
                      select({.name = "tinh-trang",
                              .label = tr(request, "Tình trạng"),
                              .value = std::string(request.query_value("tinh-trang"))},
                             states));
}

}  // namespace

Html dossiers_content(const Request& request, const app::DossierPage& page)
{
    const bool may_create = request.may(rights::Permission::Nominate);
    if (page.total == 0 && !dossier_state_asked(request))
        return empty_state(
            tr(request, "Chưa có hồ sơ nào"),
            tr(request, "Hồ sơ được lập từ kết quả đề xuất của một đợt khen thưởng."),
            may_create ? button_link("/proposals", tr(request, "Mở trang đề xuất"), Look::Primary) : Html());
    Html list = dossier_filters(request);
    if (page.lines.empty())
        list << empty_state(tr(request, "Không có hồ sơ nào khớp"),
                            tr(request, "Chọn tình trạng khác, hoặc xem mọi hồ sơ."),
                            button_link("/dossiers", tr(request, "Xem mọi hồ sơ")));
    else
        list << dossier_table(request, page.lines);
    if (page.total > dossiers_a_page)
        list << pager(request, static_cast<std::size_t>(page_asked(request)),
                      pages_of(page.total, dossiers_a_page),
                      tr(request, "{} hồ sơ", {std::to_string(page.total)}));
    return card({.title = tr(request, "Các hồ sơ"), .count = std::to_string(page.total), .padded = false},
                list);
}

Html new_dossier_content(const Request& request, const std::vector<domain::Round>& rounds,
                         std::span<const base::Error> refusals)
{
    std::vector<Option> options;
    for (const auto& round : rounds)
        if (round.open) options.push_back({round.id.text(), round.title});
    if (options.empty())
        return empty_state(tr(request, "Chưa có đợt khen thưởng đang mở"),
                           tr(request, "Hãy mở một đợt trước khi lập hồ sơ."),
                           button_link("/rounds", tr(request, "Mở trang đợt thi đua"), Look::Primary));
    Html fields;
    fields << select({.name = "round",
                      .label = tr(request, "Đợt khen thưởng"),
                      .value = std::string(request.form_value("round")),
                      .error = error_of(request, refusals, "round"),
                      .required = true},
                     options);
    fields << input({.name = "title",
                     .label = tr(request, "Tên hồ sơ"),
                     .value = std::string(request.form_value("title")),
                     .hint = tr(request, "Để trống thì lấy tên của đợt."),
                     .error = error_of(request, refusals, "title")});
    fields << submit(tr(request, "Lập hồ sơ"));
    Html html;
    html << error_summary(request, refusals)
         << notice(Tone::Neutral,
                   tr(request,
                      "Hồ sơ theo kết quả xếp hạng được lập từ trang đề xuất. Ở đây lập hồ sơ chỉ gồm "
                      "các đề cử thêm."))
         << card({}, form(request, "/dossiers", fields));
    return html;
}

namespace {

// A draft's nominee can be taken out; its achievement changed.
Html draft_links(const Request& request, const domain::Nominee& nominee)
{
    Html html;
    if (nominee.source == domain::NomineeSource::Place && nominee.empty()) return html;
    html << link("/dossiers/" + nominee.dossier.text() + "/nominees/" + nominee.id.text() + "/removal",
                 tr(request, "Sửa"))
         << hidden_text(" " + nominee.recipient());
    return html;
}

std::vector<Column> nominee_columns(const Request& request, bool draft)
{
    std::vector<Column> columns{{.heading = tr(request, "STT"), .align = Align::Right, .phone = Phone::Rank},
                                {.heading = tr(request, "Tập thể, cá nhân"), .phone = Phone::Title},
                                {.heading = tr(request, "Vì sao"), .phone = Phone::Block},
                                {.heading = tr(request, "Kiểm tra")}};
    if (draft) {
        columns.push_back({.heading = tr(request, "Việc"), .hidden_heading = true});
        return columns;
    }
    columns.push_back({.heading = tr(request, "Ý kiến"), .phone = Phone::Block});
    return columns;
}

Html checks_cell(const Request& request, const app::DossierView& view, const domain::Nominee& nominee)
{
    if (nominee.empty()) return tag(Tone::Neutral, tr(request, "còn trống"));
    const auto found = view.checks.find(nominee.id);
    if (found == view.checks.end() || found->second.empty()) return dash();
    return fold(checks_summary(request, found->second), checks_list(request, found->second));
}

}  // namespace

Html nominee_table(const Request& request, const app::DossierView& view)
{
    const bool draft = view.can(DossierAction::Submit) || (view.dossier.state == DossierState::Draft &&
                                                           request.may(rights::Permission::Nominate));
    const auto all = view.nominees().size();
    const auto pages = std::max<std::size_t>(1, (all + nominees_a_page - 1) / nominees_a_page);
    const auto page = std::clamp<std::size_t>(static_cast<std::size_t>(page_asked(request)), 1, pages);
    const auto first = (page - 1) * nominees_a_page;

    Table table(tr(request, "Đối tượng đề nghị"), nominee_columns(request, draft));
    std::size_t index = 0;
    for (const auto& group : view.groups) {
        int number = 0;
        bool headed = false;
        for (const auto& nominee : group.nominees) {
            const auto order = nominee.standing() ? std::to_string(++number) : std::string();
            if (index < first || index++ >= first + nominees_a_page) {
                if (index < first) ++index;
                continue;
            }
            if (!headed) table.group(award_heading(request, group));
            headed = true;
            std::vector<Cell> cells{order.empty() ? Cell(dash()) : Cell(order), who(nominee),
                                    nominee.empty() ? muted(tr(request, "Suất của đơn vị"))
                                                    : why(request, view.dossier, nominee),
                                    checks_cell(request, view, nominee)};
            if (draft) {
                cells.emplace_back(draft_links(request, nominee));
            } else {
                cells.emplace_back(verdicts_cell(request, nominee));
            }
            table.row(std::move(cells), nominee.refused() ? RowKind::Struck : RowKind::Plain,
                      "n-" + nominee.id.text());
            if (nominee.refused()) table.note(refusal_line(request, nominee));
        }
    }
    Html html = table.html();
    if (pages > 1) html << pager(request, page, pages, tr(request, "{} đối tượng", {std::to_string(all)}));
    return html;
}

namespace {

Html nominees_card(const Request& request, const app::DossierView& view)
{
    const auto named = view.facts.named;
    Html body;
    if (view.groups.empty())
        body << empty_state(tr(request, "Chưa có ai được đề nghị"),
                            tr(request, "Hãy đề cử tập thể hoặc cá nhân đầu tiên."), {});
    else
        body << nominee_table(request, view);
    body << "<div class=\"foot\"><span>"
         << tr(request, "Người không được đồng ý vẫn hiện, gạch ngang, không vào danh sách nào sau đó.")
         << " " << muted(tr(request, "Tiền tính theo mức ngày {}.", {view.money_day.vietnamese()}))
         << "</span><span class=\"sp\"></span><b>" << tr(request, "Tổng {}", {dong(view.total)})
         << "</b></div>";
    const auto note = view.refused > 0
                          ? tr(request, "{} đạt, {} không đạt",
                               {std::to_string(named - view.refused), std::to_string(view.refused)})
                          : std::string();
    return card({.title = tr(request, "Đối tượng đề nghị"),
                 .count = std::to_string(named),
                 .note = note,
                 .id = "doi-tuong",
                 .padded = false},
                body);
}

// One line of the timeline: a step, or a change of a nominee.
struct Line {
    base::Instant at;
    Event event;
};

Event event_of(const Request& request, const domain::DossierStep& step)
{
    Event event;
    const bool back = step.action == DossierAction::Return || step.action == DossierAction::Reject ||
                      step.action == DossierAction::Withdraw;
    event.tone = back ? Tone::Error : step.action == DossierAction::Recall ? Tone::Warn : Tone::Ok;
    event.text << "<b>" << step.by_name << "</b> " << tr(request, workflow::action_done(step.action));
    event.when = step.at.vietnamese() + (step.by_post.empty() ? "" : " · " + step.by_post);
    event.before = tr(request, workflow::state_name(step.from));
    event.after = tr(request, workflow::state_name(step.to));
    event.reason = step.reason;
    return event;
}

base::Message change_words(std::string_view action)
{
    if (action == "dossier.created") return "đã lập hồ sơ";
    if (action == "dossier.edited") return "đã sửa tên hoặc thành tích mặc định";
    if (action == "nominee.added") return "đã đề cử thêm";
    if (action == "nominee.removed") return "đã bỏ khỏi hồ sơ";
    if (action == "nominee.changed") return "đã sửa thành tích của";
    if (action == "nominee.refused") return "không đồng ý với";
    if (action == "nominee.agreed") return "đã cho ý kiến đồng ý";
    if (action == "place.filled") return "đã điền suất của";
    return {};
}

std::optional<Line> line_of(const Request& request, const app::StoredAuditEntry& stored)
{
    const auto words = change_words(stored.entry.action);
    if (words.empty()) return std::nullopt;
    Event event;
    event.tone = stored.entry.action == "nominee.refused" ? Tone::Error : Tone::Neutral;
    event.text << "<b>" << stored.actor_name << "</b> " << tr(request, words);
    if (!stored.entry.action.starts_with("dossier.") && stored.entry.action != "nominee.agreed")
        event.text << " " << stored.entry.subject;
    event.when = stored.at.vietnamese();
    event.reason = stored.entry.reason;
    return Line{stored.at, std::move(event)};
}

// How many places were filled by one saving, from this entry on.
std::size_t same_act(const std::vector<app::StoredAuditEntry>& changes, std::size_t first)
{
    std::size_t end = first;
    while (end < changes.size() && changes[end].entry.action == "place.filled" &&
           changes[end].at == changes[first].at && changes[end].actor == changes[first].actor)
        ++end;
    return std::max<std::size_t>(1, end - first);
}

Html history_card(const Request& request, const app::DossierView& view)
{
    std::vector<Line> lines;
    for (const auto& step : view.history)
        lines.push_back({step.at, event_of(request, step)});
    for (std::size_t i = 0; i < view.changes.size(); ++i) {
        auto line = line_of(request, view.changes[i]);
        if (!line) continue;
        const auto same = same_act(view.changes, i);
        if (same > 1) {
            line->event.text = Html();
            line->event.text << "<b>" << view.changes[i].actor_name << "</b> "
                             << tr(request, "đã điền suất của {} đơn vị", {std::to_string(same)});
            i += same - 1;
        }
        lines.push_back(std::move(*line));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.at > b.at; });
    constexpr std::size_t shown = 12;
    std::vector<Event> recent;
    std::vector<Event> older;
    for (auto& line : lines)
        (recent.size() < shown ? recent : older).push_back(std::move(line.event));
    Html body = timeline(request, recent);
    if (!older.empty())
        body << fold(Html::text(tr(request, "{} việc trước đó", {std::to_string(older.size())})),
                     timeline(request, older));
    return card({.title = tr(request, "Lịch sử"), .note = tr(request, "mới nhất trước")}, body);
}

}  // namespace

Html dossier_content(const Request& request, const app::DossierView& view,
                     std::span<const base::Error> refusals)
{
    Html html;
    html << done_notice(request) << error_summary(request, refusals);
    html << card({}, dossier_stages(request, view.dossier, view.history));
    // On a phone the acts come after a long list.
    html << "<p class=\"later-note\"><a href=\"#viec\">" << tr(request, "Tới việc tôi làm được")
         << "</a></p>";
    html << own_unit_notice(request, view.own_unit);
    Html side;
    side << acts_card(request, view, refusals) << history_card(request, view);
    html << columns(nominees_card(request, view), side);
    return html;
}

}  // namespace web
