#include "access/password.h"
#include "access/permission.h"
#include "app/audit_chain.h"
#include "app/first_administrator.h"
#include "app/manage_users.h"
#include "app/own_account.h"
#include "app/session.h"
#include "app/session_repository.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"
#include "base/digest.h"
#include "storage/session_store.h"
#include "tests/storage/database.h"

#include <atomic>
#include <thread>

namespace {

using domain::Role;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr const char* password = "sen hồng đất tháp";

class Identity : public tests::Database {
protected:
    Identity() : administrator(actor(Role::Administrator)) {}

    // An officer with the password above.
    domain::UserId add(const std::string& login)
    {
        domain::User user;
        user.login = login;
        user.name = "Trần Thị Minh Hoạ";
        user.grants = {{Role::Officer, std::nullopt, true}};
        const auto id = transactor().transact([&](app::Repositories& r) {
            return app::add_user(r, administrator, user, *rights::hash_password(password));
        });
        EXPECT_TRUE(id) << id.error().message.vietnamese();
        return *id;
    }

    base::Result<std::string> sign_in(const std::string& login, const std::string& typed,
                                      base::Instant when = now(), const std::string& address = "10.0.0.7")
    {
        return app::sign_in(transactor(), {login, typed, address, when, "request", {}});
    }

    std::optional<app::SignedIn> signed_in(const std::string& token, base::Instant when = now())
    {
        const auto found =
            transactor().transact([&](app::Repositories& r) { return app::find_session(r, token, when); });
        EXPECT_TRUE(found);
        return *found;
    }

    template <class Work> auto run(Work work) { return transactor().transact(work); }

