#include "web/pages/users.h"

#include "access/role_name.h"
#include "base/text.h"
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

std::string field_of(domain::Role role)
{
    return "grant_" + std::string(domain::role_code(role));
}

Html filters(const Request& request)
{
    std::vector<Option> roles = {{"", tr(request, "Mọi vai trò")}};
    for (const auto role : rights::all_roles)
        roles.push_back({std::string(domain::role_code(role)), tr(request, rights::role_name(role))});
    Html fields;
    fields << input({.name = "tim",
                     .label = tr(request, "Tìm theo tên"),
                     .value = std::string(request.query_value("tim")),
                     .type = "search"})
           << select({.name = "vaitro",
                      .label = tr(request, "Vai trò"),
                      .value = std::string(request.query_value("vaitro"))},
                     roles)
           << checkbox("khoa", "1", tr(request, "Cả tài khoản đã khóa"), request.query_value("khoa") == "1");
    return filter_bar(request, "/users", fields);
}

Html roles_cell(const Request& request, const domain::User& user, const std::vector<domain::Unit>& units)
{
    Html cell;
    for (const auto& grant : user.grants)
        cell << "<div>" << grant_words(request, grant, units) << "</div>";
    if (user.grants.empty()) cell << muted(tr(request, "chưa có vai trò"));
    return cell;
}

Html users_table(const Request& request, const UsersView& view)
{
    Table table(tr(request, "Danh sách người dùng"),
                {{tr(request, "Họ và tên"), Align::Left, Phone::Title},
                 {tr(request, "Tên đăng nhập")},
                 {tr(request, "Chức vụ")},
                 {tr(request, "Vai trò"), Align::Left, Phone::Block},
                 {tr(request, "Tình trạng"), Align::Left, Phone::Corner}});
    for (const auto& user : view.users.rows)
        table.row({link("/users/" + user.id.text(), user.name), user.login,
                   user.post.empty() ? dash() : Html::text(user.post), roles_cell(request, user, view.units),
                   user.disabled ? state(Tone::Error, tr(request, "Đã khóa"))
                                 : state(Tone::Ok, tr(request, "Đang dùng"))});
    return table.html();
}

// Every unit as an option, under its name.
std::vector<Option> unit_options(const std::vector<domain::Unit>& units, std::vector<Option> first)
{
    for (const auto& unit : units)
        first.push_back({unit.id.text(), unit.official_name});
    return first;
}

std::string scope_value(const domain::Grant& grant)
{
    if (grant.province) return "province";
    return grant.unit ? grant.unit->text() : std::string();
}

// The scopes a role has in the form: as sent, or as stored; one empty line when there is none.
std::vector<std::string> scopes_of(const Request& request, const domain::User& user, domain::Role role)
{
    std::vector<std::string> scopes;
    if (request.method == "POST" && request.has_form("name")) {
        scopes = request.form_values(field_of(role));
        std::erase(scopes, "");
    } else {
        for (const auto& grant : user.grants)
            if (grant.role == role) scopes.push_back(scope_value(grant));
    }
    // A proposing unit's officer may stand for several units.
    if (scopes.empty() || role == domain::Role::ProposingUnit) scopes.emplace_back();
    return scopes;
}

Html role_field(const Request& request, domain::Role role, const std::string& scope, int line,
                const std::vector<Option>& scopes)
{
    const auto name = tr(request, rights::role_name(role));
    return select({.name = field_of(role),
                   .label = line == 1 ? name : tr(request, "{}, thêm đơn vị", {name}),
                   .value = scope,
                   .hint = line == 1 ? tr(request, rights::role_duty(role)) : std::string(),
                   .id = field_of(role) + "_" + std::to_string(line)},
                  scopes);
}

Html role_fields(const Request& request, const domain::User& user, const std::vector<domain::Unit>& units)
{
    const auto options =
        unit_options(units, {{"", tr(request, "Không giao")}, {"province", tr(request, "Toàn tỉnh")}});
    std::vector<Html> fields;
    for (const auto role : rights::all_roles) {
        int line = 0;
        for (const auto& scope : scopes_of(request, user, role))
            fields.push_back(role_field(request, role, scope, ++line, options));
    }
    return field_row(fields);
}

Html person_fields(const Request& request, const domain::User& user, const std::vector<domain::Unit>& units,
                   std::span<const base::Error> refusals)
{
    Html fields;
    fields << input({.name = "name",
                     .label = tr(request, "Họ và tên"),
                     .value = sent_or(request, "name", user.name),
                     .error = error_of(request, refusals, "name"),
                     .required = true});
    if (!user.id)
        fields << input(
            {.name = "login",
             .label = tr(request, "Tên đăng nhập"),
             .value = sent_or(request, "login", user.login),
             .hint = tr(request, "Chữ thường không dấu, chữ số, dấu chấm; không đổi được về sau."),
             .error = error_of(request, refusals, "login"),
             .required = true,
             .autocomplete = "off"});
    fields << input({.name = "post",
                     .label = tr(request, "Chức vụ"),
                     .value = sent_or(request, "post", user.post),
                     .error = error_of(request, refusals, "post")})
           << select({.name = "unit",
                      .label = tr(request, "Đơn vị công tác"),
                      .value = sent_or(request, "unit", user.unit ? user.unit->text() : ""),
                      .hint = tr(request, "Để nhắc khi xét chính đơn vị mình; không cho thêm quyền nào."),
                      .error = error_of(request, refusals, "unit")},
                     unit_options(units, {{"", tr(request, "Không ghi")}}));
    return fields;
}

