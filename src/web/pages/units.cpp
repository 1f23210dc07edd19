#include "web/pages/units.h"

#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/identity.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

bool manages(const Request& request)
{
    return request.may(rights::Permission::ManageUnits);
}

std::string group_name(const Request& request, const UnitsView& view, domain::PeerGroupId id)
{
    for (const auto& group : view.groups)
        if (group.id == id) return group.name;
    return tr(request, "Không xếp hạng");
}

Html filters(const Request& request, const UnitsView& view)
{
    std::vector<Option> groups = {{"", tr(request, "Tất cả các khối")}};
    for (const auto& group : view.groups)
        groups.push_back({group.id.text(), group.name});
    groups.push_back({"0", tr(request, "Không xếp hạng")});
    Html fields;
    fields << input({.name = "tim",
                     .label = tr(request, "Tìm theo tên, mã"),
                     .value = std::string(request.query_value("tim")),
                     .type = "search"})
           << select({.name = "khoi",
                      .label = tr(request, "Khối"),
                      .value = std::string(request.query_value("khoi"))},
                     groups)
           << checkbox("cu", "1", tr(request, "Cả đơn vị đã kết thúc"), request.query_value("cu") == "1");
    return filter_bar(request, "/units", fields);
}

Html name_cell(const Request& request, const domain::Unit& unit)
{
    Html cell;
    cell << link("/units/" + unit.id.text(), unit.official_name);
    if (unit.ended) cell << " " << tag(Tone::Neutral, tr(request, "kết thúc {}", {unit.ended->vietnamese()}));
    return cell;
}

Html units_table(const Request& request, const UnitsView& view)
{
    std::vector<Column> columns = {{tr(request, "Mã"), Align::Left, Phone::Corner},
                                   {tr(request, "Đơn vị"), Align::Left, Phone::Title},
                                   {tr(request, "Tên ngắn"), Align::Left, Phone::Plain},
                                   {tr(request, "Tên gọi khác trong bảng"), Align::Left, Phone::Plain}};
    if (manages(request))
        columns.push_back({.heading = tr(request, "Sửa"), .phone = Phone::Plain, .hidden_heading = true});
    Table table(tr(request, "Danh sách đơn vị"), columns);
    std::optional<domain::PeerGroupId> shown;
    for (const auto& unit : view.units.rows) {
        if (shown != unit.group) table.group(Html::text(group_name(request, view, unit.group)));
        shown = unit.group;
        std::vector<Cell> cells = {unit.code, name_cell(request, unit), Html::text(unit.short_name),
                                   unit.variants.empty() ? Html() : muted(base::join(unit.variants, ", "))};
        if (manages(request)) {
            Html edit;
            edit << "<a href=\"" << base::url("/units/" + unit.id.text() + "/edit") << "\">"
                 << tr(request, "Sửa") << hidden_text(" " + unit.official_name) << "</a>";
            cells.emplace_back(edit);
        }
        table.row(std::move(cells));
    }
    return table.html();
}

Html no_units(const Request& request)
{
    Html action;
    if (manages(request))
        action << button_link("/units/import", tr(request, "Nhập nhiều đơn vị"), Look::Primary, "upload");
    return empty_state(tr(request, "Chưa có đơn vị nào"),
                       tr(request, "Dán danh sách đơn vị từ bảng tính, hoặc thêm ngay khi nhập kết quả."),
                       action);
}

}  // namespace

std::string date_text(const std::optional<base::Date>& day)
{
    return day ? day->vietnamese() : std::string();
}

base::Result<std::optional<base::Date>> typed_date(const Request& request, const char* field)
{
    const auto text = request.form_value(field);
    if (text.empty()) return std::optional<base::Date>();
    const auto day = base::Date::parse(text);
    if (!day) return base::invalid("Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 30/03/2022.", field);
    return day;
}

Html saved_notice(const Request& request)
{
    if (request.query_value("xong") != "luu") return {};
    Html go;
    if (manages(request) && request.path != "/settings")
        go << link("/settings", tr(request, "Xem việc thiết lập còn lại"));
    return notice(Tone::Ok, Html::text(tr(request, "Đã lưu.")), go);
}

app::UnitFilter unit_filter(const Request& request)
{
    app::UnitFilter filter;
    filter.text = request.query_value("tim");
    const auto group = request.query_value("khoi");
    filter.group = group == "0" ? domain::PeerGroupId{} : Request::parse_id<domain::PeerGroupId>(group);
    if (request.query_value("cu") != "1") filter.present_on = request.now.date();
    filter.page = page_asked(request);
    return filter;
}

Html units_content(const Request& request, const UnitsView& view, const app::UnitFilter& filter)
{
    if (view.none) return no_units(request);
    Html html;
    html << saved_notice(request);
    Html list = filters(request, view);
    if (view.units.rows.empty())
        list << empty_state(tr(request, "Không có đơn vị nào khớp"),
                            tr(request, "Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc."),
                            button_link("/units", tr(request, "Bỏ lọc")));
    else
        list << units_table(request, view);
    const auto total = std::to_string(view.units.total);
    if (view.units.total > filter.size)
        list << pager(request, static_cast<std::size_t>(filter.page), pages_of(view.units.total, filter.size),
                      tr(request, "{} đơn vị", {total}));
    html << card({.title = tr(request, "Danh sách đơn vị"),
                  .count = total,
                  .note = tr(request, "theo thứ tự in trên danh sách"),
                  .padded = false},
                 list);
    return html;
}

Html import_units_content(const Request& request, std::span<const app::UnitLineIssue> issues,
                          std::span<const base::Error> refusals)
{
    Html html;
    html << error_summary(request, refusals);
    if (!issues.empty()) {
        Table table(tr(request, "Các dòng cần sửa"), {{tr(request, "Dòng"), Align::Right, Phone::Corner},
                                                      {tr(request, "Vì sao"), Align::Left, Phone::Title}});
        for (const auto& issue : issues)
            table.row({issue.line > 0 ? Html::text(std::to_string(issue.line)) : dash(),
                       tr(request, issue.message)});
        html << card({.title = tr(request, "Các dòng cần sửa"),
                      .count = std::to_string(issues.size()),
                      .padded = false},
                     table.html());
    }
    Html fields;
    fields << textarea({.name = "lines",
                        .label = tr(request, "Danh sách đơn vị"),
                        .value = sent_or(request, "lines", {}),
                        .hint = tr(request,
                                   "Mỗi dòng một đơn vị: mã; tên; tên ngắn; khối. Dán thẳng từ bảng tính "
                                   "cũng được. Khối chưa có sẽ được tạo; bỏ trống khối là không xếp hạng."),
                        .error = error_of(request, refusals, "lines"),
                        .required = true,
                        .placeholder = tr(request, "H01; Sở Nội vụ; Sở NV; Các sở, ban, ngành")},
                       14)
           << "<div class=\"acc\">" << submit(tr(request, "Thêm tất cả đơn vị"))
           << button_link("/units", tr(request, "Quay lại"), Look::Quiet) << "</div>";
    html << card({.title = tr(request, "Dán danh sách")}, form(request, "/units/import", fields));
    return html;
}

}  // namespace web
