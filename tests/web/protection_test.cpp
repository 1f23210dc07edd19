// Sessions, permissions, form tokens and the headers of every answer.
#include "tests/web/raw_client.h"
#include "tests/web/test_site.h"
#include "web/cookies.h"
#include "web/csrf.h"
#include "web/layout.h"
#include "web/response_headers.h"

#include <gtest/gtest.h>

#include <array>

namespace {

using web::Request;
using web::Response;
using web::Services;
using web_test::body_of;
using web_test::header_of;
using web_test::RawClient;
using web_test::status_of;
using web_test::TestSite;

Response page(const Request& request, Services& services)
{
    web::PageFrame frame;
    frame.title = "Trang thử";
    return web::show(request, services, frame, base::Html("<p>Nội dung</p>"));
}

Response says_form(const Request& request, Services&)
{
    Response response;
    response.type = "text/plain; charset=utf-8";
    response.body = std::string(request.form_value("name"));
    for (const auto& [field, file] : request.files)
        response.body += "|" + file.name + "=" + file.bytes;
    return response;
}

Response says_remote(const Request& request, Services&)
{
    Response response;
    response.type = "text/plain; charset=utf-8";
    response.body = request.remote;
    return response;
}

constexpr std::array routes = {
    web::Route{"GET", "/remote", says_remote, rights::Permission::Public},
    web::Route{"GET", "/account", page, rights::Permission::SignedIn},
    web::Route{"GET", "/page", page, rights::Permission::SignedIn},
    web::Route{"GET", "/open", page, rights::Permission::Public},
    web::Route{"GET", "/people/{person}", page, rights::Permission::ManageUsers},
    web::Route{"POST", "/form", says_form, rights::Permission::SignedIn},
    web::Route{"POST", "/sign-in", says_form, rights::Permission::Public},
};

class Protection : public ::testing::Test {
protected:
    Protection() : site_(routes)
    {
        site_.users.emplace("officer", web_test::user_with(domain::Role::Officer));
        site_.users.emplace("admin", web_test::user_with(domain::Role::Administrator));
    }

