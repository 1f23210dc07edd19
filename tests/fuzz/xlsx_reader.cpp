// libFuzzer over the whole way of a workbook: archive, parts, cells, understanding. Nothing may crash, hang or throw.
#include "intake/read_sheet.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(intake::read_sheet(bytes, "tệp.xlsx"));
    return 0;
}