    app::Actor administrator;
};

TEST_F(Identity, ARightPasswordOpensASession)
{
    const auto id = add("hoa.tran");
    const auto token = sign_in("Hoa.Tran", password);
    ASSERT_TRUE(token) << token.error().message.vietnamese();
    const auto session = signed_in(*token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->user.id, id);
    EXPECT_EQ(session->user.grants, (std::vector<domain::Grant>{{Role::Officer, std::nullopt, true}}));
    EXPECT_TRUE(session->must_change_password);
    EXPECT_FALSE(signed_in("another token"));
}

TEST_F(Identity, TheDatabaseHoldsNoTokenAndNoPassword)
{
    add("hoa.tran");
    const auto token = sign_in("hoa.tran", password);
    ASSERT_TRUE(token);
    auto sessions = connection().query("SELECT token_digest FROM session");
    ASSERT_TRUE(sessions.next());
    EXPECT_EQ(sessions.text(1), base::sha256(*token));
    auto hashes = connection().query("SELECT password_hash FROM app_user WHERE login = 'hoa.tran'");
    ASSERT_TRUE(hashes.next());
    EXPECT_EQ(hashes.text(1).rfind("$argon2id$", 0), 0U);
}

TEST_F(Identity, AnUnknownLoginAWrongPasswordAndADisabledUserGetTheSameAnswer)
{
    add("hoa.tran");
    const auto locked = add("da.khoa");
    ASSERT_TRUE(run([&](app::Repositories& r) {
        auto user = *r.users().find(locked);
        user.disabled = true;
        return app::change_user(r, administrator, user);
    }));
    const auto unknown = sign_in("khong.co", password);
    const auto wrong = sign_in("hoa.tran", "sai mật khẩu rồi");
    const auto disabled = sign_in("da.khoa", password);
    ASSERT_FALSE(unknown || wrong || disabled);
    EXPECT_EQ(unknown.error().kind, base::ErrorKind::Forbidden);
    EXPECT_EQ(unknown.error().message, wrong.error().message);
    EXPECT_EQ(unknown.error().message, disabled.error().message);
}

TEST_F(Identity, FailedAttemptsOfOtherDaysAreForgotten)
{
    const auto attempts = [&] {
        auto rows = owner().query("SELECT COUNT(*) FROM sign_in_attempt");
        return rows.next() ? rows.integer(1) : -1;
    };
    EXPECT_FALSE(sign_in("khong.co", password, now().plus(-std::chrono::hours(25))));
    EXPECT_FALSE(sign_in("khong.ai", password, now(), "10.0.0.8"));
    ASSERT_EQ(attempts(), 4) << "a login and an address each";
    storage::SessionStore(connection()).forget_attempts_before(now().plus(-std::chrono::hours(24)));
    EXPECT_EQ(attempts(), 2) << "today's still count";
}

TEST_F(Identity, GuessingAtOneLoginGetsSlowerEvenFromManyAddresses)
{
    add("hoa.tran");
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(sign_in("hoa.tran", "sai", now(), "10.0.0." + std::to_string(i)).error().kind,
                  base::ErrorKind::Forbidden);
    EXPECT_EQ(sign_in("hoa.tran", "sai", now(), "10.0.0.8").error().kind, base::ErrorKind::Forbidden);
    // Now even the right password waits, and another spelling of the login is the same login.
    EXPECT_EQ(sign_in("HOA.tran", password, now(), "10.0.0.9").error().kind, base::ErrorKind::Unavailable);
    EXPECT_TRUE(sign_in("hoa.tran", password, now().plus(seconds(3)), "10.0.0.9"));
    // A success forgets the failures of the login.
    EXPECT_EQ(sign_in("hoa.tran", "sai", now().plus(seconds(4))).error().kind, base::ErrorKind::Forbidden);
    EXPECT_TRUE(sign_in("hoa.tran", password, now().plus(seconds(5))));
}

TEST_F(Identity, GuessingAtManyLoginsFromOneAddressGetsSlower)
{
    add("hoa.tran");
    for (int i = 0; i < 21; ++i)
        EXPECT_EQ(sign_in("ai.do-" + std::to_string(i), "sai").error().kind, base::ErrorKind::Forbidden);
    EXPECT_EQ(sign_in("hoa.tran", password).error().kind, base::ErrorKind::Unavailable);
    EXPECT_TRUE(sign_in("hoa.tran", password, now(), "10.0.0.99"));
}

TEST_F(Identity, GuessesSentAllAtOnceAreCountedOneByOne)
{
    add("hoa.tran");
    std::atomic<int> looked_at{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&, i] {
            const auto answer = sign_in("hoa.tran", "sai", now(), "10.0.1." + std::to_string(i));
            if (answer.error().kind == base::ErrorKind::Forbidden) ++looked_at;
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(looked_at, 6) << "five for free, the sixth starts the waiting";
}

TEST_F(Identity, TheOwnSuccessDoesNotForgiveWhatTheAddressTriedOnOthers)
{
    add("hoa.tran");
    for (int i = 0; i < 10; ++i)
        (void)sign_in("ai.do-" + std::to_string(i), "sai");
    ASSERT_TRUE(sign_in("hoa.tran", password));
    for (int i = 10; i < 21; ++i)
        (void)sign_in("ai.do-" + std::to_string(i), "sai");
    EXPECT_EQ(sign_in("hoa.tran", password).error().kind, base::ErrorKind::Unavailable);
}

TEST(SignInDelay, DoublesAndEndsAtAQuarterOfAnHour)
{
    EXPECT_EQ(app::sign_in_delay(5, 5), seconds(0));
    EXPECT_EQ(app::sign_in_delay(6, 5), seconds(2));
    EXPECT_EQ(app::sign_in_delay(8, 5), seconds(8));
    EXPECT_EQ(app::sign_in_delay(14, 5), seconds(512));
    EXPECT_EQ(app::sign_in_delay(15, 5), seconds(900));
    EXPECT_EQ(app::sign_in_delay(100000, 5), seconds(900));
}

TEST_F(Identity, ASessionEndsAfterIdlenessAndAfterAWorkingDay)
{
    add("hoa.tran");
    const auto token = *sign_in("hoa.tran", password);
    EXPECT_TRUE(signed_in(token, now().plus(minutes(29))));
    EXPECT_TRUE(signed_in(token, now().plus(minutes(58)))) << "being seen keeps it alive";
    EXPECT_FALSE(signed_in(token, now().plus(minutes(89))));

    const auto busy = *sign_in("hoa.tran", password);
    for (int i = 1; i < 36; ++i)
        ASSERT_TRUE(signed_in(busy, now().plus(minutes(20 * i))));
    EXPECT_FALSE(signed_in(busy, now().plus(hours(12))));
}

TEST_F(Identity, BeingSeenIsWrittenOnceAMinuteAtMost)
{
    add("hoa.tran");
    const auto token = *sign_in("hoa.tran", password);
    const auto last_seen = [&] {
        return run([&](app::Repositories& r) -> base::Result<base::Instant> {
            return r.sessions().find(base::sha256(token))->last_seen;
        });
    };
    (void)signed_in(token, now().plus(seconds(59)));
    EXPECT_EQ(*last_seen(), now());
    (void)signed_in(token, now().plus(seconds(61)));
    EXPECT_EQ(*last_seen(), now().plus(seconds(61)));
}

TEST_F(Identity, SigningInEndsTheBrowsersFormerSession)
{
    add("hoa.tran");
    const auto former = *sign_in("hoa.tran", password);
    const auto next =
        app::sign_in(transactor(), {"hoa.tran", password, "10.0.0.7", now(), "request", former});
    ASSERT_TRUE(next);
    EXPECT_NE(former, *next);
    EXPECT_FALSE(signed_in(former));
    EXPECT_TRUE(signed_in(*next));
}

TEST_F(Identity, SigningOutEndsThisSessionAndElsewhereTheOthers)
{
    add("hoa.tran");
    const auto here = *sign_in("hoa.tran", password);
    const auto there = *sign_in("hoa.tran", password);
    const app::Actor me{signed_in(here)->user, now(), "request"};
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::sign_out_elsewhere(r, me, here); }));
    EXPECT_TRUE(signed_in(here));
    EXPECT_FALSE(signed_in(there));
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::sign_out(r, me, here); }));
    EXPECT_FALSE(signed_in(here));
}

