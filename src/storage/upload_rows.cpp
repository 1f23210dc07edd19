#include "storage/upload_rows.h"

#include <nlohmann/json.hpp>

namespace storage {
namespace {

using domain::SheetRow;
using domain::SheetValue;
using Json = nlohmann::json;

// [text as written, column letter]
Json place_of(const SheetValue& value)
{
    return Json::array({value.raw, value.column});
}

Json cells_of(const SheetRow& row)
{
    Json cells = {{"written", row.unit}, {"unit", row.unit_column},   {"code", row.code},
                  {"note", row.note},    {"place", row.place_column}, {"band", row.band_column}};
    const std::pair<const char*, const std::optional<SheetValue>*> values[] = {{"points", &row.points},
                                                                               {"maximum", &row.maximum},
                                                                               {"percent", &row.percent},
                                                                               {"bonus", &row.bonus},
                                                                               {"penalty", &row.penalty}};
    for (const auto& [name, value] : values)
        if (*value) cells[name] = place_of(**value);
    return cells;
}

Json parts_of(const SheetRow& row)
{
    Json parts = Json::array();
    for (const auto& [name, value] : row.parts)
        parts.push_back(Json::array({name, value.value.text(), value.raw, value.column}));
    return parts;
}

std::optional<base::Decimal> number(const std::optional<SheetValue>& value)
{
    return value ? std::optional(value->value) : std::nullopt;
}

std::optional<SheetValue> value_of(Rows& rows, unsigned column, const Json& cells, const char* name)
{
    const auto value = rows.maybe_decimal(column);
    if (!value) return std::nullopt;
    SheetValue found{*value, "", ""};
    if (const auto cell = cells.find(name); cell != cells.end()) {
        found.raw = cell->at(0).get<std::string>();
        found.column = cell->at(1).get<std::string>();
    }
    return found;
}

SheetRow row_of(Rows& rows)
{
    const auto cells = Json::parse(rows.text(15));
    SheetRow row;
    row.unit = rows.text(2);
    row.sheet = rows.text(4);
    row.row = static_cast<int>(rows.integer(5));
    row.points = value_of(rows, 6, cells, "points");
    row.maximum = value_of(rows, 7, cells, "maximum");
    row.percent = value_of(rows, 8, cells, "percent");
    row.bonus = value_of(rows, 9, cells, "bonus");
    row.penalty = value_of(rows, 10, cells, "penalty");
    row.place = rows.text(11);
    row.band = rows.text(12);
    row.unranked = rows.boolean(13);
    for (const auto& part : Json::parse(rows.text(14)))
        if (const auto value = base::Decimal::parse(part.at(1).get<std::string>()))
            row.parts.emplace_back(
                part.at(0).get<std::string>(),
                SheetValue{*value, part.at(2).get<std::string>(), part.at(3).get<std::string>()});
    row.unit_column = cells.value("unit", "");
    row.code = cells.value("code", "");
    row.note = cells.value("note", "");
    row.place_column = cells.value("place", "");
    row.band_column = cells.value("band", "");
    return row;
}

}  // namespace

void add_upload_row(Parameters& values, domain::UploadId upload, int position, const app::StoredRow& stored)
{
    const auto& row = stored.row;
    values.insert(values.end(), {upload, position, stored.unit, stored.unit_name, stored.group, row.sheet,
                                 row.row, number(row.points), number(row.maximum), number(row.percent),
                                 number(row.bonus), number(row.penalty), row.place, row.band, row.unranked,
                                 parts_of(row).dump(), cells_of(row).dump()});
}

app::StoredSheet stored_sheet_of(Rows rows)
{
    app::StoredSheet stored;
    while (rows.next()) {
        const auto group = rows.text(3);
        auto row = row_of(rows);
        auto& groups = stored.sheet.groups;
        if (groups.empty() || groups.back().name != group || groups.back().sheet != row.sheet) {
            groups.push_back({row.sheet, group, 0, {}});
            stored.units.emplace_back();
        }
        stored.units.back().push_back(rows.id<domain::UnitId>(1));
        groups.back().rows.push_back(std::move(row));
    }
    return stored;
}

}  // namespace storage
