#include "access/password.h"
#include "app/first_administrator.h"
#include "app/manage_users.h"
#include "tests/storage/database.h"
#include "tests/web/page_client.h"
#include "web/pages/audit.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace {

using domain::Role;
using web_test::Fields;
using web_test::PageClient;

constexpr const char* password = "sen hồng đất tháp";

class AdminPages : public tests::Database {
protected:
    AdminPages() : site(transactor(), {web::identity_routes(), web::admin_routes()}, now()), client(site) {}

    // Makes a user of this role, with a password of their own, and signs the client in.
    void sign_in_as(Role role)
    {
        domain::User user;
        user.login = "nguoi.thu";
        user.name = "Người Thử";
        user.grants = {{role, std::nullopt, true}};
        const auto administrator = actor(Role::Administrator);
        const auto id = transactor().transact([&](app::Repositories& r) {
            return app::add_user(r, administrator, user, *rights::hash_password(password));
        });
        ASSERT_TRUE(id);
        owner().execute("UPDATE app_user SET must_change_password = 0");
        const auto response =
            client.post("/sign-in", "/sign-in", {{"login", "nguoi.thu"}, {"password", password}});
        ASSERT_EQ(response.status, 303);
    }
    std::int64_t count(const std::string& table)
    {
        auto rows = connection().query("SELECT COUNT(*) FROM " + table);
        return rows.next() ? rows.integer(1) : -1;
    }
    static const Fields& unit()
    {
        static const Fields fields = {{"code", "H01"}, {"official_name", "Sở Nội vụ"}};
        return fields;
    }

    web_test::PageSite site;
    PageClient client;
};

TEST_F(AdminPages, SigningInNeedsTheFormsToken)
{
    const auto forged = client.post_raw("/sign-in", {{"login", "nguoi.thu"}, {"password", password}});
    EXPECT_EQ(forged.status, 403);
    EXPECT_FALSE(client.cookies.contains("vinhdanh"));
}

