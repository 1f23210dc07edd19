// Whether a browser sent this POST from a page of ours: the second proof beside the form token.
#pragma once

#include "web/request_head.h"

namespace web {

// False when Sec-Fetch-Site or Origin say that another site sent it. Clients that send neither (old browsers, scripts)
// rely on the form token alone.
[[nodiscard]] bool from_this_site(const RequestHead& head);

}  // namespace web
