// A workbook in memory with the few looks our sheets need. Texts are always written as texts: one that begins with "="
// stays a text.
#pragma once

#include <string>
#include <string_view>
#include <xlsxwriter.h>

namespace documents {

class Workbook {
public:
    Workbook();
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    // Excel allows 31 characters and none of []:*?/\ in a sheet's name; what it forbids is left out.
    lxw_worksheet* sheet(std::string_view name);
    lxw_format* format(bool bold = false, bool border = true, std::uint8_t align = LXW_ALIGN_LEFT,
                       const char* number = nullptr);
    // Nothing when the library could not write it.
    [[nodiscard]] std::string finish();

private:
    int memory_;  // an anonymous file: this version of the library writes only to names
    lxw_workbook* workbook_;
};

}  // namespace documents
