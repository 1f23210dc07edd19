// What the overview says to whom.
#include "tests/web/sample_overview.h"
#include "tests/web/test_site.h"
#include "web/pages/help.h"
#include "web/pages/overview.h"

#include <gtest/gtest.h>

namespace {

using web::Request;
using web_test::sample_overview;

Request request_of(domain::Role role)
{
    Request request;
    request.user = web_test::user_with(role);
    request.path = "/overview";
    request.now = web_test::moment("2022-03-17 02:00:00");
    return request;
}

int count(const std::string& text, std::string_view part)
{
    int found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++found;
    return found;
}

TEST(OverviewPage, ShowsExactlyOnePrimaryStep)
{
    const auto html = web::overview_content(request_of(domain::Role::Officer), sample_overview()).str();
    EXPECT_EQ(count(html, "btn-primary"), 1);
    EXPECT_NE(html.find("Điền 5 cá nhân còn thiếu"), std::string::npos);
    EXPECT_NE(html.find("href=\"/dossiers/18/places\""), std::string::npos);
    EXPECT_NE(html.find("Hạn 30/03"), std::string::npos);
    EXPECT_NE(html.find("còn 13 ngày"), std::string::npos);
}

TEST(OverviewPage, SaysWhereEachRoundStands)
{
    const auto html = web::overview_content(request_of(domain::Role::Officer), sample_overview()).str();
    EXPECT_NE(html.find("Đang ở: Đề xuất"), std::string::npos);
    EXPECT_NE(html.find("24 / 29 có tên"), std::string::npos);
    EXPECT_NE(html.find("Đang ở: Nhập kết quả"), std::string::npos);
    EXPECT_EQ(count(html, "aria-current=\"step\""), 2);
    EXPECT_NE(html.find("Sở Giao thông vận tải"), std::string::npos);
    EXPECT_NE(html.find("Thiếu xác nhận của Sở Tài chính"), std::string::npos);
}

TEST(OverviewPage, SaysTheDayAndHowMuchWaits)
{
    const auto line = web::overview_provenance(request_of(domain::Role::Officer), sample_overview()).str();
    EXPECT_EQ(line, "Thứ Năm, 17/03/2022 · 2 đợt đang mở · 2 việc chờ xử lý");
}

TEST(OverviewPage, OffersNoLinkThatWouldBeRefused)
{
    const auto officer = web::overview_content(request_of(domain::Role::Officer), sample_overview()).str();
    const auto unit = web::overview_content(request_of(domain::Role::ProposingUnit), sample_overview()).str();
    EXPECT_NE(officer.find("href=\"/dossiers/18\""), std::string::npos);
    EXPECT_EQ(unit.find("href=\"/dossiers/18\""), std::string::npos);
    EXPECT_EQ(unit.find("href=\"/audit\""), std::string::npos);
    EXPECT_EQ(unit.find("href=\"/rounds"), std::string::npos);
}

TEST(OverviewPage, IsCalmWhenThereIsNothing)
{
    const auto html = web::overview_content(request_of(domain::Role::Director), {}).str();
    EXPECT_NE(html.find("Không có việc nào chờ bạn"), std::string::npos);
    EXPECT_NE(html.find("Chưa có đợt nào đang mở"), std::string::npos);
    EXPECT_EQ(html.find("/rounds/new"), std::string::npos) << "a director opens no rounds";
    const auto officer = web::overview_content(request_of(domain::Role::Officer), {}).str();
    EXPECT_NE(officer.find("/rounds/new"), std::string::npos);
}

TEST(OverviewPage, EveryKindOfTaskHasWordsAndAPlaceToGo)
{
    const auto request = request_of(domain::Role::Officer);
    for (int i = 0; i <= static_cast<int>(app::Task::What::Issue); ++i) {
        app::Task task;
        task.what = static_cast<app::Task::What>(i);
        task.subject = "Đợt thử";
        const auto words = web::task_words(request, task);
        EXPECT_FALSE(words.title.empty()) << i;
        EXPECT_FALSE(words.button.empty()) << i;
        EXPECT_TRUE(words.address.starts_with('/')) << i;
    }
}

TEST(HelpPage, LinksOnlyWhereTheReaderMayGo)
{
    const auto officer = web::help_content(request_of(domain::Role::Officer)).str();
    const auto unit = web::help_content(request_of(domain::Role::ProposingUnit)).str();
    EXPECT_NE(officer.find("href=\"/imports\""), std::string::npos);
    EXPECT_EQ(unit.find("href=\"/imports\""), std::string::npos);
    EXPECT_NE(unit.find("href=\"/nominees\""), std::string::npos);
}

}  // namespace
