// The names of audit actions, fields and values.
#include "access/role_name.h"
#include "base/date.h"
#include "base/text.h"
#include "domain/dossier.h"
#include "web/pages/audit.h"
#include "web/texts.h"
#include "workflow/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace web {

namespace {

using base::Message;

struct Named {
    std::string_view code;
    Message name;
};

const std::vector<Named>& actions()
{
    static const std::vector<Named> names = {
        {"session.started", "Đăng nhập"},
        {"session.ended", "Đăng xuất"},
        {"session.ended_elsewhere", "Đăng xuất ở mọi nơi khác"},
        {"user.first_administrator", "Tạo người quản trị đầu tiên"},
        {"user.added", "Thêm người dùng"},
        {"user.changed", "Sửa người dùng"},
        {"user.password_reset", "Cấp mật khẩu mới"},
        {"user.password_changed", "Đổi mật khẩu"},
        {"unit.added", "Thêm đơn vị"},
        {"unit.changed", "Sửa đơn vị"},
        {"unit.renamed", "Đổi tên đơn vị"},
        {"unit.moved", "Đổi thứ tự đơn vị"},
        {"unit.variant_added", "Thêm tên gọi khác"},
        {"unit.variant_removed", "Bỏ tên gọi khác"},
        {"group.added", "Thêm khối"},
        {"group.changed", "Sửa khối"},
        {"round.added", "Thêm đợt khen thưởng"},
        {"round.changed", "Sửa đợt khen thưởng"},
        {"office.changed", "Sửa thông tin cơ quan"},
        {"signer.added", "Thêm người ký"},
        {"signer.changed", "Sửa người ký"},
        {"framework.saved", "Lưu cách chấm điểm"},
        {"publication.published", "Công bố xếp hạng"},
        {"publication.corrected", "Đính chính xếp hạng"},
        {"rule_set.saved", "Lưu bộ quy tắc"},
        {"upload.added", "Tải bảng kết quả lên"},
        {"upload.stored", "Xác nhận bảng kết quả"},
        {"upload.replaced", "Thay bảng kết quả bằng tệp mới"},
        {"upload.discarded", "Bỏ bảng kết quả"},
        {"proposals.run", "Chạy đề xuất"},
        {"proposals.tie_decided", "Quyết định khi đồng hạng ở suất cuối"},
        {"decision.numbered", "Ghi số quyết định"},
        {"decision.corrected", "Sửa số quyết định"},
        {"decision.issued", "Phát hành quyết định"},
        {"person.added", "Thêm cá nhân"},
        {"person.changed", "Sửa cá nhân"},
        {"place.filled", "Ghi cá nhân đề nghị"},
        {"nominee.added", "Thêm trường hợp đề nghị"},
        {"nominee.changed", "Sửa trường hợp đề nghị"},
        {"nominee.removed", "Bỏ trường hợp đề nghị"},
        {"nominee.agreed", "Đồng ý trường hợp đề nghị"},
        {"nominee.refused", "Không đồng ý trường hợp đề nghị"},
        {"dossier.created", "Lập hồ sơ"},
        {"dossier.edited", "Sửa hồ sơ"},
        {"dossier.submit", "Trình hồ sơ"},
        {"dossier.recall", "Rút lại hồ sơ đã trình"},
        {"dossier.appraise", "Thẩm định xong hồ sơ"},
        {"dossier.return", "Trả lại hồ sơ"},
        {"dossier.forward", "Trình Chủ tịch"},
        {"dossier.approve", "Phê duyệt hồ sơ"},
        {"dossier.reject", "Từ chối hồ sơ"},
        {"dossier.withdraw", "Thôi đề nghị"},
        {"dossier.decide", "Ghi đủ số quyết định của hồ sơ"},
    };
    return names;
}

const std::vector<Named>& fields()
{
    static const std::vector<Named> names = {
        {"login", "tên đăng nhập"},
        {"name", "tên"},
        {"title", "tên"},
        {"post", "chức vụ"},
        {"unit", "đơn vị"},
        {"grants", "vai trò"},
        {"disabled", "khóa"},
        {"failed_before", "số lần nhập sai trước đó"},
        {"address", "địa chỉ máy"},
        {"code", "mã"},
        {"short_name", "tên ngắn"},
        {"group", "khối"},
        {"position", "thứ tự"},
        {"ended", "kết thúc từ"},
        {"variant", "tên gọi khác"},
        {"year", "năm"},
        {"default_citation", "thành tích chung"},
        {"conference_date", "ngày hội nghị"},
        {"open", "đang mở"},
        {"province", "tỉnh"},
        {"committee", "Ủy ban nhân dân"},
        {"department", "cơ quan thường trực"},
        {"place_name", "địa danh"},
        {"decision_symbol", "ký hiệu quyết định"},
        {"authority_line", "thẩm quyền ký"},
        {"from", "từ ngày"},
        {"to", "đến ngày"},
        {"recipient", "người nhận"},
        {"honorific", "danh xưng"},
        {"achievement", "thành tích"},
        {"collectives", "số tập thể"},
        {"individuals", "số cá nhân"},
        {"individual_places", "số suất cá nhân"},
        {"count", "số lượng"},
        {"state", "trạng thái"},
        {"criteria", "bộ tiêu chí"},
        {"decision_number", "số quyết định"},
        {"decision_date", "ngày quyết định"},
        {"reason", "lý do"},
        {"number", "số"},
        {"signer", "người ký"},
        {"money", "tiền thưởng"},
        {"round", "đợt"},
        {"rows", "số dòng"},
        {"warnings", "số cảnh báo"},
        {"date", "ngày"},
    };
    return names;
}

const Message* find(const std::vector<Named>& names, std::string_view code)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const Named& named) { return named.code == code; });
    return found == names.end() ? nullptr : &found->name;
}

