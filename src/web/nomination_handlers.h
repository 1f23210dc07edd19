// Handlers of free nominations and of a draft's nominees and texts; their routes stand in nominee_routes.cpp.
#pragma once

#include "domain/dossier.h"
#include "web/http.h"
#include "web/layout.h"

#include <string>

namespace web {

[[nodiscard]] Response new_nomination(const Request& request, Services& services);
[[nodiscard]] Response nominate(const Request& request, Services& services);
[[nodiscard]] Response edit_nominee(const Request& request, Services& services);
[[nodiscard]] Response save_achievement(const Request& request, Services& services);
[[nodiscard]] Response remove_from_dossier(const Request& request, Services& services);
[[nodiscard]] Response dossier_texts(const Request& request, Services& services);
[[nodiscard]] Response save_dossier_texts(const Request& request, Services& services);

// The version the sent form showed.
[[nodiscard]] int nominee_version(const Request& request);
[[nodiscard]] PageFrame nominees_frame(const Request& request, const domain::Dossier& dossier,
                                       std::string title);

}  // namespace web
