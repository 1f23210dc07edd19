// The settings page: the checklist of an installation and the office's particulars.
#include "access/role_name.h"
#include "base/text.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/identity.h"
#include "web/pages/office.h"
#include "web/pages/units.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

using What = app::SetupStep::What;

struct StepWords {
    What what;
    std::string_view address;
    base::Message name;
    base::Message missing;
    base::Message there;  // with the count
    rights::Permission permission;
};

const StepWords& words_of(What what)
{
    using enum rights::Permission;
    static const std::vector<StepWords> all = {
        {What::Office, "/settings#province", "Thông tin cơ quan",
         "Tên tỉnh, cơ quan, địa danh và ký hiệu quyết định.", "Đã ghi", ManageSettings},
        {What::Groups, "/groups", "Khối xếp hạng", "Đơn vị chỉ so với đơn vị cùng khối.", "{} khối",
         ManageUnits},
        {What::Units, "/units/import", "Đơn vị", "Dán danh sách đơn vị của từng khối.",
         "{} đơn vị được xếp hạng", ManageUnits},
        {What::Signers, "/signers", "Người ký", "Ai ký quyết định, chức danh và từ ngày nào.",
         "{} người đang ký", ManageUnits},
        {What::Users, "/users", "Người dùng và vai trò", "Mỗi bước từ lập hồ sơ đến ban hành cần một người.",
         "{} người dùng", ManageUsers},
        {What::Round, "/rounds", "Đợt khen thưởng", "Năm của kết quả, ngày hội nghị và thành tích chung.",
         "{} đợt", ManageUnits},
        {What::Frameworks, "/frameworks", "Cách chấm điểm và xếp loại",
         "Cách tính chỉ số và các mức xếp loại của từng khối, từng năm.", "{} năm đã có", ManageUnits},
    };
    return *std::find_if(all.begin(), all.end(), [&](const StepWords& words) { return words.what == what; });
}

std::string missing_roles(const Request& request, const app::SetupStep& step)
{
    std::vector<std::string> names;
    for (const auto role : step.missing)
        names.push_back(tr(request, rights::role_name(role)));
    return tr(request, "Còn thiếu vai trò toàn tỉnh: {}.", {base::join(names, ", ")});
}

Html step_text(const Request& request, const app::SetupStep& step)
{
    const auto& words = words_of(step.what);
    const auto name = tr(request, words.name);
    Html text;
    text << (request.may(words.permission) ? link(words.address, name) : Html::text(name)) << " – ";
    if (step.done)
        text << base::Message::fill(tr(request, words.there), {std::to_string(step.count)});
    else
        text << (step.missing.empty() ? tr(request, words.missing) : missing_roles(request, step));
    return text;
}

Html checklist(const Request& request, const std::vector<app::SetupStep>& steps)
{
    std::vector<Check> checks;
    for (const auto& step : steps)
        checks.push_back({step.done ? Tone::Ok : Tone::Warn, step_text(request, step)});
    const auto done = std::count_if(steps.begin(), steps.end(), [](const auto& step) { return step.done; });
    return card({.title = tr(request, "Chuẩn bị trước khi dùng"),
                 .count = std::to_string(done) + "/" + std::to_string(steps.size()),
                 .note = tr(request, "theo thứ tự nên làm")},
                check_list(request, checks));
}

// The first thing that is missing and that this user may enter.
Html what_next(const Request& request, const std::vector<app::SetupStep>& steps)
{
    for (const auto& step : steps) {
        const auto& words = words_of(step.what);
        if (step.done || !request.may(words.permission)) continue;
        return next_step(request, tr(request, words.name),
                         step.missing.empty() ? tr(request, words.missing) : missing_roles(request, step),
                         button_link(words.address, tr(request, "Làm việc này"), Look::Primary));
    }
    return {};
}

Html office_card(const Request& request, const domain::Office& office, std::span<const base::Error> refusals)
{
    const auto field = [&](const char* name, std::string label, const std::string& value,
                           std::string placeholder, std::string hint = {}) {
        return input({.name = name,
                      .label = std::move(label),
                      .value = sent_or(request, name, value),
                      .hint = std::move(hint),
                      .error = error_of(request, refusals, name),
                      .required = true,
                      .placeholder = std::move(placeholder)});
    };
    Html fields;
    fields << field("province", tr(request, "Tỉnh, thành phố"), office.province, "Đồng Tháp")
           << field("committee", tr(request, "Ủy ban nhân dân"), office.committee,
                    "Ủy ban nhân dân tỉnh Đồng Tháp", tr(request, "In ở đầu quyết định."))
           << field("department", tr(request, "Cơ quan thường trực"), office.department, "Sở Nội vụ",
                    tr(request, "Nơi lập hồ sơ và trình khen thưởng."))
           << field_row({field("place", tr(request, "Địa danh"), office.place, "Đồng Tháp",
                               tr(request, "Đứng trước ngày tháng trên văn bản.")),
                         field("decision_symbol", tr(request, "Ký hiệu quyết định"), office.decision_symbol,
                               "QĐ-UBND-HC", tr(request, "Đứng sau số quyết định."))})
           << hidden("version", std::to_string(office.version))
           << submit(tr(request, "Lưu thông tin cơ quan"), Look::Outline);
    return card({.title = tr(request, "Thông tin cơ quan"), .id = "co-quan"},
                form(request, "/settings/office", fields));
}

Html office_facts(const Request& request, const domain::Office& office)
{
    return card({.title = tr(request, "Thông tin cơ quan"), .id = "co-quan"},
                facts({{tr(request, "Tỉnh, thành phố"), Html::text(office.province)},
                       {tr(request, "Ủy ban nhân dân"), Html::text(office.committee)},
                       {tr(request, "Cơ quan thường trực"), Html::text(office.department)},
                       {tr(request, "Địa danh"), Html::text(office.place)},
                       {tr(request, "Ký hiệu quyết định"), Html::text(office.decision_symbol)}}));
}

}  // namespace

Html settings_content(const Request& request, const SettingsView& view, std::span<const base::Error> refusals)
{
    Html html;
    html << saved_notice(request) << error_summary(request, refusals) << what_next(request, view.steps);
    const auto office = request.may(rights::Permission::ManageSettings)
                            ? office_card(request, view.office, refusals)
                            : office_facts(request, view.office);
    html << halves(checklist(request, view.steps), office);
    return html;
}

domain::Office office_form(const Request& request, domain::Office office)
{
    office.province = request.form_value("province");
    office.committee = request.form_value("committee");
    office.department = request.form_value("department");
    office.place = request.form_value("place");
    office.decision_symbol = request.form_value("decision_symbol");
    office.version = static_cast<int>(Request::positive_number(request.form_value("version")).value_or(0));
    return office;
}

}  // namespace web
