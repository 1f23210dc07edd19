// The composition root and the command line: reads the settings, opens the database, lists the routes, runs. The only
// place that names every layer.
#include "app/first_administrator.h"
#include "app/load_sample.h"
#include "app/offline_commands.h"
#include "app/session.h"
#include "app/settings.h"
#include "app/user_commands.h"
#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "documents/paper.h"
#include "rules/reference_file.h"
#include "storage/database_refusal.h"
#include "storage/mysql_connection.h"
#include "storage/open_database.h"
#include "storage/session_store.h"
#include "storage/submission_store.h"
#include "storage/transactor.h"
#include "web/assets.h"
#include "web/server.h"
#include "web/texts.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <unistd.h>

namespace {

namespace files = std::filesystem;

enum Exit { Done = 0, Refused = 1, Usage = 64, Configuration = 78 };  // the last two by sysexits.h

constexpr std::string_view help =
    R"text(Vinh Danh: emulation and commendation, from a published result sheet to the printed decision.

Usage: vinhdanh COMMAND [ARGUMENT]... [--config FILE]

With a database (config/vinhdanh.conf says which; by default a private one in data/):
  serve      run the server; prints its address, and in an empty installation the link
             under which the first administrator is made
  migrate    make the schema, or bring it to this version; the server must be stopped
  demo       load the sample province and carry its awards of 2021 to the decisions;
             refuses a database that holds anything else; prints the users' passwords once;
             --until register, published, proposed or submitted stops there
  user       list, create, reset, disable, enable accounts (vinhdanh user --help)

Without a database, on one sheet (.xlsx or .csv), one JSON object on standard output:
  inspect    what was understood of the sheet, row by row, and what was not
  rank       index, place and band of every unit
  propose    who the rules propose for which award, and why
             (vinhdanh inspect --help, and so on)

Settings: --config FILE, else the file VINHDANH_CONFIG names, else config/vinhdanh.conf. The
environment wins over the file: VINHDANH_LISTEN_PORT=8443 sets listen.port.

Exit codes: 0 done; 1 refused, with the reasons on standard error; 64 wrong usage; 78 wrong
settings. vinhdanh --version prints the version.
)text";

// Messages for people come in the language of the terminal.
class Speaker {
public:
    Speaker()
    {
        for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            const char* value = std::getenv(name);
            if (value == nullptr || *value == '\0') continue;
            vietnamese_ = std::string_view(value).starts_with("vi");
            break;
        }
        if (auto texts = web::Texts::load(files::path(VINHDANH_ROOT) / "config/texts/en"))
            texts_ = std::move(*texts);
    }
    [[nodiscard]] std::string say(const base::Message& message) const
    {
        if (vietnamese_) return message.vietnamese();
        return base::Message::fill(texts_.english(message.text()), message.arguments());
    }
    int refuse(const base::Error& error, Exit code = Refused) const
    {
        std::cerr << "vinhdanh: " << say(error.message) << '\n';
        return code;
    }

private:
    bool vietnamese_ = false;
    web::Texts texts_;
};

base::Result<domain::Reference> read_reference()
{
    auto texts = base::read_folder(files::path(VINHDANH_ROOT) / "config/reference");
    if (!texts) return texts.error();
    return rules::parse_reference(*texts);
}

app::Environment environment()
{
    app::Environment found;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string text(*variable);
        const auto equals = text.find('=');
        if (equals != std::string::npos) found.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return found;
}

base::Result<app::Settings> load_settings(std::string file)
{
    const auto variables = environment();
    const auto named = variables.find("VINHDANH_CONFIG");
    if (file.empty() && named != variables.end()) file = named->second;
    if (file.empty()) file = VINHDANH_ROOT "/config/vinhdanh.conf";
    const auto text = base::read_file(file);
    if (!text) return text.error();
    return app::read_settings(file, *text, variables, VINHDANH_ROOT);
}

// What every command that needs the database is given.
struct Program {
    const Speaker& speaker;
    app::Settings settings;
    base::Log log;
    base::SystemClock clock;
};

base::Result<std::vector<storage::Migration>> migrations()
{
    return storage::read_migrations(files::path(VINHDANH_ROOT) / "sql/migrations");
}

// Invalid is a setting: a file it names can't be read.
int refuse_setting(const Program& program, const base::Error& error)
{
    return program.speaker.refuse(error, error.kind == base::ErrorKind::Invalid ? Configuration : Refused);
}

int migrate(Program& program)
{
    const auto known = migrations();
    if (!known) return program.speaker.refuse(known.error());
    const auto database = storage::OpenDatabase::open(program.settings, storage::Sharing::Alone);
    if (!database) return refuse_setting(program, database.error());
    const auto applied = storage::install_schema(database->accounts(), *known, program.log);
    if (!applied) return program.speaker.refuse(applied.error());
    std::cout << (*applied == 0 ? "the schema is up to date"
                                : std::to_string(*applied) + " migrations applied")
              << '\n';
    return Done;
}

