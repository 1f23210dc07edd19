// The real server on its own durable database, for benches that go over HTTP: migrated, with an administrator who is
// signed in. Ends, and removes its files, with the object.
#pragma once

#include "app/manage_users.h"
#include "app/session.h"
#include "app/system_actor.h"
#include "app/transactor.h"
#include "base/clock.h"
#include "base/log.h"
#include "storage/installation.h"
#include "storage/pool.h"
#include "storage/private_database.h"
#include "storage/transactor.h"
#include "web/assets.h"
#include "web/router.h"
#include "web/routes.h"
#include "web/server.h"
#include "web/services.h"
#include "web/texts.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <unistd.h>

namespace bench {

template <class T> T must(base::Result<T> result)
{
    if (!result) {
        std::cerr << result.error().message.vietnamese() << '\n';
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class ServedSite {
public:
    explicit ServedSite(std::size_t connections, int memory_mb = 256)
        : folder_(std::filesystem::temp_directory_path() / ("vinhdanh-bench-" + std::to_string(getpid()))),
          database_(must(storage::PrivateDatabase::start({.folder = folder_, .memory_mb = memory_mb}))),
          accounts_(migrated()), pool(accounts_.server, {.connections = connections}), transactor(pool, log_),
          texts_(must(web::Texts::load(VINHDANH_SOURCE_DIR "/config/texts/en"))),
          assets_(must(web::Assets::load(VINHDANH_ASSETS))), services{.storage = transactor,
                                                                      .clock = clock_,
                                                                      .log = log_,
                                                                      .texts = texts_,
                                                                      .assets = assets_,
                                                                      .insecure_http = true},
          front_(services, web::all_routes(), {})
    {
        services.find_session = [this](std::string_view token, base::Instant now) {
            return transactor.each_alone(
                [&](app::Repositories& r) { return app::find_session(r, token, now); });
        };
        services.database_answers = [this] { return pool.answers(); };
        sign_in();
        web::ServerSettings settings;
        settings.port = 0;
        server_.emplace(settings, front_);
    }
    ~ServedSite()
    {
        server_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    ServedSite(const ServedSite&) = delete;
    ServedSite& operator=(const ServedSite&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    [[nodiscard]] const storage::Accounts& accounts() const { return accounts_; }
    // Value of the session cookie "vinhdanh".
    [[nodiscard]] const std::string& session() const { return session_; }
    [[nodiscard]] app::Actor administrator() const { return {administrator_, clock_.now(), "bench"}; }

private:
    storage::Accounts migrated()
    {
        auto accounts = must(storage::private_accounts(folder_));
        const auto migrations = must(storage::read_migrations(VINHDANH_SOURCE_DIR "/sql/migrations"));
        must(storage::install_schema(accounts, migrations, log_));
        return accounts;
    }

    void sign_in()
    {
        const auto password = must(app::random_given_password());
        administrator_.login = "bench";
        administrator_.name = "Đo tốc độ";
        administrator_.grants = {{domain::Role::Administrator, std::nullopt, true},
                                 {domain::Role::Officer, std::nullopt, true}};
        administrator_.id = must(transactor.transact([&](app::Repositories& r) {
            return app::add_user(r, app::system_actor(clock_.now(), "bench"), administrator_, password.hash);
        }));
        const auto changed = must(app::random_given_password());
        must(transactor.transact([&](app::Repositories& r) -> base::Result<void> {
            r.users().set_password(administrator_.id, changed.hash, false);
            return {};
        }));
        session_ = must(app::sign_in(transactor, {.login = "bench",
                                                  .password = changed.plain,
                                                  .address = "127.0.0.1",
                                                  .now = clock_.now(),
                                                  .request_id = "bench",
                                                  .old_token = {}}));
    }

    base::Log log_{base::Log::Level::Error};
    base::SystemClock clock_;
    std::filesystem::path folder_;
    storage::PrivateDatabase database_;
    storage::Accounts accounts_;

public:
    storage::Pool pool;
    storage::SqlTransactor transactor;

private:
    web::Texts texts_;
    web::Assets assets_;

public:
    web::Services services;

private:
    web::FrontController front_;
    domain::User administrator_;
    std::string session_;
    std::optional<web::Server> server_;
};

}  // namespace bench
