// The side menu: one line per place, shown to those who may open it. Each address is a route (a test looks).
#pragma once

#include "access/permission.h"
#include "base/message.h"

#include <span>
#include <string_view>
#include <vector>

namespace web {

struct MenuEntry {
    std::string_view address;
    base::Message text;
    std::string_view icon;
    std::vector<rights::Permission> any_of;  // shown when the user holds one of them
    base::Message section = {};              // not empty: a heading stands before this entry
};

[[nodiscard]] const std::vector<MenuEntry>& menu();

}  // namespace web
