#include "web/pages/identity.h"

#include "access/password.h"
#include "access/role_name.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

Html new_password_fields(const Request& request, std::span<const base::Error> refusals)
{
    Html fields;
    fields << input({.name = "password",
                     .label = tr(request, "Mật khẩu mới"),
                     .hint = tr(request, "Ít nhất {} ký tự. Một câu dễ nhớ tốt hơn một từ khó.",
                                {std::to_string(rights::least_password_length)}),
                     .error = error_of(request, refusals, "password"),
                     .required = true,
                     .type = "password",
                     .autocomplete = "new-password"})
           << input({.name = "repeated",
                     .label = tr(request, "Nhập lại mật khẩu mới"),
                     .error = error_of(request, refusals, "repeated"),
                     .required = true,
                     .type = "password",
                     .autocomplete = "new-password"});
    return fields;
}

Html done_notice(const Request& request)
{
    const auto done = request.query_value("xong");
    if (done == "mat-khau")
        return notice(Tone::Ok, tr(request, "Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."));
    if (done == "phien") return notice(Tone::Ok, tr(request, "Đã đăng xuất ở mọi nơi khác."));
    if (done == "ngon-ngu") return notice(Tone::Ok, tr(request, "Đã đổi ngôn ngữ."));
    return {};
}

Html about_me(const Request& request, const AccountView& view)
{
    const auto& user = *request.user;
    Html roles;
    for (const auto& grant : user.grants)
        roles << "<div>" << grant_words(request, grant, view.units) << "</div>";
    if (user.grants.empty())
        roles << muted(tr(request, "Chưa được giao vai trò nào. Hãy liên hệ người quản trị."));
    return card({.title = tr(request, "Thông tin của tôi")},
                facts({{tr(request, "Họ và tên"), Html::text(user.name)},
                       {tr(request, "Tên đăng nhập"), Html::text(user.login)},
                       {tr(request, "Chức vụ"), user.post.empty() ? dash() : Html::text(user.post)},
                       {tr(request, "Vai trò"), roles}}));
}

Html password_card(const Request& request, std::span<const base::Error> refusals)
{
    Html fields;
    fields << input({.name = "present",
                     .label = tr(request, "Mật khẩu hiện tại"),
                     .error = error_of(request, refusals, "present"),
                     .required = true,
                     .type = "password",
                     .autocomplete = "current-password"})
           << new_password_fields(request, refusals) << submit(tr(request, "Đổi mật khẩu"));
    return card({.title = tr(request, "Mật khẩu"), .id = "mat-khau"},
                form(request, "/account/password", fields));
}

Html language_card(const Request& request)
{
    Html fields;
    fields << radios({.name = "language",
                      .label = tr(request, "Ngôn ngữ hiển thị"),
                      .value = request.language == Language::English ? "en" : "vi",
                      .label_hidden = true},
                     {{"vi", "Tiếng Việt"}, {"en", "English"}})
           << submit(tr(request, "Lưu ngôn ngữ"), Look::Outline);
    return card({.title = tr(request, "Ngôn ngữ hiển thị")}, form(request, "/account/language", fields));
}

Html sessions_card(const Request& request)
{
    Html body;
    body << "<p>"
         << tr(request, "Dùng khi quên đăng xuất ở máy khác hoặc nghi có người biết mật khẩu của mình.")
         << "</p>"
         << button_form(request, "/account/sessions",
                        {.text = tr(request, "Đăng xuất ở mọi nơi khác"),
                         .look = Look::Outline,
                         .icon = "lock-fill"});
    return card({.title = tr(request, "Phiên đăng nhập")}, body);
}

}  // namespace

std::string sent_or(const Request& request, std::string_view name, std::string_view stored)
{
    return std::string(request.method == "POST" ? request.form_value(name) : stored);
}

std::string grant_words(const Request& request, const domain::Grant& grant,
                        std::span<const domain::Unit> units)
{
    const auto role = tr(request, rights::role_name(grant.role));
    if (grant.province) return tr(request, "{} – toàn tỉnh", {role});
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const domain::Unit& one) { return grant.unit == one.id; });
    if (unit == units.end()) return tr(request, "{} – không có phạm vi", {role});
    return role + " – " + unit->official_name;
}

Html sign_in_content(const Request& request, std::string_view next, const std::optional<base::Error>& refusal)
{
    Html fields;
    if (request.query_value("xong") == "quan-tri")
        fields << notice(Tone::Ok, tr(request, "Đã tạo tài khoản quản trị. Hãy đăng nhập."));
    if (refusal) fields << notice(Tone::Error, tr(request, refusal->message));
    if (!next.empty()) fields << hidden("next", next);
    fields << input({.name = "login",
                     .label = tr(request, "Tên đăng nhập"),
                     .value = sent_or(request, "login", {}),
                     .required = true,
                     .autocomplete = "username"})
           << input({.name = "password",
                     .label = tr(request, "Mật khẩu"),
                     .required = true,
                     .type = "password",
                     .autocomplete = "current-password"})
           << submit(tr(request, "Đăng nhập"));
    Html html;
    html << card({.title = tr(request, "Tài khoản của bạn")}, form(request, "/sign-in", fields)) << "<p>"
         << muted(tr(request, "Quên mật khẩu: liên hệ người quản trị hệ thống của cơ quan để được cấp lại."))
         << "</p>";
    return html;
}

Html setup_content(const Request& request, std::string_view token, std::span<const base::Error> refusals)
{
    Html fields;
    fields << input({.name = "name",
                     .label = tr(request, "Họ và tên"),
                     .value = sent_or(request, "name", {}),
                     .error = error_of(request, refusals, "name"),
                     .required = true,
                     .autocomplete = "name"})
           << input({.name = "login",
                     .label = tr(request, "Tên đăng nhập"),
                     .value = sent_or(request, "login", {}),
                     .hint = tr(request, "Chữ thường không dấu, chữ số, dấu chấm, ví dụ quan.tri"),
                     .error = error_of(request, refusals, "login"),
                     .required = true,
                     .autocomplete = "username"})
           << new_password_fields(request, refusals) << submit(tr(request, "Tạo tài khoản quản trị"));
    Html html;
    html << error_summary(request, refusals)
         << card({.title = tr(request, "Người quản trị đầu tiên")},
                 form(request, "/first-administrator/" + std::string(token), fields));
    return html;
}

Html account_content(const Request& request, const AccountView& view, std::span<const base::Error> refusals)
{
    Html html;
    html << done_notice(request) << error_summary(request, refusals);
    if (view.must_change_password)
        html << notice(Tone::Warn,
                       tr(request, "Mật khẩu này do người quản trị cấp. Hãy đổi mật khẩu trước khi "
                                   "làm việc khác."));
    Html right;
    right << password_card(request, refusals);
    Html left;
    left << about_me(request, view) << language_card(request) << sessions_card(request);
    html << (view.must_change_password ? halves(right, left) : halves(left, right));
    return html;
}

}  // namespace web
