// The preview of a ranking and the check page before it is published.
#include "access/permission.h"
#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/framework.h"
#include "web/pages/publication.h"
#include "web/pages/ranking.h"
#include "web/pages/ranking_table.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

namespace {

using base::Html;

constexpr std::size_t shown_issues = 20;

std::vector<std::string> step_names(const Request& request)
{
    return {tr(request, "Nhập số liệu"), tr(request, "Xem trước xếp hạng"),
            tr(request, "Kiểm tra và công bố")};
}

Html issues_of(const Request& request, const app::RankingPreview& preview)
{
    if (preview.issues.empty()) return {};
    Html list;
    list << "<p>"
         << (preview.blocked() ? tr(request, "Chưa xếp hạng được hết các đơn vị. Hãy sửa tệp và nhập lại.")
                               : tr(request, "Có điểm cần lưu ý khi xếp hạng."))
         << "</p><ul>";
    for (std::size_t i = 0; i < std::min(preview.issues.size(), shown_issues); ++i) {
        const auto& issue = preview.issues[i];
        list << "<li>";
        if (issue.row > 0) list << tr(request, "Dòng {}: ", {std::to_string(issue.row)});
        list << tr(request, issue.message) << "</li>";
    }
    list << "</ul>";
    return notice(preview.blocked() ? Tone::Error : Tone::Warn, list);
}

Html notices_of(const Request& request, const app::RankingPreview& preview)
{
    Html html = issues_of(request, preview);
    if (preview.current)
        html << notice(
            Tone::Warn,
            Html::text(tr(
                request,
                "Đợt này đã công bố. Công bố lần nữa là đính chính: bản cũ được giữ lại và ghi rõ lý do.")),
            link(ranking_address(preview.current->id), tr(request, "Xem bản đã công bố")));
    if (!preview.last_year)
        html << notice(Tone::Ask,
                       tr(request, "Chưa có kết quả năm {} được công bố, nên không tính mức tăng giảm.",
                          {std::to_string(preview.round.year - 1)}));
    for (const auto& group : preview.draft.groups) {
        const auto to_framework =
            request.may(rights::Permission::ManageUnits)
                ? link(framework_address(group.id, preview.round.year), tr(request, "Mở cách chấm điểm"))
                : Html();
        if (group.framework_version == 0)
            html << notice(
                Tone::Warn,
                Html::text(
                    tr(request,
                       "{}: chưa đặt cách chấm điểm năm {}. Đang tính từ điểm, 2 số lẻ, không chia loại.",
                       {group.name(), std::to_string(preview.round.year)})),
                to_framework);
        if (group.framework_changed)
            html << notice(
                Tone::Warn,
                Html::text(tr(request,
                              "{}: cách chấm điểm đã đổi so với năm trước, mức tăng giảm chỉ để tham khảo.",
                              {group.name()})),
                to_framework);
    }
    return html;
}

Html group_table(const Request& request, const app::RankingPreview& preview,
                 const domain::PublishedGroup& group)
{
    // A first year has no changes, a framework without bands no band: such columns would be empty.
    bool changes = false;
    bool bands = false;
    for (const auto& row : preview.rows) {
        if (row.group != group.id) continue;
        changes = changes || row.standing.change || row.standing.change_places;
        bands = bands || !row.standing.band.empty();
    }
    std::vector<Column> columns = {{.heading = tr(request, "Hạng"), .phone = Phone::Rank},
                                   {.heading = tr(request, "Cơ quan, đơn vị"), .phone = Phone::Title},
                                   {.heading = tr(request, "Chỉ số"), .align = Align::Right}};
    if (changes) {
        columns.push_back({.heading = tr(request, "Tăng giảm"), .align = Align::Right});
        columns.push_back({.heading = tr(request, "Thứ hạng"), .align = Align::Right});
    }
    if (bands) columns.push_back({.heading = tr(request, "Xếp loại")});
    columns.push_back({.heading = tr(request, "Chấm điểm nhưng không xếp hạng"), .align = Align::Center});
    Table table(group.name(), columns);
    for (const auto& row : preview.rows) {
        if (row.group != group.id) continue;
        const auto& standing = row.standing;
        Html unit;
        unit << standing.unit;
        if (!standing.tie_break.empty())
            unit << "<br>" << muted(tr(request, "Bằng điểm, xếp theo {}", {standing.tie_break}));
        std::vector<Cell> cells{place_cell(request, standing), unit,
                                index_cell(request, row, group.summary.decimals)};
        if (changes) {
            cells.emplace_back(delta(request, standing.change, group.summary.decimals));
            cells.emplace_back(place_delta(request, standing.change_places));
        }
        if (bands) cells.emplace_back(band_cell(group.framework, standing.band));
        cells.emplace_back(checkbox_only("khongxep", row.unit.text(),
                                         tr(request, "{}: chấm điểm nhưng không xếp hạng", {standing.unit}),
                                         !row.ranked()));
        table.row(std::move(cells));
    }
    return table.html();
}

Html group_card(const Request& request, const app::RankingPreview& preview,
                const domain::PublishedGroup& group)
{
    std::string note =
        tr(request, "{} đơn vị, xếp hạng {}", {std::to_string(group.units), std::to_string(group.ranked)});
    if (group.summary.mean)
        note += ", " + tr(request, "trung bình {}", {group.summary.mean->vietnamese(group.summary.decimals)});
    return card({.title = group.name(), .note = note, .padded = false}, group_table(request, preview, group));
}

std::string day_text(const Request& request, std::string_view name, const std::optional<base::Date>& day)
{
    // What could not be read comes back as it was typed.
    return day && day->valid() ? day->vietnamese() : std::string(request.query_value(name));
}

Html decision_fields(const Request& request, const app::RankingPreview& preview,
                     const app::PublishOrder& order, std::span<const base::Error> refusals)
{
    const auto conference = order.conference_date ? order.conference_date : preview.round.conference_date;
    Html fields;
    fields << field_row(
        {input({.name = "decision_number",
                .label = tr(request, "Số quyết định công bố"),
                .value = order.decision_number,
                .hint = tr(request, "ghi cả ký hiệu, ví dụ 97/QĐ-UBND-HC"),
                .error = error_of(request, refusals, "decision_number"),
                .required = true}),
         date_input(request, {.name = "decision_date",
                              .label = tr(request, "Ngày ký"),
                              .value = day_text(request, "decision_date", order.decision_date),
                              .error = error_of(request, refusals, "decision_date"),
                              .required = true}),
         date_input(request, {.name = "conference_date",
                              .label = tr(request, "Ngày hội nghị công bố (nếu có)"),
                              .value = day_text(request, "conference_date", conference),
                              .error = error_of(request, refusals, "conference_date")})});
    if (preview.current)
        fields << textarea({.name = "reason",
                            .label = tr(request, "Lý do đính chính"),
                            .value = std::string(request.query_value("reason")),
                            .error = error_of(request, refusals, "reason"),
                            .required = true});
    return fields;
}

// The choices travel with every step, so that nothing is stored before the end.
Html carried(const Request& request, const app::RankingPreview& preview, const app::PublishOrder& order)
{
    Html fields;
    fields << hidden("upload", preview.upload.id.text()) << hidden("chon", "1")
           << hidden("seen", preview.fingerprint) << hidden("decision_number", order.decision_number)
           << hidden("decision_date", order.decision_date ? order.decision_date->iso() : std::string())
           << hidden("conference_date", order.conference_date ? order.conference_date->iso() : std::string());
    if (preview.current)
        fields << hidden("replaces", preview.current->id.text())
               << hidden("reason", request.method == "POST" ? request.form_value("reason")
                                                            : request.query_value("reason"));
    for (const auto& row : preview.rows)
        if (!row.ranked()) fields << hidden("khongxep", row.unit.text());
    return fields;
}

// The same as an address, so that going back loses nothing.
std::string carried_query(const Request& request, const app::PublishOrder& order)
{
    std::string query = "?chon=1";
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) query.append("&").append(name).append("=").append(base::url_encoded(value));
    };
    if (order.choices.upload) add("upload", order.choices.upload.text());
    if (order.choices.unranked)
        for (const auto unit : *order.choices.unranked)
            add("khongxep", unit.text());
    add("decision_number", order.decision_number);
    if (order.decision_date) add("decision_date", order.decision_date->iso());
    if (order.conference_date) add("conference_date", order.conference_date->iso());
    add("reason", request.method == "POST" ? request.form_value("reason") : request.query_value("reason"));
    return query;
}

