// The 30-row ranking page, signed in, from 16 kept-alive connections with one million published rows in the database,
// beside a bare Poco handler that runs the same statements on the same pool and sends as many bytes. What the page's
// statements are is asked of the database itself (its general log), not assumed.
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"
#include "base/digest.h"
#include "storage/mysql_connection.h"
#include "tests/bench/keep_alive_client.h"
#include "tests/bench/served_site.h"
#include "tests/storage/any_upload.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int clients = 16;
constexpr int pool_connections = 4;
constexpr int publications = 8'400;  // of 4 groups with 30 units each: 1,008,000 rows
constexpr int groups = 4;
constexpr int units_a_group = 30;
constexpr int rounds = 5;
constexpr auto measured_for = std::chrono::milliseconds(3000);
constexpr int watched = 4242;  // the page whose statements and size are taken

domain::PublishedStanding row_of(domain::UnitId unit, domain::PeerGroupId group, int place)
{
    domain::PublishedStanding row;
    row.unit = unit;
    row.code = "B" + unit.text();
    row.group = group;
    row.position = place;
    row.standing.place = place;
    row.standing.unit = "Ủy ban nhân dân huyện Đo Tốc Độ số " + std::to_string(place);
    row.standing.index = base::Decimal(9694 - 50 * place, 2);
    row.standing.band = place < 20 ? "Tốt" : "Khá";
    row.standing.change = base::Decimal(180 - 20 * place, 2);
    row.standing.change_places = place % 5 - 2;
    row.standing.sheet = "PAR";
    row.standing.row = 6 + place;
    row.standing.evidence = "PAR!F" + std::to_string(row.standing.row);
    for (const auto* part :
         {"Chỉ đạo điều hành (tối đa 14)", "Thể chế (tối đa 10)", "Thủ tục hành chính (tối đa 18)",
          "Tổ chức bộ máy (tối đa 12)", "Chế độ công vụ (tối đa 14)", "Tài chính công (tối đa 12)",
          "Chính quyền điện tử (tối đa 20)"})
        row.standing.parts.emplace_back(part, base::Decimal(980 - 3 * place, 2));
    return row;
}

base::Result<void> publish_one(app::Repositories& r, const app::Actor& actor)
{
    domain::Round round;
    round.title = "Đo tốc độ";
    round.year = 2021;
    domain::Publication publication;
    publication.round = bench::must(r.rounds().add(actor, round));
    publication.year = 2021;
    publication.decision_number = "30/QĐ-UBND-HC";
    publication.decision_date = base::Date(2022, 3, 30);
    publication.published_by = actor.user.id;
    publication.published_at = actor.now;
    publication.upload = tests::any_upload(r, actor, publication.round);
    publication.file_name = "PAR 2021.xlsx";
    publication.file_hash = publication.snapshot_hash = std::string(64, 'a');
    std::vector<domain::PublishedStanding> rows;
    for (int g = 1; g <= groups; ++g) {
        domain::PublishedGroup group;
        group.summary.name = "Nhóm " + std::to_string(g);
        group.id = bench::must(r.units().add_group(actor, {{}, group.summary.name, g, 1}));
        group.framework.bands = {{"Tốt", base::Decimal(80)}, {"Khá", base::Decimal(70)}};
        group.units = group.ranked = units_a_group;
        group.summary.mean = group.summary.median = base::Decimal(8919, 2);
        group.summary.band_counts = {{"Tốt", 19}, {"Khá", 11}};
        for (int place = 1; place <= units_a_group; ++place) {
            domain::Unit unit;
            unit.code = std::to_string(g) + "-" + std::to_string(place);
            unit.official_name = group.summary.name + ", đơn vị " + std::to_string(place);
            unit.group = group.id;
            rows.push_back(row_of(bench::must(r.units().add(actor, unit)), group.id, place));
        }
        publication.groups.push_back(std::move(group));
    }
    // Compared with itself: the page then has its columns of change.
    publication.compared_with = domain::PublicationId{1};
    bench::must(r.publications().freeze(publication, rows));
    return {};
}