TEST_F(AdminPages, AWrongPasswordShowsTheFormAgainWithTheLoginOnly)
{
    const auto refused =
        client.post("/sign-in", "/sign-in", {{"login", "ai.do"}, {"password", "bí mật đây"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("value=\"ai.do\""), std::string::npos);
    EXPECT_EQ(refused.body.find("bí mật đây"), std::string::npos);
}

TEST_F(AdminPages, AfterSigningInOneGoesWhereOneWantedOnThisSiteOnly)
{
    sign_in_as(Role::Officer);
    client.cookies.clear();
    const Fields right = {{"login", "nguoi.thu"}, {"password", password}};
    auto wanted = right;
    wanted.emplace_back("next", "/units?tim=y");
    EXPECT_EQ(PageClient::location(client.post("/sign-in", "/sign-in", wanted)), "/units?tim=y");
    client.cookies.clear();
    auto elsewhere = right;
    elsewhere.emplace_back("next", "//elsewhere.example/");
    EXPECT_EQ(PageClient::location(client.post("/sign-in", "/sign-in", elsewhere)), "/overview");
}

TEST_F(AdminPages, SigningInMakesANewTokenAndSigningOutEndsIt)
{
    sign_in_as(Role::Officer);
    const auto token = client.cookies["vinhdanh"];
    EXPECT_EQ(client.get("/units").status, 200);
    EXPECT_EQ(client.post("/account", "/sign-out", {}).status, 303);
    EXPECT_FALSE(client.cookies.contains("vinhdanh"));
    client.cookies["vinhdanh"] = token;
    EXPECT_EQ(client.get("/units").status, 303) << "to the sign-in page";
}

TEST_F(AdminPages, AGivenPasswordIsChangedBeforeAnythingElse)
{
    sign_in_as(Role::Officer);
    owner().execute("UPDATE app_user SET must_change_password = 1");
    EXPECT_EQ(PageClient::location(client.get("/units")), "/account");
    const auto changed = client.post(
        "/account", "/account/password",
        {{"present", password}, {"password", "mùa nước nổi 2022"}, {"repeated", "mùa nước nổi 2022"}});
    EXPECT_EQ(PageClient::location(changed), "/overview") << "on to work";
    EXPECT_EQ(client.get("/units").status, 200);
}

TEST_F(AdminPages, TheFirstAdministratorEntersByTheLinkAndSetsUpTheOffice)
{
    const auto token = transactor().transact(
        [&](app::Repositories& r) { return app::open_first_administrator_link(r, now()); });
    const auto link = "/first-administrator/" + **token;
    EXPECT_EQ(client.get("/first-administrator/wrong").status, 404);
    EXPECT_EQ(client.get(link).status, 200);
    const auto refused = client.post(
        link, link, {{"name", ""}, {"login", "Quản trị"}, {"password", "ngắn"}, {"repeated", "khác"}});
    EXPECT_EQ(refused.status, 422);
    for (const auto* fault : {"Hãy nhập họ và tên.", "Tên đăng nhập gồm 3 đến 40", "Mật khẩu cần ít nhất",
                              "Hai lần nhập mật khẩu không giống nhau."})
        EXPECT_NE(refused.body.find(fault), std::string::npos) << fault;
    const Fields form = {
        {"name", "Lê Văn Quản"}, {"login", "quan.tri"}, {"password", password}, {"repeated", password}};
    EXPECT_EQ(client.post(link, link, form).status, 303);
    EXPECT_EQ(client.get(link).status, 404);
    client.post("/sign-in", "/sign-in", {{"login", "quan.tri"}, {"password", password}});
    const auto saved = client.post("/settings", "/settings/office",
                                   {{"province", "Đồng Tháp"},
                                    {"committee", "Ủy ban nhân dân tỉnh Đồng Tháp"},
                                    {"department", "Sở Nội vụ"},
                                    {"place", "Đồng Tháp"},
                                    {"decision_symbol", "QĐ-UBND-HC"},
                                    {"version", "0"}});
    EXPECT_EQ(saved.status, 303);
    EXPECT_NE(client.get("/settings").body.find("1/7"), std::string::npos);
}

TEST_F(AdminPages, AFormSentTwiceActsOnce)
{
    sign_in_as(Role::Officer);
    const auto page = client.get("/units/new").body;
    auto form = unit();
    form.emplace_back("_csrf", PageClient::hidden_field(page, "_csrf"));
    form.emplace_back("_key", PageClient::hidden_field(page, "_key"));
    const auto first = client.post_raw("/units", form);
    const auto second = client.post_raw("/units", form);
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(PageClient::location(first), PageClient::location(second));
    EXPECT_EQ(count("unit"), 1);
}

TEST_F(AdminPages, ARefusedFormComesBackWithWhatWasTyped)
{
    sign_in_as(Role::Officer);
    const auto refused = client.post("/units/new", "/units", {{"code", "H01"}, {"short_name", "Sở <NV>"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("value=\"Sở &lt;NV&gt;\""), std::string::npos);
    EXPECT_NE(refused.body.find("href=\"#official_name\""), std::string::npos);
    EXPECT_EQ(count("unit"), 0);
}

TEST_F(AdminPages, AStaleFormIsRefusedAndNamesWhoWasFaster)
{
    sign_in_as(Role::Officer);
    client.post("/units/new", "/units", unit());
    auto change = unit();
    change.emplace_back("version", "1");
    change.emplace_back("position", "1");
    auto rows = connection().query("SELECT id FROM unit");
    ASSERT_TRUE(rows.next());
    const auto address = "/units/" + std::to_string(rows.integer(1));
    EXPECT_EQ(client.post(address + "/edit", address, change).status, 303);
    const auto stale = client.post(address + "/edit", address, change);
    EXPECT_EQ(stale.status, 409);
    EXPECT_NE(stale.body.find("Người Thử"), std::string::npos);
}

TEST_F(AdminPages, ANewUsersPasswordIsShownOnceAndNeverStored)
{
    sign_in_as(Role::Administrator);
    const auto page = client.get("/users/new").body;
    const Fields form = {{"name", "Trần Thị Minh Hoà"},
                         {"login", "hoa.tran"},
                         {"grant_officer", "province"},
                         {"_csrf", PageClient::hidden_field(page, "_csrf")},
                         {"_key", PageClient::hidden_field(page, "_key")}};
    const auto shown = client.post_raw("/users", form);
    ASSERT_EQ(shown.status, 200);
    std::smatch found;
    ASSERT_TRUE(std::regex_search(shown.body, found, std::regex("<samp>([^<]+)</samp>")));
    const auto again = client.post_raw("/users", form);
    EXPECT_EQ(again.body.find("<samp>"), std::string::npos);
    auto kept = connection().query("SELECT COUNT(*) FROM submission WHERE outcome LIKE ?",
                                   {"%" + found[1].str() + "%"});
    ASSERT_TRUE(kept.next());
    EXPECT_EQ(kept.integer(1), 0);
}

TEST_F(AdminPages, NobodyOpensWhatTheirRoleDoesNotGive)
{
    sign_in_as(Role::Officer);
    for (const auto* address : {"/users", "/users/new", "/audit"})
        EXPECT_EQ(client.get(address).status, 403) << address;
    for (const auto* address : {"/units", "/groups", "/rounds", "/signers", "/settings", "/account"})
        EXPECT_EQ(client.get(address).status, 200) << address;
    EXPECT_EQ(client.post("/settings", "/settings/office", {{"province", "X"}}).status, 403);
}

TEST_F(AdminPages, ALongRegisterOfUnitsComesPageByPageAndIsSearchedByAnyName)
{
    sign_in_as(Role::Officer);
    EXPECT_NE(client.get("/units").body.find("Chưa có đơn vị nào"), std::string::npos);
    std::string lines;
    for (int i = 101; i <= 160; ++i)
        lines += "X" + std::to_string(i) + "; Xã số " + std::to_string(i) + "; ; Các xã\n";
    lines += "H01; Sở Nội vụ; Sở NV;\n";
    ASSERT_EQ(client.post("/units/import", "/units/import", {{"lines", lines}}).status, 303);

    const auto first = client.get("/units").body;
    EXPECT_NE(first.find("Xã số 150"), std::string::npos);
    EXPECT_EQ(first.find("Xã số 151"), std::string::npos) << "fifty a page";
    EXPECT_NE(first.find("/units?trang=2"), std::string::npos);
    const auto second = client.get("/units?trang=2").body;
    EXPECT_EQ(second.find("Xã số 150"), std::string::npos);
    EXPECT_NE(second.find("Xã số 151"), std::string::npos);
    EXPECT_NE(second.find("Sở Nội vụ"), std::string::npos) << "those without a group come last";

    const auto by_short_name = client.get("/units?tim=so+nv").body;
    EXPECT_NE(by_short_name.find("Sở Nội vụ"), std::string::npos);
    EXPECT_EQ(by_short_name.find("Xã số"), std::string::npos);
    const auto unranked = client.get("/units?khoi=0").body;
    EXPECT_NE(unranked.find("Sở Nội vụ"), std::string::npos);
    EXPECT_EQ(unranked.find("Xã số"), std::string::npos);
    EXPECT_NE(client.get("/units?tim=xa+so&trang=2").body.find("/units?tim=xa%20so&amp;trang=1"),
              std::string::npos)
        << "the search stays in the address of the other pages";
    EXPECT_NE(client.get("/units?tim=%25").body.find("Xã số 101"), std::string::npos)
        << "no words, no search";
}

TEST_F(AdminPages, ALongListOfUsersComesPageByPageAndIsSearchedByNameAndRole)
{
    sign_in_as(Role::Administrator);
    for (int i = 101; i <= 155; ++i)
        owner().execute(
            "INSERT INTO app_user (login, name, name_key, post, password_hash, changed_by, changed_at) "
            "VALUES (?, ?, ?, '', '', '', ?)",
            {"u" + std::to_string(i), "Bùi Ánh " + std::to_string(i),
             storage::Bytes{"\x01" + std::to_string(i)}, now()});
    const auto first = client.get("/users").body;
    EXPECT_NE(first.find("Bùi Ánh 150"), std::string::npos);
    EXPECT_EQ(first.find("Bùi Ánh 151"), std::string::npos);
    const auto second = client.get("/users?trang=2").body;
    EXPECT_NE(second.find("Bùi Ánh 151"), std::string::npos);
    EXPECT_NE(second.find("Người Thử"), std::string::npos);
    const auto named = client.get("/users?tim=anh+12").body;
    EXPECT_NE(named.find("Bùi Ánh 129"), std::string::npos);
    EXPECT_EQ(named.find("Bùi Ánh 130"), std::string::npos);
    const auto administrators = client.get("/users?vaitro=administrator").body;
    EXPECT_NE(administrators.find("Người Thử"), std::string::npos);
    EXPECT_EQ(administrators.find("Bùi Ánh"), std::string::npos);
}

TEST_F(AdminPages, TheAuditSaysInWordsWhatChanged)
{
    sign_in_as(Role::Administrator);
    client.post("/units/new", "/units", unit());
    const auto page = client.get("/audit?viec=unit.").body;
    EXPECT_NE(page.find("Thêm đơn vị"), std::string::npos);
    EXPECT_NE(page.find("mã: H01"), std::string::npos);
    EXPECT_EQ(page.find("unit.added"), std::string::npos);
}

TEST_F(AdminPages, AnUnreadableDateInTheAuditsFilterIsSaidAtItsField)
{
    sign_in_as(Role::Administrator);
    const auto unread = client.get("/audit?tu=31/02/2022");
    EXPECT_EQ(unread.status, 422);
    EXPECT_NE(unread.body.find("“31/02/2022” không phải là ngày"), std::string::npos);
    EXPECT_EQ(unread.body.find("Các việc đã làm"), std::string::npos)
        << "nothing is shown as if it were filtered";
    EXPECT_EQ(client.get("/audit?tu=02/03/2022&den=01/03/2022").status, 422);
    EXPECT_EQ(client.get("/audit?tu=+01/03/2022&den=").status, 200);
}

TEST(AuditWords, EveryActionWrittenInTheSourcesHasAName)
{
    const std::regex action(
        R"re((?:\.action = |, )"((?:session|user|unit|group|round|office|signer|framework|)re"
        R"re(publication|rule_set|person|place|nominee|dossier|decision|upload|run|record|proposals|)re"
        R"re(rules)\.[a-z_]+)")re");
    int found = 0;
    for (const auto& file : std::filesystem::directory_iterator(VINHDANH_SOURCE_DIR "/src/app")) {
        if (file.path().extension() != ".cpp" || file.path().stem() == "settings") continue;
        std::ostringstream text;
        text << std::ifstream(file.path()).rdbuf();
        const auto source = text.str();
        for (auto at = std::sregex_iterator(source.begin(), source.end(), action);
             at != std::sregex_iterator(); ++at, ++found)
            EXPECT_TRUE(web::audit_action_named((*at)[1].str())) << (*at)[1] << " in " << file.path();
    }
    EXPECT_GT(found, 20);
}

}  // namespace
