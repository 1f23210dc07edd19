// What waits for a person, in words.
#include "web/pages/overview.h"
#include "web/texts.h"

namespace web {
namespace {

using What = app::Task::What;

std::string step_name(const Request& request, app::SetupStep::What step)
{
    using enum app::SetupStep::What;
    switch (step) {
    case Office:
        return tr(request, "thông tin cơ quan");
    case Groups:
        return tr(request, "khối xếp hạng");
    case Units:
        return tr(request, "danh sách đơn vị");
    case Frameworks:
        return tr(request, "cách chấm điểm và xếp loại");
    case Signers:
        return tr(request, "người ký");
    case Users:
        return tr(request, "người dùng và vai trò");
    case Round:
        break;
    }
    return tr(request, "đợt khen thưởng");
}

TaskWords round_words(const Request& request, const app::Task& task)
{
    const auto round = task.round.text();
    switch (task.what) {
    case What::FinishImport:
        return {tr(request, "Xem lại tệp {} rồi lưu", {task.subject}),
                tr(request, "Tệp đã đọc xong nhưng chưa lưu; chưa có gì vào bảng xếp hạng."),
                tr(request, "Xem trước"), "/imports/" + task.upload.text()};
    case What::Import:
        return {tr(request, "Nhập bảng kết quả: {}", {task.subject}),
                tr(request, "Tệp Excel hoặc CSV của đơn vị chấm điểm; xem trước rồi mới lưu."),
                tr(request, "Nhập kết quả"), "/imports?round=" + round};
    case What::Publish:
        return {tr(request, "Công bố xếp hạng: {}", {task.subject}),
                tr(request, "Kết quả đã lưu. Kiểm tra thứ hạng và ghi quyết định công bố."),
                tr(request, "Xem xếp hạng"), "/rounds/" + round + "/ranking"};
    case What::Propose:
        return {tr(request, "Lập đề xuất khen thưởng: {}", {task.subject}),
                tr(request, "Xếp hạng đã công bố. Chọn bộ quy tắc và chạy đề xuất."),
                tr(request, "Chạy đề xuất"), "/proposals?round=" + round};
    default:
        break;
    }
    return {tr(request, "Lập hồ sơ từ đề xuất: {}", {task.subject}),
            tr(request, "Đề xuất đã có. Đưa vào hồ sơ để điền cá nhân và trình."), tr(request, "Lập hồ sơ"),
            "/proposals/" + task.run.text()};
}

TaskWords dossier_words(const Request& request, const app::Task& task)
{
    const auto address = "/dossiers/" + task.dossier.text();
    const auto count = std::to_string(task.count);
    switch (task.what) {
    case What::FillPlaces:
        return {tr(request, "Điền {} cá nhân còn thiếu", {count}), task.subject, tr(request, "Điền tên"),
                address + "/places"};
    case What::Submit:
        return {tr(request, "Trình thẩm định: {}", {task.subject}),
                tr(request, "{} trường hợp đã sẵn sàng.", {count}), tr(request, "Mở hồ sơ"), address};
    case What::Appraise:
        return {tr(request, "Thẩm định: {}", {task.subject}),
                tr(request, "{} trường hợp cần cho ý kiến.", {count}), tr(request, "Thẩm định"),
                address + "/appraisal"};
    case What::Forward:
        return {tr(request, "Trình Chủ tịch: {}", {task.subject}),
                tr(request, "{} trường hợp đã thẩm định xong.", {count}), tr(request, "Mở hồ sơ"),
                address + "/brief"};
    case What::Approve:
        return {tr(request, "Phê duyệt: {}", {task.subject}),
                tr(request, "{} trường hợp chờ phê duyệt.", {count}), tr(request, "Mở hồ sơ"),
                address + "/brief"};
    case What::Number:
        return {tr(request, "Ghi số quyết định: {}", {task.subject}),
                tr(request, "Hồ sơ đã được phê duyệt; mỗi hình thức khen thưởng một quyết định."),
                tr(request, "Ghi số"), address + "/decisions"};
    default:
        break;
    }
    return {tr(request, "Ban hành {} quyết định", {count}), task.subject, tr(request, "Mở quyết định"),
            "/decisions"};
}

}  // namespace

TaskWords task_words(const Request& request, const app::Task& task)
{
    switch (task.what) {
    case What::SetUp:
        return {tr(request, "Hoàn tất thiết lập: còn {} việc", {std::to_string(task.count)}),
                tr(request, "Việc đầu tiên: {}.",
                   {step_name(request, task.step.value_or(app::SetupStep::What::Round))}),
                tr(request, "Mở thiết lập"), "/settings"};
    case What::FinishImport:
    case What::Import:
    case What::Publish:
    case What::Propose:
    case What::CreateDossier:
        return round_words(request, task);
    default:
        return dossier_words(request, task);
    }
}

}  // namespace web