std::string first_places(const app::RankingPreview& preview, const domain::PublishedGroup& group)
{
    std::vector<std::string> names;
    for (const auto& row : preview.rows)
        if (row.group == group.id && row.standing.place == 1)
            names.push_back(row.standing.unit + " (" + row.standing.index.vietnamese(group.summary.decimals) +
                            ")");
    return base::join(names, ", ");
}

std::vector<std::pair<std::string, Html>>
answers_of(const Request& request, const app::RankingPreview& preview, const app::PublishOrder& order)
{
    std::vector<std::pair<std::string, Html>> answers;
    answers.emplace_back(tr(request, "Đợt"), Html::text(preview.round.title));
    answers.emplace_back(tr(request, "Tệp số liệu"), Html::text(preview.upload.file_name));
    answers.emplace_back(tr(request, "Số quyết định công bố"), Html::text(order.decision_number));
    answers.emplace_back(tr(request, "Ngày ký"),
                         order.decision_date ? Html::text(order.decision_date->vietnamese()) : Html());
    if (order.conference_date)
        answers.emplace_back(tr(request, "Hội nghị công bố"),
                             Html::text(order.conference_date->vietnamese()));
    for (const auto& group : preview.draft.groups) {
        Html words;
        words << tr(request, "{} đơn vị, xếp hạng {}",
                    {std::to_string(group.units), std::to_string(group.ranked)})
              << "<br>" << tr(request, "Đứng đầu: {}", {first_places(preview, group)});
        if (preview.last_year)
            words << "<br>"
                  << tr(request, "So với năm {}: {} tăng điểm, {} giảm điểm",
                        {std::to_string(preview.round.year - 1), std::to_string(group.summary.rose),
                         std::to_string(group.summary.fell)});
        answers.emplace_back(group.name(), words);
    }
    return answers;
}

}  // namespace

