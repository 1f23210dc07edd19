// `vinhdanh user …`: accounts from the command line, for whoever administers the machine; the same use cases as the users
// page, in the program's own name.
#pragma once

#include "app/transactor.h"
#include "base/clock.h"

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace app {

[[nodiscard]] std::string_view user_command_help();

// How a sentence is said: in the language of the terminal.
using Saying = std::function<std::string(const base::Message&)>;

// `arguments` follow the word "user". Returns the exit code: 0 done, 1 refused, 64 wrong usage. A new password goes to
// `out`, once.
[[nodiscard]] int run_user_command(std::span<const std::string> arguments, Transactor& transactor,
                                   const base::Clock& clock, const Saying& say, std::ostream& out,
                                   std::ostream& err);

}  // namespace app
