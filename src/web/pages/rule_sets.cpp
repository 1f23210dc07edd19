// The list of rule sets, the composer's frame, and files of rules.
#include "base/text.h"
#include "rules/rule_set_changes.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/criterion_words.h"
#include "web/pages/rule_set.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;

std::string rule_set_address(domain::RuleSetId id)
{
    return "/rule-sets/" + id.text();
}

Html file_form(const Request& request, const std::string& rule_set, const std::string& seen)
{
    Html fields;
    fields << hidden("rule_set", rule_set) << hidden("seen", seen)
           << input({.name = "file",
                     .label = tr(request, "Tệp bộ quy tắc"),
                     .hint = tr(request,
                                "Tệp JSON tải từ đây hoặc từ nơi khác; xem lại trên màn hình rồi mới lưu"),
                     .required = true,
                     .type = "file",
                     .accept = ".json,application/json"})
           << submit({.text = tr(request, "Đọc tệp"), .look = Look::Outline, .icon = "upload"});
    return form(request, "/rule-sets/file", fields, {.files = true, .id = {}});
}

Html rule_sets_content(const Request& request, const std::vector<app::RuleSetSummary>& sets)
{
    Html html;
    const bool composes = request.may(rights::Permission::ComposeRules);
    const auto compose =
        button_link("/rule-sets/new", tr(request, "Soạn bộ quy tắc mới"), Look::Primary, "plus-lg");
    if (sets.empty()) {
        html << empty_state(tr(request, "Chưa có bộ quy tắc nào"),
                            tr(request,
                               "Bộ quy tắc nói hình thức nào dành cho hạng nào, điểm từ bao nhiêu, mỗi khối "
                               "mấy đơn vị, mỗi đơn vị mấy người."),
                            composes ? compose : Html());
    } else {
        if (composes)
            html << next_step(request, tr(request, "Soạn bộ quy tắc cho đợt mới, hoặc sửa bộ đã có"),
                              tr(request, "Mỗi lần lưu là một bản mới; bản đã dùng không đổi."), compose);
        Table table(tr(request, "Các bộ quy tắc"), {{tr(request, "Bộ quy tắc"), Align::Left, Phone::Title},
                                                    {tr(request, "Năm"), Align::Right},
                                                    {tr(request, "Bản đang dùng"), Align::Right},
                                                    {tr(request, "Người lưu")},
                                                    {tr(request, "Lúc")}});
        for (const auto& set : sets)
            table.row({link(rule_set_address(set.id), set.name), std::to_string(set.year),
                       std::to_string(set.newest), set.saved_by_name, set.saved_at.vietnamese()});
        html << card(
            {.title = tr(request, "Các bộ quy tắc"), .count = std::to_string(sets.size()), .padded = false},
            table.html());
    }
    if (composes)
        html << card(
            {.title = tr(request, "Nhập từ tệp JSON"), .note = tr(request, "cùng định dạng với tệp tải về")},
            file_form(request, {}, {}));
    return html;
}

namespace {

std::string quota_words(const Request& request, const domain::Quota& quota)
{
    std::vector<std::string> parts;
    if (quota.per_group) parts.push_back(tr(request, "{} mỗi khối", {std::to_string(*quota.per_group)}));
    if (quota.total) parts.push_back(tr(request, "{} toàn tỉnh", {std::to_string(*quota.total)}));
    if (quota.percent)
        parts.push_back(
            tr(request, "{}% đơn vị được xếp hạng", {quota.percent->vietnamese(quota.percent->scale())}));
    return base::join(parts, ", ");
}

}  // namespace

Html rule_set_content(const Request& request, const domain::Reference& reference, const ComposerPage& page)
{
    Html html;
    const auto say = [&](const base::Message& message) { return tr(request, message); };
    for (const auto& rule : page.rules.awards) {
        std::vector<std::pair<std::string, Html>> lines;
        for (const auto& condition : rule.all)
            lines.emplace_back(tr(request, "Điều kiện"),
                               Html::text(rules::in_words(rules::condition_phrase(condition), say)));
        if (rule.per != domain::AwardRule::Per::None)
            lines.emplace_back(
                tr(request, "Suất"),
                Html::text(
                    rule.per == domain::AwardRule::Per::AssessedUnit
                        ? tr(request, "{} người mỗi đơn vị được chấm điểm", {std::to_string(rule.count)})
                        : tr(request, "{} người mỗi đơn vị được khen", {std::to_string(rule.count)})));
        if (const auto most = quota_words(request, rule.quota); !most.empty())
            lines.emplace_back(tr(request, "Nhiều nhất"), Html::text(most));
        lines.emplace_back(tr(request, "Căn cứ khen thưởng"),
                           rule.ground.empty() ? dash() : Html::text(rule.ground));
        html << card({.title = award_name(request, reference, rule.award, rule.kind)}, facts(lines));
    }
    html << versions_card(request, page);
    return html;
}

PageFrame composer_frame(const Request& request, const ComposerPage& page)
{
    PageFrame frame{.title = page.saved ? page.saved->rules.name : tr(request, "Soạn bộ quy tắc"),
                    .menu = "/rule-sets"};
    frame.crumbs = {{tr(request, "Bộ quy tắc"), "/rule-sets"}};
    frame.refused = !page.errors.empty();
    if (!page.saved) return frame;
    const std::string number = std::to_string(page.saved->number);
    frame.provenance << tr(request, "Soạn từ bản {}, {} lưu lúc {}",
                           {number, page.saved->saved_by_name, page.saved->saved_at.vietnamese()});
    frame.actions << button_link(rule_set_address(page.saved->rule_set) + "/file?ban=" + number,
                                 tr(request, "Tải tệp JSON"), Look::Outline, "download");
    return frame;
}

Html file_problems_content(const Request& request, const std::string& file,
                           const std::vector<FileProblem>& problems)
{
    Html html;
    Html said;
    said << "<p><strong>" << tr(request, "Chưa đọc được tệp {}.", {file}) << "</strong> "
         << tr(request, "Sửa các chỗ dưới đây trong tệp rồi chọn lại. Chưa có gì được lưu.") << "</p>";
    html << notice(Tone::Error, said);
    Table table(tr(request, "Những chỗ sai trong tệp"),
                {{tr(request, "Ở đâu"), Align::Left, Phone::Title},
                 {tr(request, "Sai thế nào"), Align::Left, Phone::Block}});
    for (const auto& problem : problems)
        table.row(
            {problem.path.empty() ? tr(request, "cả tệp") : problem.path, tr(request, problem.message)});
    html << card({.title = tr(request, "Những chỗ sai trong tệp"),
                  .count = std::to_string(problems.size()),
                  .padded = false},
                 table.html());
    html << card({.title = tr(request, "Chọn lại tệp")}, file_form(request, {}, {}));
    return html;
}

}  // namespace web
