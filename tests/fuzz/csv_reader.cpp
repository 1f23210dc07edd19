// libFuzzer over text files: the first byte chooses an encoding or leaves it to be recognised.
#include "intake/read_sheet.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const auto& encodings = intake::encodings();
    intake::ReadOptions options;
    if (data[0] < encodings.size()) options.encoding = encodings[data[0]];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    static_cast<void>(intake::read_sheet(bytes, "tệp.csv", options));
    return 0;
}
