// Slow clients, stopping, and a database that goes away.
#include "tests/web/raw_client.h"
#include "tests/web/test_site.h"

#include <gtest/gtest.h>

#include <array>
#include <future>
#include <memory>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using web::Request;
using web::Response;
using web::Services;
using web_test::body_of;
using web_test::RawClient;
using web_test::status_of;
using web_test::TestSite;

// A handler that says when it has begun and waits until it may go on.
std::promise<void>* begun = nullptr;
std::shared_future<void> may_go_on;

Response waits(const Request&, Services&)
{
    begun->set_value();
    may_go_on.wait();
    Response response;
    response.body = "finished";
    return response;
}

Response hello(const Request&, Services&)
{
    Response response;
    response.body = "hello";
    return response;
}

constexpr std::array routes = {
    web::Route{"GET", "/hello", hello, rights::Permission::Public},
    web::Route{"GET", "/waits", waits, rights::Permission::Public},
    web::Route{"POST", "/form", hello, rights::Permission::Public, 1 << 20},
    web::Route{"GET", "/members", hello, rights::Permission::SignedIn},
};

web::ServerSettings impatient()
{
    auto settings = TestSite::any_port();
    settings.head_deadline = 1500ms;
    settings.body_deadline = 1500ms;
    settings.rest = 1500ms;
    return settings;
}

void is_served(const TestSite& site)
{
    RawClient client(site.port());
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(client.answer()), "hello");
}

std::vector<std::unique_ptr<RawClient>> hundred(const TestSite& site, std::string_view beginning)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<RawClient>(site.port()));
        clients.back()->send(beginning);
    }
    return clients;
}

TEST(Patience, AHundredSlowHeadsKeepNobodyOut)
{
    TestSite site(routes, impatient());
    auto slow = hundred(site, "GET /hello HTTP/1.1\r\nHost: x\r\nA: ");
    is_served(site);
    // A byte now and then does not renew the deadline: the server closes while the client still sends.
    std::atomic<bool> ended{false};
    std::thread trickle([&] {
        while (!ended) {
            for (auto& client : slow)
                client->send("a");
            std::this_thread::yield();
        }
    });
    is_served(site);
    for (auto& client : slow)
        EXPECT_TRUE(client->closed());
    ended = true;
    trickle.join();
    is_served(site);
}

TEST(Patience, AHundredSlowBodiesKeepNobodyOut)
{
    TestSite site(routes, impatient());
    auto slow = hundred(site, "POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\na=");
    is_served(site);
    for (auto& client : slow)
        client->send("b");
    is_served(site);
    for (auto& client : slow)
        EXPECT_TRUE(client->closed());
    is_served(site);
}

TEST(Patience, ARequestBegunBehindAnotherHasADeadlineToo)
{
    TestSite site(routes, impatient());
    RawClient client(site.port());
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hel");
    EXPECT_EQ(body_of(client.answer()), "hello");
    EXPECT_TRUE(client.closed());
}

TEST(Patience, ARestingConnectionIsClosedInTheEnd)
{
    TestSite site(routes, impatient());
    RawClient client(site.port());
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(client.answer()), "hello");
    EXPECT_TRUE(client.closed());
}

TEST(Patience, StoppingFinishesWhatRuns)
{
    TestSite site(routes);
    std::promise<void> go_on;
    std::promise<void> began;
    begun = &began;
    may_go_on = go_on.get_future().share();

    RawClient resting(site.port());
    resting.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(resting.answer()), "hello");
    RawClient running(site.port());
    running.send("GET /waits HTTP/1.1\r\nHost: x\r\n\r\n");
    began.get_future().wait();

    std::thread stopping([&] { site.stop(); });
    EXPECT_TRUE(resting.closed()) << "a connection between two requests does not hold the server up";
    go_on.set_value();
    EXPECT_EQ(body_of(running.until_closed()), "finished");
    stopping.join();
    EXPECT_THROW(is_served(site), std::runtime_error);
}

TEST(Patience, ADatabaseThatIsAwayIsSaidClearlyAndComesBack)
{
    TestSite site(routes);
    site.users.emplace("anyone", web_test::user_with(domain::Role::Officer));
    const auto get = [&](std::string_view path) {
        RawClient client(site.port());
        client.send("GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nCookie: vinhdanh=anyone\r\n\r\n");
        return client.answer();
    };
    EXPECT_EQ(status_of(get("/members")), 200);
    EXPECT_EQ(status_of(get("/readyz")), 200);
    site.database_away = true;
    EXPECT_EQ(status_of(get("/members")), 503);
    EXPECT_EQ(web_test::header_of(get("/members"), "Retry-After"), "5");
    EXPECT_NE(body_of(get("/members")).find("cơ sở dữ liệu"), std::string::npos);
    EXPECT_EQ(status_of(get("/readyz")), 503);
    EXPECT_EQ(status_of(get("/healthz")), 200) << "the program itself is alive";
    site.database_away = false;
    EXPECT_EQ(status_of(get("/members")), 200);
    EXPECT_EQ(status_of(get("/readyz")), 200);
}

}  // namespace
