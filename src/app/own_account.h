// What everybody does with their own account.
#pragma once

#include "app/actor.h"
#include "app/transactor.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace app {

struct PasswordChange {
    std::string present;
    std::string wanted;
    std::string repeated;
    std::string token;  // of this session, which stays; all others end
};

// Wrong present passwords slow down as wrong sign-ins do.
[[nodiscard]] base::Result<void> change_password(Transactor& transactor, const Actor& actor,
                                                 const PasswordChange& change);

// "vi" or "en".
[[nodiscard]] base::Result<void> choose_language(Repositories& repositories, const Actor& actor,
                                                 std::string_view language);

}  // namespace app
