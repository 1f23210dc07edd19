// Somebody who is or was nominated. A person is known by id, never by a typed name: two people of one unit may share a
// name, and one person changes posts and units. What a nomination or decision prints is frozen there; this is the
// present.
#pragma once

#include "domain/ids.h"

#include <string>
#include <string_view>

namespace domain {

enum class Honorific { Unknown, Mr, Ms };  // printed as "Ông", "Bà"; Unknown prints nothing

struct Person {
    PersonId id;
    Honorific honorific = Honorific::Unknown;
    std::string name;  // NFC, tidied
    std::string post;  // "Phó Trưởng phòng"
    UnitId unit;       // where the person works now
    int version = 1;

    friend bool operator==(const Person&, const Person&) = default;
};

// As papers write it: "Ông", "Bà" or nothing.
[[nodiscard]] constexpr std::string_view honorific_word(Honorific honorific)
{
    switch (honorific) {
    case Honorific::Mr:
        return "Ông";
    case Honorific::Ms:
        return "Bà";
    case Honorific::Unknown:
        break;
    }
    return "";
}

// "Bà Nguyễn Thị Mẫu".
[[nodiscard]] inline std::string addressed(Honorific honorific, std::string_view name)
{
    const auto word = honorific_word(honorific);
    return word.empty() ? std::string(name) : std::string(word) + " " + std::string(name);
}

}  // namespace domain
