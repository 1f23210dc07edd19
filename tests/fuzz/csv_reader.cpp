// libFuzzer over text files: the first byte chooses an encoding or leaves it to be recognised. A sheet without errors is
// ranked too, since no number that was read may be too much for the sums.
#include "intake/read_sheet.h"
#include "ranking/rank.h"

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
    const auto sheet = intake::read_sheet(bytes, "tệp.csv", options);
    if (!sheet || sheet->blocked()) return 0;
    domain::Framework framework;
    framework.decimals = 6;
    framework.rank_on = domain::Framework::RankOn::Exact;
    const auto once = ranking::rank(sheet->groups, framework);
    static_cast<void>(ranking::rank(sheet->groups, framework, once.groups));
    return 0;
}
