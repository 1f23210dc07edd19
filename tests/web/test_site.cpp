#include "tests/web/test_site.h"

#include "web/router.h"

#include <array>

namespace web_test {

TestSite::TestSite(std::span<const web::Route> routes, web::ServerSettings settings, web::FrontSettings front)
    : services{.storage = transactor_, .clock = clock_, .log = log_, .texts = texts_, .assets = assets_}
{
    if (auto texts = web::Texts::load(VINHDANH_SOURCE_DIR "/config/texts/en")) texts_ = std::move(*texts);
    if (auto assets = web::Assets::load(VINHDANH_ASSETS_DIR)) assets_ = std::move(*assets);
    services.insecure_http = true;
    services.find_session = [this](std::string_view token,
                                   base::Instant) -> base::Result<std::optional<app::SignedIn>> {
        if (database_away)
            return base::unavailable("Chưa kết nối được cơ sở dữ liệu. Vui lòng thử lại sau ít giây.");
        const auto found = users.find(token);
        if (found == users.end()) return std::optional<app::SignedIn>{};
        app::SignedIn signed_in;
        signed_in.user = found->second;
        signed_in.must_change_password = must_change_password.contains(token);
        return std::optional(std::move(signed_in));
    };
    services.database_answers = [this] { return !database_away.load(); };
    const std::array tables = {routes};
    front_ = std::make_unique<web::FrontController>(services, web::Router(tables), std::move(front));
    server_ = std::make_unique<web::Server>(settings, *front_);
}

TestSite::~TestSite()
{
    server_->stop();
}

domain::User user_with(domain::Role role)
{
    domain::User user;
    user.id = domain::UserId{7};
    user.login = "mai.hoa";
    user.name = "Trần Thị Mai Hoa";
    user.grants.push_back({role, std::nullopt, true});
    return user;
}

}  // namespace web_test
