// Each round: what can be run in it and what was.
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/proposals.h"
#include "web/pages/ranking.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;

namespace {

Html run_form(const Request& request, const app::RoundRuns& round, Look look)
{
    std::vector<Option> options;
    for (const auto& set : round.rule_sets)
        options.push_back(
            {set.newest_id.text(), tr(request, "{}, bản {}", {set.name, std::to_string(set.newest)})});
    Html fields;
    fields << hidden("round", round.round.id.text())
           << select({.name = "version",
                      .label = tr(request, "Bộ quy tắc"),
                      .value = options.front().value,
                      .id = "version-" + round.round.id.text()},
                     options)
           << submit({.text = round.runs.empty() ? tr(request, "Chạy đề xuất") : tr(request, "Chạy lại"),
                      .look = look,
                      .icon = "list-check"});
    return form(request, "/proposals", fields);
}

Html runs_table(const Request& request, const app::RoundRuns& round)
{
    Table table(tr(request, "Các lần chạy của {}", {round.round.title}),
                {{tr(request, "Lần chạy"), Align::Left, Phone::Title},
                 {tr(request, "Bộ quy tắc")},
                 {tr(request, "Người chạy")},
                 {tr(request, "Lúc")}});
    for (const auto& run : round.runs)
        table.row({link(run_address(run.id), tr(request, "Lần chạy số {}", {std::to_string(run.number)})),
                   tr(request, "{}, bản {}", {run.rule_name, std::to_string(run.rule_version)}),
                   run.run_by_name, run.run_at.vietnamese()});
    return table.html();
}

Html round_card(const Request& request, const app::RoundRuns& round, bool first)
{
    Html body;
    Html right;
    const std::string year = std::to_string(round.round.year);
    const bool runs = request.may(rights::Permission::RunProposals) && round.round.open;
    if (!round.runs.empty()) {
        body << runs_table(request, round);
        right = button_link(run_address(round.runs.front().id), tr(request, "Mở lần chạy mới nhất"),
                            first ? Look::Primary : Look::Outline);
    }
    if (!round.publication) {
        body << "<div class=\"bd\"><p>" << tr(request, "Chưa công bố xếp hạng nên chưa chạy được đề xuất.")
             << " " << link("/publications", tr(request, "Công bố xếp hạng")) << "</p></div>";
    } else if (runs && round.rule_sets.empty()) {
        body << "<div class=\"bd\"><p>" << tr(request, "Chưa có bộ quy tắc nào cho năm {}.", {year})
             << "</p><p>"
             << button_link("/rule-sets/new?nam=" + year, tr(request, "Soạn bộ quy tắc"),
                            first && round.runs.empty() ? Look::Primary : Look::Outline)
             << "</p></div>";
    } else if (runs) {
        body << "<div class=\"bd\">"
             << run_form(request, round, first && round.runs.empty() ? Look::Primary : Look::Outline)
             << "</div>";
    } else if (round.runs.empty()) {
        body << "<div class=\"bd\"><p>" << tr(request, "Chưa có lần chạy nào.") << "</p></div>";
    }
    return card({.title = round.round.title,
                 .note = round.publication ? decision_words(request, *round.publication) : std::string(),
                 .right = right,
                 .id = "dot-" + round.round.id.text(),
                 .padded = false},
                body);
}

}  // namespace

Html rounds_content(const Request& request, const std::vector<app::RoundRuns>& rounds)
{
    if (rounds.empty())
        return empty_state(tr(request, "Chưa có đợt khen thưởng nào"),
                           tr(request, "Đề xuất dựa trên bảng xếp hạng đã công bố của một đợt."),
                           request.may(rights::Permission::ManageUnits)
                               ? button_link("/rounds", tr(request, "Tạo đợt khen thưởng"), Look::Primary)
                               : Html());
    Html html;
    const auto wanted = Request::parse_id<domain::RoundId>(request.query_value("round"));
    bool first = true;
    for (const auto& round : rounds) {
        if (wanted && round.round.id != *wanted) continue;
        html << round_card(request, round, first);
        first = false;
    }
    if (wanted) html << "<p>" << link("/proposals", tr(request, "Xem mọi đợt")) << "</p>";
    return html;
}

}  // namespace web
