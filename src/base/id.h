// Row numbers that can't be mixed up: a UnitId is not a UserId. Zero is no id.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace base {

template <class Tag> struct Id {
    std::int64_t value = 0;

    [[nodiscard]] std::string text() const { return std::to_string(value); }
    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
};

}  // namespace base

template <class Tag> struct std::hash<base::Id<Tag>> {
    std::size_t operator()(base::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
