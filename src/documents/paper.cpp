#include "documents/paper.h"

#include "documents/typesetting.h"

namespace documents {

base::Result<void> check_fonts()
{
    const Font used[] = {
        {.family = Family::Serif},
        {.family = Family::Serif, .bold = true},
        {.family = Family::Serif, .italic = true},
        {.family = Family::Serif, .bold = true, .italic = true},
        {.family = Family::Sans},
        {.family = Family::Sans, .bold = true},
        {.family = Family::Script},
        {.family = Family::Display, .bold = true},
    };
    for (const auto& font : used)
        if (const auto letter = missing_letter(font); !letter.empty())
            return base::unavailable(
                {"Phông chữ {} chưa cài đủ: thiếu chữ “{}”. Hãy cài các gói fonts-liberation2 và "
                 "fonts-texgyre, rồi khởi động lại.",
                 {std::string(family_name(font.family)), letter}});
    return {};
}

}  // namespace documents
