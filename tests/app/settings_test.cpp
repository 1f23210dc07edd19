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
             {{"VINHDANH_LISTEN_PORT", "9000"}, {"VINHDANH_DATABASE_OWNER_USER", "owner"}, {"PATH", "/bin"}});
    ASSERT_TRUE(settings) << refusal(settings);
    EXPECT_EQ(settings->listen_port, 9000);
    EXPECT_EQ(settings->database.owner_user, "owner");
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
    const auto settings = read("database.password = a=b#c\n");
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

}  // namespace
