// The way into an empty installation: as long as nobody is an administrator, `serve` prints a link to standard error that works
// once and for thirty minutes. Its page makes the first administrator.
#pragma once

#include "app/transactor.h"
#include "base/date.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

// A fresh link's token, or nothing when there is an administrator who can sign in. A link made before stops working.
[[nodiscard]] base::Result<std::optional<std::string>>
open_first_administrator_link(Repositories& repositories, base::Instant now);

// Whether the page may be shown. NotFound when the link was used, is too old or was never made.
[[nodiscard]] base::Result<void> check_first_administrator_link(Repositories& repositories,
                                                                std::string_view token, base::Instant now);

struct FirstAdministrator {
    std::string token;  // of the link
    std::string login;
    std::string name;
    std::string password;
    std::string repeated;
};

// Everything wrong with the form, each at its field, in the form's order.
[[nodiscard]] std::vector<base::Error> first_administrator_faults(const FirstAdministrator& form);

// Takes the link away and makes the administrator, for the whole province. A refused form leaves the link as it is.
[[nodiscard]] base::Result<void> create_first_administrator(Transactor& transactor,
                                                            const FirstAdministrator& wanted,
                                                            base::Instant now, std::string request_id);

}  // namespace app
