// One audited, idempotent act over HTTP (an officer opens a round of commendations) from 8 connections, beside bare transactions that insert as many rows through the same pool, in turns. Every act is checked
// afterwards: none lost, none doubled.
#include "app/user_repository.h"
#include "storage/transaction.h"
#include "tests/bench/keep_alive_client.h"
#include "tests/bench/served_site.h"
#include "web/csrf.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

namespace {

constexpr int clients = 8;
constexpr int rounds = 5;
constexpr int acts = 200;  // by each client in a round

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

// One client's acts over one kept-alive connection, each form sent so many times. Returns how many were not answered as
// done.
int open_rounds(const bench::ServedSite& site, int first, int times)
{
    bench::KeepAliveClient http(site.port(), "vinhdanh=" + site.session());
    int failures = 0;
    for (int act = first; act < first + acts; ++act) {
        const std::string form = "_csrf=" + base::url_encoded(web::masked_csrf_token(site.session())) +
                                 "&_key=bench" + std::to_string(act) + "&title=Dot+" + std::to_string(act) +
                                 "&year=2021&default_citation=Thanh+tich+cai+cach+hanh+chinh";
        for (int sent = 0; sent < times; ++sent)
            if (http.post("/rounds", form).status != 303) ++failures;
    }
    return failures;
}

}  // namespace

int main()
{
    bench::ServedSite site(clients);
    storage::MySqlConnection owner(site.accounts().owner);
    owner.command(
        "CREATE TABLE bench_row (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, a VARCHAR(400), "
        "b BIGINT) ENGINE=InnoDB");
    owner.command("GRANT SELECT, INSERT ON bench_row TO vinhdanh@localhost");

    std::atomic<int> failures{0};
    const auto over_http = [&](int round, int times) {
        return seconds_of(
            [&](int client) { failures += open_rounds(site, (round * clients + client) * acts, times); });
    };
    const auto rows_of = [&] {
        return count(owner, "emulation_round") + count(owner, "audit_stream") + count(owner, "audit_entry") +
               count(owner, "submission");
    };
    const auto before = rows_of();
    // Before anything is measured every connection has prepared its statements, and every form has come twice, as a double
    // click sends it.
    static_cast<void>(over_http(0, 2));
    const auto rows_each = (rows_of() - before) / (clients * acts);

    const std::string text(200, 'x');
    const auto bare = [&] {
        return seconds_of([&](int) {
            for (int i = 0; i < acts; ++i) {
                const auto lease = site.pool.borrow();
                storage::Transaction transaction(*lease);
                for (int row = 0; row < rows_each; ++row)
                    lease->execute("INSERT INTO bench_row (a, b) VALUES (?, ?)", {text, i});
                transaction.commit();
            }
        });
    };

    struct Round {
        double ratio, over_http, bare;
    };
    std::vector<Round> measured;
    for (int round = 1; round <= rounds; ++round) {
        const double ours = over_http(round, 1);
        const double ceiling = bare();
        measured.push_back({ceiling / ours, ours, ceiling});
    }
    std::ranges::sort(measured, {}, &Round::ratio);
    const auto& median = measured[rounds / 2];

    constexpr std::int64_t all_acts = std::int64_t{rounds + 1} * clients * acts;
    const bool exact =
        count(owner, "emulation_round") == all_acts && rows_of() - before == all_acts * rows_each;
    std::printf("one audited act over HTTP, 8 connections: %.0f acts/s (%d rows each)\n",
                clients * acts / median.over_http, static_cast<int>(rows_each));
    std::printf("bare insert-and-commit of as many rows:   %.0f transactions/s\n",
                clients * acts / median.bare);
    std::printf("ratio %.2f (reach 0.40), the median of %d rounds; errors %d; %s\n", median.ratio, rounds,
                failures.load(), exact ? "every act once" : "ACTS LOST OR DOUBLED");
    return failures == 0 && exact ? 0 : 1;
}
