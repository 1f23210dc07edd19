// One unit: its form, its other spellings and its former names.
#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/identity.h"
#include "web/pages/units.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;

namespace {

std::string address_of(const domain::Unit& unit)
{
    return "/units/" + unit.id.text();
}

Html fields_of(const Request& request, const UnitView& view, std::span<const base::Error> refusals)
{
    const auto& unit = view.unit;
    const bool fresh = !unit.id;
    std::vector<Option> groups = {{"", tr(request, "Không xếp hạng")}};
    for (const auto& group : view.groups)
        groups.push_back({group.id.text(), group.name});
    Html fields;
    fields << field_row({input({.name = "code",
                                .label = tr(request, "Mã đơn vị"),
                                .value = sent_or(request, "code", unit.code),
                                .error = error_of(request, refusals, "code"),
                                .required = true,
                                .narrow = true}),
                         input({.name = "short_name",
                                .label = tr(request, "Tên ngắn"),
                                .value = sent_or(request, "short_name", unit.short_name),
                                .error = error_of(request, refusals, "short_name")})})
           << input({.name = "official_name",
                     .label = tr(request, "Tên đầy đủ"),
                     .value = sent_or(request, "official_name", unit.official_name),
                     .hint = tr(request, "In trên quyết định, danh sách và bằng khen."),
                     .error = error_of(request, refusals, "official_name"),
                     .required = true});
    if (!fresh)
        fields << date_input(request, {.name = "named_from",
                                       .label = tr(request, "Nếu đổi tên: tên mới có từ ngày"),
                                       .value = sent_or(request, "named_from", {}),
                                       .error = error_of(request, refusals, "named_from")});
    fields << field_row(
        {select({.name = "group",
                 .label = tr(request, "Khối xếp hạng"),
                 .value = sent_or(request, "group", unit.group ? unit.group.text() : ""),
                 .error = error_of(request, refusals, "group")},
                groups),
         input({.name = "position",
                .label = tr(request, "Thứ tự trong khối"),
                .value = sent_or(request, "position", unit.position ? std::to_string(unit.position) : ""),
                .hint = fresh ? tr(request, "Bỏ trống: xếp cuối khối.") : std::string(),
                .error = error_of(request, refusals, "position"),
                .inputmode = "numeric",
                .narrow = true})});
    if (!fresh)
        fields << date_input(request,
                             {.name = "ended",
                              .label = tr(request, "Sáp nhập, giải thể từ ngày"),
                              .value = sent_or(request, "ended", date_text(unit.ended)),
                              .hint = tr(request, "Bỏ trống khi đơn vị đang hoạt động. Hồ sơ cũ giữ nguyên."),
                              .error = error_of(request, refusals, "ended")})
               << hidden("version", std::to_string(unit.version));
    return fields;
}

Html variants_card(const Request& request, const domain::Unit& unit, std::span<const base::Error> refusals)
{
    Table table(tr(request, "Tên gọi khác"), {{tr(request, "Tên gọi khác"), Align::Left, Phone::Title},
                                              {.heading = tr(request, "Bỏ"), .hidden_heading = true}});
    for (const auto& variant : unit.variants)
        table.row({variant, button_form(request, address_of(unit) + "/variants/removal",
                                        {.text = tr(request, "Bỏ “{}”", {variant}), .look = Look::Quiet},
                                        hidden("variant", variant))});
    Html body;
    body << "<p>"
         << tr(request, "Các cách viết gặp trong bảng kết quả; chữ hoa, chữ thường và dấu không quan trọng.")
         << "</p>";
    if (!table.empty()) body << table.html();
    Html fields;
    fields << input({.name = "variant",
                     .label = tr(request, "Thêm tên gọi khác"),
                     .value = std::string(request.form_value("variant")),
                     .error = error_of(request, refusals, "variant"),
                     .required = true})
           << submit(tr(request, "Thêm"), Look::Outline);
    body << form(request, address_of(unit) + "/variants", fields);
    return card({.title = tr(request, "Tên gọi khác"), .count = std::to_string(unit.variants.size())}, body);
}

Html names_card(const Request& request, const std::vector<app::UnitName>& names)
{
    std::vector<Event> events;
    for (const auto& name : names)
        events.push_back(
            {.text = Html::text(name.official_name),
             .when = tr(request, "từ {}, {} ghi ngày {}",
                        {name.from.vietnamese(), name.recorded_by, name.recorded_at.date().vietnamese()})});
    return card({.title = tr(request, "Các tên đã mang")}, timeline(request, events));
}

Html order_card(const Request& request, const domain::Unit& unit)
{
    Html body;
    body << "<div class=\"acc\">"
         << button_form(request, address_of(unit) + "/order",
                        {.text = tr(request, "Lên một bậc"), .look = Look::Outline}, hidden("move", "up"))
         << button_form(request, address_of(unit) + "/order",
                        {.text = tr(request, "Xuống một bậc"), .look = Look::Outline}, hidden("move", "down"))
         << "</div>";
    return card({.title = tr(request, "Thứ tự trong khối"), .count = std::to_string(unit.position)}, body);
}

}  // namespace

Html unit_form_content(const Request& request, const UnitView& view, std::span<const base::Error> refusals)
{
    const bool fresh = !view.unit.id;
    Html fields = fields_of(request, view, refusals);
    fields << "<div class=\"acc\">" << submit(fresh ? tr(request, "Thêm đơn vị") : tr(request, "Lưu đơn vị"))
           << button_link("/units", tr(request, "Quay lại"), Look::Quiet) << "</div>";
    const auto main = card({.title = fresh ? tr(request, "Đơn vị mới") : view.unit.official_name},
                           form(request, fresh ? std::string("/units") : address_of(view.unit), fields));
    Html html;
    html << saved_notice(request) << error_summary(request, refusals);
    if (fresh) {
        html << main;
        return html;
    }
    Html side;
    side << variants_card(request, view.unit, refusals) << order_card(request, view.unit)
         << names_card(request, view.names);
    html << halves(main, side);
    return html;
}

base::Result<domain::Unit> unit_form(const Request& request, domain::Unit unit)
{
    unit.code = request.form_value("code");
    unit.official_name = request.form_value("official_name");
    unit.short_name = request.form_value("short_name");
    unit.group =
        Request::parse_id<domain::PeerGroupId>(request.form_value("group")).value_or(domain::PeerGroupId{});
    const auto position = request.form_value("position");
    const auto number =
        position.empty() ? std::optional<std::int64_t>(0) : Request::positive_number(position);
    if (!number || *number > 9999) return base::invalid("Thứ tự là một số từ 1 đến 9999.", "position");
    if (*number > 0 || !unit.id) unit.position = static_cast<int>(*number);
    const auto ended = typed_date(request, "ended");
    if (!ended) return ended.error();
    unit.ended = *ended;
    if (const auto version = Request::positive_number(request.form_value("version")))
        unit.version = static_cast<int>(*version);
    return unit;
}

}  // namespace web
