// Sharing out a limited number of awards among those who meet the conditions, best place first. Units of equal place
// are taken together or not at all, until an officer decides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace rules {

enum class Share : std::uint8_t {
    Taken,
    Full,  // the quota was used up by better places
    Tied,  // the quota would cut through equal places: none of them
};

struct Contender {
    std::uint32_t candidate = 0;
    int place = 0;
    Share share = Share::Taken;
    // The ordinal within each quota, from 1: "the second of at most two". 0: that quota was not reached.
    std::uint32_t in_group = 0;
    std::uint32_t in_total = 0;
    std::uint32_t in_percent = 0;
};

struct Tie {
    std::vector<std::uint32_t> candidates;
    int place = 0;
    std::int64_t left = 0;  // how many awards were left for them
};

// Whether an officer preferred the candidate among those whom a quota would cut through.
using Choice = std::function<bool(std::span<const std::uint32_t> tied, std::uint32_t candidate)>;

// Goes through the contenders still Taken, which stand in order of place, gives each `weight` of `limit`, and notes the
// ordinal in `ordinal`. Returns the tie that was cut through, if there is one.
[[nodiscard]] std::optional<Tie> share_out(std::span<Contender* const> contenders, std::int64_t limit,
                                           std::int64_t weight, std::uint32_t Contender::*ordinal,
                                           const Choice& chosen);

}  // namespace rules