    std::string get(std::string_view path, std::string_view more = "Cookie: vinhdanh=officer\r\n")
    {
        RawClient client(site_.port());
        client.send("GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(more) + "\r\n");
        return client.answer();
    }

    std::string post(std::string_view path, std::string_view body,
                     std::string_view more = "Cookie: vinhdanh=officer\r\n",
                     std::string_view type = "application/x-www-form-urlencoded")
    {
        RawClient client(site_.port());
        client.send("POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nContent-Type: " +
                    std::string(type) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
                    std::string(more) + "\r\n" + std::string(body));
        return client.answer();
    }

    TestSite site_;
};

TEST_F(Protection, EveryPageCarriesTheHeaders)
{
    const auto answer = get("/page");
    ASSERT_EQ(status_of(answer), 200);
    const auto policy = header_of(answer, "Content-Security-Policy");
    EXPECT_EQ(policy, web::page_policy);
    for (const std::string_view part :
         {"default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
          "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"})
        EXPECT_NE(policy.find(part), std::string::npos) << part;
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header_of(answer, "Referrer-Policy"), "same-origin");
    EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store");
    EXPECT_EQ(header_of(answer, "Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_FALSE(header_of(answer, "Permissions-Policy").empty());
    EXPECT_EQ(body_of(answer).find(" style="), std::string::npos);
    EXPECT_EQ(body_of(answer).find("<style"), std::string::npos);
    EXPECT_EQ(body_of(answer).find(" onclick"), std::string::npos);
}

TEST_F(Protection, AVisitorIsSentToSignInAndBackToAnOwnPathOnly)
{
    const auto answer = get("/page?a=b&c=d", "");
    EXPECT_EQ(status_of(answer), 303);
    EXPECT_EQ(header_of(answer, "Location"), "/sign-in?next=%2Fpage%3Fa%3Db%26c%3Dd");
    EXPECT_EQ(header_of(post("/form", "", ""), "Location"), "/sign-in");
    EXPECT_TRUE(web::own_path("/page?a=b"));
    for (const std::string_view foreign :
         {"//other", "https://other/", "/\\other", "other", "", "/a\r\nB: c", "\\\\other"})
        EXPECT_FALSE(web::own_path(foreign)) << foreign;
    EXPECT_EQ(Response::see_other("//other").headers.front().second, "/");
}

TEST_F(Protection, APermissionIsNeeded)
{
    EXPECT_EQ(status_of(get("/people/3")), 403);
    EXPECT_EQ(status_of(get("/people/3", "Cookie: vinhdanh=admin\r\n")), 200);
    EXPECT_EQ(status_of(get("/people/3", "Cookie: vinhdanh=unknown\r\n")), 303);
    EXPECT_EQ(status_of(get("/people/3", "Cookie: __Host-vinhdanh=admin\r\n")), 303)
        << "names differ by protocol";
}

TEST_F(Protection, AFormNeedsItsToken)
{
    const auto token = web::masked_csrf_token("officer");
    EXPECT_EQ(body_of(post("/form", "name=Mai&_csrf=" + token)), "Mai");
    EXPECT_EQ(status_of(post("/form", "name=Mai")), 403);
    EXPECT_EQ(status_of(post("/form", "name=Mai&_csrf=")), 403);
    EXPECT_EQ(status_of(post("/form", "name=Mai&_csrf=" + std::string(64, '0'))), 403);
    EXPECT_EQ(status_of(post("/form", "name=Mai&_csrf=" + web::masked_csrf_token("admin"))), 403);
    EXPECT_EQ(status_of(post("/form?_csrf=" + token, "name=Mai")), 403) << "not from the address";
}

TEST_F(Protection, AFormFromAnotherSiteIsRefusedEvenWithItsToken)
{
    const auto body = "name=Mai&_csrf=" + web::masked_csrf_token("officer");
    const std::string cookie = "Cookie: vinhdanh=officer\r\n";
    EXPECT_EQ(status_of(post("/form", body, cookie + "Origin: http://x\r\nSec-Fetch-Site: same-origin\r\n")),
              200);
    EXPECT_EQ(status_of(post("/form", body, cookie + "Origin: http://evil\r\n")), 403);
    EXPECT_EQ(status_of(post("/form", body, cookie + "Origin: null\r\n")), 403);
    EXPECT_EQ(status_of(post("/form", body, cookie + "Sec-Fetch-Site: cross-site\r\n")), 403);
    EXPECT_EQ(status_of(post("/form", body, cookie + "Sec-Fetch-Site: same-site\r\n")), 403);
}

TEST_F(Protection, SignInIsBoundToTheVisitorsOwnCookie)
{
    const auto answer = get("/open", "");
    const auto cookie = header_of(answer, "Set-Cookie");
    ASSERT_TRUE(cookie.starts_with("vinhdanh_form="));
    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
    EXPECT_NE(cookie.find("SameSite=Lax"), std::string::npos);
    const auto value = cookie.substr(14, cookie.find(';') - 14);
    const auto body = "name=a&_csrf=" + web::masked_csrf_token(value);
    EXPECT_EQ(status_of(post("/sign-in", body, "Cookie: vinhdanh_form=" + value + "\r\n")), 200);
    EXPECT_EQ(status_of(post("/sign-in", body, "")), 403);
    EXPECT_EQ(status_of(post("/sign-in", body, "Cookie: vinhdanh_form=other\r\n")), 403);
    // Anybody can make the token that belongs to no cookie.
    EXPECT_EQ(status_of(post("/sign-in", "name=a&_csrf=" + web::masked_csrf_token(""), "")), 403);
}

TEST_F(Protection, TheTokenLooksDifferentEachTime)
{
    const auto a = web::masked_csrf_token("session");
    const auto b = web::masked_csrf_token("session");
    EXPECT_NE(a, b);
    EXPECT_TRUE(web::csrf_token_matches(a, "session"));
    EXPECT_TRUE(web::csrf_token_matches(b, "session"));
    EXPECT_FALSE(web::csrf_token_matches(a, "other"));
    EXPECT_FALSE(web::csrf_token_matches(a, ""));
    EXPECT_FALSE(web::csrf_token_matches("", ""));
    EXPECT_FALSE(web::csrf_token_matches(a.substr(1), "session"));
}

TEST_F(Protection, UploadsArriveWithALabelAndNoPath)
{
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + web::masked_csrf_token("officer") +
        "\r\n--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nMai\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"../../etc/passwd\"\r\n"
        "Content-Type: text/plain\r\n\r\na\r\n--\r\nb\r\n--b--\r\n";
    const auto answer =
        post("/form", body, "Cookie: vinhdanh=officer\r\n", "multipart/form-data; boundary=b");
    EXPECT_EQ(body_of(answer), "Mai|passwd=a\r\n--\r\nb");
    EXPECT_EQ(status_of(post("/form", "--c\r\n\r\n--c--", "Cookie: vinhdanh=officer\r\n",
                             "multipart/form-data; boundary=b")),
              400);
    EXPECT_EQ(status_of(post("/form", body.substr(0, body.size() - 6), "Cookie: vinhdanh=officer\r\n",
                             "multipart/form-data; boundary=b")),
              400);
}

TEST_F(Protection, FormTextIsProperText)
{
    const auto token = "&_csrf=" + web::masked_csrf_token("officer");
    EXPECT_EQ(status_of(post("/form", "name=%ff" + token)), 400);
    EXPECT_EQ(status_of(post("/form", "name=a%00b" + token)), 400);
    EXPECT_EQ(status_of(post("/form", "name=%4" + token)), 400);
    // Decomposed letters arrive composed: "ê" + dot below.
    EXPECT_EQ(body_of(post("/form", "name=Vi%C3%AA%CC%A3t" + token)), "Việt");
    EXPECT_EQ(status_of(post("/form", "{}", "Cookie: vinhdanh=officer\r\n", "application/json")), 400);
}

TEST_F(Protection, StaticFilesAreKeptForEverAndAskedForByTag)
{
    const auto page_text = body_of(get("/page"));
    const auto at = page_text.find("/assets/app.");
    ASSERT_NE(at, std::string::npos);
    const auto address = page_text.substr(at, page_text.find('"', at) - at);
    const auto answer = get(address);
    ASSERT_EQ(status_of(answer), 200) << address;
    EXPECT_NE(header_of(answer, "Cache-Control").find("immutable"), std::string::npos);
    const auto tag = header_of(answer, "ETag");
    EXPECT_EQ(status_of(get(address, "If-None-Match: " + tag + "\r\n")), 304);
    EXPECT_EQ(header_of(get(address, "Accept-Encoding: gzip\r\n"), "Content-Encoding"), "gzip");
    EXPECT_EQ(status_of(get("/assets/manifest.txt")), 404);
    EXPECT_EQ(status_of(get("/assets/none.css")), 404);
}

TEST_F(Protection, PagesAreCompressedForThoseWhoTakeIt)
{
    EXPECT_EQ(header_of(get("/page", "Cookie: vinhdanh=officer\r\nAccept-Encoding: br, gzip\r\n"),
                        "Content-Encoding"),
              "gzip");
    EXPECT_EQ(header_of(get("/page", "Cookie: vinhdanh=officer\r\nAccept-Encoding: gzip;q=0\r\n"),
                        "Content-Encoding"),
              "");
    EXPECT_EQ(header_of(get("/page"), "Content-Encoding"), "");
}

TEST_F(Protection, AGivenPasswordIsChangedBeforeAnythingElse)
{
    site_.must_change_password.insert("officer");
    const auto answer = get("/page");
    EXPECT_EQ(status_of(answer), 303);
    EXPECT_EQ(header_of(answer, "Location"), "/account");
    EXPECT_EQ(header_of(post("/form", "name=a&_csrf=" + web::masked_csrf_token("officer")), "Location"),
              "/account");
    EXPECT_EQ(status_of(get("/account")), 200);
}

TEST_F(Protection, OnlyTheNamedProxyIsBelievedAboutTheClient)
{
    const std::string forwarded = "X-Forwarded-For: 10.9.9.9, 192.0.2.7\r\n";
    EXPECT_EQ(body_of(get("/remote", forwarded)), "127.0.0.1");

    TestSite behind_proxy(routes, TestSite::any_port(), {"127.0.0.1"});
    RawClient client(behind_proxy.port());
    client.send("GET /remote HTTP/1.1\r\nHost: x\r\n" + forwarded + "\r\n");
    EXPECT_EQ(body_of(client.answer()), "192.0.2.7") << "the last address is the one the proxy saw";

    TestSite past_the_proxy(routes, TestSite::any_port(), {"10.0.0.1"});
    RawClient intruder(past_the_proxy.port());
    intruder.send("GET /remote HTTP/1.1\r\nHost: x\r\n" + forwarded + "\r\n");
    EXPECT_EQ(body_of(intruder.answer()), "127.0.0.1") << "somebody else only claims to have been forwarded";
}

TEST_F(Protection, CookiesAreHostOnlyWithoutInsecureHttp)
{
    site_.services.insecure_http = false;
    const auto cookie = header_of(get("/open", ""), "Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-vinhdanh_form=")) << cookie;
    EXPECT_NE(cookie.find("; Secure"), std::string::npos);
    EXPECT_NE(cookie.find("; Path=/;"), std::string::npos);
    EXPECT_EQ(web::set_session_cookie(site_.services, "t").second,
              "__Host-vinhdanh=t; Path=/; HttpOnly; Secure; SameSite=Lax");
    EXPECT_EQ(status_of(get("/page", "Cookie: __Host-vinhdanh=officer\r\n")), 200);
    EXPECT_EQ(status_of(get("/page", "Cookie: vinhdanh=officer\r\n")), 303);
    EXPECT_EQ(body_of(get("/page", "Cookie: __Host-vinhdanh=officer\r\n")).find("Kết nối không mã hóa"),
              std::string::npos);
    site_.services.insecure_http = true;
    EXPECT_NE(body_of(get("/page")).find("Kết nối không mã hóa"), std::string::npos) << "said on every page";
}

}  // namespace
