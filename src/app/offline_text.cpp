#include "app/offline_text.h"

#include "rules/condition.h"

namespace app {
namespace {

constexpr std::string_view inspect_help = R"(vinhdanh inspect BẢNG [--json]

Đọc một bảng kết quả (.xlsx hoặc .csv) và cho biết chương trình hiểu nó thế nào: các nhóm, từng đơn vị với
điểm, điểm tối đa, tỷ lệ, hạng và xếp loại đã in; những dòng bỏ qua và vì sao; những lỗi phải sửa và những điều
cần xem lại, kèm trang tính, dòng, cột. Không ghi gì vào đâu, không cần cơ sở dữ liệu.

  --json   in một đối tượng JSON thay cho bảng chữ

Mã thoát: 0 đọc được, không có lỗi · 1 có lỗi hoặc không đọc được tệp · 64 gõ sai lệnh
Ví dụ:    vinhdanh inspect ket_qua_2021.xlsx
)";

constexpr std::string_view rank_help =
    R"(vinhdanh rank BẢNG [--rules TỆP | --bands MỨC --decimals SỐ] [--previous BẢNG] [--json]

Tính chỉ số, xếp hạng từng nhóm, xếp loại và so với năm trước.

  chỉ số = (điểm + điểm thưởng − điểm trừ) / điểm tối đa của đơn vị × 100, làm tròn một lần.
  Không có điểm tối đa thì lấy tỷ lệ in trong bảng, không có nữa thì lấy điểm. Bằng nhau thì cùng hạng, hạng kế
  tiếp bỏ trống, trừ khi bộ quy tắc nêu tiêu chí phụ.

  --rules TỆP       cách tính, số lẻ, tiêu chí phụ và mức xếp loại lấy từ bộ quy tắc (JSON)
  --bands MỨC       các mức xếp loại, ví dụ "Tốt:80,Khá:70,Trung bình:60,Kém:0"; không có thì không xếp loại
  --decimals SỐ     số chữ số lẻ, từ 0 đến 6; không có thì 2
  --previous BẢNG   bảng kết quả năm trước, để tính tăng giảm điểm và hạng
  --json            in một đối tượng JSON thay cho bảng chữ

Mã thoát: 0 xong · 1 bảng có lỗi nên không xếp hạng · 64 gõ sai lệnh
Ví dụ:    vinhdanh rank ket_qua_2021.xlsx --bands "Tốt:80,Khá:70" --previous ket_qua_2020.xlsx
)";

constexpr std::string_view propose_help = R"(vinhdanh propose BẢNG --rules TỆP [--previous BẢNG] [--json]

Xếp hạng rồi áp dụng bộ quy tắc: ai được đề xuất hình thức nào, đạt từng tiêu chí ra sao, ai sát nút, mỗi đơn vị
được mấy suất cá nhân. Chỉ đề xuất, không quyết định. Điều chưa biết (không có kết quả năm trước, chưa gắn căn cứ)
thì cảnh báo chứ không loại.

  --rules TỆP       bộ quy tắc (JSON), ví dụ config/rules/dong_thap_2021.json
  --previous BẢNG   bảng kết quả năm trước, cho các điều kiện về mức tăng
  --json            in một đối tượng JSON thay cho bảng chữ

Mã thoát: 0 xong, kể cả khi không ai đạt · 1 bảng hoặc bộ quy tắc có lỗi · 64 gõ sai lệnh
Ví dụ:    vinhdanh propose ket_qua_2021.xlsx --rules config/rules/dong_thap_2021.json --json
)";

std::string number_of(const std::optional<domain::SheetValue>& value)
{
    return value ? value->value.vietnamese(value->value.scale()) : "–";
}

std::string title_of(const std::string& name)
{
    return (name.empty() ? "Không chia nhóm" : name) + "\n";
}

std::string place_of(const std::optional<int>& place)
{
    return place ? std::to_string(*place) : "–";
}

std::string line_of(const domain::Proposal& proposal)
{
    std::string text = "  " + proposal.award + "  " + proposal.recipient + " · " + proposal.group +
                       " · hạng " + place_of(proposal.place) + "\n";
    for (const auto& criterion : proposal.verdict.criteria) {
        const std::string mark = !criterion.met ? "?" : (*criterion.met ? "✓" : "✗");
        text += "       " + mark + " yêu cầu " + criterion.required + ", thực tế " + criterion.actual;
        if (!criterion.article.empty()) text += " (" + criterion.article + ")";
        text += "\n";
    }
    return text;
}

}  // namespace

std::string inspection_text(const domain::ResultSheet& sheet)
{
    std::string text;
    if (sheet.encoding) text += "Bảng mã: " + *sheet.encoding + "\n";
    for (const auto& group : sheet.groups) {
        text += title_of(group.name);
        for (const auto& row : group.rows)
            text += "  dòng " + std::to_string(row.row) + "  " + row.unit + " · điểm " +
                    number_of(row.points) + " / " + number_of(row.maximum) + " · tỷ lệ " +
                    number_of(row.percent) + (row.place.empty() ? "" : " · hạng " + row.place) +
                    (row.band.empty() ? "" : " · " + row.band) + "\n";
    }
    for (const auto& row : sheet.skipped)
        text += "Bỏ qua dòng " + std::to_string(row.row) + ": " + row.reason.vietnamese() + "\n";
    return text;
}

std::string ranking_text(const std::vector<domain::GroupStandings>& groups)
{
    std::string text;
    for (const auto& group : groups) {
        text += title_of(group.name);
        for (const auto& standing : group.standings) {
            text += "  " + place_of(standing.place) + "  " + standing.unit + " · " +
                    standing.index.vietnamese(group.decimals);
            if (!standing.band.empty()) text += " · " + standing.band;
            if (standing.change) text += " · " + rules::with_sign(*standing.change, group.decimals);
            if (!standing.tie_break.empty()) text += " · phân định theo " + standing.tie_break;
            text += "\n";
        }
        if (group.mean) text += "  Trung bình: " + group.mean->vietnamese(group.decimals) + "\n";
    }
    return text;
}

std::string proposals_text(const domain::ProposalResult& result)
{
    std::string text = "Đề xuất: " + std::to_string(result.proposals.size()) + "\n";
    for (const auto& proposal : result.proposals)
        text += line_of(proposal);
    int people = 0;
    for (const auto& place : result.individual_places)
        people += place.count;
    text += "Suất cá nhân: " + std::to_string(people) + "\n";
    text += "Sát nút: " + std::to_string(result.just_missed.size()) + "\n";
    for (const auto& proposal : result.just_missed)
        text += line_of(proposal);
    for (const auto& warning : result.warnings)
        text += "Cảnh báo: " + warning.message.vietnamese() + "\n";
    return text;
}

std::string issue_text(const domain::SheetIssue& issue)
{
    std::string where = issue.sheet;
    const auto add = [&](const std::string& part) { where += (where.empty() ? "" : ", ") + part; };
    if (issue.row > 0) add("dòng " + std::to_string(issue.row));
    if (!issue.column.empty()) add("cột " + issue.column);
    if (!issue.found.empty()) add("“" + issue.found + "”");
    return (issue.severity == domain::Severity::Error ? "Lỗi" : "Cảnh báo") +
           (where.empty() ? std::string() : " · " + where) + ": " + issue.message.vietnamese();
}

std::string_view help_text(std::string_view command)
{
    if (command == "inspect") return inspect_help;
    return command == "rank" ? rank_help : propose_help;
}

}  // namespace app
