#include "web/cookies.h"

namespace web {
namespace {

std::string attributes(const Services& services)
{
    return services.insecure_http ? "; Path=/; HttpOnly; SameSite=Lax"
                                  : "; Path=/; HttpOnly; Secure; SameSite=Lax";
}

std::string prefixed(const Services& services, std::string_view name)
{
    return (services.insecure_http ? "" : "__Host-") + std::string(name);
}

}  // namespace

std::string session_cookie_name(const Services& services)
{
    return prefixed(services, "vinhdanh");
}

std::string form_cookie_name(const Services& services)
{
    return prefixed(services, "vinhdanh_form");
}

Header set_session_cookie(const Services& services, std::string_view token)
{
    return {"Set-Cookie", session_cookie_name(services) + "=" + std::string(token) + attributes(services)};
}

Header clear_session_cookie(const Services& services)
{
    return {"Set-Cookie", session_cookie_name(services) + "=" + attributes(services) + "; Max-Age=0"};
}

Header set_form_cookie(const Services& services, std::string_view token)
{
    return {"Set-Cookie", form_cookie_name(services) + "=" + std::string(token) + attributes(services)};
}

Header set_language_cookie(const Services& services, std::string_view language)
{
    return {"Set-Cookie", std::string(language_cookie_name) + "=" + std::string(language) +
                              attributes(services) + "; Max-Age=31536000"};
}

}  // namespace web
