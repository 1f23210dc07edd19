// The small parts of a workbook that its sheets refer to: the list of sheets, shared strings, and which cell styles show
// a percentage or a date.
#pragma once

#include "intake/archive.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct SheetPart {
    std::string name;
    std::string path;  // empty: a chart or dialogue sheet, without cells
    bool hidden = false;
};

enum class NumberShown : unsigned char { Plain, Percent, Date };

// All shared strings end to end; phonetic guides are left out.
class SharedStrings {
public:
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t index) const
    {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(all_).substr(begin, ends_[index] - begin);
    }

private:
    friend class SharedStringsPart;
    std::string all_;
    std::vector<std::uint32_t> ends_;
};

struct Workbook {
    std::vector<SheetPart> sheets;
    bool from_1904 = false;  // dates count from 1904-01-01
    SharedStrings strings;
    std::vector<NumberShown> styles;  // by a cell's s attribute
};

[[nodiscard]] base::Result<Workbook> read_workbook(Archive& archive);

// Whether a number format's code shows a percentage, a date or a plain number: quoted text, colours and escaped letters
// are no part of it.
[[nodiscard]] NumberShown number_format(std::string_view code);

}  // namespace intake
