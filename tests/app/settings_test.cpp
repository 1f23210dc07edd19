#include "app/settings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace {

base::Result<app::Settings> read(std::string_view text, const app::Environment& environment = {})
{
    return app::read_settings("vinhdanh.conf", text, environment, "/srv/vinhdanh");
}

std::string refusal(const base::Result<app::Settings>& result)
{
    return result ? "accepted" : result.error().message.vietnamese();
}

TEST(Settings, TheShippedFileIsAcceptedAndChangesNothing)
{
    const std::ifstream file(VINHDANH_SOURCE_DIR "/config/vinhdanh.conf");
    std::ostringstream text;
    text << file.rdbuf();
    const auto settings = read(text.str());
    ASSERT_TRUE(settings) << refusal(settings);
    EXPECT_EQ(settings->listen_address, "127.0.0.1");
    EXPECT_TRUE(settings->database.is_private());
    EXPECT_EQ(settings->data_folder, "/srv/vinhdanh/data");
}

TEST(Settings, EveryCommentedKeyOfTheShippedFileExists)
{
    std::ifstream file(VINHDANH_SOURCE_DIR "/config/vinhdanh.conf");
    int keys = 0;
    for (std::string line; std::getline(file, line);) {
        const auto equals = line.find(" =");
        if (!line.starts_with("# ") || equals == std::string::npos) continue;
        const auto key = line.substr(2, equals - 2);
        if (key.find(' ') != std::string::npos) continue;  // prose
        const auto settings = read(line.substr(2));
        const bool unknown = !settings && refusal(settings).find("không có khóa") != std::string::npos;
        EXPECT_FALSE(unknown) << key;
        ++keys;
    }
    EXPECT_GE(keys, 23);
}

TEST(Settings, TheEnvironmentWinsOverTheFile)
{
    const auto settings =
        read("listen.port = 8081\n",
             {{"VINHDANH_LISTEN_PORT", "9000"}, {"VINHDANH_DATABASE_SCHEMA", "owner"}, {"PATH", "/bin"}});
    ASSERT_TRUE(settings) << refusal(settings);
    EXPECT_EQ(settings->listen_port, 9000);
    EXPECT_EQ(settings->database.schema, "owner");
}

TEST(Settings, AnUnknownKeyIsRefusedWithItsFileAndLine)
{
    EXPECT_EQ(refusal(read("# chú thích\nlisten.prot = 1\n")),
              "vinhdanh.conf:2: không có khóa cấu hình «listen.prot».");
    EXPECT_EQ(refusal(read("", {{"VINHDANH_PORT", "1"}})),
              "VINHDANH_PORT: không có khóa cấu hình «VINHDANH_PORT».");
}

TEST(Settings, AMalformedValueIsRefusedWithItsKeyButWithoutTheValue)
{
    for (const auto* line : {"listen.port = 0", "listen.port = 8O8O", "listen.port = 70000", "listen.port =",
                             "insecure_http = yes", "log.level = loud", "session.idle_minutes = -1"}) {
        const auto said = refusal(read(line));
        EXPECT_NE(said.find("không hợp lệ"), std::string::npos) << line << ": " << said;
    }
    EXPECT_EQ(refusal(read("bí mật")).find("bí mật"), std::string::npos);
}

TEST(Settings, AKeyGivenTwiceIsRefused)
{
    EXPECT_NE(refusal(read("log.level = info\nlog.level = debug\n")), "accepted");
}

TEST(Settings, AValueMayHoldTheSignsOfTheFormat)
{
    const auto settings = read("database.host = db\ndatabase.password = a=b#c\n");
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->database.password, "a=b#c");
}

TEST(Settings, AnotherAddressNeedsTlsOrAProxyOrAnExplicitWord)
{
    EXPECT_NE(refusal(read("listen.address = 0.0.0.0\n")), "accepted");
    EXPECT_EQ(refusal(read("listen.address = 0.0.0.0\ninsecure_http = true\n")), "accepted");
    EXPECT_EQ(refusal(read("listen.address = 0.0.0.0\ntrusted_proxy = 10.0.0.1\n")), "accepted");
    EXPECT_EQ(refusal(read("listen.address = 0.0.0.0\ntls.certificate = a.pem\ntls.key = b.pem\n")),
              "accepted");
    EXPECT_NE(refusal(read("tls.certificate = a.pem\n")), "accepted");
}

TEST(Settings, OnlyAnAddressOfThisMachineIsTakenForOne)
{
    EXPECT_TRUE(app::is_loopback("127.0.0.1"));
    EXPECT_TRUE(app::is_loopback("127.9.9.9"));
    EXPECT_TRUE(app::is_loopback("::1"));
    EXPECT_TRUE(app::is_loopback("localhost"));
    for (const auto* other :
         {"0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.org", "127.", "localhost.example"})
        EXPECT_FALSE(app::is_loopback(other)) << other;
}

TEST(Settings, AListeningAddressAndAProxyAreAddresses)
{
    for (const auto* line : {"listen.address = example.org", "listen.address = 127.0.0.1.example.org",
                             "listen.address = 300.1.1.1", "listen.address =", "trusted_proxy = proxy.local",
                             "trusted_proxy = 10.0.0.0/8"})
        EXPECT_NE(refusal(read(line)).find("không hợp lệ"), std::string::npos) << line;
    EXPECT_EQ(refusal(read("listen.address = ::1\ntrusted_proxy = ::1\n")), "accepted");
    EXPECT_EQ(refusal(read("listen.address = localhost\ntrusted_proxy =\n")), "accepted");
}

TEST(Settings, FilesOfTheDatabaseStartAtTheRootLikeAllOthers)
{
    const auto settings = read("database.host = db\ndatabase.tls_ca = config/ca.pem\n");
    ASSERT_TRUE(settings) << refusal(settings);
    EXPECT_EQ(settings->database.tls_ca, "/srv/vinhdanh/config/ca.pem");
    const auto local = read("database.socket = run/db.sock\n");
    ASSERT_TRUE(local) << refusal(local);
    EXPECT_EQ(local->database.socket, "/srv/vinhdanh/run/db.sock");
    EXPECT_EQ(read("database.socket = /run/db.sock\n")->database.socket, "/run/db.sock");
}

TEST(Settings, KeysThatContradictEachOtherAreRefusedByName)
{
    for (const auto* text :
         {"database.host = db\ndatabase.socket = /s", "database.socket = /s\ndatabase.tls_ca = /c",
          "database.host = db\ndatabase.password = a\ndatabase.password_file = /f",
          "database.host = db\ndatabase.owner_password = a\ndatabase.owner_password_file = /f"})
        EXPECT_NE(refusal(read(text)).find("không dùng cùng nhau được"), std::string::npos) << text;
    // Otherwise the private database would quietly be used.
    for (const auto* text : {"database.password = a", "database.owner_user = a", "database.tls_ca = /c"})
        EXPECT_NE(refusal(read(text)).find("«database.host»"), std::string::npos) << text;
    EXPECT_EQ(refusal(read("database.password = bí mật")).find("bí mật"), std::string::npos);
}

TEST(Settings, ASchemaIsANameThatNeedsNoQuoting)
{
    for (const auto* name : {"a`b", "a b", "", "a.b"})
        EXPECT_NE(refusal(read(std::string("database.schema = ") + name)), "accepted") << name;
    EXPECT_EQ(refusal(read("database.schema = Thi_dua-2022")), "accepted");
}

}  // namespace
