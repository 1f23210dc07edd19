// The token that proves a form came from a page of ours. It is derived from the session's token (before sign-in: from a
// random cookie), and written into every page under a fresh mask: pages are compressed, and a value that never changes
// could be guessed letter by letter from their sizes (BREACH). Pages hold no other secret.
#pragma once

#include <string>
#include <string_view>

namespace web {

// For the hidden field "_csrf"; differs each time.
[[nodiscard]] std::string masked_csrf_token(std::string_view session_token);
[[nodiscard]] bool csrf_token_matches(std::string_view field, std::string_view session_token);

}  // namespace web