// A database whose schema is the one this program knows.
struct Connected {
    storage::OpenDatabase database;
    storage::Pool pool;
    storage::SqlTransactor transactor;

    Connected(storage::OpenDatabase opened, const Program& program)
        : database(std::move(opened)),
          pool(database.accounts().server, {.connections = storage::pool_size(program.settings.database)}),
          transactor(pool, program.log)
    {
    }
};

base::Result<std::unique_ptr<Connected>> connect(const Program& program, storage::Sharing sharing)
{
    const auto known = migrations();
    if (!known) return known.error();
    auto database = storage::OpenDatabase::open(program.settings, sharing);
    if (!database) return database.error();
    auto connected = std::make_unique<Connected>(std::move(*database), program);
    try {
        const auto lease = connected->pool.borrow();
        if (auto same = storage::check_schema(*lease, *known); !same) return same.error();
    } catch (const storage::DatabaseError& error) {
        const auto& accounts = connected->database.accounts();
        if (!accounts.is_private) return storage::database_refusal(error, accounts.server);
        return base::unavailable(
            {"Không vào được cơ sở dữ liệu (đã chạy «vinhdanh migrate» chưa?): {}", {error.what()}});
    }
    return connected;
}

int user(Program& program, std::span<const std::string> arguments)
{
    const auto connected = connect(program, storage::Sharing::Joins);
    if (!connected) return refuse_setting(program, connected.error());
    return app::run_user_command(
        arguments, (*connected)->transactor, program.clock,
        [&](const base::Message& message) { return program.speaker.say(message); }, std::cout, std::cerr);
}

// "demo" or "demo --until STAGE"; nothing when it is neither.
std::optional<app::SampleStage> stage_of(std::span<const std::string> arguments)
{
    if (arguments.size() == 1) return app::SampleStage::Decided;
    if (arguments.size() != 3 || arguments[1] != "--until") return std::nullopt;
    return app::sample_stage(arguments[2]);
}

int demo(Program& program, app::SampleStage until)
{
    const auto reference = read_reference();
    if (!reference) return program.speaker.refuse(reference.error());
    auto sample_files = base::read_folder(files::path(VINHDANH_ROOT) / "config/demo");
    if (!sample_files) return program.speaker.refuse(sample_files.error());
    auto rule_set = base::read_file(VINHDANH_ROOT "/config/rules/dong_thap_2021.json");
    if (!rule_set) return program.speaker.refuse(rule_set.error());
    sample_files->emplace("rules.json", std::move(*rule_set));
    const auto province = app::read_sample_province(*sample_files);
    if (!province) return program.speaker.refuse(province.error());
    const auto connected = connect(program, storage::Sharing::Joins);
    if (!connected) return refuse_setting(program, connected.error());
    const auto loaded =
        app::load_sample((*connected)->transactor, program.clock, *reference, *province, until);
    if (!loaded) return program.speaker.refuse(loaded.error());
    if (loaded->already) std::cout << "the sample province is already there\n";
    for (const auto& account : loaded->accounts) {
        std::cout << account.login << '\t' << account.password << '\t' << account.name << ", " << account.post
                  << '\n';
    }
    return Done;
}

std::string address_of(const app::Settings& settings, std::uint16_t port)
{
    const auto& host = settings.listen_address;
    const bool six = host.find(':') != std::string::npos;
    return (settings.tls() ? "https://" : "http://") + (six ? "[" + host + "]" : host) + ":" +
           std::to_string(port);
}

// An empty installation gets its first administrator under a link that works once and for thirty minutes.
void offer_first_administrator(Program& program, storage::SqlTransactor& transactor,
                               const std::string& address)
{
    const auto link = transactor.transact(
        [&](app::Repositories& r) { return app::open_first_administrator_link(r, program.clock.now()); });
    if (!link) {
        program.log.error("the first administrator's link could not be made");
    } else if (*link) {
        std::cerr << "There is no administrator yet. Within 30 minutes, open\n  " << address
                  << "/first-administrator/" << **link << '\n';
    }
}

web::ServerSettings server_settings(const app::Settings& settings)
{
    web::ServerSettings server;
    server.address = settings.listen_address;
    server.port = static_cast<std::uint16_t>(settings.listen_port);
    server.tls_certificate = settings.tls_certificate;
    server.tls_key = settings.tls_key;
    return server;
}

void report_exposure(storage::Pool& pool, const storage::Endpoint& endpoint, const base::Log& log)
{
    try {
        storage::report_exposure(*pool.borrow(), endpoint, log);
    } catch (const storage::DatabaseError&) {
        log.warning("the rights of the server's account are not known");
    }
}

// At a start: keys of forms nobody will send again, and failed attempts to sign in that no longer slow anybody down.
void forget_what_is_old(storage::Pool& pool, base::Instant now, const base::Log& log)
{
    constexpr int days = 30;
    try {
        const auto lease = pool.borrow();
        storage::SubmissionStore(*lease).forget_older_than_days(days);
        storage::SessionStore(*lease).forget_attempts_before(now.plus(-std::chrono::hours(24)));
    } catch (const storage::DatabaseError&) {
        log.warning("old submissions and attempts were not forgotten");
    }
}