TEST_F(Identity, ANewPasswordNeedsThePresentOneAndEndsTheOtherSessions)
{
    add("hoa.tran");
    const auto here = *sign_in("hoa.tran", password);
    const auto there = *sign_in("hoa.tran", password);
    const app::Actor me{signed_in(here)->user, now(), "request"};
    const std::string fresh = "mùa nước nổi 2022";
    EXPECT_FALSE(app::change_password(transactor(), me, {"không phải", fresh, fresh, here}));
    EXPECT_FALSE(app::change_password(transactor(), me, {password, fresh, fresh + "!", here}));
    EXPECT_FALSE(app::change_password(transactor(), me, {password, "ngắn", "ngắn", here}));
    EXPECT_FALSE(app::change_password(transactor(), me, {password, password, password, here}));
    const auto changed = app::change_password(transactor(), me, {password, fresh, fresh, here});
    ASSERT_TRUE(changed) << changed.error().message.vietnamese();
    EXPECT_TRUE(signed_in(here));
    EXPECT_FALSE(signed_in(here)->must_change_password);
    EXPECT_FALSE(signed_in(there));
    EXPECT_FALSE(sign_in("hoa.tran", password));
    EXPECT_TRUE(sign_in("hoa.tran", fresh));
}

TEST_F(Identity, ChangingTheLanguageIsRememberedWithTheUser)
{
    add("hoa.tran");
    const auto token = *sign_in("hoa.tran", password);
    const app::Actor me{signed_in(token)->user, now(), "request"};
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::choose_language(r, me, "en"); }));
    EXPECT_EQ(signed_in(token)->user.language, "en");
    EXPECT_FALSE(run([&](app::Repositories& r) { return app::choose_language(r, me, "xx"); }));
}

