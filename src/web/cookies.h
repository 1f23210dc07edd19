// The three cookies: the session, the token that binds forms before sign-in, and the language. Under TLS or on this
// machine they carry the `__Host-` prefix (Secure, Path=/, no Domain), so that no neighbour can plant them; only with
// `insecure_http` they have a plain name, because browsers refuse the prefix without TLS.
#pragma once

#include "web/services.h"

#include <string>
#include <string_view>
#include <utility>

namespace web {

using Header = std::pair<std::string, std::string>;

[[nodiscard]] std::string session_cookie_name(const Services& services);
[[nodiscard]] std::string form_cookie_name(const Services& services);
inline constexpr std::string_view language_cookie_name = "vinhdanh_lang";

// Headers to put into a Response: sign-in sets the session, sign-out ends it.
[[nodiscard]] Header set_session_cookie(const Services& services, std::string_view token);
[[nodiscard]] Header clear_session_cookie(const Services& services);
[[nodiscard]] Header set_form_cookie(const Services& services, std::string_view token);
[[nodiscard]] Header set_language_cookie(const Services& services, std::string_view language);

}  // namespace web
