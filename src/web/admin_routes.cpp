// Units, groups, users, rounds, signers, settings and the audit: the table. The handlers stand in unit_handlers.cpp,
// user_handlers.cpp, office_handlers.cpp and audit_handlers.cpp.
#include "web/admin_handlers.h"
#include "web/routes.h"

namespace web {

std::span<const Route> admin_routes()
{
    using enum rights::Permission;
    static constexpr std::size_t pasted = 512 * 1024;  // bytes of a pasted list
    static constexpr std::array routes = {
        // Everybody who sees results may look units up; the buttons to change them are for ManageUnits.
        Route{"GET", "/units", list_units, ViewResults},
        Route{"GET", "/units/new", new_unit, ManageUnits},
        Route{"POST", "/units", add_unit, ManageUnits},
        Route{"GET", "/units/import", show_import_units, ManageUnits},
        Route{"POST", "/units/import", import_units, ManageUnits, pasted},
        Route{"GET", "/units/{unit}/edit", edit_unit, ManageUnits},
        Route{"POST", "/units/{unit}", change_unit, ManageUnits},
        Route{"POST", "/units/{unit}/variants", add_variant, ManageUnits},
        Route{"POST", "/units/{unit}/variants/removal", remove_variant, ManageUnits},
        Route{"POST", "/units/{unit}/order", move_unit, ManageUnits},
        Route{"GET", "/groups", list_groups, ManageUnits},
        Route{"POST", "/groups", add_group, ManageUnits},
        Route{"GET", "/groups/{group}", edit_group, ManageUnits},
        Route{"POST", "/groups/{group}", change_group, ManageUnits},

        Route{"GET", "/rounds", list_rounds, ManageUnits},
        Route{"GET", "/rounds/new", new_round, ManageUnits},
        Route{"POST", "/rounds", add_round, ManageUnits},
        Route{"GET", "/rounds/{round}", edit_round, ManageUnits},
        Route{"POST", "/rounds/{round}", change_round, ManageUnits},

        Route{"GET", "/users", list_users, ManageUsers},
        Route{"GET", "/users/new", new_user, ManageUsers},
        Route{"POST", "/users", add_user, ManageUsers},
        Route{"GET", "/users/{user}", edit_user, ManageUsers},
        Route{"POST", "/users/{user}", change_user, ManageUsers},
        Route{"POST", "/users/{user}/password", reset_password, ManageUsers},

        // The checklist is for officers, too; the office's particulars are the administrator's.
        Route{"GET", "/settings", show_settings, ManageUnits},
        Route{"POST", "/settings/office", save_office, ManageSettings},
        Route{"GET", "/signers", list_signers, ManageUnits},
        Route{"POST", "/signers", add_signer, ManageUnits},
        Route{"GET", "/signers/{signer}", edit_signer, ManageUnits},
        Route{"POST", "/signers/{signer}", change_signer, ManageUnits},

        Route{"GET", "/audit", show_audit, ViewAudit},
    };
    return routes;
}

}  // namespace web
