// Short ways to write result sheets in tests.
#pragma once

#include "domain/sheet.h"

#include <string>
#include <vector>

namespace ranking_test {

inline domain::SheetValue value(const std::string& text, const std::string& column = "C")
{
    return {*base::Decimal::parse(text), text, column};
}

// "Sở A" with points of a maximum; an empty text leaves the value out.
inline domain::SheetRow row(const std::string& unit, const std::string& points,
                            const std::string& maximum = {}, const std::string& percent = {})
{
    domain::SheetRow row;
    row.sheet = "PAR 2021";
    row.unit = unit;
    if (!points.empty()) row.points = value(points, "F");
    if (!maximum.empty()) row.maximum = value(maximum, "G");
    if (!percent.empty()) row.percent = value(percent, "H");
    return row;
}

inline domain::SheetRow with_part(domain::SheetRow row, const std::string& name, const std::string& points)
{
    row.parts.emplace_back(name, value(points, "D"));
    return row;
}

inline domain::SheetGroup group(const std::string& name, std::vector<domain::SheetRow> rows)
{
    int number = 8;
    for (auto& each : rows)
        each.row = number++;
    return {.sheet = "PAR 2021", .name = name, .heading_row = 7, .rows = std::move(rows)};
}

}  // namespace ranking_test