// The first publication again and again, each in a round of its own.
void multiply(storage::Connection& owner)
{
    owner.command("SET foreign_key_checks = 0");
    for (int from = 2; from <= publications; from += 400) {
        const auto copies =
            std::to_string(from) + "_to_" + std::to_string(std::min(publications, from + 399));
        owner.command(
            "INSERT INTO publication SELECT seq, seq, 1, 1990 + seq % 100, decision_number, decision_date, "
            "conference_date, published_by, published_at, NULL, '', upload_id, file_name, file_hash, "
            "compared_with_id, snapshot_hash FROM publication p, seq_" +
            copies + " WHERE p.id = 1");
        owner.command(
            "INSERT INTO publication_group SELECT seq, group_id, position, name, framework_id, "
            "framework_version, criteria, framework, framework_changed, units, ranked, mean, median, "
            "previous_mean, band_counts, rose, fell FROM publication_group g, seq_" +
            copies + " WHERE g.publication_id = 1");
        owner.command(
            "INSERT INTO publication_standing SELECT seq, group_id, position, unit_id, code, unit_name, "
            "search_text, name_key, place, index_value, band, change_points, change_places, "
            "framework_changed, tie_break, parts, sheet, sheet_row, evidence, note, illustrative, "
            "parts_illustrative FROM publication_standing s, seq_" +
            copies + " WHERE s.publication_id = 1");
    }
    owner.command("SET foreign_key_checks = 1");
    auto analysed = owner.query("ANALYZE TABLE publication, publication_group, publication_standing");
    while (analysed.next()) {}
}

// One of the page's statements, and what is bound to it besides the publication.
struct Statement {
    std::string text;
    bool rows = false;
    storage::Parameters before;  // the publication comes after these ...
    bool of_publication = false;
    storage::Parameters after;  // ... and before these
};

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

// The log gives the texts; what is bound to them follows from the request.
Statement statement_of(std::string text, const std::string& session, std::int64_t group)
{
    Statement statement{.text = std::move(text), .before = {}, .after = {}};
    statement.rows = has(statement.text, "SELECT");
    if (has(statement.text, "token_digest")) {
        statement.before = {storage::Bytes{base::sha256(session)}};
        return statement;
    }
    statement.of_publication = statement.rows;
    if (has(statement.text, "LIMIT")) statement.after = {group, units_a_group + 1, 0};
    return statement;
}

// What one page asks of the database, in order, with its transactions.
std::vector<Statement> statements_of(storage::Connection& owner, const std::string& session,
                                     std::int64_t group, const std::function<void()>& page)
{
    owner.command("SET GLOBAL log_output = 'TABLE'");
    owner.command("TRUNCATE TABLE mysql.general_log");
    owner.command("SET GLOBAL general_log = 1");
    page();
    owner.command("SET GLOBAL general_log = 0");
    std::vector<Statement> found;
    auto log = owner.query(
        "SELECT argument FROM mysql.general_log WHERE user_host LIKE 'vinhdanh%' AND command_type IN "
        "('Query', 'Execute') ORDER BY event_time");
    while (log.next())
        found.push_back(statement_of(log.text(1), session, group));
    return found;
}

// The ceiling: the same statements in the same transactions, every row fetched, as many bytes.
class Bare final : public Poco::Net::HTTPRequestHandler {
public:
    Bare(storage::Pool& pool, const std::vector<Statement>& statements, const std::string& body)
        : pool_(pool), statements_(statements), body_(body)
    {
    }
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override
    {
        const auto& address = request.getURI();
        const std::int64_t id = std::stoll(address.substr(address.rfind('/') + 1));
        // Borrowed once up to each COMMIT; the page borrows once more, for the look-up of the session.
        for (auto statement = statements_.begin(); statement != statements_.end();) {
            const auto lease = pool_.borrow();
            const auto end = std::find_if(statement, statements_.end(),
                                          [](const Statement& each) { return each.text == "COMMIT"; });
            for (; statement != end; ++statement)
                run(*lease, *statement, id);
            if (statement != statements_.end()) run(*lease, *statement++, id);
        }
        response.setKeepAlive(true);
        response.setContentType("text/html; charset=utf-8");
        response.sendBuffer(body_.data(), body_.size());
    }

private:
    static void run(storage::Connection& connection, const Statement& statement, std::int64_t id)
    {
        if (!statement.rows) return connection.command(statement.text);
        auto values = statement.before;
        if (statement.of_publication) values.emplace_back(id);
        values.insert(values.end(), statement.after.begin(), statement.after.end());
        auto rows = connection.query(statement.text, values);
        while (rows.next()) {}
    }

    storage::Pool& pool_;
    const std::vector<Statement>& statements_;
    const std::string& body_;
};

class BareFactory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    BareFactory(storage::Pool& pool, const std::vector<Statement>& statements, const std::string& body)
        : pool_(pool), statements_(statements), body_(body)
    {
    }
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override
    {
        return new Bare(pool_, statements_, body_);  // the server deletes it
    }

