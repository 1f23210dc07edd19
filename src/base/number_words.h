// Numbers as Vietnamese papers write them.
#pragma once

#include <cstdint>
#include <string>

namespace base {

// 78970000 -> "78.970.000".
[[nodiscard]] std::string grouped(std::int64_t number);

// 78970000 -> "bảy mươi tám triệu chín trăm bảy mươi nghìn". Whole numbers from 0 to 999 tỷ tỷ; "mốt", "tư", "lăm",
// "lẻ" by the usual rules of written Vietnamese.
[[nodiscard]] std::string in_words(std::int64_t number);

}  // namespace base
