// The cards on which an officer decides what unsure names mean. Nothing is chosen beforehand, unless the officer asks for
// the near certain names (chon=goi-y) or the unknown ones (chon=them) to be ticked.
#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/import.h"
#include "web/pages/import_parts.h"
#include "web/texts.h"

#include <algorithm>
#include <set>

namespace web {
namespace {

using app::UnitChoice;
using base::Html;

constexpr std::size_t most_choices = 300;

// One name of the sheet, with the first row it stands in.
struct Unsure {
    const domain::SheetRow* row;
    const app::UnitReading* reading;
    std::string_view group;  // the heading it stands under
};

std::vector<Unsure> unsure_names(const app::ImportPreview& preview)
{
    std::vector<Unsure> names;
    std::set<std::string> seen;
    for (std::size_t g = 0; g < preview.units.size(); ++g)
        for (std::size_t r = 0; r < preview.units[g].size(); ++r) {
            const auto& row = preview.sheet.groups[g].rows[r];
            if (preview.units[g][r].unsure && seen.insert(app::choice_key(row.unit)).second)
                names.push_back({&row, &preview.units[g][r], preview.sheet.groups[g].name});
        }
    return names;
}

// The one unit a name can hardly fail to mean: "Huyện Long Hồ" for "UBND huyện Long Hồ".
const app::OfferedUnit* near_certain(const app::UnitReading& reading)
{
    constexpr int likeness = 95;
    const auto& offered = reading.offered;
    if (!reading.still_open() || offered.empty() || offered.front().likeness < likeness) return nullptr;
    if (offered.size() > 1 && offered[1].likeness >= likeness) return nullptr;
    return offered.front().already_in_row > 0 ? nullptr : &offered.front();
}

bool asked_for_likely(const Request& request)
{
    return request.query_value("chon") == "goi-y";
}

// A name like no unit of the register.
bool unknown(const app::UnitReading& reading)
{
    return reading.unsure && reading.choice.kind == UnitChoice::Kind::Open && reading.offered.empty();
}

bool asked_to_add(const Request& request)
{
    return request.query_value("chon") == "them";
}

// The group of the register that is called as the sheet's heading; the only one, where there is one.
std::string likely_group(const app::ImportPreview& preview, const Unsure& unsure)
{
    if (preview.groups.size() == 1) return preview.groups.front().id.text();
    for (const auto& group : preview.groups)
        if (base::folded(group.name) == base::folded(unsure.group)) return group.id.text();
    return {};
}

void option(Html& html, const std::string& name, const std::string& value, bool checked,
            const std::string& text, const std::string& hint)
{
    html << "<label class=\"opt\"><input type=\"radio\" name=\"" << name << "\" value=\"" << value << "\"";
    if (checked) html << " checked";
    html << "><span>" << text << "<small>" << hint << "</small></span></label>";
}

std::string offer_hint(const Request& request, const app::OfferedUnit& unit)
{
    if (unit.already_in_row > 0)
        return tr(request, "mã {} · đã có ở dòng {}", {unit.code, std::to_string(unit.already_in_row)});
    return tr(request, "mã {} · giống {}%", {unit.code, std::to_string(unit.likeness)});
}

Html new_unit_fields(const Request& request, const app::ImportPreview& preview, const Unsure& unsure,
                     std::size_t index)
{
    const auto number = std::to_string(index);
    const auto& choice = unsure.reading->choice;
    const bool adding = choice.kind == UnitChoice::Kind::Add;
    const bool proposed = asked_to_add(request) && unknown(*unsure.reading);
    std::string code = adding ? choice.code : unsure.row->code;
    // A code that no other upload gives; the officer may put the office's own in its place.
    if (proposed && code.empty()) code = "DV" + preview.upload.id.text() + "-" + std::to_string(index + 1);
    std::vector<Option> groups = {{"", tr(request, "Không thuộc khối nào"), ""}};
    for (const auto& group : preview.groups)
        groups.push_back({group.id.text(), group.name, ""});
    Html fields;
    fields << field_row(
        {input({.name = "unit-name-" + number,
                .label = tr(request, "Tên đầy đủ của đơn vị mới"),
                .value = adding ? choice.name : unsure.row->unit,
                .error = unsure.reading->lacks_name() ? tr(request, "Hãy nhập tên đầy đủ của đơn vị.") : ""}),
         input({.name = "unit-code-" + number,
                .label = tr(request, "Mã đơn vị"),
                .value = code,
                .error = unsure.reading->lacks_code() ? tr(request, "Hãy nhập mã đơn vị.") : "",
                .narrow = true}),
         select({.name = "unit-group-" + number,
                 .label = tr(request, "Khối"),
                 .value = adding ? (choice.group ? choice.group.text() : "") : likely_group(preview, unsure)},
                groups)});
    return fold(Html::text(tr(request, "Tên, mã và khối của đơn vị mới")), fields, adding || proposed);
}

Html pick(const Request& request, const app::ImportPreview& preview, const Unsure& unsure, std::size_t index)
{
    const auto number = std::to_string(index);
    const auto name = "choice-" + number;
    const auto& reading = *unsure.reading;
    const auto kind = reading.choice.kind;
    Html html;
    html << "<div class=\"pick\" role=\"radiogroup\" aria-labelledby=\"ten-" << number
         << "\"><div class=\"q\">"
         << (reading.still_open() ? tag(Tone::Ask, tr(request, "Cần chọn"))
                                  : tag(Tone::Ok, tr(request, "Đã chọn")))
         << " <span class=\"cell\">"
         << tr(request, "Dòng {} · cột {}", {std::to_string(unsure.row->row), unsure.row->unit_column})
         << "</span><strong id=\"ten-" << number << "\">“" << unsure.row->unit << "”</strong>";
    if (reading.offered.empty()) html << muted(tr(request, "Không giống đơn vị nào trong danh mục."));
    html << hidden("name-" + number, unsure.row->unit) << "</div><div class=\"opts\">";
    const auto* likely = asked_for_likely(request) ? near_certain(reading) : nullptr;
    for (const auto& unit : reading.offered)
        option(html, name, "unit:" + unit.unit.text(),
               &unit == likely || (kind == UnitChoice::Kind::Unit && reading.choice.unit == unit.unit),
               unit.name, offer_hint(request, unit));
    if (preview.may_add_units)
        option(html, name, "add",
               kind == UnitChoice::Kind::Add || (asked_to_add(request) && unknown(reading)),
               tr(request, "Thêm đơn vị mới"), tr(request, "điền tên, mã và khối bên dưới"));
    option(html, name, "skip", kind == UnitChoice::Kind::Skip, tr(request, "Bỏ qua dòng này"),
           tr(request, "không nhập, ghi vào nhật ký"));
    if (preview.may_add_units) html << new_unit_fields(request, preview, unsure, index);
    html << "</div></div>";
    return html;
}

// One act for many names of one kind: thirty clicks would be thirty chances to slip. What it ticks is looked through and
// then saved.
Html ticked_note(const Request& request, const std::string& count)
{
    return notice(Tone::Warn,
                  tr(request,
                     "Đã chọn sẵn cho {} dòng, chưa lưu. Hãy xem lại từng dòng rồi bấm “Lưu lựa chọn”.",
                     {count}));
}

Html tick_offer(const app::ImportPreview& preview, std::string_view what, const std::string& text,
                const std::string& button)
{
    Html words;
    words << "<p>" << text << "</p>";
    return notice(
        Tone::Ask, words,
        button_link(import_address(preview.upload.id) + "?chon=" + std::string(what) + "#chon", button));
}

Html tick_offers(const Request& request, const app::ImportPreview& preview, const std::vector<Unsure>& names)
{
    const auto likely = std::count_if(names.begin(), names.end(), [](const Unsure& unsure) {
        return near_certain(*unsure.reading) != nullptr;
    });
    const auto strange = std::count_if(names.begin(), names.end(),
                                       [](const Unsure& unsure) { return unknown(*unsure.reading); });
    if (likely > 0 && asked_for_likely(request)) return ticked_note(request, std::to_string(likely));
    if (strange > 0 && asked_to_add(request)) return ticked_note(request, std::to_string(strange));
    Html html;
    if (likely > 1) {
        const auto count = std::to_string(likely);
        html << tick_offer(preview, "goi-y",
                           tr(request, "{} tên chỉ khác cách viết so với một đơn vị đã có.", {count}),
                           tr(request, "Chọn sẵn {} gợi ý để xem lại", {count}));
    }
    if (strange > 1 && preview.may_add_units) {
        const auto count = std::to_string(strange);
        html << tick_offer(preview, "them",
                           tr(request, "{} tên không giống đơn vị nào trong danh bạ.", {count}),
                           tr(request, "Chọn sẵn: thêm {} đơn vị mới", {count}));
    }
    return html;
}

}  // namespace

Html unit_choices_card(const Request& request, const app::ImportPreview& preview)
{
    const auto names = unsure_names(preview);
    if (names.empty()) return {};
    Html fields;
    if (const auto offers = tick_offers(request, preview, names); !offers.empty())
        fields << "<div class=\"bd\">" << offers << "</div>";
    fields << hidden("version", std::to_string(preview.upload.version))
           << hidden("encoding", preview.upload.encoding);
    for (std::size_t i = 0; i < std::min(names.size(), most_choices); ++i)
        fields << pick(request, preview, names[i], i);
    Html button;
    button << "<div class=\"bd\">"
           << submit({.text = tr(request, "Lưu lựa chọn"),
                      .look = preview.open_choices > 0 ? Look::Primary : Look::Outline,
                      .icon = "check-lg"})
           << "</div>";
    fields << button;
    return card({.title = tr(request, "Đơn vị chưa chắc chắn"),
                 .count = std::to_string(names.size()),
                 .note = tr(request, "hệ thống không tự đoán, xin chọn"),
                 .id = "chon",
                 .padded = false},
                form(request, import_address(preview.upload.id, "choices"), fields));
}

app::UnitChoices sent_unit_choices(const Request& request)
{
    app::UnitChoices choices;
    for (std::size_t i = 0; i < most_choices; ++i) {
        const auto number = std::to_string(i);
        const auto name = request.form_value("name-" + number);
        if (name.empty()) break;
        const auto value = request.form_value("choice-" + number);
        UnitChoice choice;
        if (value == "skip") {
            choice.kind = UnitChoice::Kind::Skip;
        } else if (value == "add") {
            choice.kind = UnitChoice::Kind::Add;
            choice.name = std::string(request.form_value("unit-name-" + number));
            choice.code = std::string(request.form_value("unit-code-" + number));
            choice.group = Request::parse_id<domain::PeerGroupId>(request.form_value("unit-group-" + number))
                               .value_or(domain::PeerGroupId{});
        } else if (value.starts_with("unit:")) {
            const auto unit = Request::parse_id<domain::UnitId>(value.substr(5));
            if (!unit) continue;
            choice.kind = UnitChoice::Kind::Unit;
            choice.unit = *unit;
        }
        choices[app::choice_key(name)] = choice;
    }
    return choices;
}

}  // namespace web
