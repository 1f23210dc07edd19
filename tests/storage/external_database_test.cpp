// An existing MariaDB reached by settings alone, over TCP and TLS. The test makes a certificate authority of its own,
// starts a server with it by hand, and asks that server whether the link is encrypted.
#include "app/audit_trail.h"
#include "app/settings.h"
#include "app/system_actor.h"
#include "storage/child_process.h"
#include "storage/database_refusal.h"
#include "storage/migrate.h"
#include "storage/open_database.h"
#include "storage/pool.h"
#include "storage/private_database.h"
#include "storage/transactor.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <csignal>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

namespace files = std::filesystem;
using std::chrono::seconds;

int free_port()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool bound = bind(socket, reinterpret_cast<const sockaddr*>(&address), length) == 0 &&
                       getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0;
    close(socket);
    return bound ? ntohs(address.sin_port) : 0;
}

// openssl, mariadb-install-db and mariadbd in one folder that goes with the test program.
class Site {
public:
    Site()
    {
        files::remove_all(folder_);
        files::create_directories(folder_ / "tmp");
        make_authority("ca");
        make_authority("other_ca");
        make_certificate("server", "IP:127.0.0.1,DNS:database.example");
        make_certificate("misnamed", "DNS:elsewhere.example");
        must("mariadb-install-db", as_user({"--no-defaults", "--datadir=" + in("files"), "--skip-test-db",
                                            "--auth-root-authentication-method=socket",
                                            "--auth-root-socket-user=" + us_, "--innodb-log-file-size=8M"}));
        start("server");
        make_accounts();
    }
    ~Site()
    {
        stop();
        std::error_code ignored;
        files::remove_all(folder_, ignored);
    }
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    [[nodiscard]] std::string in(const std::string& name) const { return (folder_ / name).string(); }
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] const base::Log& log() const { return log_; }
    // This operating-system user, whom the socket knows.
    [[nodiscard]] const std::string& us() const { return us_; }

    // With this certificate; without one it speaks no TLS.
    void start(const std::string& certificate)
    {
        if (certificate == certificate_) return;
        stop();
        std::vector<std::string> arguments{"--no-defaults",
                                           "--datadir=" + in("files"),
                                           "--socket=" + in("server.sock"),
                                           "--tmpdir=" + in("tmp"),
                                           "--pid-file=" + in("pid"),
                                           "--bind-address=127.0.0.1",
                                           "--skip-name-resolve",
                                           "--port=" + std::to_string(port_),
                                           "--skip-log-bin",
                                           "--performance-schema=OFF",
                                           "--innodb-buffer-pool-size=16M",
                                           "--innodb-flush-log-at-trx-commit=0"};
        if (!certificate.empty()) {
            arguments.push_back("--ssl-ca=" + in("ca.pem"));
            arguments.push_back("--ssl-cert=" + in(certificate + ".pem"));
            arguments.push_back("--ssl-key=" + in(certificate + ".key"));
        }
        process_ = storage::start_process(
            {storage::find_program("mariadbd"), as_user(arguments), folder_ / "server.log"});
        certificate_ = certificate;
        for (int attempt = 0; attempt < 3000; ++attempt) {
            try {
                const auto connection = administrator();
                return;
            } catch (const storage::DatabaseError&) {
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        }
        throw std::runtime_error("mariadbd did not start: see " + in("server.log"));
    }

    // By the socket, as an administrator of the database would.
    [[nodiscard]] std::unique_ptr<storage::MySqlConnection> administrator() const
    {
        storage::Endpoint endpoint;
        endpoint.socket = in("server.sock");
        endpoint.user = us_;
        return std::make_unique<storage::MySqlConnection>(endpoint);
    }

private:
    void make_accounts() const
    {
        const auto root = administrator();
        for (const std::string name : {"chu", "may_chu"})
            root->command("CREATE USER '" + name + "'@'%' IDENTIFIED BY 'bi mat cua " + name + "'");
        root->command("GRANT ALL ON `thi_dua`.* TO 'chu'@'%' WITH GRANT OPTION");
    }

    void make_authority(const std::string& name) const
    {
        must("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                         "/CN=" + name, "-keyout", in(name + ".key"), "-out", in(name + ".pem")});
    }

    void make_certificate(const std::string& name, const std::string& names) const
    {
        std::ofstream(in("names.txt")) << "subjectAltName=" << names << '\n';
        must("openssl", {"req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=database", "-keyout",
                         in(name + ".key"), "-out", in("request.pem")});
        must("openssl",
             {"x509", "-req", "-days", "2", "-in", in("request.pem"), "-CA", in("ca.pem"), "-CAkey",
              in("ca.key"), "-CAcreateserial", "-extfile", in("names.txt"), "-out", in(name + ".pem")});
    }

    void must(const std::string& program, const std::vector<std::string>& arguments) const
    {
        const auto process =
            storage::start_process({storage::find_program(program), arguments, folder_ / "made.log"});
        if (storage::wait_for_end(process, seconds(60)) != 0)
            throw std::runtime_error(program + " failed: see " + in("made.log"));
    }

    static std::vector<std::string> as_user(std::vector<std::string> arguments)
    {
        if (geteuid() == 0) arguments.emplace_back("--user=root");
        return arguments;
    }

    void stop()
    {
        if (process_ == 0) return;
        ::kill(process_, SIGTERM);
        (void)storage::wait_for_end(process_, seconds(30));
        process_ = 0;
    }

    files::path folder_ = files::temp_directory_path() / ("vinhdanh-external-" + std::to_string(getpid()));
    std::string us_ = storage::PrivateDatabase::owner(folder_).user;
    int port_ = free_port();
    pid_t process_ = 0;
    std::string certificate_ = "none yet";
    base::Log log_{base::Log::Level::Error};
};

class ExternalDatabase : public ::testing::Test {
protected:
    static void SetUpTestSuite() { site_ = new Site; }
    static void TearDownTestSuite()
    {
        delete site_;
        site_ = nullptr;
    }

    ExternalDatabase()
    {
        site_->start("server");
        set("host", "127.0.0.1");
        set("port", std::to_string(site_->port()));
        set("schema", "thi_dua");
        set("user", "may_chu");
        set("password", "bi mat cua may_chu");
        set("owner_user", "chu");
        set("owner_password", "bi mat cua chu");
        set("tls_ca", site_->in("ca.pem"));
    }

    void set(const std::string& key, const std::string& value) { settings_[key] = value; }

    // What the program does with the settings, up to its two accounts.
    [[nodiscard]] base::Result<storage::OpenDatabase> open() const
    {
        std::string text;
        for (const auto& [key, value] : settings_)
            text += "database." + key + " = " + value + "\n";
        const auto settings = app::read_settings("test.conf", text, {}, "/");
        if (!settings) return settings.error();
        return storage::OpenDatabase::open(*settings, storage::Sharing::Alone);
    }

    [[nodiscard]] storage::Accounts accounts() const
    {
        const auto database = open();
        EXPECT_TRUE(database) << database.error().message.vietnamese();
        return database ? database->accounts() : storage::Accounts{};
    }

    // `vinhdanh migrate`: what it refuses, or "".
    [[nodiscard]] std::string migrate() const
    {
        const auto known = storage::read_migrations(VINHDANH_SOURCE_DIR "/sql/migrations");
        const auto applied = storage::install_schema(accounts(), *known, site_->log());
        return applied ? std::string() : applied.error().message.vietnamese();
    }

    static std::string cipher(storage::Connection& connection)
    {
        auto rows = connection.query("SHOW STATUS LIKE 'Ssl_cipher'");
        return rows.next() ? rows.text(2) : "no such status";
    }

    static Site* site_;
    std::map<std::string, std::string> settings_;
};

Site* ExternalDatabase::site_ = nullptr;

TEST_F(ExternalDatabase, IsMigratedAndServedOverAnEncryptedLinkWithTwoAccounts)
{
    ASSERT_EQ(migrate(), "");
    const auto both = accounts();
    for (const auto& endpoint : {both.owner, both.server}) {
        storage::MySqlConnection connection(endpoint);
        EXPECT_NE(cipher(connection), "") << endpoint.user;
    }
    storage::Pool pool(both.server, {});
    EXPECT_NE(cipher(*pool.borrow()), "");
    EXPECT_TRUE(pool.answers());
    const auto known = storage::read_migrations(VINHDANH_SOURCE_DIR "/sql/migrations");
    EXPECT_TRUE(storage::check_schema(*pool.borrow(), *known));

    storage::SqlTransactor transactor(pool, site_->log());
    const auto act = transactor.transact([](app::Repositories& r) -> base::Result<void> {
        r.audit().append(app::system_actor(base::Instant(), "test"), {"test/1", "test.act", "", "", "", ""});
        return {};
    });
    EXPECT_TRUE(act) << act.error().message.vietnamese();
    EXPECT_EQ(migrate(), "") << "a second time there is nothing to do";
}

TEST_F(ExternalDatabase, TheServersAccountMayOnlyReadAndAddToAuditAndHistory)
{
    ASSERT_EQ(migrate(), "");
    storage::MySqlConnection server(accounts().server);
    std::vector<std::string> guarded;
    auto tables = server.query("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                               "'thi_dua' AND (table_name = 'audit_entry' OR table_name LIKE '%\\_history')");
    while (tables.next())
        guarded.push_back(tables.text(1));
    EXPECT_GE(guarded.size(), 3u);
    for (const auto& table : guarded) {
        auto granted = server.query("SELECT GROUP_CONCAT(privilege_type ORDER BY privilege_type) FROM "
                                    "information_schema.table_privileges WHERE table_name = ?",
                                    {table});
        ASSERT_TRUE(granted.next());
        EXPECT_EQ(granted.text(1), "INSERT,SELECT") << table;
        EXPECT_THROW(server.command("DELETE FROM " + table), storage::DatabaseError) << table;
        EXPECT_THROW(server.command("TRUNCATE TABLE " + table), storage::DatabaseError) << table;
        EXPECT_THROW(server.command("DROP TABLE " + table), storage::DatabaseError) << table;
    }
    EXPECT_THROW(server.command("UPDATE audit_entry SET action = 'x'"), storage::DatabaseError);
    EXPECT_THROW(server.command("CREATE TABLE own (id INT)"), storage::DatabaseError);
    EXPECT_THROW(server.command("DELETE FROM schema_migration"), storage::DatabaseError);
}

TEST_F(ExternalDatabase, WithoutAnAuthorityTheLinkIsPlain)
{
    settings_.erase("tls_ca");
    storage::MySqlConnection connection([&] {
        auto endpoint = accounts().owner;
        endpoint.schema.clear();
        return endpoint;
    }());
    EXPECT_EQ(cipher(connection), "") << "the other tests prove nothing if this one is encrypted as well";
}

TEST_F(ExternalDatabase, ACertificateOfAnUnknownAuthorityIsRefused)
{
    set("tls_ca", site_->in("other_ca.pem"));
    const auto said = migrate();
    EXPECT_NE(said.find("«database.tls_ca»"), std::string::npos) << said;
    EXPECT_NE(said.find("other_ca.pem"), std::string::npos) << said;
}

TEST_F(ExternalDatabase, ACertificateForAnotherNameIsRefused)
{
    site_->start("misnamed");
    const auto said = migrate();
    EXPECT_NE(said.find("không ghi tên «127.0.0.1»"), std::string::npos) << said;
    EXPECT_NE(said.find("«database.host»"), std::string::npos) << said;
}

TEST_F(ExternalDatabase, AServerWithoutTlsIsRefused)
{
    site_->start("");
    const auto said = migrate();
    EXPECT_NE(said.find("không nói TLS"), std::string::npos) << said;
    settings_.erase("tls_ca");
    EXPECT_EQ(migrate(), "") << "unless nobody asked for it";
}

TEST_F(ExternalDatabase, AnAuthorityOrPasswordFileThatIsNotThereIsNamed)
{
    set("tls_ca", site_->in("nowhere.pem"));
    auto refused = open();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::ErrorKind::Invalid);
    EXPECT_NE(refused.error().message.vietnamese().find("nowhere.pem"), std::string::npos);

    set("tls_ca", site_->in("ca.pem"));
    settings_.erase("password");
    set("password_file", site_->in("nowhere.txt"));
    refused = open();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::ErrorKind::Invalid);
    EXPECT_NE(refused.error().message.vietnamese().find("nowhere.txt"), std::string::npos);
}

