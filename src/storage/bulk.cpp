#include "storage/bulk.h"

#include <algorithm>

namespace storage {
namespace {

constexpr std::size_t rows_in_one_statement = 200;

std::string statement_for(std::string_view insert, std::size_t columns, std::size_t rows)
{
    std::string row = "(";
    for (std::size_t column = 0; column < columns; ++column)
        row += column == 0 ? "?" : ",?";
    row += ')';
    std::string sql(insert);
    sql += " VALUES ";
    for (std::size_t i = 0; i < rows; ++i) {
        if (i > 0) sql += ',';
        sql += row;
    }
    return sql;
}

}  // namespace

std::size_t insert_rows(Connection& connection, std::string_view insert, std::size_t columns,
                        std::span<const Parameter> values)
{
    if (columns == 0 || values.size() % columns != 0) {
        throw DatabaseError(Failure::Other, 0, "insert_rows: the values do not fill whole rows");
    }
    const std::size_t count = values.size() / columns;
    for (std::size_t done = 0; done < count;) {
        const std::size_t rows = std::min(rows_in_one_statement, count - done);
        const auto part = values.subspan(done * columns, rows * columns);
        connection.execute(statement_for(insert, columns, rows), Parameters(part.begin(), part.end()));
        done += rows;
    }
    return count;
}

}  // namespace storage
