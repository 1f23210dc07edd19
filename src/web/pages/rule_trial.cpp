// The try-out beside the composer, and the history of versions.
#include "app/save_rule_set.h"
#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/criterion_words.h"
#include "web/pages/ranking.h"
#include "web/pages/rule_set.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

// "▲ 2", "▼ 5,96" or a dash.
Html difference(const Request& request, const std::string& size, bool less)
{
    Html html;
    if (less)
        html << "<span class=\"down\"><span aria-hidden=\"true\">▼</span>" << hidden_text(tr(request, "giảm"))
             << " " << size << "</span>";
    else
        html << "<span class=\"up\"><span aria-hidden=\"true\">▲</span>" << hidden_text(tr(request, "tăng"))
             << " " << size << "</span>";
    return html;
}

Html difference(const Request& request, int by)
{
    return by == 0 ? dash() : difference(request, std::to_string(by < 0 ? -by : by), by < 0);
}

// 78.970.000 -> "78,97": the narrow column has no room for whole amounts.
std::string millions(std::int64_t dong)
{
    return base::Decimal(dong, 6).vietnamese(2);
}

Html money_difference(const Request& request, std::int64_t by)
{
    return by == 0 ? dash() : difference(request, millions(by < 0 ? -by : by), by < 0);
}

Html strong(const std::string& text)
{
    Html html;
    html << "<strong>" << text << "</strong>";
    return html;
}

Html counts_table(const Request& request, const domain::Reference& reference, const ComposerPage& page)
{
    const auto& trial = *page.trial;
    std::vector<Column> columns = {{tr(request, "Hình thức"), Align::Left, Phone::Title}};
    if (page.saved)
        columns.push_back({tr(request, "Bản {}", {std::to_string(page.saved->number)}), Align::Right});
    columns.push_back({tr(request, "Thử"), Align::Right});
    if (page.saved) columns.push_back({tr(request, "Chênh"), Align::Right});
    Table table(tr(request, "So sánh số lượng và tiền thưởng"), columns);
    table.dense();
    // Without a saved version there is nothing to compare with, so its columns stay away.
    const auto put = [&](const std::string& name, const std::string& before, const std::string& after,
                         const Html& change) {
        std::vector<Cell> cells{name};
        if (page.saved) cells.emplace_back(trial.saved ? Html::text(before) : dash());
        cells.emplace_back(strong(after));
        if (page.saved) cells.emplace_back(trial.saved ? change : dash());
        table.row(std::move(cells));
    };
    for (const auto& count : trial.counts) {
        std::string name = award_short_name(request, reference, count.award);
        if (const auto* kind = reference.award(count.award); kind && kind->recipients.size() > 1)
            name += count.kind == domain::RecipientKind::Collective ? " " + tr(request, "tập thể")
                                                                    : " " + tr(request, "cá nhân");
        put(name, std::to_string(count.before), std::to_string(count.after),
            difference(request, count.after - count.before));
    }
    if (trial.money_known)
        put(tr(request, "Tiền thưởng (triệu đồng)"), millions(trial.money_before),
            millions(trial.money_after), money_difference(request, trial.money_after - trial.money_before));
    Html html = table.html();
    if (!page.saved)
        html << "<div class=\"bd\"><p>"
             << muted(tr(request, "Chưa có bản nào được lưu. Khi đã lưu, ở đây so bản đang thử với bản đó."))
             << "</p></div>";
    return html;
}

Html entry(base::Literal kind, base::Literal sign, const std::string& title, const std::string& detail)
{
    Html html;
    html << "<li><span class=\"sign " << kind << "\" aria-hidden=\"true\">" << sign << "</span><span><strong>"
         << title << "</strong>";
    if (!detail.empty()) html << "<small>" << detail << "</small>";
    html << "</span></li>";
    return html;
}

std::string standing_words(const Request& request, const app::AwardMove& move)
{
    const auto index = move.index.vietnamese(move.decimals);
    if (!move.place) return tr(request, "không xếp hạng · {} điểm", {index});
    return tr(request, "hạng {} · {} · {} điểm", {std::to_string(*move.place), move.group, index});
}

