// A running server for tests: own routes, a storage that can be switched off, sessions by name. The cookie
// "vinhdanh=<login>" signs in the user put into `users` under that login.
#pragma once

#include "app/office_repository.h"
#include "app/transactor.h"
#include "base/clock.h"
#include "base/log.h"
#include "web/assets.h"
#include "web/front_controller.h"
#include "web/server.h"
#include "web/services.h"
#include "web/texts.h"

#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace web_test {

// Has no tables: every transaction answers that the database is away.
class AwayTransactor final : public app::Transactor {
public:
    base::Result<std::string>
    once(const app::Submission&, const std::function<base::Result<std::string>(app::Repositories&)>&) override
    {
        return base::unavailable("Chưa kết nối được cơ sở dữ liệu. Vui lòng thử lại sau ít giây.");
    }

protected:
    base::Result<void> run(const std::function<base::Result<void>(app::Repositories&)>&, Extent) override
    {
        return base::unavailable("Chưa kết nối được cơ sở dữ liệu. Vui lòng thử lại sau ít giây.");
    }
};

class TestSite {
public:
    explicit TestSite(std::span<const web::Route> routes, web::ServerSettings settings = any_port(),
                      web::FrontSettings front = {});
    [[nodiscard]] static web::ServerSettings any_port()
    {
        web::ServerSettings settings;
        settings.port = 0;
        return settings;
    }
    ~TestSite();

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    void stop() { server_->stop(); }
    [[nodiscard]] web::FrontController& front() { return *front_; }

    std::map<std::string, domain::User, std::less<>> users;
    std::set<std::string, std::less<>> must_change_password;  // logins
    std::atomic<bool> database_away{false};
    web::Services services;

private:
    AwayTransactor transactor_;
    base::SystemClock clock_;
    base::Log log_{base::Log::Level::Error};
    web::Texts texts_;
    web::Assets assets_;
    std::unique_ptr<web::FrontController> front_;
    std::unique_ptr<web::Server> server_;
};

// A user with one role over the whole province.
[[nodiscard]] domain::User user_with(domain::Role role);

}  // namespace web_test
