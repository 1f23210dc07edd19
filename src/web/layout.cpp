#include "web/layout.h"

#include "access/role_name.h"
#include "web/assets.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/menu.h"
#include "web/texts.h"

#include <algorithm>

namespace web {
namespace {

using base::Html;

// The first letters of the last two words: "Trần Thị Mai Hoa" -> "MH".
std::string initials(std::string_view name)
{
    std::vector<std::string> words;
    for (auto& word : base::split(name, ' '))
        if (!word.empty()) words.push_back(std::move(word));
    std::string out;
    const std::size_t from = words.size() > 2 ? words.size() - 2 : 0;
    for (std::size_t i = from; i < words.size(); ++i) {
        std::size_t length = 1;
        while (length < words[i].size() && (static_cast<unsigned char>(words[i][length]) & 0xC0) == 0x80)
            ++length;
        out += words[i].substr(0, length);
    }
    return base::uppered(out);
}

// "Chuyên viên" or, without a post, the first role's name.
std::string post_of(const Request& request, const domain::User& user)
{
    if (!user.post.empty()) return user.post;
    return user.grants.empty() ? std::string() : tr(request, rights::role_name(user.grants.front().role));
}

std::string own_address(const Request& request)
{
    return request.method == "GET" || request.method == "HEAD" ? with_query(request, {}, {})
                                                               : std::string("/");
}

Html language_switch(const Request& request)
{
    const bool vietnamese = request.language == Language::Vietnamese;
    const std::string back = "&back=" + base::url_encoded(own_address(request));
    Html html;
    html << "<a class=\"lang\" hreflang=\"" << (vietnamese ? base::Literal("en") : base::Literal("vi"))
         << "\" lang=\"" << (vietnamese ? base::Literal("en") : base::Literal("vi")) << "\" href=\""
         << base::url((vietnamese ? "/language?to=en" : "/language?to=vi") + back) << "\">" << icon("globe2")
         << (vietnamese ? Html("English") : Html("Tiếng Việt")) << "</a>";
    return html;
}

Html user_menu(const Request& request)
{
    const auto& user = *request.user;
    Html html;
    html << "<details class=\"who\"><summary><span class=\"nm\">" << user.name << "<small>"
         << post_of(request, user) << "</small></span><span class=\"avatar\" aria-hidden=\"true\">"
         << initials(user.name) << "</span>" << hidden_text(tr(request, "Tài khoản"))
         << "</summary><div class=\"in\">"
         << "<p><strong>" << user.name << "</strong><br><span class=\"mut sm\">" << post_of(request, user)
         << "</span></p><a href=\"/account\">" << icon("person") << tr(request, "Tài khoản của tôi") << "</a>"
         << language_switch(request)
         << button_form(request, "/sign-out",
                        {.text = tr(request, "Đăng xuất"), .look = Look::Quiet, .icon = "box-arrow-right"})
         << "</div></details>";
    return html;
}

Html header(const Request& request, const Site& site, bool bare)
{
    Html html;
    html << "<header class=\"top\">";
    if (!bare && request.user) html << "<a class=\"menu\" href=\"#menu\">" << tr(request, "Menu") << "</a>";
    html << "<a class=\"brand\" href=\"/\"><span class=\"crest\" aria-hidden=\"true\"><svg width=\"24\" "
            "height=\"24\" "
            "viewBox=\"0 0 24 24\"><path fill=\"#FFD84D\" d=\"m12 2 2.5 7.2H22l-6 4.5 2.3 7.3-6.3-4.5L5.7 21 "
            "8 "
            "13.7 2 9.2h7.5z\"/></svg></span><span class=\"org\"><small>"
         << (site.province.empty() ? std::string("Vinh Danh") : site.province) << "</small><strong>"
         << tr(request, "Thi đua – Khen thưởng") << "</strong></span></a><span class=\"sp\"></span>";
    if (request.user)
        html << user_menu(request);
    else
        html << language_switch(request);
    html << "</header>";
    return html;
}

Html banners(const Request& request, const Site& site, bool insecure)
{
    Html html;
    if (site.demonstration)
        html << "<aside class=\"demo\" aria-label=\"" << tr(request, "Bản trình diễn") << "\"><strong>"
             << tr(request, "Bản trình diễn") << ".</strong> "
             << tr(request, "Tên người và số văn bản là minh họa; số liệu chưa công bố có ghi chú.")
             << "</aside>";
    if (insecure)
        html << "<aside class=\"demo insecure\" aria-label=\"" << tr(request, "Kết nối không mã hóa")
             << "\"><strong>" << tr(request, "Kết nối không mã hóa") << ".</strong> "
             << tr(request, "Người khác trong mạng có thể đọc mật khẩu và dữ liệu. Chỉ dùng để thử.")
             << "</aside>";
    return html;
}

Html side_menu(const Request& request, std::string_view active)
{
    Html html;
    html << "<nav class=\"side\" id=\"menu\" aria-label=\"" << tr(request, "Chính")
         << "\"><div class=\"in\"><a class=\"shut\" href=\"#noi-dung\">" << icon("x-lg")
         << tr(request, "Đóng menu") << "</a>";
    const base::Message* section = nullptr;
    for (const auto& entry : menu()) {
        if (!entry.section.empty()) section = &entry.section;
        const bool shown =
            std::any_of(entry.any_of.begin(), entry.any_of.end(),
                        [&](rights::Permission permission) { return request.may(permission); });
        if (!shown) continue;
        // A section without a visible entry has no heading.
        if (section != nullptr) html << "<h2>" << tr(request, *section) << "</h2>";
        section = nullptr;
        html << "<a href=\"" << entry.address << "\"";
        if (entry.address == active) html << " aria-current=\"page\"";
        html << ">" << icon(entry.icon) << tr(request, entry.text) << "</a>";
    }
    html << "</div></nav>";
    return html;
}

Html breadcrumb(const Request& request, const PageFrame& frame)
{
    if (frame.crumbs.empty()) return {};
    Html html;
    html << "<nav class=\"crumb\" aria-label=\"" << tr(request, "Vị trí") << "\"><ol>";
    for (const auto& crumb : frame.crumbs) {
        html << "<li>";
        if (crumb.address.empty())
            html << crumb.text;
        else
            html << link(crumb.address, crumb.text);
        html << "</li>";
    }
    html << "<li aria-current=\"page\">" << frame.title << "</li></ol></nav>";
    return html;
}

Html head(const Request& request, const Services& services, const PageFrame& frame)
{
    Html html;
    html << "<!doctype html>\n<html lang=\""
         << (request.language == Language::English ? base::Literal("en") : base::Literal("vi"))
         << "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width,initial-scale=1\">"
            "<title>";
    if (frame.refused) html << tr(request, "Lỗi:") << " ";
    html << frame.title << " – Vinh Danh</title><link rel=\"icon\" href=\""
         << services.assets.address("favicon.svg")
         << "\" type=\"image/svg+xml\"><link rel=\"stylesheet\" href=\""
         << services.assets.address("bootstrap.min.css") << "\"><link rel=\"stylesheet\" href=\""
         << services.assets.address("app.css") << "\"><script type=\"module\" src=\""
         << services.assets.address("app.js") << "\"></script></head>";
    return html;
}

}  // namespace

Html page(const Request& request, const Services& services, const PageFrame& frame, const Html& content)
{
    const Site site = services.site();
    const bool with_menu = request.user && !frame.bare;
    constexpr std::size_t frame_size = 16 * 1024;
    Html html;
    html.reserve(content.str().size() + frame_size);
    html << head(request, services, frame) << "<body data-wait=\"" << tr(request, "Đang xử lý, xin chờ…")
         << "\"><a class=\"skip\" href=\"#noi-dung\">" << tr(request, "Đến nội dung chính") << "</a>"
         << header(request, site, frame.bare) << banners(request, site, services.insecure_http);
    html << (with_menu ? Html("<div class=\"shell\">") : Html("<div class=\"shell bare\">"));
    if (with_menu) html << side_menu(request, frame.menu);
    html << "<main id=\"noi-dung\" tabindex=\"-1\">" << breadcrumb(request, frame);
    html << "<div class=\"headrow\"><div><h1>" << frame.title << "</h1>";
    if (!frame.provenance.empty()) html << "<p class=\"lead2\">" << frame.provenance << "</p>";
    html << "</div>";
    if (!frame.actions.empty()) html << "<div class=\"r\">" << frame.actions << "</div>";
    html << "</div>" << content << "</main></div></body></html>\n";
    return html;
}

Response show(const Request& request, const Services& services, const PageFrame& frame, const Html& content,
              int status)
{
    return Response::html(page(request, services, frame, content), status);
}

}  // namespace web
