// Every component on one page, to be looked at: `VINHDANH_STYLE_GUIDE_PORT=8099 test_web --gtest_also_run_disabled_tests
// --gtest_filter='*StyleGuide*'` serves it at / until standard input ends.
#include "tests/web/sample_overview.h"
#include "tests/web/test_site.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/layout.h"
#include "web/pages/help.h"
#include "web/pages/overview.h"
#include "web/table.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <iostream>
#include <string>

namespace web {
namespace {

using base::Decimal;
using base::Html;

Html ranking(const Request& request)
{
    Table table("Bảng xếp hạng", {{.heading = "Hạng", .phone = Phone::Rank},
                                  {.heading = "Cơ quan, đơn vị", .phone = Phone::Title},
                                  {.heading = "Chỉ số 2021",
                                   .align = Align::Right,
                                   .sort_address = "?sap=diem",
                                   .sorted = Column::Sorted::Descending},
                                  {.heading = "So với 2020", .align = Align::Right},
                                  {.heading = "Thứ hạng"},
                                  {.heading = "Xếp loại"},
                                  {.heading = "Trạng thái"}});
    table.group(Html::text("I. Các sở, ngành"));
    const auto row = [&](int place, std::string name, Decimal score, Decimal change, int places,
                         RowKind kind) {
        Html points;
        points << "<strong>" << score.vietnamese(2) << "</strong>" << meter(score, Decimal(100));
        Html unit;
        unit << link("/units/1", name) << "<small>Mã H0" << place << "</small>";
        table.row({rank_circle(place), unit, points, delta(request, change, 2), place_delta(request, places),
                   band(place < 3 ? "Tốt" : "Khá", place < 3 ? 1 : 2),
                   state(place < 3 ? Tone::Ok : Tone::Warn, "Chờ duyệt")},
                  kind);
    };
    row(1, "Văn phòng Ủy ban nhân dân tỉnh", Decimal(9094, 2), Decimal(244, 2), 2, RowKind::Selected);
    row(2, "Sở Giáo dục và Đào tạo", Decimal(8868, 2), Decimal(-36, 2), -1, RowKind::Plain);
    row(3, "Sở Nội vụ", Decimal(8612, 2), Decimal(0), 0, RowKind::Struck);
    table.note(
        Html::text("Lê Văn Phước Lộc không đồng ý ngày 16/03/2022: “Thiếu xác nhận của Sở Tài chính”."));
    row(4, "Thanh tra tỉnh", Decimal(8101, 2), Decimal(113, 2), 3, RowKind::Changed);
    table.total({Html(), Html::text("Bình quân"), Html::text("86,69"), Html(), Html(), Html(), Html()});
    return table.html();
}

Html form_sample(const Request& request)
{
    const std::vector<base::Error> errors = {base::invalid("Hãy nhập tên đơn vị.", "name"),
                                             base::invalid("Ngày không có thật.", "day")};
    Html fields;
    fields << input({.name = "name",
                     .label = "Tên đơn vị",
                     .error = error_of(request, errors, "name"),
                     .required = true});
    fields << field_row({date_input(request, {.name = "day",
                                              .label = "Ngày công bố",
                                              .value = "31/02/2022",
                                              .error = error_of(request, errors, "day")}),
                         select({.name = "group", .label = "Khối", .value = "2"},
                                {{"1", "Sở, ngành"}, {"2", "Huyện, thành phố"}})});
    fields << textarea(
        {.name = "reason", .label = "Lý do", .hint = "Người khác sẽ đọc câu này trong lịch sử hồ sơ."});
    fields << radios({.name = "kind", .label = "Đối tượng", .value = "a"},
                     {{"a", "Tập thể", "Sở, phòng, huyện"}, {"b", "Cá nhân", "Cán bộ, công chức"}});
    fields << checkbox("all", "1", "Gửi cả danh sách") << "<p></p>";
    fields << "<div class=\"acc\">" << submit("Lưu đơn vị") << submit("Hủy", Look::Quiet)
           << submit("Từ chối", Look::Danger)
           << submit(Button{.text = "Xác nhận nhập", .disabled_because = "vi-sao"}) << muted("Còn 2 lỗi")
           << "</div>";
    Html html;
    html << error_summary(request, errors) << card({.title = "Biểu mẫu"}, form(request, "/", fields));
    return html;
}

Html parts(const Request& request)
{
    Html html;
    html << next_step(request, "Nhắc 5 đơn vị chưa gửi cá nhân đề nghị tặng Bằng khen",
                      "Cải cách hành chính 2021 · đã có 24 / 29 cá nhân · hạn gửi 21/03/2022, còn 4 ngày",
                      button_link("/nominees", "Soạn nhắc việc", Look::Primary, "send"));
    html << tiles({{"Đơn vị được chấm", "17", "/ 17"},
                   {"Điểm trung bình", "86,88", "tăng 0,65", Tone::Ok},
                   {"Đề xuất khen thưởng", "35", "2 cờ, 33 bằng khen"},
                   {"Cảnh báo", "3", "xem", Tone::Warn, "/imports"}});
    html << notice(Tone::Ok, "Đã lưu.") << notice(Tone::Warn, "Chưa ghi căn cứ tặng Cờ thi đua.")
         << notice(Tone::Error, "Tệp có 2 lỗi.") << notice(Tone::Ask, "Chưa rõ đơn vị “Sở TT-TT”.");
    Html left;
    left << card({.title = "Các đợt đang mở", .count = "1"},
                 stage_bar(request,
                           {{"Nhập kết quả", "04/03", Stage::State::Done},
                            {"Xếp hạng", "14/03", Stage::State::Done},
                            {"Đề xuất", "24 / 29 cá nhân", Stage::State::Now},
                            {"Thẩm định", "từ 22/03"},
                            {"Phê duyệt", "từ 24/03"},
                            {"Quyết định", "28/03"}},
                           Html("<b>Đang ở: Đề xuất</b> (bước 3 / 6), còn 5 ngày")));
    left << card({.title = "Kiểm tra"},
                 check_list(request, {{Tone::Ok, Html::text("Dẫn đầu khối: hạng 1")},
                                      {Tone::Error, Html::text("Điểm từ 80: 79,58")},
                                      {Tone::Warn, Html::text("Chưa ghi căn cứ")},
                                      {Tone::Ask, Html::text("Chưa có điểm năm trước")}}));
    Html right;
    right << card(
        {.title = "Vừa diễn ra", .right = link("/audit", "Nhật ký"), .padded = false},
        timeline(request, {{Tone::Ok, Html::text("Huyện Châu Thành gửi 1 cá nhân"), "hôm nay 09:42"},
                           {Tone::Warn, Html::text("Lê Văn Phước Lộc trả lại hồ sơ"), "16/03, 15:20", "", "",
                            "Thiếu xác nhận"},
                           {Tone::Ok, Html::text("Sở Y tế đổi cá nhân"), "16/03, 10:05", "Trương Văn Tới",
                            "Đặng Thị Ánh Nguyệt"}}));
    right << card({.title = "Tệp"}, download("/x.pdf", "Danh sách kèm quyết định", "PDF"));
    html << columns(left, right);
    return html;
}

Response style_guide(const Request& request, Services& services)
{
    Html content;
    content << steps(request, {"Tải tệp", "Xem trước", "Xác nhận"}, 1) << parts(request);
    Html list;
    list << filter_bar(
        request, "/",
        [] {
            Html fields;
            fields
                << input({.name = "q", .label = "Tìm đơn vị", .type = "search", .placeholder = "Tên hoặc mã"})
                << select({.name = "band", .label = "Xếp loại"}, {{"", "Tất cả"}, {"1", "Tốt"}});
            return fields;
        }(),
        button_link("/x.xlsx", "Xuất Excel", Look::Outline, "download"), {{"Xếp loại: Tốt", "/"}});
    list << ranking(request) << pager(request, 2, 9, "Hiển thị 1–10 trong 84 đơn vị");
    content << card({.padded = false}, list) << form_sample(request);
    content << card({.title = "Hồ sơ", .padded = false}, fact_row({{"Tổng tiền", Html::text("78.970.000 đ")},
                                                                   {"Đang giữ", Html::text("Phòng Thi đua")},
                                                                   {"Hạn", Html::text("22/03/2022")}}));
    content << card({}, empty_state("Chưa có đợt nào", "Mở một đợt thi đua để bắt đầu nhập kết quả.",
                                    button_link("/rounds", "Mở đợt thi đua", Look::Outline)));
    content << acts(Html("<p>Còn <strong>5</strong> cá nhân chưa có tên.</p>"), [] {
        Html buttons;
        buttons << button_link("/x", "Xem lại", Look::Outline)
                << button_link("/y", "Trình hồ sơ", Look::Primary);
        return buttons;
    }());
    PageFrame frame;
    frame.title = "Xếp hạng Chỉ số cải cách hành chính năm 2021";
    frame.crumbs = {{"Tổng quan", "/overview"}, {"Xếp hạng", "/rankings"}};
    frame.provenance =
        Html("Khối sở, ban, ngành · Số liệu nhập ngày 04/03/2022 từ tệp <em>PAR-INDEX-2021.xlsx</em>");
    frame.menu = "/rankings";
    frame.actions = button_link("/rankings/print", "In", Look::Outline, "printer");
    return show(request, services, frame, content);
}

Response overview(const Request& request, Services& services)
{
    auto at_that_time = request;
    at_that_time.now = web_test::moment("2022-03-17 02:00:00");
    const auto sample = web_test::sample_overview();
    PageFrame frame;
    frame.title = "Tổng quan";
    frame.provenance = overview_provenance(at_that_time, sample);
    frame.menu = "/overview";
    return show(request, services, frame, overview_content(at_that_time, sample));
}

Response help(const Request& request, Services& services)
{
    PageFrame frame;
    frame.title = "Hướng dẫn";
    frame.menu = "/help";
    return show(request, services, frame, help_content(request));
}

constexpr std::array routes = {Route{"GET", "/style-guide", style_guide, rights::Permission::Public},
                               Route{"GET", "/overview", overview, rights::Permission::SignedIn},
                               Route{"GET", "/help", help, rights::Permission::SignedIn}};

TEST(StyleGuide, DISABLED_IsServedForLooking)
{
    ServerSettings settings;
    if (const char* port = std::getenv("VINHDANH_STYLE_GUIDE_PORT"))
        settings.port = static_cast<std::uint16_t>(std::stoi(port));
    web_test::TestSite site(routes, settings);
    site.users.emplace("officer", web_test::user_with(domain::Role::Officer));
    site.services.set_site({"UBND tỉnh Đồng Tháp", "Sở Nội vụ", true});
    std::cout << "http://127.0.0.1:" << site.port() << "/style-guide\n" << std::flush;
    std::string line;
    std::getline(std::cin, line);
}

}  // namespace
}  // namespace web