// "Cờ thi đua: thiếu 1,32 điểm; Bằng khen: ngoài hạng 2–4": why a unit gets nothing now.
std::string loss_words(const Request& request, const domain::Reference& reference,
                       const app::RuleTrial& trial, const app::AwardMove& move)
{
    const auto* group = find_group(trial.standings, move.group);
    const auto* standing = find_unit(group, move.unit);
    if (!standing) return {};
    std::vector<std::string> parts;
    for (const auto& unmet : move.why)
        parts.push_back(award_short_name(request, reference, unmet.award) + ": " +
                        shortfall(request, unmet.criterion, *standing, *group).amount);
    return base::join(parts, "; ");
}

Html heading(const std::string& text, std::size_t count)
{
    Html html;
    html << "<h3>" << text << " · " << count << "</h3>";
    return html;
}

Html moves(const Request& request, const domain::Reference& reference, const app::RuleTrial& trial)
{
    Html html;
    html << heading(tr(request, "Vào thêm"), trial.enters.size()) << "<ul class=\"diff\">";
    for (const auto& move : trial.enters)
        html << entry("in", "+", move.unit + " → " + award_short_name(request, reference, move.after),
                      standing_words(request, move));
    if (trial.enters.empty()) html << entry("nr", "–", tr(request, "Không có đơn vị nào"), {});
    html << "</ul>" << heading(tr(request, "Ra khỏi danh sách"), trial.leaves.size())
         << "<ul class=\"diff\">";
    for (const auto& move : trial.leaves) {
        const auto why = loss_words(request, reference, trial, move);
        html << entry("out", "−",
                      move.unit + " · " +
                          tr(request, "mất {}", {award_short_name(request, reference, move.before)}),
                      standing_words(request, move) + (why.empty() ? "" : "; " + why));
    }
    if (trial.leaves.empty()) html << entry("nr", "–", tr(request, "Không có đơn vị nào"), {});
    html << "</ul>";
    return html;
}

Html misses(const Request& request, const domain::Reference& reference, const app::RuleTrial& trial)
{
    const auto list = app::nearest_misses(trial.tried);
    Html html;
    html << heading(tr(request, "Sát nút"), list.size()) << "<ul class=\"diff\">";
    for (const auto& proposal : list) {
        const auto* group = find_group(trial.standings, proposal.group);
        const auto* standing = find_unit(group, proposal.recipient);
        const auto* unmet = first_unmet(proposal.verdict);
        if (!standing || !unmet) continue;
        const auto missed = shortfall(request, *unmet, *standing, *group);
        std::string line = award_short_name(request, reference, proposal.award) + ": ";
        if (proposal.place) line += tr(request, "hạng {}", {std::to_string(*proposal.place)}) + ", ";
        line += unmet->code == domain::CriterionCode::Place ? tr(request, "thiếu {}", {missed.amount})
                                                            : missed.amount;
        if (!missed.detail.empty()) line += ", " + missed.detail;
        html << entry("nr", "!", proposal.recipient, line);
    }
    if (list.empty()) html << entry("nr", "–", tr(request, "Không có đơn vị nào"), {});
    html << "</ul>";
    return html;
}

Html warnings(const Request& request, const app::RuleTrial& trial)
{
    std::vector<Check> checks;
    for (const auto& warning : trial.tried.warnings)
        checks.push_back({Tone::Warn, Html::text(tr(request, warning.message))});
    if (checks.empty()) return {};
    Html html;
    html << "<div class=\"bd\">" << check_list(request, checks) << "</div>";
    return html;
}

// Runs of one version: "Lần chạy số 2, Lần chạy số 3".
Html runs_of(const Request& request, const ComposerPage& page, domain::RuleSetVersionId version)
{
    Html html;
    bool first = true;
    for (const auto& run : page.runs) {
        if (run.rule_set_version != version) continue;
        if (!first) html << ", ";
        html << link("/proposals/" + run.id.text(),
                     tr(request, "Lần chạy số {}", {std::to_string(run.number)}));
        first = false;
    }
    return first ? dash() : html;
}

