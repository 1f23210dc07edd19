// Peer groups: the list with its form, and one group's form.
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/identity.h"
#include "web/pages/units.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

Html fields_of(const Request& request, const domain::PeerGroup& group, std::span<const base::Error> refusals)
{
    Html fields;
    fields << input({.name = "name",
                     .label = tr(request, "Tên khối"),
                     .value = sent_or(request, "name", group.name),
                     .hint = tr(request, "Như in trên bảng xếp hạng, ví dụ Các sở, cơ quan ngang sở."),
                     .error = error_of(request, refusals, "name"),
                     .required = true});
    return fields;
}

}  // namespace

Html groups_content(const Request& request, const GroupsView& view, std::span<const base::Error> refusals)
{
    Table table(tr(request, "Các khối xếp hạng"), {{tr(request, "Thứ tự"), Align::Right, Phone::Corner},
                                                   {tr(request, "Khối"), Align::Left, Phone::Title},
                                                   {tr(request, "Số đơn vị"), Align::Right},
                                                   {.heading = tr(request, "Sửa"), .hidden_heading = true}});
    for (const auto& group : view.groups) {
        const auto units = std::count_if(view.units.begin(), view.units.end(),
                                         [&](const domain::Unit& unit) { return unit.group == group.id; });
        Html edit;
        edit << "<a href=\"" << base::url("/groups/" + group.id.text()) << "\">" << tr(request, "Sửa")
             << hidden_text(" " + group.name) << "</a>";
        table.row({std::to_string(group.position), link("/units?khoi=" + group.id.text(), group.name),
                   std::to_string(units), edit});
    }
    Html add = fields_of(request, {}, refusals);
    add << submit(tr(request, "Thêm khối"));
    const auto form_card = card({.title = tr(request, "Khối mới")}, form(request, "/groups", add));
    Html list;
    if (view.groups.empty())
        list << empty_state(
            tr(request, "Chưa có khối nào"),
            tr(request, "Đơn vị được xếp hạng với các đơn vị cùng khối. Hãy thêm khối đầu tiên."));
    else
        list << card({.title = tr(request, "Các khối xếp hạng"),
                      .count = std::to_string(view.groups.size()),
                      .padded = false},
                     table.html());
    Html html;
    html << saved_notice(request) << error_summary(request, refusals) << columns(list, form_card);
    return html;
}

Html group_form_content(const Request& request, const domain::PeerGroup& group,
                        std::span<const base::Error> refusals)
{
    Html fields = fields_of(request, group, refusals);
    fields << input({.name = "position",
                     .label = tr(request, "Thứ tự trên danh sách"),
                     .value = sent_or(request, "position", std::to_string(group.position)),
                     .inputmode = "numeric",
                     .narrow = true})
           << hidden("version", std::to_string(group.version)) << "<div class=\"acc\">"
           << submit(tr(request, "Lưu khối")) << button_link("/groups", tr(request, "Quay lại"), Look::Quiet)
           << "</div>";
    Html html;
    html << error_summary(request, refusals)
         << card({.title = group.name}, form(request, "/groups/" + group.id.text(), fields));
    return html;
}

domain::PeerGroup group_form(const Request& request, domain::PeerGroup group)
{
    group.name = request.form_value("name");
    if (const auto position = Request::positive_number(request.form_value("position")))
        group.position = static_cast<int>(std::min<std::int64_t>(*position, 9999));
    if (const auto version = Request::positive_number(request.form_value("version")))
        group.version = static_cast<int>(*version);
    return group;
}

}  // namespace web
