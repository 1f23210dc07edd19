#include "storage/connector_errors.h"
#include "storage/result_source.h"

namespace storage {
namespace {

DatabaseError unreadable(unsigned column, const char* why)
{
    return {Failure::Other, 0, "column " + std::to_string(column) + " " + why};
}

template <class Read> auto reading(Read read)
{
    try {
        return read();
    } catch (const sql::SQLException& error) {
        throw database_error(error);
    }
}

template <class Value> Value present(std::optional<Value> value, unsigned column)
{
    if (!value) throw unreadable(column, "is NULL");
    return std::move(*value);
}

// What the database holds must parse: the schema sees to it. Anything else is a mistake in the program.
template <class Value, class Text>
std::optional<Value> parsed(const std::optional<Text>& text, unsigned column)
{
    if (!text) return std::nullopt;
    auto value = Value::parse(*text);
    if (!value) throw unreadable(column, "does not hold what the program expects");
    return value;
}

}  // namespace

Rows::Rows(std::unique_ptr<Source> source) : source_(std::move(source)) {}
Rows::Rows(Rows&&) noexcept = default;
Rows& Rows::operator=(Rows&&) noexcept = default;
Rows::~Rows() = default;

bool Rows::next()
{
    return reading([&] { return source_->result().next(); });
}

bool Rows::null(unsigned column)
{
    return reading([&] { return source_->result().isNull(column); });
}

// The connector reads NULL as 0 or "" and says afterwards that it was one.
std::optional<std::int64_t> Rows::maybe_integer(unsigned column)
{
    return reading([&]() -> std::optional<std::int64_t> {
        auto& result = source_->result();
        const auto number = result.getInt64(column);  // getInt would cut silently to 32 bits
        if (result.wasNull()) return std::nullopt;
        return number;
    });
}

std::optional<std::string> Rows::maybe_text(unsigned column)
{
    return reading([&]() -> std::optional<std::string> {
        auto& result = source_->result();
        const auto text = result.getString(column);
        if (result.wasNull()) return std::nullopt;
        return std::string(text);
    });
}

std::optional<base::Decimal> Rows::maybe_decimal(unsigned column)
{
    return parsed<base::Decimal>(maybe_text(column), column);
}

std::optional<base::Date> Rows::maybe_date(unsigned column)
{
    return parsed<base::Date>(maybe_text(column), column);
}

std::optional<base::Instant> Rows::maybe_instant(unsigned column)
{
    return parsed<base::Instant>(maybe_text(column), column);
}

std::int64_t Rows::integer(unsigned column)
{
    return present(maybe_integer(column), column);
}

std::string Rows::text(unsigned column)
{
    return present(maybe_text(column), column);
}

base::Decimal Rows::decimal(unsigned column)
{
    return present(maybe_decimal(column), column);
}

base::Date Rows::date(unsigned column)
{
    return present(maybe_date(column), column);
}

base::Instant Rows::instant(unsigned column)
{
    return present(maybe_instant(column), column);
}

}  // namespace storage