TEST_F(ExternalDatabase, APasswordFileServesAsWell)
{
    settings_.erase("password");
    settings_.erase("owner_password");
    std::ofstream(site_->in("password")) << "bi mat cua may_chu\r\n";
    std::ofstream(site_->in("owner_password")) << "bi mat cua chu\n";
    set("password_file", site_->in("password"));
    set("owner_password_file", site_->in("owner_password"));
    EXPECT_EQ(migrate(), "");
}

TEST_F(ExternalDatabase, AWrongPasswordNamesTheAccountAndNothingSecret)
{
    set("owner_password", "doan mo");
    auto said = migrate();
    EXPECT_NE(said.find("«chu»"), std::string::npos) << said;
    EXPECT_EQ(said.find("doan mo"), std::string::npos) << said;
    set("owner_password", "bi mat cua chu");
    set("password", "doan mo");
    said = migrate();
    EXPECT_NE(said.find("«may_chu»"), std::string::npos) << said;
}

TEST_F(ExternalDatabase, AnOwnerWhoMayNotGrantIsTold)
{
    const auto root = site_->administrator();
    root->command("CREATE USER 'hep'@'%' IDENTIFIED BY 'bi mat'");
    root->command("GRANT ALL ON `thi_dua`.* TO 'hep'@'%'");
    ASSERT_EQ(migrate(), "");
    set("owner_user", "hep");
    set("owner_password", "bi mat");
    const auto said = migrate();
    EXPECT_NE(said.find("GRANT OPTION"), std::string::npos) << said;
    EXPECT_NE(said.find("«hep»"), std::string::npos) << said;
}