// Without a note of the officer's own, the changes are named anew, in the reader's language.
std::string note_words(const Request& request, const std::vector<app::RuleSetVersion>& versions,
                       std::size_t at)
{
    const auto& version = versions[at];
    const auto* before = at + 1 < versions.size() ? &versions[at + 1].rules : nullptr;
    if (request.language == Language::Vietnamese ||
        version.note != app::version_note(before, version.rules, rules::in_vietnamese))
        return version.note;
    return app::version_note(before, version.rules,
                             [&](const base::Message& message) { return tr(request, message); });
}

Html run_forms(const Request& request, const ComposerPage& page)
{
    Html html;
    if (!request.may(rights::Permission::RunProposals)) return html;
    const auto& newest = page.versions.front();
    for (const auto& round : page.rounds) {
        if (round.year != newest.rules.year) continue;
        html << button_form(
            request, "/proposals",
            {.text = tr(request, "Chạy đề xuất với bản {}: {}", {std::to_string(newest.number), round.title}),
             .look = Look::Outline,
             .icon = "list-check"},
            hidden("round", round.id.text()) << hidden("version", newest.id.text()));
    }
    return html;
}

}  // namespace

Html trial_card(const Request& request, const domain::Reference& reference, const ComposerPage& page)
{
    Html body;
    const Card frame{.title = tr(request, "Thử nghiệm"),
                     .note = tr(request, "chưa ảnh hưởng đến kết quả"),
                     .id = "thu",
                     .padded = false};
    if (!page.errors.empty()) {
        body << "<div class=\"bd\"><p>" << tr(request, "Sửa các chỗ báo lỗi rồi thử lại.") << "</p></div>";
        return card(frame, body);
    }
    if (!page.trial) {
        body << "<div class=\"bd\"><p>" << tr(request, page.trial.error().message) << "</p></div>";
        return card(frame, body);
    }
    const auto& trial = *page.trial;
    body << counts_table(request, reference, page);
    if (trial.tried.proposals.empty())
        body << "<div class=\"bd\"><p>"
             << tr(request, "Không tập thể nào đạt. Kết quả này hợp lệ: xem ai sát nút ở dưới.")
             << "</p></div>";
    body << warnings(request, trial);
    if (trial.saved && page.changed) body << moves(request, reference, trial);
    body << misses(request, reference, trial);
    Html source;
    source << "<div class=\"bd\"><p class=\"mut sm\">"
           << tr(request, "Trên bảng xếp hạng năm {} đã công bố, {}.",
                 {std::to_string(trial.publication.year), decision_words(request, trial.publication)})
           << " " << link(ranking_address(trial.publication.id), tr(request, "Xem bảng xếp hạng"))
           << "</p></div>";
    body << source;
    return card(frame, body);
}

Html versions_card(const Request& request, const ComposerPage& page)
{
    Table table(tr(request, "Lịch sử phiên bản"), {{tr(request, "Bản"), Align::Left, Phone::Title},
                                                   {tr(request, "Trạng thái"), Align::Left, Phone::Corner},
                                                   {tr(request, "Nội dung đổi"), Align::Left, Phone::Block},
                                                   {tr(request, "Người lưu")},
                                                   {tr(request, "Lúc")},
                                                   {tr(request, "Đã dùng cho")},
                                                   {tr(request, "Tệp")}});
    table.dense();
    const auto address = rule_set_address(page.saved->rule_set);
    for (std::size_t i = 0; i < page.versions.size(); ++i) {
        const auto& version = page.versions[i];
        const std::string number = std::to_string(version.number);
        const bool newest = i == 0;
        table.row({link(address + "?ban=" + number, tr(request, "Bản {}", {number})),
                   newest ? state(Tone::Ok, tr(request, "Đang dùng"))
                          : state(Tone::Neutral, tr(request, "Đã thay")),
                   note_words(request, page.versions, i), version.saved_by_name,
                   version.saved_at.vietnamese(), runs_of(request, page, version.id),
                   link(address + "/file?ban=" + number, "JSON")});
    }
    Html body;
    body << table.html();
    const auto run = run_forms(request, page);
    if (!run.empty()) body << "<div class=\"bd acc\">" << run << "</div>";
    return card({.title = tr(request, "Lịch sử phiên bản"),
                 .note = tr(request, "bản đã lưu không sửa được; mỗi lần chạy ghi rõ bản"),
                 .id = "lich-su",
                 .padded = false},
                body);
}

}  // namespace web