TEST_F(Identity, OnlyAnAdministratorManagesUsers)
{
    for (const auto role : {Role::Officer, Role::Director, Role::Chair, Role::Auditor}) {
        const auto somebody = actor(role);
        const auto added = run([&](app::Repositories& r) {
            return app::add_user(r, somebody, domain::User{.login = "moi.vao", .name = "Mới"}, "hash");
        });
        ASSERT_FALSE(added);
        EXPECT_EQ(added.error().kind, base::ErrorKind::Forbidden);
        EXPECT_FALSE(run([&](app::Repositories& r) { return app::list_users(r, somebody); }));
    }
}

TEST_F(Identity, AUserNeedsAGoodLoginANameAndAScopeForEveryRole)
{
    const auto refused = [&](domain::User user) {
        const auto added =
            run([&](app::Repositories& r) { return app::add_user(r, administrator, user, "hash"); });
        return added ? std::string() : added.error().field;
    };
    EXPECT_EQ(refused({.login = "Hoà", .name = "Hoà"}), "login");
    EXPECT_EQ(refused({.login = "1hoa", .name = "Hoà"}), "login");
    EXPECT_EQ(refused({.login = "hoa.tran", .name = ""}), "name");
    EXPECT_EQ(refused({.login = "hoa.tran", .name = "Hoà", .grants = {{Role::Officer, std::nullopt, false}}}),
              "grants");
    EXPECT_EQ(refused({.login = "hoa.tran",
                       .name = "Hoà",
                       .grants = {{Role::Officer, std::nullopt, true}, {Role::Officer, std::nullopt, true}}}),
              "grants");
    EXPECT_EQ(refused({.login = "hoa.tran",
                       .name = "Hoà",
                       .grants = {{Role::ProposingUnit, domain::UnitId{999}, false}}}),
              "grants");
    add("hoa.tran");
    EXPECT_EQ(refused({.login = "hoa.tran", .name = "Hoà khác"}), "login");
}

TEST_F(Identity, AnAdministratorCannotLockThemselvesOut)
{
    auto me = administrator.user;
    me.disabled = true;
    EXPECT_FALSE(run([&](app::Repositories& r) { return app::change_user(r, administrator, me); }));
    me.disabled = false;
    me.grants = {{Role::Officer, std::nullopt, true}};
    EXPECT_FALSE(run([&](app::Repositories& r) { return app::change_user(r, administrator, me); }));
}

TEST_F(Identity, AStaleChangeOfAUserIsRefusedAndNamesWhoWasFaster)
{
    const auto id = add("hoa.tran");
    auto user = *run([&](app::Repositories& r) { return app::find_user(r, administrator, id); });
    user.post = "Phó phòng";
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::change_user(r, administrator, user); }));
    user.post = "Trưởng phòng";
    const auto stale = run([&](app::Repositories& r) { return app::change_user(r, administrator, user); });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().kind, base::ErrorKind::Conflict);
    EXPECT_EQ(stale.error().message.arguments().at(0), administrator.user.name);
}

TEST_F(Identity, TakingARoleAwayWorksAtTheNextRequest)
{
    const auto id = add("hoa.tran");
    const auto token = *sign_in("hoa.tran", password);
    auto user = *run([&](app::Repositories& r) { return app::find_user(r, administrator, id); });
    user.grants.clear();
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::change_user(r, administrator, user); }));
    ASSERT_TRUE(signed_in(token));
    EXPECT_FALSE(rights::allowed(signed_in(token)->user, rights::Permission::ImportResults));
}

TEST_F(Identity, DisablingOrResettingEndsTheSessionsAtOnce)
{
    const auto id = add("hoa.tran");
    const auto token = *sign_in("hoa.tran", password);
    const auto given = app::random_given_password();
    ASSERT_TRUE(given);
    ASSERT_TRUE(
        run([&](app::Repositories& r) { return app::reset_password(r, administrator, id, given->hash); }));
    EXPECT_FALSE(signed_in(token));
    const auto next = sign_in("hoa.tran", given->plain);
    ASSERT_TRUE(next);
    EXPECT_TRUE(signed_in(*next)->must_change_password);

    auto user = *run([&](app::Repositories& r) { return app::find_user(r, administrator, id); });
    user.disabled = true;
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::change_user(r, administrator, user); }));
    EXPECT_FALSE(signed_in(*next));
}