TEST_F(ExternalDatabase, AnAddressWhereNobodyAnswersIsNamed)
{
    set("port", std::to_string(free_port()));
    const auto said = migrate();
    EXPECT_NE(said.find("127.0.0.1:"), std::string::npos) << said;
    EXPECT_NE(said.find("«database.port»"), std::string::npos) << said;
}

TEST_F(ExternalDatabase, AnAuditThatTheServersAccountCouldChangeIsSaidInTheLog)
{
    ASSERT_EQ(migrate(), "");
    const base::Log log(base::Log::Level::Warning);
    const auto said = [&](const storage::Endpoint& as) {
        testing::internal::CaptureStderr();
        storage::MySqlConnection server(accounts().server);
        storage::report_exposure(server, as, log);
        return testing::internal::GetCapturedStderr();
    };
    EXPECT_EQ(said(accounts().server), "");
    auto plain_and_far = accounts().server;
    plain_and_far.host = "database.example";
    plain_and_far.tls_ca.clear();
    EXPECT_NE(said(plain_and_far).find("not encrypted"), std::string::npos);

    const auto root = site_->administrator();
    root->command("GRANT UPDATE ON `thi\\_dua`.* TO 'may_chu'@'%'");
    EXPECT_NE(said(accounts().server).find("audit is not protected"), std::string::npos);
    root->command("REVOKE UPDATE ON `thi\\_dua`.* FROM 'may_chu'@'%'");
    EXPECT_EQ(said(accounts().server), "");
    root->command("GRANT DELETE ON thi_dua.dossier_history TO 'may_chu'@'%'");
    EXPECT_NE(said(accounts().server).find("audit is not protected"), std::string::npos);
    root->command("REVOKE DELETE ON thi_dua.dossier_history FROM 'may_chu'@'%'");

    // One account for everything.
    settings_.erase("owner_user");
    settings_.erase("owner_password");
    set("user", "chu");
    set("password", "bi mat cua chu");
    EXPECT_NE(said(accounts().server).find("audit is not protected"), std::string::npos);
}

TEST_F(ExternalDatabase, AnAccountByTheSocketWithoutAPasswordIsNotTakenForAPrivateDatabase)
{
    // The owner of an existing database may be known by the socket. Nobody else's account is made anew for that.
    ASSERT_EQ(migrate(), "");
    settings_.erase("host");
    settings_.erase("port");
    settings_.erase("tls_ca");
    settings_.erase("owner_password");
    set("socket", site_->in("server.sock"));
    set("owner_user", site_->us());
    EXPECT_EQ(migrate(), "");
    const auto root = site_->administrator();
    auto made = root->query("SELECT COUNT(*) FROM mysql.user WHERE user = 'may_chu'");
    ASSERT_TRUE(made.next());
    EXPECT_EQ(made.integer(1), 1);
}

}  // namespace
