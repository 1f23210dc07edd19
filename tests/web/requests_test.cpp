// What the server refuses on the wire. Each is sent as raw bytes to a running server; whatever the request looked like,
// the server answers (or at least closes) and goes on serving others.
#include "tests/web/raw_client.h"
#include "tests/web/test_site.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

namespace {

using web::Request;
using web::Response;
using web::Services;
using web_test::body_of;
using web_test::header_of;
using web_test::RawClient;
using web_test::status_of;
using web_test::TestSite;

Response hello(const Request&, Services&)
{
    Response response;
    response.type = "text/plain; charset=utf-8";
    response.body = "hello";
    return response;
}

Response broken(const Request&, Services&)
{
    throw std::runtime_error("a programming error");
}

Response broken_oddly(const Request&, Services&)
{
    throw 42;
}

constexpr std::array routes = {
    web::Route{"GET", "/hello", hello, rights::Permission::Public},
    web::Route{"GET", "/broken", broken, rights::Permission::Public},
    web::Route{"GET", "/broken-oddly", broken_oddly, rights::Permission::Public},
    web::Route{"GET", "/let-in/{token}", broken, rights::Permission::Public},
    web::Route{"POST", "/form", hello, rights::Permission::Public, 1024},
    web::Route{"GET", "/members", hello, rights::Permission::SignedIn},
    web::Route{"POST", "/members", hello, rights::Permission::SignedIn},
};

class Wire : public ::testing::Test {
protected:
    static void SetUpTestSuite() { site_ = new TestSite(routes); }
    static void TearDownTestSuite()
    {
        delete site_;
        site_ = nullptr;
    }

    // Sends the bytes, expects this status, a closed connection afterwards, and a server that still works.
    static void refused(std::string_view bytes, int status)
    {
        RawClient client(site_->port());
        client.send(bytes);
        const auto everything = client.until_closed();
        EXPECT_EQ(status_of(everything), status) << bytes.substr(0, 200);
        EXPECT_EQ(header_of(everything, "Connection"), "close");
        EXPECT_EQ(everything.find("HTTP/1.1", 8), std::string::npos) << "a second answer to one request";
        works();
    }

    static void works()
    {
        RawClient client(site_->port());
        client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_EQ(body_of(client.answer()), "hello");
    }

