#include "web/pages/publication.h"
#include "web/pages/ranking.h"
#include "web/pages/ranking_charts.h"
#include "web/pages/ranking_table.h"

#include <gtest/gtest.h>

namespace {

class RankingPage : public ::testing::Test {
protected:
    RankingPage()
    {
        request.path = "/rankings/7";
        request.query = {{"khoi", "1"}, {"xep", "-diem"}, {"tim", "noi vu"}};
        auto& publication = page.publication;
        publication.id = domain::PublicationId{7};
        publication.year = 2021;
        publication.decision_number = "30/QĐ-UBND-HC";
        publication.decision_date = base::Date(2022, 3, 30);
        publication.compared_with = domain::PublicationId{6};
        domain::PublishedGroup group;
        group.id = page.group = domain::PeerGroupId{1};
        group.summary.name = "Các sở";
        group.units = group.ranked = 2;
        group.framework.bands = {{"Tốt", base::Decimal(80)}, {"Khá", base::Decimal(70)}};
        group.summary.band_counts = {{"Tốt", 2}, {"Khá", 0}};
        publication.groups = {group};
        page.standings.rows = {row("Sở <Nội vụ>", 1, "90.94"), row("Sở Y tế", 2, "88.6")};
        page.standings.total = 2;
        page.standings.rows[1].illustrative = true;
    }

    static domain::PublishedStanding row(const std::string& unit, int place, const char* index)
    {
        domain::PublishedStanding row;
        row.unit = domain::UnitId{place};
        row.position = place;
        row.standing.unit = unit;
        row.standing.place = place;
        row.standing.index = *base::Decimal::parse(index);
        row.standing.band = "Tốt";
        return row;
    }
    [[nodiscard]] std::string html() const
    {
        return web::ranking_content(request, page, web::standing_filter(request)).str();
    }
    [[nodiscard]] bool shows(const std::string& text) const { return html().find(text) != std::string::npos; }

    web::Request request;
    app::RankingPage page;
};

TEST_F(RankingPage, ReadsItsFilterFromTheAddress)
{
    const auto filter = web::standing_filter(request);
    EXPECT_EQ(filter.group, domain::PeerGroupId{1});
    EXPECT_EQ(filter.order, app::StandingOrder::Change);
    EXPECT_TRUE(filter.descending);
    EXPECT_EQ(filter.text, "noi vu");
    EXPECT_EQ(filter.page, 1);
}

TEST_F(RankingPage, TakesNoNonsenseFromTheAddress)
{
    request.query = {{"khoi", "x"}, {"xep", "-khongco"}, {"trang", "99999999999999999999"}};
    const auto filter = web::standing_filter(request);
    EXPECT_FALSE(filter.group);
    EXPECT_EQ(filter.order, app::StandingOrder::Place);
    EXPECT_EQ(filter.page, 1);
}

TEST_F(RankingPage, HeadingsSortFromTheFirstPageAndKeepTheFilters)
{
    // Sorted by change, largest first: a click turns it round.
    EXPECT_TRUE(shows("/rankings/7?khoi=1&amp;tim=noi%20vu&amp;xep=diem"));
    EXPECT_TRUE(shows("aria-sort=\"descending\""));
    EXPECT_TRUE(shows("xep=-chiso"));
}

TEST_F(RankingPage, EscapesNamesAndMarksMadeUpValues)
{
    EXPECT_TRUE(shows("Sở &lt;Nội vụ&gt;"));
    EXPECT_TRUE(shows("88,60<span aria-hidden=\"true\">*</span>"));
    EXPECT_FALSE(shows("90,94<span aria-hidden=\"true\">*</span>"));
    EXPECT_TRUE(shows("* Số liệu minh họa, không phải số liệu đã công bố."));
}

TEST_F(RankingPage, AReplacedPublicationSaysSoFirst)
{
    page.publication.replaced_by = domain::PublicationId{9};
    const auto text = html();
    const auto banner = text.find("đã được thay bằng bản đính chính");
    ASSERT_NE(banner, std::string::npos);
    EXPECT_LT(banner, text.find("<table"));
    EXPECT_NE(text.find("/rankings/9"), std::string::npos);
}

TEST_F(RankingPage, ShowsAnEmptyStateWhenNothingMatches)
{
    page.standings = {};
    EXPECT_TRUE(shows("Không có đơn vị nào khớp"));
    EXPECT_FALSE(shows("data-l=\"Cơ quan, đơn vị\""));
}

TEST_F(RankingPage, ThePreviewOfAFirstYearHasNoEmptyColumns)
{
    app::RankingPreview preview;
    preview.draft = page.publication;
    preview.rows = page.standings.rows;
    for (auto& row : preview.rows) {
        row.group = page.group;
        row.standing.band.clear();
    }
    const auto has = [&](const char* heading) {
        return web::preview_content(request, preview, {}, {}).str().find(heading) != std::string::npos;
    };
    EXPECT_FALSE(has(">Tăng giảm<"));
    EXPECT_FALSE(has(">Thứ hạng<"));
    EXPECT_FALSE(has(">Xếp loại<"));
    preview.rows[0].standing.change = base::Decimal(2);
    preview.rows[0].standing.band = "Tốt";
    EXPECT_TRUE(has(">Tăng giảm<"));
    EXPECT_TRUE(has(">Xếp loại<"));
}

TEST(PartHeading, CarriesItsMaximum)
{
    const auto with = web::part_heading("Thể chế (tối đa 10,5)");
    EXPECT_EQ(with.name, "Thể chế");
    EXPECT_EQ(with.maximum, base::Decimal(105, 1));
    EXPECT_EQ(web::part_heading("Thẩm định").name, "Thẩm định");
    EXPECT_FALSE(web::part_heading("Thẩm định (tối đa nhiều)").maximum);
}

}  // namespace
