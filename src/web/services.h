// What every handler may use, made once by main and shared by all requests: the transactor, the clock, the log, the
// catalogue and the assets. Nothing here belongs to one request.
#pragma once

#include "app/session.h"
#include "app/transactor.h"
#include "base/clock.h"
#include "base/log.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace domain {
struct Reference;  // dated reference data, read from config/reference
}

namespace web {

class Texts;
class Assets;

// What the header of every page says. Edited on the settings page; `Services::set_site` makes a change visible.
struct Site {
    std::string province;        // "UBND tỉnh Đồng Tháp"
    std::string office;          // "Ban Thi đua – Khen thưởng"
    bool demonstration = false;  // the sample is loaded: a banner on every page
};

struct Services {
    app::Transactor& storage;
    const base::Clock& clock;
    const base::Log& log;
    const Texts& texts;
    const Assets& assets;
    const domain::Reference* reference = nullptr;

    // Clear text on a network address was allowed by settings (a banner on every page says so); cookies then lose their
    // `__Host-` name and the Secure flag.
    bool insecure_http = false;

    // app::find_session. Asked once per request that carries a session cookie; nothing when the session is unknown,
    // ended or its user disabled. An error (the database is away) gives the 503 page.
    std::function<base::Result<std::optional<app::SignedIn>>(std::string_view token, base::Instant now)>
        find_session{};
    // One cheap round trip to the database, for /readyz.
    std::function<bool()> database_answers{};

    [[nodiscard]] Site site() const
    {
        const std::lock_guard lock(site_mutex);
        return site_now;
    }
    void set_site(Site site)
    {
        const std::lock_guard lock(site_mutex);
        site_now = std::move(site);
    }

    mutable std::mutex site_mutex{};
    Site site_now{};
};

}  // namespace web