Html password_card(const Request& request, const domain::User& user)
{
    Html body;
    body << "<p>"
         << tr(request,
               "Cấp mật khẩu mới khi người dùng quên. Mọi phiên đăng nhập của người này kết thúc ngay.")
         << "</p>"
         << button_form(request, "/users/" + user.id.text() + "/password",
                        {.text = tr(request, "Cấp mật khẩu mới"), .look = Look::Outline, .icon = "key"});
    return card({.title = tr(request, "Mật khẩu")}, body);
}

}  // namespace

app::UserFilter user_filter(const Request& request)
{
    app::UserFilter filter;
    filter.text = request.query_value("tim");
    filter.role = domain::role_from_code(request.query_value("vaitro"));
    filter.disabled_too = request.query_value("khoa") == "1";
    filter.page = page_asked(request);
    return filter;
}

Html users_content(const Request& request, const UsersView& view, const app::UserFilter& filter)
{
    Html html;
    html << saved_notice(request);
    Html list = filters(request);
    if (view.users.rows.empty())
        list << empty_state(tr(request, "Không có người dùng nào khớp"),
                            tr(request, "Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc."),
                            button_link("/users", tr(request, "Bỏ lọc")));
    else
        list << users_table(request, view);
    const auto total = std::to_string(view.users.total);
    if (view.users.total > filter.size)
        list << pager(request, static_cast<std::size_t>(filter.page), pages_of(view.users.total, filter.size),
                      tr(request, "{} người dùng", {total}));
    html << card({.title = tr(request, "Danh sách người dùng"), .count = total, .padded = false}, list);
    return html;
}

Html user_form_content(const Request& request, const domain::User& user,
                       const std::vector<domain::Unit>& units, std::span<const base::Error> refusals)
{
    const bool fresh = !user.id;
    Html fields = person_fields(request, user, units, refusals);
    const auto wrong_grants = error_of(request, refusals, "grants");
    Html roles;
    roles << "<div id=\"grants\">";
    if (!wrong_grants.empty()) roles << notice(Tone::Error, wrong_grants);
    roles << role_fields(request, user, units) << "</div>";
    fields << fieldset(tr(request, "Vai trò và phạm vi"), roles);
    if (!fresh)
        fields << "<p>"
               << checkbox("disabled", "1", tr(request, "Khóa tài khoản"), user.disabled,
                           tr(request, "Người này không đăng nhập được nữa; hồ sơ và nhật ký vẫn giữ tên."))
               << "</p>" << hidden("version", std::to_string(user.version));
    fields << "<div class=\"acc\">"
           << submit(fresh ? tr(request, "Tạo người dùng") : tr(request, "Lưu người dùng"))
           << button_link("/users", tr(request, "Quay lại"), Look::Quiet) << "</div>";
    const auto main = card({.title = fresh ? tr(request, "Người dùng mới") : user.name},
                           form(request, fresh ? "/users" : "/users/" + user.id.text(), fields));
    Html html;
    html << saved_notice(request) << error_summary(request, refusals);
    if (fresh) {
        html << notice(Tone::Ask,
                       tr(request, "Mật khẩu được tạo ngẫu nhiên và chỉ hiện một lần sau khi lưu."))
             << main;
        return html;
    }
    Html side = password_card(request, user);
    if (request.may(rights::Permission::ViewAudit))
        side << "<p>" << link("/audit?muc=user/" + user.id.text(), tr(request, "Nhật ký về người này"))
             << "</p>";
    html << columns(main, side);
    return html;
}

domain::User user_form(const Request& request, domain::User user)
{
    user.name = base::tidy(request.form_value("name"));
    if (!user.id) user.login = base::lowered(request.form_value("login"));
    user.post = base::tidy(request.form_value("post"));
    user.unit = Request::parse_id<domain::UnitId>(request.form_value("unit"));
    user.disabled = request.form_value("disabled") == "1";
    if (const auto version = Request::positive_number(request.form_value("version")))
        user.version = static_cast<int>(*version);
    user.grants.clear();
    for (const auto role : rights::all_roles)
        for (const auto& scope : request.form_values(field_of(role)))
            if (scope == "province")
                user.grants.push_back({role, std::nullopt, true});
            else if (const auto unit = Request::parse_id<domain::UnitId>(scope))
                user.grants.push_back({role, *unit, false});
    return user;
}

Html given_password_content(const Request& request, const domain::User& user, std::string_view password)
{
    Html html;
    if (password.empty()) {
        html << notice(Tone::Warn,
                       tr(request, "Biểu mẫu này đã gửi một lần và mật khẩu đã hiện khi đó. Nếu chưa "
                                   "ghi lại, hãy cấp mật khẩu mới."))
             << button_link("/users/" + user.id.text(), tr(request, "Mở người dùng này"), Look::Primary);
        return html;
    }
    Html secret;
    secret << "<strong><samp>" << password << "</samp></strong>";
    html << notice(Tone::Warn,
                   tr(request, "Mật khẩu chỉ hiện lần này. Hãy ghi lại và đưa tận tay người dùng."))
         << card({.title = user.name}, facts({{tr(request, "Tên đăng nhập"), Html::text(user.login)},
                                              {tr(request, "Mật khẩu"), secret}}))
         << "<p>" << muted(tr(request, "Người dùng phải đổi mật khẩu ở lần đăng nhập đầu tiên.")) << "</p>"
         << button_link("/users", tr(request, "Đã ghi lại, về danh sách"), Look::Primary);
    return html;
}

}  // namespace web
