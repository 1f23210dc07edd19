// The clerk's way through the pages: number, correct, check, issue, print; and the records it leaves.
#include "access/password.h"
#include "app/manage_users.h"
#include "tests/app/decision_case.h"
#include "tests/web/page_client.h"

#include <gmock/gmock.h>

namespace {

using domain::Role;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using web_test::Fields;
using web_test::PageClient;

constexpr const char* password = "sen hồng đất tháp";

class DecisionPages : public tests::DecisionCase {
protected:
    void SetUp() override
    {
        tests::DecisionCase::SetUp();
        site = std::make_unique<web_test::PageSite>(
            transactor(), std::vector{web::identity_routes(), web::decision_routes(), web::record_routes()},
            now(), &reference);
        client = std::make_unique<PageClient>(*site);
        at = "/dossiers/" + dossier_id.text() + "/decisions";
    }

    void sign_in_as(Role role)
    {
        domain::User user;
        user.login = "nguoi.thu";
        user.name = "Huỳnh Thị Mẫu Ngân";
        user.grants = {{role, std::nullopt, true}};
        const auto administrator = actor(Role::Administrator);
        done(run([&](app::Repositories& r) {
            return app::add_user(r, administrator, user, *rights::hash_password(password));
        }));
        owner().execute("UPDATE app_user SET must_change_password = 0");
        const auto signed_in =
            client->post("/sign-in", "/sign-in", {{"login", "nguoi.thu"}, {"password", password}});
        ASSERT_EQ(signed_in.status, 303);
    }

    Fields typed(const std::string& award, const std::string& number) const
    {
        return {{"award", award},
                {"version", ""},
                {"number", number},
                {"symbol", "QĐ-UBND-HC"},
                {"date", "28/3/2022"},
                {"authority", "head"},
                {"signer", chairman.text()},
                {"proposal",
                 "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 25 tháng 3 năm 2022"}};
    }

    web::Response number(const std::string& award, const std::string& number)
    {
        const auto page = at + "?hinh-thuc=" + award;
        auto fields = typed(award, number);
        fields[1].second = PageClient::hidden_field(client->get(page).body, "version");
        return client->post(page, at, fields);
    }

    domain::Decision only()
    {
        return done(run([&](app::Repositories& r) -> base::Result<domain::Decision> {
            return r.decisions().of_dossier(dossier_id).front();
        }));
    }

    std::unique_ptr<web_test::PageSite> site;
    std::unique_ptr<PageClient> client;
    std::string at;
};

TEST_F(DecisionPages, ShowEachAwardFormWithItsMoneyAndGrounds)
{
    sign_in_as(Role::Clerk);
    const auto page = client->get(at);
    ASSERT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Cờ thi đua của Ủy ban nhân dân tỉnh"));
    EXPECT_THAT(page.body, HasSubstr("91/2017/NĐ-CP"));
    EXPECT_THAT(page.body, HasSubstr("Trần Mẫu Thưởng"));
    EXPECT_THAT(page.body, HasSubstr("14/03/2022"));
    EXPECT_THAT(page.body, Not(HasSubstr("style=")));
    EXPECT_THAT(client->get("/decisions").body, HasSubstr("Ghi số"));
}

TEST_F(DecisionPages, NumberIssueAndPrint)
{
    sign_in_as(Role::Clerk);
    const auto numbered = number("BKT", "5");
    ASSERT_EQ(numbered.status, 303) << numbered.body;
    const auto page = client->get(PageClient::location(numbered));
    EXPECT_THAT(page.body, HasSubstr("Số 05/QĐ-UBND-HC"));
    EXPECT_THAT(page.body, HasSubstr("Nhập sau"));
    EXPECT_THAT(page.body, HasSubstr("DỰ THẢO"));

    const auto decision = only();
    const auto files = "/decisions/" + decision.id.text() + "/files/";
    for (const auto* name : {"decision.pdf", "list.pdf", "certificates.pdf"})
        EXPECT_THAT(client->get(files + name).body, StartsWith("%PDF-1.5")) << name;
    for (const auto* name : {"decision.docx", "list.docx", "list.xlsx"})
        EXPECT_THAT(client->get(files + name).body, StartsWith("PK")) << name;
    EXPECT_EQ(client->get(files + "anything.pdf").status, 404);

    const auto check = "/decisions/" + decision.id.text() + "/issue";
    EXPECT_THAT(client->get(check).body, HasSubstr("Đánh dấu Quyết định số 05/QĐ-UBND-HC đã ban hành?"));
    const auto issued = client->post(check, check, {{"version", std::to_string(decision.version)}});
    ASSERT_EQ(issued.status, 303) << issued.body;
    EXPECT_THAT(client->get(PageClient::location(issued)).body, HasSubstr("Đã ban hành"));
    EXPECT_EQ(PageClient::location(client->get(check)), at + "?hinh-thuc=BKT");
}

TEST_F(DecisionPages, ShowARefusedFormAgainWithWhatWasTyped)
{
    sign_in_as(Role::Clerk);
    const auto refused = number("BKT", "số năm");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Số quyết định là số nguyên từ 1 đến 99999."));
    EXPECT_THAT(refused.body, HasSubstr("Tờ trình số 12/TTr-SNV"));
}

TEST_F(DecisionPages, CorrectANumberWithAReason)
{
    sign_in_as(Role::Clerk);
    ASSERT_EQ(number("BKT", "413").status, 303);
    auto fields = typed("BKT", "414");
    fields[1].second = "1";
    const auto address = "/decisions/" + only().id.text() + "/correction";
    EXPECT_EQ(client->post(at + "?hinh-thuc=BKT", address, fields).status, 422);
    fields.emplace_back("reason", "Văn thư đã cấp số 413 cho văn bản khác");
    const auto corrected = client->post(at + "?hinh-thuc=BKT", address, fields);
    ASSERT_EQ(corrected.status, 303) << corrected.body;
    EXPECT_THAT(client->get(PageClient::location(corrected)).body, HasSubstr("Số 413/QĐ-UBND-HC đã hủy"));
}

TEST_F(DecisionPages, AreReadOnlyForTheChair)
{
    sign_in_as(Role::Chair);
    const auto page = client->get(at);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, Not(HasSubstr("name=\"number\"")));
    EXPECT_EQ(client->get("/decisions/1/issue").status, 403);
}

TEST_F(DecisionPages, RecordsAndUnitsFollow)
{
    sign_in_as(Role::Clerk);
    EXPECT_THAT(client->get("/records").body, HasSubstr("Sổ khen thưởng còn trống"));
    ASSERT_EQ(number("COT", "412").status, 303);
    ASSERT_EQ(number("BKT", "7").status, 303);
    EXPECT_THAT(client->get("/records?tim=dang+uoc").body, HasSubstr("Bà Đặng Mẫu Ước"));
    EXPECT_THAT(client->get("/records?tim=khong").body, HasSubstr("Không tìm thấy ai"));
    const auto unit = client->get("/units/" + planning.text());
    EXPECT_EQ(unit.status, 200);
    EXPECT_THAT(unit.body, HasSubstr("Cờ thi đua · QĐ 412"));
    EXPECT_THAT(unit.body, HasSubstr("1 Bằng khen · QĐ 07"));
    EXPECT_THAT(unit.body, HasSubstr("<svg class=\"chart chart-history\""));
    EXPECT_EQ(client->get("/units/999").status, 404);
}

}  // namespace