Html preview_content(const Request& request, const app::RankingPreview& preview,
                     const app::PublishOrder& order, std::span<const base::Error> refusals)
{
    const auto address = preview_address(preview.round.id);
    Html html = steps(request, step_names(request), 1);
    html << error_summary(request, refusals) << notices_of(request, preview);
    html << "<form method=\"get\" action=\"" << base::url(address + "/check") << "\" novalidate>"
         << hidden("upload", preview.upload.id.text()) << hidden("chon", "1");
    for (const auto& group : preview.draft.groups)
        html << group_card(request, preview, group);
    html << made_up_note(request, preview.rows);
    html << card(
        {.title = preview.current ? tr(request, "Quyết định đính chính") : tr(request, "Quyết định công bố")},
        decision_fields(request, preview, order, refusals));
    Html message;
    message << "<span id=\"con-lai\">"
            << (preview.blocked()
                    ? tr(request, "Còn lỗi trong số liệu, chưa công bố được.")
                    : tr(request, "Chưa lưu gì. Bước sau là kiểm tra lần cuối trước khi công bố."))
            << "</span>";
    Html buttons;
    buttons << submit({.text = tr(request, "Kiểm tra trước khi công bố"),
                       .disabled_because = preview.blocked() ? "con-lai" : ""})
            << submit({.text = tr(request, "Tính lại"), .look = Look::Outline, .action = address});
    html << acts(message, buttons) << "</form>";
    return html;
}

Html check_content(const Request& request, const app::RankingPreview& preview, const app::PublishOrder& order,
                   const std::vector<app::StandingDifference>& differences,
                   std::span<const base::Error> refusals)
{
    CheckPage check;
    const auto year = std::to_string(preview.round.year);
    check.question = preview.current ? tr(request, "Đính chính kết quả xếp hạng năm {}?", {year})
                                     : tr(request, "Công bố kết quả xếp hạng năm {}?", {year});
    check.answers = answers_of(request, preview, order);
    if (preview.current) {
        check.answers.emplace_back(tr(request, "Thay cho"),
                                   Html::text(decision_words(request, *preview.current)));
        check.answers.emplace_back(tr(request, "Lý do đính chính"),
                                   Html::text(request.method == "POST" ? request.form_value("reason")
                                                                       : request.query_value("reason")));
        check.details = differences_table(request, differences);
    }
    check.consequence = tr(
        request,
        "Kết quả được giữ nguyên như đã công bố. Nếu sai, chỉ có thể đính chính bằng một lần công bố mới.");
    check.action = "/rounds/" + preview.round.id.text() + "/publications";
    check.fields = carried(request, preview, order);
    check.button = {.text = preview.current ? tr(request, "Công bố bản đính chính")
                                            : tr(request, "Công bố kết quả")};
    check.back = preview_address(preview.round.id) + carried_query(request, order);
    Html html = steps(request, step_names(request), 2);
    html << error_summary(request, refusals) << check_page(request, check);
    return html;
}

}  // namespace web
