// The handlers behind admin_routes(), and the one way they answer a form.
#pragma once

#include "web/layout.h"

#include <array>
#include <span>

namespace web {

// The answer to a form: the outcome is the address to go on to; a refused field shows the form again with its status
// (`again` takes the refusals and a status); anything else is a page of its own.
template <class Again>
[[nodiscard]] Response answer_form(const Request& request, const Services& services,
                                   const base::Result<std::string>& outcome, const Again& again)
{
    if (outcome) return Response::see_other(*outcome);
    const auto& error = outcome.error();
    if (error.field.empty() && error.kind != base::ErrorKind::Invalid)
        return respond(request, services, error);
    const std::array refusals = {error};
    return again(std::span<const base::Error>(refusals), status_of(error.kind));
}

[[nodiscard]] Response list_units(const Request& request, Services& services);
[[nodiscard]] Response new_unit(const Request& request, Services& services);
[[nodiscard]] Response add_unit(const Request& request, Services& services);
[[nodiscard]] Response edit_unit(const Request& request, Services& services);
[[nodiscard]] Response change_unit(const Request& request, Services& services);
[[nodiscard]] Response add_variant(const Request& request, Services& services);
[[nodiscard]] Response remove_variant(const Request& request, Services& services);
[[nodiscard]] Response move_unit(const Request& request, Services& services);
[[nodiscard]] Response show_import_units(const Request& request, Services& services);
[[nodiscard]] Response import_units(const Request& request, Services& services);
[[nodiscard]] Response list_groups(const Request& request, Services& services);
[[nodiscard]] Response add_group(const Request& request, Services& services);
[[nodiscard]] Response edit_group(const Request& request, Services& services);
[[nodiscard]] Response change_group(const Request& request, Services& services);

[[nodiscard]] Response list_users(const Request& request, Services& services);
[[nodiscard]] Response new_user(const Request& request, Services& services);
[[nodiscard]] Response add_user(const Request& request, Services& services);
[[nodiscard]] Response edit_user(const Request& request, Services& services);
[[nodiscard]] Response change_user(const Request& request, Services& services);
[[nodiscard]] Response reset_password(const Request& request, Services& services);

[[nodiscard]] Response list_rounds(const Request& request, Services& services);
[[nodiscard]] Response new_round(const Request& request, Services& services);
[[nodiscard]] Response add_round(const Request& request, Services& services);
[[nodiscard]] Response edit_round(const Request& request, Services& services);
[[nodiscard]] Response change_round(const Request& request, Services& services);

[[nodiscard]] Response show_settings(const Request& request, Services& services);
[[nodiscard]] Response save_office(const Request& request, Services& services);
[[nodiscard]] Response list_signers(const Request& request, Services& services);
[[nodiscard]] Response add_signer(const Request& request, Services& services);
[[nodiscard]] Response edit_signer(const Request& request, Services& services);
[[nodiscard]] Response change_signer(const Request& request, Services& services);

[[nodiscard]] Response show_audit(const Request& request, Services& services);

}  // namespace web
