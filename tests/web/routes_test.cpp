// The table of all routes, walked row by row: who is kept out, and that every menu entry leads somewhere.
#include "tests/web/raw_client.h"
#include "tests/web/test_site.h"
#include "web/csrf.h"
#include "web/menu.h"
#include "web/router.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace {

using domain::Role;
using rights::Permission;
using web_test::RawClient;
using web_test::status_of;

constexpr std::array roles = {Role::Officer, Role::ProposingUnit, Role::Appraiser,     Role::Director,
                              Role::Chair,   Role::Clerk,         Role::Administrator, Role::Auditor};

// "{name}" becomes 1.
std::string address_of(const web::Route& route)
{
    std::string address;
    for (std::size_t i = 0; i < route.pattern.size(); ++i) {
        if (route.pattern[i] != '{') {
            address += route.pattern[i];
            continue;
        }
        address += '1';
        i = route.pattern.find('}', i);
    }
    return address;
}

class AllRoutes : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        router_ = new web::Router(web::all_routes());
        site_ = new web_test::TestSite(router_->routes());
        for (const auto role : roles)
            site_->users.emplace(domain::role_code(role), web_test::user_with(role));
    }
    static void TearDownTestSuite()
    {
        delete site_;
        delete router_;
    }

    // The status for somebody signed in under that name, or for a visitor.
    static int status(const web::Route& route, std::string_view who)
    {
        RawClient client(site_->port());
        const std::string cookie = who.empty() ? "" : "Cookie: vinhdanh=" + std::string(who) + "\r\n";
        const std::string form = "_csrf=" + web::masked_csrf_token(who);
        std::string request =
            std::string(route.method) + " " + address_of(route) + " HTTP/1.1\r\nHost: x\r\n" + cookie;
        if (route.method == "POST")
            request += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                       std::to_string(form.size()) + "\r\n\r\n" + form;
        else
            request += "\r\n";
        client.send(request);
        return status_of(client.answer());
    }

    static web::Router* router_;
    static web_test::TestSite* site_;
};

web::Router* AllRoutes::router_ = nullptr;
web_test::TestSite* AllRoutes::site_ = nullptr;

TEST_F(AllRoutes, SendVisitorsToSignIn)
{
    for (const auto& route : router_->routes())
        EXPECT_TRUE(route.permission == Permission::Public || status(route, "") == 303)
            << route.method << ' ' << route.pattern;
}

TEST_F(AllRoutes, KeepOutEveryRoleThatLacksThePermission)
{
    int refused = 0;
    for (const auto& route : router_->routes()) {
        for (const auto role : roles) {
            if (route.permission == Permission::Public ||
                rights::allowed(web_test::user_with(role), route.permission))
                continue;
            EXPECT_EQ(status(route, domain::role_code(role)), 403)
                << route.method << ' ' << route.pattern << ' ' << domain::role_code(role);
            ++refused;
        }
    }
    EXPECT_GT(refused, 100);
}

TEST_F(AllRoutes, AreOpenToVisitorsOnlyWhereSomebodySignsIn)
{
    const std::set<std::string_view> open = {"/sign-in", "/first-administrator/{token}", "/language"};
    for (const auto& route : router_->routes())
        EXPECT_EQ(route.permission == Permission::Public, open.contains(route.pattern)) << route.pattern;
}

TEST_F(AllRoutes, OnlyReadOrPost)
{
    for (const auto& route : router_->routes())
        EXPECT_TRUE(route.method == "GET" || route.method == "POST") << route.pattern;
}

TEST_F(AllRoutes, TakeNoMoreThanTheyNeed)
{
    constexpr std::size_t most = 32U << 20U;
    for (const auto& route : router_->routes()) {
        EXPECT_LE(route.body_limit, most) << route.pattern;
        EXPECT_TRUE(route.method != "GET" || route.body_limit <= 64U << 10U) << route.pattern;
    }
}

TEST_F(AllRoutes, EveryMenuEntryLeadsToAPageItsReaderMayOpen)
{
    for (const auto& entry : web::menu()) {
        const auto segments = web::path_segments(entry.address);
        ASSERT_TRUE(segments);
        const auto match = router_->find("GET", *segments);
        ASSERT_NE(match.route, nullptr) << entry.address;
        for (const auto role : roles) {
            const auto user = web_test::user_with(role);
            const bool shown =
                std::any_of(entry.any_of.begin(), entry.any_of.end(),
                            [&](Permission permission) { return rights::allowed(user, permission); });
            EXPECT_TRUE(!shown || rights::allowed(user, match.route->permission))
                << entry.address << ' ' << domain::role_code(role);
        }
    }
}

}  // namespace