// Before any thread is made: all inherit the mask, and only wait_for_stop sees the signals.
sigset_t block_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGCHLD})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

// Until SIGINT or SIGTERM. A private database that ends by itself meanwhile is started again.
void wait_for_stop(const sigset_t& signals, storage::OpenDatabase& database, const base::Log& log)
{
    constexpr timespec a_second{1, 0};
    bool down = false;
    while (true) {
        const int signal = down ? sigtimedwait(&signals, nullptr, &a_second) : sigwaitinfo(&signals, nullptr);
        if (signal == SIGINT || signal == SIGTERM) {
            log.info("stopping", {{"signal", std::to_string(signal)}});
            return;
        }
        const auto revived = database.revive();
        down = !revived;
        if (down || *revived)
            log.error("the private database ended", {{"again", down ? "failed" : "running"}});
    }
}

int serve(Program& program)
{
    const auto signals = block_signals();

    const auto& settings = program.settings;
    const auto reference = read_reference();
    if (!reference) return program.speaker.refuse(reference.error(), Configuration);
    if (const auto fonts = documents::check_fonts(); !fonts)
        return program.speaker.refuse(fonts.error(), Configuration);
    const auto texts = web::Texts::load(files::path(VINHDANH_ROOT) / "config/texts/en");
    if (!texts) return program.speaker.refuse(texts.error(), Configuration);
    const auto assets = web::Assets::load(VINHDANH_ASSETS);
    if (!assets) return program.speaker.refuse(assets.error(), Configuration);
    const auto connected = connect(program, storage::Sharing::Alone);
    if (!connected) return refuse_setting(program, connected.error());
    auto& transactor = (*connected)->transactor;
    report_exposure((*connected)->pool, (*connected)->database.accounts().server, program.log);
    forget_what_is_old((*connected)->pool, program.clock.now(), program.log);

    const app::SessionLimits limits{settings.session_idle, settings.session_longest};
    web::Services services{.storage = transactor,
                           .clock = program.clock,
                           .log = program.log,
                           .texts = *texts,
                           .assets = *assets,
                           .reference = &*reference,
                           .insecure_http = settings.insecure_http,
                           .find_session =
                               [&](std::string_view token, base::Instant now) {
                                   return transactor.each_alone([&](app::Repositories& r) {
                                       return app::find_session(r, token, now, limits);
                                   });
                               },
                           .database_answers = [&] { return (*connected)->pool.answers(); }};
    web::FrontController front(services, web::all_routes(), {settings.trusted_proxy});
    const auto server = web::Server::start(server_settings(settings), front);
    if (!server) return refuse_setting(program, server.error());
    const auto address = address_of(settings, (*server)->port());
    program.log.info("ready", {{"address", address}});
    offer_first_administrator(program, transactor, address);

    wait_for_stop(signals, (*connected)->database, program.log);
    (*server)->stop();
    return Done;
}

// Takes "--config FILE" out of the arguments wherever it stands. False: FILE is missing.
bool take_config(std::vector<std::string>& arguments, std::string& file)
{
    const auto option = std::ranges::find(arguments, "--config");
    if (option == arguments.end()) return true;
    if (std::next(option) == arguments.end()) return false;
    file = *std::next(option);
    arguments.erase(option, std::next(option, 2));
    return true;
}

bool asks_for_help(const std::vector<std::string>& arguments)
{
    return std::ranges::any_of(arguments,
                               [](const std::string& word) { return word == "--help" || word == "-h"; });
}

int run_with_database(const std::string& command, std::span<const std::string> arguments,
                      const std::string& config)
{
    const Speaker speaker;
    auto settings = load_settings(config);
    if (!settings) return speaker.refuse(settings.error(), Configuration);
    const auto level = settings->log_level;
    Program program{speaker, std::move(*settings), base::Log(level), {}};
    if (command == "serve") return serve(program);
    if (command == "migrate") return migrate(program);
    if (command == "demo") return demo(program, *stage_of(arguments));
    return user(program, arguments.subspan(1));
}

int run(std::vector<std::string> arguments)
{
    if (!arguments.empty() && app::is_offline_command(arguments[0])) {
        return app::run_offline(arguments, base::read_file, std::cout, std::cerr);
    }
    std::string config;
    const bool complete = take_config(arguments, config);
    const std::string command = arguments.empty() ? "" : arguments[0];
    if (command == "--version") {
        std::cout << "vinhdanh " VINHDANH_VERSION "\n";
        return Done;
    }
    if (asks_for_help(arguments)) {
        std::cout << (command == "user" ? app::user_command_help() : help);
        return Done;
    }
    const bool alone = arguments.size() == 1 && (command == "serve" || command == "migrate");
    const bool sample = command == "demo" && stage_of(arguments);
    if (!complete || !(alone || sample || command == "user")) {
        std::cerr << help;
        return Usage;
    }
    return run_with_database(command, arguments, config);
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "vinhdanh: " << error.what() << '\n';
        return Refused;
    }
}
