#include "web/error_pages.h"

#include "web/components.h"
#include "web/layout.h"
#include "web/texts.h"

namespace web {
namespace {

using base::Html;

Html reference_line(const Request& request)
{
    Html html;
    html << "<p class=\"mut sm\">" << tr(request, "Mã yêu cầu để báo người quản trị: {}", {request.id})
         << "</p>";
    return html;
}

Response plain_page(const Request& request, const Services& services, std::string title,
                    std::string_view text, Tone tone, int status)
{
    Html body;
    body << notice(tone, text) << "<p>"
         << button_link("/", tr(request, "Về trang đầu"), Look::Outline, "house-door") << "</p>"
         << reference_line(request);
    PageFrame frame;
    frame.title = std::move(title);
    return show(request, services, frame, card({}, body), status);
}

}  // namespace

int status_of(base::ErrorKind kind)
{
    switch (kind) {
    case base::ErrorKind::NotFound:
        return 404;
    case base::ErrorKind::Invalid:
        return 422;
    case base::ErrorKind::Forbidden:
        return 403;
    case base::ErrorKind::Conflict:
        return 409;
    case base::ErrorKind::Unavailable:
        break;
    }
    return 503;
}

Response respond(const Request& request, const Services& services, const base::Error& error)
{
    const int status = status_of(error.kind);
    std::string title;
    Tone tone = Tone::Error;
    switch (error.kind) {
    case base::ErrorKind::NotFound:
        title = tr(request, "Không tìm thấy");
        tone = Tone::Ask;
        break;
    case base::ErrorKind::Invalid:
        title = tr(request, "Chưa thực hiện được");
        break;
    case base::ErrorKind::Forbidden:
        title = tr(request, "Không có quyền");
        tone = Tone::Warn;
        break;
    case base::ErrorKind::Conflict:
        title = tr(request, "Việc này đã thay đổi");
        tone = Tone::Warn;
        break;
    case base::ErrorKind::Unavailable:
        title = tr(request, "Tạm thời chưa dùng được");
        tone = Tone::Warn;
        break;
    }
    auto response = plain_page(request, services, std::move(title), tr(request, error.message), tone, status);
    if (status == 503) response.headers.emplace_back("Retry-After", "5");
    return response;
}

Response not_found(const Request& request, const Services& services)
{
    return respond(request, services,
                   base::not_found("Không có trang này. Có thể địa chỉ gõ sai hoặc mục đã được chuyển đi."));
}

Response no_permission(const Request& request, const Services& services)
{
    return respond(
        request, services,
        base::forbidden(
            "Vai trò của bạn không mở được trang này. Nếu cần, hãy đề nghị người quản trị cấp quyền."));
}

Response stale_form(const Request& request, const Services& services)
{
    return plain_page(
        request, services, tr(request, "Biểu mẫu đã hết hạn"),
        tr(request, "Phiên làm việc đã đổi từ khi trang này mở ra, nên chưa có gì được lưu. Hãy quay lại, "
                    "tải lại trang và gửi lại."),
        Tone::Warn, 403);
}

Response refused_request(const Request& request, const Services& services, int status)
{
    base::Message text = "Trình duyệt gửi một yêu cầu không đọc được.";
    if (status == 413) text = "Nội dung gửi lên quá lớn. Hãy chia nhỏ hoặc bớt dữ liệu rồi gửi lại.";
    if (status == 405) text = "Trang này không nhận thao tác vừa gửi.";
    return plain_page(request, services, tr(request, "Chưa thực hiện được"), tr(request, text), Tone::Error,
                      status);
}

Response failure(const Request& request, const Services& services)
{
    return plain_page(request, services, tr(request, "Có lỗi trong chương trình"),
                      tr(request,
                         "Việc vừa rồi chưa hoàn thành. Hãy thử lại; nếu vẫn lỗi, báo người quản trị kèm mã "
                         "yêu cầu dưới đây."),
                      Tone::Error, 500);
}

}  // namespace web
