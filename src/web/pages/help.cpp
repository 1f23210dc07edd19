#include "web/pages/help.h"

#include "web/components.h"
#include "web/texts.h"

#include <initializer_list>
#include <vector>

namespace web {
namespace {

using base::Html;
using base::Message;
using rights::Permission;

struct Entry {
    Message heading;
    Message text;
};

struct Step {
    Message title;
    Message text;
    std::string_view address;
    Permission permission;
};

// The way from a sheet to a printed list; a link only where the reader may go.
Html tour(const Request& request)
{
    static const std::vector<Step> steps = {
        {"Nhập bảng kết quả",
         "Tải tệp Excel hoặc CSV lên, xem chương trình đọc được gì, sửa chỗ báo đỏ rồi lưu. Trước khi bấm "
         "lưu, chưa có gì "
         "thay đổi.",
         "/imports", Permission::ImportResults},
        {"Công bố xếp hạng",
         "Kiểm tra thứ hạng, ghi số và ngày quyết định công bố. Đã công bố thì không sửa; nếu sai, lập bản "
         "đính chính có "
         "lý do.",
         "/rankings", Permission::ViewResults},
        {"Chạy đề xuất",
         "Chọn bộ quy tắc. Mỗi đơn vị được đề xuất đều có lý do từng dòng; đơn vị suýt đạt cũng được nêu.",
         "/proposals", Permission::ViewProposals},
        {"Điền cá nhân và trình hồ sơ",
         "Mỗi đơn vị giới thiệu cá nhân; dán được cả cột từ Excel. Ô thành tích để trống thì dùng thành tích "
         "chung của đợt.",
         "/nominees", Permission::NominateOwnUnit},
        {"Thẩm định",
         "Người thẩm định cho ý kiến từng trường hợp. Trường hợp không đồng ý vẫn hiện, bị gạch ngang và kèm "
         "lý do.",
         "/desk", Permission::AppraiseDossier},
        {"Trình và phê duyệt",
         "Lãnh đạo đọc tờ tóm tắt rồi trình; Chủ tịch phê duyệt, trả lại hoặc từ chối. Người lập không được "
         "tự duyệt.",
         "/desk", Permission::ViewDossiers},
        {"Ghi số, ban hành và in",
         "Văn thư gõ số quyết định lấy từ sổ công văn, ban hành, rồi in quyết định, danh sách và bằng khen.",
         "/decisions", Permission::ViewDossiers},
        {"Tra cứu", "Tìm người hoặc đơn vị đã được khen; gõ không dấu cũng được.", "/records",
         Permission::ViewRecords},
    };
    Html html;
    html << "<ol>";
    for (const auto& step : steps) {
        html << "<li><strong>";
        if (request.may(step.permission))
            html << link(step.address, tr(request, step.title));
        else
            html << tr(request, step.title);
        html << ".</strong> " << tr(request, step.text) << "</li>";
    }
    html << "</ol>";
    return html;
}

Html questions(const Request& request)
{
    static const std::vector<Entry> answers = {
        {"Tôi bấm nhầm hai lần, có bị lặp không?",
         "Không. Mỗi biểu mẫu chỉ có tác dụng một lần, dù bấm đúp hay mạng bị ngắt giữa chừng."},
        {"Trang báo “đã được người khác xử lý”?", "Có người vừa làm việc đó trước bạn. Tải lại trang để xem "
                                                  "ai, lúc nào; việc của bạn chưa ghi đè lên họ."},
        {"Không thấy nút cần bấm?", "Nút chỉ hiện khi vai trò của bạn và bước hiện tại cho phép. Trang hồ sơ "
                                    "luôn nói ai đang giữ và vì sao."},
        {"Tệp của tôi bị báo lỗi đỏ?", "Bấm vào từng lỗi để biết trang tính, dòng, cột và cách sửa; có thể "
                                       "tải về bản đã tô màu các ô lỗi. Vàng là lưu ý, "
                                       "vẫn lưu được."},
        {"“Chưa rõ” màu xanh nghĩa là gì?",
         "Chưa đủ dữ liệu để kết luận. Chương trình nhắc, nhưng không loại ai vì điều chưa rõ."},
        {"Ghi sai số quyết định?", "Trước khi ban hành, sửa được kèm lý do; số cũ được giữ là số hủy. Sau "
                                   "khi ban hành thì không sửa số."},
        {"Chương trình báo tạm thời chưa dùng được?",
         "Cơ sở dữ liệu đang khởi động lại. Chờ ít giây rồi tải lại; việc đã báo lưu thành công không mất."},
    };
    Html html;
    for (const auto& [question, answer] : answers)
        html << fold(Html::text(tr(request, question)), Html::text(tr(request, answer)));
    return html;
}

Html glossary(const Request& request)
{
    static const std::vector<Entry> words = {
        {"Đợt khen thưởng",
         "Một lần xét khen thưởng theo kết quả của một năm, từ bảng kết quả đến các quyết định."},
        {"Khối xếp hạng", "Nhóm đơn vị được so với nhau, ví dụ các sở, ngành hoặc các huyện, thành phố."},
        {"Chỉ số", "Điểm đạt được cộng điểm thưởng, trừ điểm phạt, chia cho điểm tối đa của đơn vị, nhân "
                   "100; làm tròn một lần."},
        {"Hạng", "Thứ tự trong khối. Bằng điểm thì cùng hạng và bỏ hạng kế tiếp: 1, 2, 2, 4."},
        {"Xếp loại", "Mức theo khoảng điểm đã quy định cho khối và năm đó, ví dụ Tốt từ 80."},
        {"Bộ quy tắc", "Các điều kiện và số lượng của từng hình thức khen thưởng trong một đợt; mỗi lần lưu "
                       "là một phiên bản."},
        {"Căn cứ",
         "Văn bản cho phép tặng hình thức đó. Thứ hạng chưa phải là căn cứ pháp lý của Cờ thi đua."},
        {"Hồ sơ",
         "Danh sách tập thể, cá nhân đề nghị cùng ý kiến của từng bước, đi từ người lập đến Chủ tịch."},
        {"Sát nút", "Đơn vị chỉ thiếu đúng một điều kiện và chưa có hình thức nào khác."},
        {"Số hủy", "Số quyết định đã ghi nhầm và thay bằng số khác; không dùng lại."},
        {"Sổ khen thưởng", "Ghi mọi tập thể, cá nhân đã được khen theo quyết định; không xóa, chỉ bổ sung "
                           "hoặc thu hồi bằng quyết định."},
        {"Nhật ký",
         "Ai làm gì, lúc nào, trước và sau ra sao. Chỉ thêm, không sửa; kiểm tra được là chưa bị thay đổi."},
    };
    Html html;
    html << "<dl>";
    for (const auto& [word, meaning] : words)
        html << "<dt>" << tr(request, word) << "</dt><dd>" << tr(request, meaning) << "</dd>";
    html << "</dl>";
    return html;
}

Html prose(const Html& content)
{
    Html html;
    html << "<div class=\"prose\">" << content << "</div>";
    return html;
}

}  // namespace

Html help_content(const Request& request)
{
    Html main;
    main << card({.title = tr(request, "Năm phút làm quen")}, prose(tour(request)))
         << card({.title = tr(request, "Hay gặp"), .padded = false}, questions(request));
    Html side;
    side << card({.title = tr(request, "Từ ngữ")}, prose(glossary(request)));
    return columns(main, side);
}

}  // namespace web