    static TestSite* site_;
};

TestSite* Wire::site_ = nullptr;

TEST_F(Wire, GarbageIsRefused)
{
    refused("\x16\x03\x01\x02\r\n\r\n", 400);
    refused("hello\r\n\r\n", 400);
    refused("GET\r\n\r\n", 400);
    refused("GET /hello\r\nHost: x\r\n\r\n", 400);
    refused("GET  HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    refused("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400);
}

TEST_F(Wire, OnlyHttpOneIsSpoken)
{
    refused("GET /hello HTTP/9.9\r\nHost: x\r\n\r\n", 400);
    refused("GET /hello HTTP/2.0\r\nHost: x\r\n\r\n", 400);
    refused("GET /hello HTTP/1.2\r\nHost: x\r\n\r\n", 400);
    refused("GET /hello http/1.1\r\nHost: x\r\n\r\n", 400);
    refused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
}

TEST_F(Wire, AMethodIsInCapitals)
{
    refused("get /hello HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    refused("GE%T /hello HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    refused("AVERYLONGMETHODNAME /hello HTTP/1.1\r\nHost: x\r\n\r\n", 400);
}

TEST_F(Wire, ExactlyOneHostIsNeeded)
{
    refused("GET /hello HTTP/1.1\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost:\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: a b\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
}

TEST_F(Wire, TargetsAreOwnPaths)
{
    refused("GET http://other/hello HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    refused("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    refused("CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    refused("GET /hello#x HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    refused(std::string_view("GET /hel\0lo HTTP/1.1\r\nHost: x\r\n\r\n", 33), 400);
    refused("GET /h\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
}

TEST_F(Wire, LinesEndWithBothCharacters)
{
    refused("GET /hello HTTP/1.1\nHost: x\n\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: x\n\r\n", 400);
    refused("GET /hello HTTP/1.1\rHost: x\r\n\r\n", 400);
}

TEST_F(Wire, HeadersAreNameColonValue)
{
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: x\r\n: empty\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nA : c\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nA: b\r\n folded\r\n\r\n", 400);
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nA: \x01\r\n\r\n", 400);
    refused(std::string_view("GET /hello HTTP/1.1\r\nHost: x\r\nA: \0b\r\n\r\n", 39), 400);
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nA: \x7f\r\n\r\n", 400);
}

TEST_F(Wire, TheHeadHasLimits)
{
    const std::string end = " HTTP/1.1\r\nHost: x\r\n\r\n";
    refused("GET /" + std::string(20000, 'a') + end, 431);
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nA: " + std::string(9000, 'a') + "\r\n\r\n", 431);
    std::string many = "GET /hello HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 120; ++i)
        many += "A" + std::to_string(i) + ": b\r\n";
    refused(many + "\r\n", 431);
    // Refused while it is still coming in, not when memory is full.
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nA: " + std::string(200000, 'a'), 431);
}

TEST_F(Wire, ABodyHasOneClearLength)
{
    const std::string post = "POST /form HTTP/1.1\r\nHost: x\r\n";
    refused(post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", 400);
    refused(post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 400);
    refused(post + "Content-Length: -1\r\n\r\n", 400);
    refused(post + "Content-Length: +5\r\n\r\nhello", 400);
    refused(post + "Content-Length: 0x5\r\n\r\nhello", 400);
    refused(post + "Content-Length: five\r\n\r\nhello", 400);
    refused(post + "Content-Length: 5, 5\r\n\r\nhello", 400);
    refused(post + "Content-Length:\r\n\r\n", 400);
    refused(post + "Content-Length: 99999999999999999999999\r\n\r\n", 400);
}

TEST_F(Wire, TransferEncodingIsChunkedAloneOrNothing)
{
    const std::string post = "POST /form HTTP/1.1\r\nHost: x\r\n";
    const std::string body = "5\r\nhello\r\n0\r\n\r\n";
    refused(post + "Content-Length: 15\r\nTransfer-Encoding: chunked\r\n\r\n" + body, 400);
    refused(post + "Transfer-Encoding: chunked\r\nContent-Length: 15\r\n\r\n" + body, 400);
    refused(post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + body, 400);
    refused(post + "Transfer-Encoding: gzip, chunked\r\n\r\n" + body, 400);
    refused(post + "Transfer-Encoding: identity\r\n\r\n" + body, 400);
    refused(post + "Transfer-Encoding: xchunked\r\n\r\n" + body, 400);
    refused("POST /form HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body, 400);
}

TEST_F(Wire, BadChunksAreRefused)
{
    const std::string post = "POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    refused(post + "zz\r\nhello\r\n0\r\n\r\n", 400);
    refused(post + "-5\r\nhello\r\n0\r\n\r\n", 400);
    refused(post + "0x5\r\nhello\r\n0\r\n\r\n", 400);
    refused(post + "5\nhello\r\n0\r\n\r\n", 400);
    refused(post + "5\r\nhelloX\r\n0\r\n\r\n", 400);
    refused(post + "5 \r\nhello\r\n0\r\n\r\n", 400);
    refused(post + "\r\nhello\r\n0\r\n\r\n", 400);
    refused(post + "ffffffffffffffff\r\n", 400);
    refused(post + "7fffffff\r\n", 413);
}

TEST_F(Wire, BodiesHaveTheRoutesLimit)
{
    refused("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 1025\r\n\r\n" + std::string(1025, 'a'), 413);
    refused("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n", 413);
    std::string chunks;
    for (int i = 0; i < 20; ++i)
        chunks += "64\r\n" + std::string(100, 'a') + "\r\n";
    refused("POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks, 413);
}

// A browser reads the answer only after it has sent everything: a connection reset would be all it shows.
TEST_F(Wire, ALargeUploadThatIsNotTakenStillGetsItsAnswer)
{
    const std::string file(8U << 20U, 'a');
    const std::string length =
        " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(file.size()) + "\r\n\r\n";
    for (const auto& [path, status] :
         {std::pair("/form", 413), std::pair("/members", 303), std::pair("/unknown", 404)}) {
        RawClient client(site_->port());
        client.send("POST " + std::string(path) + length);
        EXPECT_TRUE(client.send(file)) << path;
        EXPECT_EQ(status_of(client.until_closed()), status) << path;
    }
}

TEST_F(Wire, AnUnreadBodyIsNotTheNextRequest)
{
    // A path that nobody reads the body of: unknown, and one that needs a sign-in.
    const std::string smuggled = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const std::string path : {"/unknown", "/members"}) {
        RawClient client(site_->port());
        client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                    std::to_string(smuggled.size()) + "\r\n\r\n" + smuggled);
        const auto everything = client.until_closed();
        EXPECT_EQ(everything.find("HTTP/1.1 200"), std::string::npos) << everything;
        EXPECT_EQ(header_of(everything, "Connection"), "close");
    }
}

TEST_F(Wire, ABodyOfAGetIsReadAndForgotten)
{
    RawClient client(site_->port());
    const std::string smuggled = "GET /broken HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(smuggled.size()) +
                "\r\n\r\n" + smuggled + "GET /members HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(client.answer()), 200);
    EXPECT_EQ(status_of(client.answer()), 303);
}

TEST_F(Wire, OneConnectionCarriesManyRequests)
{
    RawClient client(site_->port());
    const std::string one = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send(one + one + "\r\n" + one);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(body_of(client.answer()), "hello");
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(header_of(client.answer(), "Connection"), "close");
    EXPECT_TRUE(client.closed());
}

TEST_F(Wire, AnOldClientIsServedOnceAndClosed)
{
    RawClient client(site_->port());
    client.send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(body_of(client.until_closed()), "hello");
}

TEST_F(Wire, HeadGivesTheLengthAndNoBody)
{
    RawClient client(site_->port());
    client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = client.answer(true);
    EXPECT_EQ(status_of(head), 200);
    EXPECT_EQ(header_of(head, "Content-Length"), "5");
    EXPECT_EQ(body_of(client.answer()), "hello");
}

TEST_F(Wire, AClientMayAskBeforeItSendsABody)
{
    RawClient client(site_->port());
    client.send("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(status_of(client.answer()), 100);
    client.send("hello");
    EXPECT_EQ(status_of(client.answer()), 400);  // no form type
    refused("GET /hello HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n\r\n", 417);
}

TEST_F(Wire, ATooLargeBodyIsRefusedBeforeItIsSent)
{
    RawClient client(site_->port());
    client.send("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(status_of(client.answer()), 413);
}

TEST_F(Wire, PathsAreDecodedOnceAndProperText)
{
    refused("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400);
    refused("GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400);
    refused("GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400);
    refused("GET /assets/%2e%2e HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400);
    refused("GET /assets/..%2fmanifest.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404);
    refused("GET /hello?a=%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400);
}

TEST_F(Wire, AnotherMethodIsToldWhichOnesThereAre)
{
    RawClient client(site_->port());
    client.send("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto answer = client.answer();
    EXPECT_EQ(status_of(answer), 405);
    EXPECT_EQ(header_of(answer, "Allow"), "GET");
}

TEST_F(Wire, ATokenInAnAddressIsNotLogged)
{
    testing::internal::CaptureStderr();
    {
        RawClient client(site_->port());
        client.send("GET /let-in/very-secret HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        EXPECT_EQ(status_of(client.until_closed()), 500);
    }
    const auto logged = testing::internal::GetCapturedStderr();
    EXPECT_NE(logged.find("/let-in/"), std::string::npos) << logged;
    EXPECT_EQ(logged.find("very-secret"), std::string::npos) << logged;
}

TEST_F(Wire, AServerThatCanNotListenSaysWhichSettingToChange)
{
    web::ServerSettings settings;
    settings.port = site_->port();
    const auto taken = web::Server::start(settings, site_->front());
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, base::ErrorKind::Conflict);
    EXPECT_NE(taken.error().message.vietnamese().find("«listen.port»"), std::string::npos);

    settings.port = 0;
    settings.tls_certificate = "/nonexistent/certificate.pem";
    settings.tls_key = "/nonexistent/key.pem";
    const auto no_certificate = web::Server::start(settings, site_->front());
    ASSERT_FALSE(no_certificate);
    EXPECT_EQ(no_certificate.error().kind, base::ErrorKind::Invalid);
    EXPECT_NE(no_certificate.error().message.vietnamese().find("/nonexistent/key.pem"), std::string::npos);
}

TEST_F(Wire, AnExceptionIsAnsweredWithItsNumber)
{
    for (const std::string path : {"/broken", "/broken-oddly"}) {
        RawClient client(site_->port());
        client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto answer = client.answer();
        EXPECT_EQ(status_of(answer), 500);
        const auto id = header_of(answer, "X-Request-Id");
        EXPECT_FALSE(id.empty());
        EXPECT_NE(body_of(answer).find(id), std::string::npos) << "the page names the request";
        EXPECT_EQ(body_of(answer).find("programming error"), std::string::npos)
            << "the page tells no internals";
    }
    works();
}

}  // namespace