private:
    storage::Pool& pool_;
    const std::vector<Statement>& statements_;
    const std::string& body_;
};

struct Measured {
    double per_second = 0;
    std::vector<double> milliseconds;  // ascending
    std::size_t failures = 0;
    std::size_t reconnections = 0;

    [[nodiscard]] double at(double share) const
    {
        return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    }
};

Measured measure(std::uint16_t port, const std::string& cookie, std::chrono::milliseconds duration)
{
    std::vector<Measured> each(clients);
    const auto start = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back([&, client] {
                bench::KeepAliveClient http(port, cookie);
                auto& mine = each[static_cast<std::size_t>(client)];
                std::mt19937 random(static_cast<unsigned>(client + 1));
                while (Clock::now() - start < duration) {
                    const auto id = 1 + random() % publications;
                    const auto sent = Clock::now();
                    if (http.get("/rankings/" + std::to_string(id)).status != 200) ++mine.failures;
                    mine.milliseconds.push_back(
                        std::chrono::duration<double, std::milli>(Clock::now() - sent).count());
                }
                mine.reconnections = http.reconnections();
            });
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    Measured all;
    for (auto& one : each) {
        all.milliseconds.insert(all.milliseconds.end(), one.milliseconds.begin(), one.milliseconds.end());
        all.failures += one.failures;
        all.reconnections += one.reconnections;
    }
    std::sort(all.milliseconds.begin(), all.milliseconds.end());
    all.per_second = static_cast<double>(all.milliseconds.size()) / seconds;
    return all;
}

}  // namespace

int main()
{
    bench::ServedSite site(pool_connections);
    bench::must(
        site.transactor.transact([&](app::Repositories& r) { return publish_one(r, site.administrator()); }));
    storage::MySqlConnection owner(site.accounts().owner);
    multiply(owner);

    const auto cookie = "vinhdanh=" + site.session();
    const auto page = [&] {
        return bench::KeepAliveClient(site.port(), cookie).get("/rankings/" + std::to_string(watched));
    };
    for (int i = 0; i < 50; ++i)  // every connection of the pool has prepared its statements
        static_cast<void>(measure(site.port(), cookie, std::chrono::milliseconds(20)));
    auto groups_found = owner.query("SELECT MIN(id) FROM peer_group");
    const auto group = groups_found.next() ? groups_found.integer(1) : 0;
    const auto statements = statements_of(owner, site.session(), group, [&] { static_cast<void>(page()); });
    const auto body = page().body;

    Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0), 64);
    Poco::AutoPtr<Poco::Net::HTTPServerParams> params = new Poco::Net::HTTPServerParams;
    params->setKeepAlive(true);
    params->setMaxKeepAliveRequests(1'000'000'000);
    params->setMaxThreads(clients);
    Poco::ThreadPool threads(clients, clients + 4);
    Poco::Net::HTTPServer bare(new BareFactory(site.pool, statements, body), threads, socket, params);
    bare.start();
    const auto bare_port = socket.address().port();
    static_cast<void>(measure(bare_port, cookie, measured_for));

    std::vector<double> ratios;
    Measured last_page;
    Measured last_bare;
    std::size_t failures = 0;
    for (int round = 0; round < rounds; ++round) {
        last_page = measure(site.port(), cookie, measured_for);
        last_bare = measure(bare_port, cookie, measured_for);
        failures += last_page.failures + last_bare.failures;
        ratios.push_back(last_page.per_second / last_bare.per_second);
    }
    bare.stopAll(true);
    std::sort(ratios.begin(), ratios.end());
    const double ratio = ratios[ratios.size() / 2];

    std::printf(
        "the page's statements, transactions included: %zu; its bytes: %zu; rows in the database: %d\n",
        statements.size(), body.size(), publications * groups * units_a_group);
    std::printf("ranking page, 30 rows, signed in, 16 connections: %.0f pages/s, p50 %.2f ms, p99 %.2f ms\n",
                last_page.per_second, last_page.at(0.5), last_page.at(0.99));
    std::printf("bare handler, same statements, as many bytes:     %.0f pages/s, p50 %.2f ms, p99 %.2f ms\n",
                last_bare.per_second, last_bare.at(0.5), last_bare.at(0.99));
    std::printf("ratio %.2f (reach 0.70), the median of %d rounds; errors %zu, reconnections %zu + %zu\n",
                ratio, rounds, failures, last_page.reconnections, last_bare.reconnections);
    return failures == 0 ? 0 : 1;
}
