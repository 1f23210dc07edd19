#include "access/password.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace {

bool acceptable(std::string_view password)
{
    return static_cast<bool>(rights::check_password(password, "nguyen.van.an.cchc", "Nguyễn Thị Bích Hằng"));
}

TEST(Password, NeedsTwelveCharactersCountedAsReadersSeeThem)
{
    EXPECT_FALSE(acceptable("mười-một-ch"));
    EXPECT_TRUE(acceptable("mười-hai-chữ"));
    EXPECT_FALSE(acceptable(std::string(201, 'x') + "y"));
}

TEST(Password, IsNotTheLoginNorTheNameHoweverWritten)
{
    EXPECT_FALSE(acceptable("nguyen.van.an.cchc"));
    EXPECT_FALSE(acceptable("NGUYEN VAN AN CCHC"));
    EXPECT_FALSE(acceptable("nguyen thi bich hang"));
    EXPECT_FALSE(acceptable("aaaaaaaaaaaaaaaa"));
    EXPECT_TRUE(acceptable("nguyen.van.an.2022-ba-con-cá"));
}

TEST(Password, IsKeptAsASaltedArgon2idHash)
{
    const auto first = rights::hash_password("cá lóc nướng trui");
    const auto second = rights::hash_password("cá lóc nướng trui");
    ASSERT_TRUE(first);
    ASSERT_TRUE(second);
    EXPECT_EQ(first->rfind("$argon2id$v=19$m=65536,t=2,p=1$", 0), 0U) << *first;
    EXPECT_NE(*first, *second);
    EXPECT_FALSE(rights::needs_rehash(*first));
    EXPECT_TRUE(*rights::verify_password(*first, "cá lóc nướng trui"));
    EXPECT_FALSE(*rights::verify_password(*first, "ca loc nuong trui"));
    EXPECT_FALSE(*rights::verify_password(*first, ""));
}

TEST(Password, AWeakerOrBrokenHashIsMadeAnew)
{
    EXPECT_TRUE(rights::needs_rehash("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
                                     "RdescudvJCsgt3ub+b/daA"));
    EXPECT_FALSE(*rights::verify_password("not a hash", "anything at all"));
}

TEST(Password, ManyAtOnceTakeTurnsAndAllFinish)
{
    const auto hash = rights::hash_password("đồng tháp mười hai");
    ASSERT_TRUE(hash);
    std::vector<int> right(5);
    std::vector<std::thread> threads;
    for (auto& answer : right)
        threads.emplace_back([&] {
            const auto verified = rights::verify_password(*hash, "đồng tháp mười hai");
            answer = verified && *verified;
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(right, std::vector<int>(5, 1));
}

// A line of /proc/self/status, in MiB.
long memory_now(const std::string& line)
{
    std::ifstream status("/proc/self/status");
    for (std::string name; status >> name;) {
        long kib = 0;
        if (name == line + ":" && status >> kib) return kib / 1024;
    }
    return 0;
}

// Each hash takes 64 MiB, so the greatest memory meanwhile tells how many there were.
TEST(Password, TwoAtMostAreComputedAtOnce)
{
    std::ofstream("/proc/self/clear_refs") << 5 << std::flush;  // forgets the greatest memory so far
    const auto before = memory_now("VmRSS");
    std::vector<std::thread> threads;
    for (int i = 0; i < 5; ++i)
        // On a busy machine some may be turned away.
        threads.emplace_back([] { (void)rights::hash_password("đồng tháp mười hai"); });
    for (auto& thread : threads)
        thread.join();
    const auto greatest = memory_now("VmHWM") - before;
    EXPECT_GE(greatest, 60);
    EXPECT_LT(greatest, 3 * 64);
}

TEST(Password, RandomOnesMeetThePolicyAndDiffer)
{
    std::set<std::string> seen;
    for (int i = 0; i < 50; ++i) {
        const auto password = rights::random_password();
        EXPECT_EQ(password.size(), 23U);
        EXPECT_TRUE(acceptable(password));
        EXPECT_EQ(password.find_first_of("0o1ilu"), std::string::npos);
        EXPECT_TRUE(seen.insert(password).second);
    }
}

}  // namespace