// "officer; proposing_unit: Sở Nội vụ" -> "Cán bộ …; Cán bộ đơn vị đề nghị: Sở Nội vụ".
std::string role_words(const Request& request, const std::string& codes)
{
    std::vector<std::string> words;
    for (const auto& part : base::split(codes, ';')) {
        const auto text = base::tidy(part);
        const auto colon = text.find(": ");
        const auto role = domain::role_from_code(std::string_view(text).substr(0, colon));
        if (!role) continue;
        const auto name = tr(request, rights::role_name(*role));
        words.push_back(colon == std::string::npos ? name : name + text.substr(colon));
    }
    return base::join(words, "; ");
}

std::string state_words(const Request& request, const std::string& code)
{
    if (code == "numbered") return tr(request, "đã ghi số");
    if (code == "issued") return tr(request, "đã phát hành");
    const auto known = domain::state_from_code(code);
    return known ? tr(request, workflow::state_name(*known)) : std::string();
}

std::string value_words(const Request& request, const std::string& key, const nlohmann::json& value)
{
    if (value.is_boolean()) return value.get<bool>() ? tr(request, "có") : tr(request, "không");
    if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
    if (!value.is_string()) return {};
    const auto text = value.get<std::string>();
    if (key == "grants") return role_words(request, text);
    if (key == "state") return state_words(request, text);
    if (text.size() == 10 && text[4] == '-')
        if (const auto day = base::Date::parse(text)) return day->vietnamese();
    return text;
}

// Row numbers say nothing to a reader: the entry's subject names the thing.
bool is_row_number(const std::string& key, const nlohmann::json& value)
{
    return value.is_number_integer() && (key == "unit" || key == "group");
}

}  // namespace

bool audit_action_named(std::string_view code)
{
    return find(actions(), code) != nullptr;
}

Message audit_action_name(std::string_view code)
{
    const auto* name = find(actions(), code);
    return name != nullptr ? *name : Message("Thay đổi khác");
}

std::string audit_values(const Request& request, std::string_view json)
{
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object()) return {};
    std::vector<std::string> words;
    for (const auto& [key, value] : object.items()) {
        const auto* name = find(fields(), key);
        if (name == nullptr || is_row_number(key, value)) continue;
        const auto text = value_words(request, key, value);
        if (!text.empty()) words.push_back(tr(request, *name) + ": " + text);
    }
    return base::join(words, "; ");
}

}  // namespace web
