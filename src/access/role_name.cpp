#include "access/role_name.h"

namespace rights {

base::Message role_name(domain::Role role)
{
    using enum domain::Role;
    switch (role) {
    case Officer:
        return "Cán bộ thi đua, khen thưởng";
    case ProposingUnit:
        return "Cán bộ đơn vị đề nghị";
    case Appraiser:
        return "Người thẩm định";
    case Director:
        return "Lãnh đạo Sở Nội vụ";
    case Chair:
        return "Chủ tịch UBND tỉnh";
    case Clerk:
        return "Văn thư";
    case Administrator:
        return "Quản trị hệ thống";
    case Auditor:
        return "Người kiểm tra, giám sát";
    }
    return {};
}

base::Message role_duty(domain::Role role)
{
    using enum domain::Role;
    switch (role) {
    case Officer:
        return "Nhập kết quả, công bố xếp hạng, lập danh sách đề nghị và trình hồ sơ.";
    case ProposingUnit:
        return "Giới thiệu cá nhân của đơn vị mình và xem kết quả đã công bố.";
    case Appraiser:
        return "Thẩm định từng trường hợp trong hồ sơ đã trình.";
    case Director:
        return "Xem hồ sơ đã thẩm định và trình Chủ tịch.";
    case Chair:
        return "Phê duyệt, từ chối hoặc trả lại hồ sơ.";
    case Clerk:
        return "Ghi số, ngày quyết định, phát hành và in.";
    case Administrator:
        return "Quản lý người dùng, đơn vị và cài đặt; không tham gia xét khen thưởng.";
    case Auditor:
        return "Xem mọi hồ sơ và nhật ký; không thay đổi gì.";
    }
    return {};
}

}  // namespace rights