TEST_F(Identity, ADisabledUsersSessionIsNoSessionHoweverTheUserCameToBeDisabled)
{
    add("hoa.tran");
    const auto token = *sign_in("hoa.tran", password);
    owner().execute("UPDATE app_user SET disabled = 1 WHERE login = 'hoa.tran'");
    EXPECT_FALSE(signed_in(token));
}

TEST_F(Identity, EveryChangeOfAUserIsInTheAuditWithWhatChanged)
{
    const auto id = add("hoa.tran");
    auto user = *run([&](app::Repositories& r) { return app::find_user(r, administrator, id); });
    user.post = "Phó phòng";
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::change_user(r, administrator, user); }));
    const auto page = run([&](app::Repositories& r) {
        app::AuditFilter filter;
        filter.stream = "user/" + id.text();
        return app::read_audit(r, administrator, filter);
    });
    ASSERT_TRUE(page);
    ASSERT_EQ(page->entries.size(), 2U);
    EXPECT_EQ(page->entries[0].entry.action, "user.changed");
    EXPECT_EQ(page->entries[0].entry.before, R"({"post":""})");
    EXPECT_EQ(page->entries[0].entry.after, R"({"post":"Phó phòng"})");
    EXPECT_TRUE(page->verified);
    EXPECT_TRUE(page->broken.empty());
}

class FirstAdministrator : public tests::Database {
protected:
    std::optional<std::string> open_link(base::Instant when = now())
    {
        return *transactor().transact(
            [&](app::Repositories& r) { return app::open_first_administrator_link(r, when); });
    }
    base::Result<void> create(const std::string& token, base::Instant when = now())
    {
        const std::string wanted = "cầu Cao Lãnh 2018";
        return app::create_first_administrator(
            transactor(), {token, "Quan.Tri", " Lê Văn  Quản ", wanted, wanted}, when, "request");
    }
};

TEST_F(FirstAdministrator, EntersByTheLinkOnceAndNobodyAfter)
{
    const auto token = open_link();
    ASSERT_TRUE(token);
    EXPECT_FALSE(create("another"));
    const auto created = create(*token);
    ASSERT_TRUE(created) << created.error().message.vietnamese();
    EXPECT_FALSE(create(*token));
    EXPECT_FALSE(open_link()) << "there is an administrator now";
    const auto signed_in =
        app::sign_in(transactor(), {"quan.tri", "cầu Cao Lãnh 2018", "10.0.0.7", now(), "request", {}});
    EXPECT_TRUE(signed_in);
}

TEST_F(FirstAdministrator, TheLinkLivesThirtyMinutesAndANewOneReplacesIt)
{
    const auto old = open_link();
    const auto fresh = open_link();
    EXPECT_FALSE(create(*old));
    EXPECT_FALSE(create(*fresh, now().plus(minutes(30))));
    EXPECT_TRUE(create(*fresh, now().plus(minutes(29))));
}

TEST_F(FirstAdministrator, ARefusedFormLeavesTheLink)
{
    const auto token = open_link();
    EXPECT_FALSE(app::create_first_administrator(transactor(), {*token, "quan.tri", "Quản", "ngắn", "ngắn"},
                                                 now(), "request"));
    EXPECT_TRUE(create(*token));
}

TEST_F(FirstAdministrator, ADisabledAdministratorDoesNotCount)
{
    const auto token = open_link();
    ASSERT_TRUE(create(*token));
    owner().execute("UPDATE app_user SET disabled = 1");
    EXPECT_TRUE(open_link());
}

}  // namespace
