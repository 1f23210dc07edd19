// What the import pages lead to: nothing is ticked unasked, and the next step is the one that is really next.
#include "web/pages/import.h"
#include "web/pages/import_parts.h"

#include <gtest/gtest.h>

namespace {

using web::Request;

app::OfferedUnit offer(std::int64_t id, int likeness, int already_in_row = 0)
{
    return {{id}, "H0" + std::to_string(id), "UBND huyện " + std::to_string(id), likeness, already_in_row};
}

app::UnitReading unsure(std::vector<app::OfferedUnit> offered)
{
    app::UnitReading reading;
    reading.unsure = true;
    reading.offered = std::move(offered);
    return reading;
}

domain::SheetRow row(int number, std::string unit)
{
    domain::SheetRow row;
    row.row = number;
    row.unit = std::move(unit);
    row.unit_column = "B";
    return row;
}

app::ImportPreview preview()
{
    app::ImportPreview preview;
    preview.upload.id = {7};
    preview.sheet.groups.push_back({});
    preview.sheet.groups[0].rows = {row(3, "Huyện A"), row(4, "Huyện B"), row(5, "Huyện C"),
                                    row(6, "Huyện D")};
    preview.units = {{unsure({offer(1, 99), offer(2, 60)}), unsure({offer(2, 98)}),
                      unsure({offer(3, 97), offer(4, 96)}), unsure({offer(5, 99, 9)})}};
    preview.open_choices = 4;
    return preview;
}

std::size_t ticked(const std::string& html)
{
    std::size_t count = 0;
    for (auto at = html.find(" checked"); at != std::string::npos; at = html.find(" checked", at + 1))
        ++count;
    return count;
}

TEST(ImportPage, TicksNearCertainNamesOnlyWhenAskedAndNeverWhereTwoComeClose)
{
    Request request;
    request.method = "GET";
    const auto unasked = web::unit_choices_card(request, preview()).str();
    EXPECT_EQ(ticked(unasked), 0U);
    EXPECT_NE(unasked.find("/imports/7?chon=goi-y#chon"), std::string::npos);

    request.query.emplace_back("chon", "goi-y");
    const auto asked = web::unit_choices_card(request, preview()).str();
    EXPECT_EQ(ticked(asked), 2U)
        << "not the one with two close offers, nor the one whose unit has a row already";
    EXPECT_NE(asked.find("value=\"unit:1\" checked"), std::string::npos);
    EXPECT_NE(asked.find("value=\"unit:2\" checked"), std::string::npos);
}

TEST(ImportPage, ProposesToAddUnknownNamesUnderTheirHeadingsGroupWhenAsked)
{
    Request request;
    request.method = "GET";
    auto page = preview();
    page.may_add_units = true;
    page.sheet.groups[0].name = "Các Sở";
    page.groups = {{.id = {1}, .name = "UBND huyện"}, {.id = {2}, .name = "Các sở"}};
    page.units = {{unsure({}), unsure({}), unsure({offer(1, 70)}), unsure({offer(1, 60)})}};
    EXPECT_EQ(ticked(web::unit_choices_card(request, page).str()), 0U);

    request.query.emplace_back("chon", "them");
    const auto asked = web::unit_choices_card(request, page).str();
    EXPECT_EQ(ticked(asked), 2U) << "a name with an offer stays for the officer to decide";
    EXPECT_NE(asked.find("value=\"DV7-1\""), std::string::npos);
    EXPECT_NE(asked.find("value=\"DV7-2\""), std::string::npos);
    EXPECT_NE(asked.find("<option value=\"2\" selected>"), std::string::npos);
    EXPECT_EQ(asked.find("<option value=\"1\" selected>"), std::string::npos);
}

TEST(ImportPage, AStoredSheetLeadsToItsRankingOnceItIsPublished)
{
    Request request;
    app::StoredUpload stored;
    stored.upload.id = {7};
    stored.upload.rows = 9;
    EXPECT_NE(web::stored_upload_content(request, stored).str().find("Số liệu đã được nhập"),
              std::string::npos);

    stored.published = domain::Publication();
    stored.published->id = {4};
    stored.published->upload = {7};
    stored.published->decision_number = "245/QĐ-UBND";
    const auto published = web::stored_upload_content(request, stored).str();
    EXPECT_NE(published.find("href=\"/rankings/4\""), std::string::npos);
    EXPECT_EQ(published.find("/ranking\""), std::string::npos) << "no second publication is offered";

    stored.published->upload = {6};
    EXPECT_NE(web::stored_upload_content(request, stored).str().find("công bố tệp này là đính chính"),
              std::string::npos);
}

}  // namespace
