// One audited, idempotent act over HTTP (an administrator notes a spelling of a unit) from 8 connections, beside bare
// transactions that insert as many rows through the same pool. Every act is checked afterwards: none lost, none doubled.
#include "app/manage_units.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"
#include "storage/transaction.h"
#include "tests/bench/served_site.h"
#include "web/csrf.h"

#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

namespace {

constexpr int clients = 8;
constexpr int acts = 400;  // by each client

double seconds_of(const auto& work)
{
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client)
        threads.emplace_back([&work, client] { work(client); });
    threads.clear();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::int64_t count(storage::Connection& connection, std::string_view table)
{
    auto rows = connection.query("SELECT COUNT(*) FROM " + std::string(table));
    return rows.next() ? rows.integer(1) : 0;
}

// One client's acts over one kept-alive connection; every tenth form is sent twice, as a double click does.
int post_spellings(const bench::ServedSite& site, domain::UnitId unit, int client, int from, int how_many)
{
    Poco::Net::HTTPClientSession session("127.0.0.1", site.port());
    session.setKeepAlive(true);
    int failures = 0;
    for (int i = from; i < from + how_many; ++i) {
        const std::string name = std::to_string(client) + "x" + std::to_string(i);
        const std::string body = "_csrf=" + base::url_encoded(web::masked_csrf_token(site.session())) +
                                 "&_key=bench" + name + "&variant=Ten%20" + name;
        for (int sent = 0; sent < (i % 10 == 0 ? 2 : 1); ++sent) {
            Poco::Net::HTTPRequest request("POST", "/units/" + unit.text() + "/variants", "HTTP/1.1");
            request.set("Cookie", "vinhdanh=" + site.session());
            request.setContentType("application/x-www-form-urlencoded");
            request.setContentLength(static_cast<std::streamsize>(body.size()));
            request.setKeepAlive(true);
            session.sendRequest(request) << body;
            Poco::Net::HTTPResponse response;
            auto& answer = session.receiveResponse(response);
            answer.ignore(std::numeric_limits<std::streamsize>::max());
            if (response.getStatus() != Poco::Net::HTTPResponse::HTTP_SEE_OTHER) ++failures;
        }
    }
    return failures;
}

}  // namespace

int main()
{
    bench::ServedSite site(clients);
    std::vector<domain::UnitId> units;
    for (int client = 0; client < clients; ++client) {
        units.push_back(bench::must(site.transactor.transact([&](app::Repositories& r) {
            domain::Unit unit;
            unit.code = "B" + std::to_string(client);
            unit.official_name = "Đơn vị đo số " + std::to_string(client);
            return app::add_unit(r, site.administrator(), unit);
        })));
    }
    storage::MySqlConnection owner(site.accounts().owner);
    owner.command(
        "CREATE TABLE bench_row (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, a VARCHAR(400), "
        "b BIGINT) ENGINE=InnoDB");
    owner.command("GRANT SELECT, INSERT ON bench_row TO vinhdanh@localhost");

    const auto rows_of = [&] {
        return count(owner, "unit_variant") + count(owner, "audit_entry") + count(owner, "submission");
    };
    const auto warm = post_spellings(site, units[0], 99, 1, 1);
    const auto before = rows_of();
    std::atomic<int> failures{warm};
    const double over_http = seconds_of([&](int client) {
        failures += post_spellings(site, units[static_cast<std::size_t>(client)], client, 0, acts);
    });
    const auto written = rows_of() - before;
    const int rows_each = static_cast<int>(written / (clients * acts));

    const std::string text(200, 'x');
    const double bare = seconds_of([&](int) {
        for (int i = 0; i < acts; ++i) {
            const auto lease = site.pool.borrow();
            storage::Transaction transaction(*lease);
            for (int row = 0; row < rows_each; ++row)
                lease->execute("INSERT INTO bench_row (a, b) VALUES (?, ?)", {text, i});
            transaction.commit();
        }
    });

    const auto spellings = count(owner, "unit_variant");
    const bool exact = spellings == clients * acts + 1 && written == std::int64_t{clients} * acts * rows_each;
    std::printf("one audited act over HTTP, 8 connections: %.0f acts/s (%d rows each)\n",
                clients * acts / over_http, rows_each);
    std::printf("bare insert-and-commit of as many rows:   %.0f transactions/s\n", clients * acts / bare);
    std::printf("ratio %.2f (reach 0.40); errors %d; %s\n", bare / over_http, failures.load(),
                exact ? "every act once" : "ACTS LOST OR DOUBLED");
    return failures == 0 && exact ? 0 : 1;
}
