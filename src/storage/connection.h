// One database connection, used by one borrower at a time. Values are always bound; results are read by position (from
// 1) while the cursor lives and the connection with it. Errors of the database are thrown as storage::DatabaseError and turned into base::Error at
// the transaction's edge (storage/transactor.h); nothing between catches them.
//
// Timestamps are UTC, text is NFC UTF-8, DECIMAL travels as text. Statements are prepared once per connection and
// kept (at most 100).
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/id.h"
#include "storage/error.h"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace storage {

// A bound value. Bytes are for BINARY and BLOB columns.
struct Bytes {
    std::string value;
};

class Parameter {
public:
    using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

    Parameter(std::nullopt_t) {}  // NOLINT: values convert
    template <std::integral T>
    Parameter(T number) : value_(static_cast<std::int64_t>(number)) {}      // NOLINT; bool is 0 or 1
    Parameter(std::string text) : value_(std::move(text)) {}                // NOLINT
    Parameter(std::string_view text) : value_(std::string(text)) {}         // NOLINT
    Parameter(const char* text) : value_(std::string(text)) {}              // NOLINT
    Parameter(Bytes bytes) : value_(std::move(bytes)) {}                    // NOLINT
    Parameter(const base::Decimal& number) : value_(number.text()) {}       // NOLINT
    Parameter(const base::Date& date) : value_(date.iso()) {}               // NOLINT
    Parameter(const base::Instant& instant) : value_(instant.sql()) {}      // NOLINT
    template <class Tag> Parameter(base::Id<Tag> id) : value_(id.value) {}  // NOLINT
    template <class T> Parameter(const std::optional<T>& maybe)             // NOLINT
    {
        if (maybe) value_ = Parameter(*maybe).value_;
    }

    [[nodiscard]] const Value& value() const { return value_; }

private:
    Value value_;
};

using Parameters = std::vector<Parameter>;

// The rows of one query, read forward; all of them are already on this side, so other statements may run meanwhile.
class Rows {
public:
    class Source;  // the connector's result
    explicit Rows(std::unique_ptr<Source> source);
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) noexcept;
    ~Rows();

    [[nodiscard]] bool next();

    // Columns from 1. The plain forms throw DatabaseError on NULL; the maybe_ forms give nothing.
    [[nodiscard]] std::int64_t integer(unsigned column);
    [[nodiscard]] std::string text(unsigned column);  // also BINARY and BLOB
    [[nodiscard]] bool boolean(unsigned column) { return integer(column) != 0; }
    [[nodiscard]] base::Decimal decimal(unsigned column);
    [[nodiscard]] base::Date date(unsigned column);
    [[nodiscard]] base::Instant instant(unsigned column);
    template <class Id> [[nodiscard]] Id id(unsigned column) { return Id{integer(column)}; }
    [[nodiscard]] bool null(unsigned column);
    [[nodiscard]] std::optional<std::int64_t> maybe_integer(unsigned column);
    [[nodiscard]] std::optional<std::string> maybe_text(unsigned column);
    [[nodiscard]] std::optional<base::Decimal> maybe_decimal(unsigned column);
    [[nodiscard]] std::optional<base::Date> maybe_date(unsigned column);
    [[nodiscard]] std::optional<base::Instant> maybe_instant(unsigned column);
    template <class Id> [[nodiscard]] std::optional<Id> maybe_id(unsigned column)
    {
        const auto number = maybe_integer(column);
        return number ? std::optional<Id>(Id{*number}) : std::nullopt;
    }

private:
    std::unique_ptr<Source> source_;
};

class Connection {
public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual Rows query(std::string_view sql, const Parameters& parameters = {}) = 0;
    // How many rows matched (not only changed), so that `… AND version = ?` tells a stale writer.
    virtual std::int64_t execute(std::string_view sql, const Parameters& parameters = {}) = 0;
    // Of the last INSERT on this connection.
    [[nodiscard]] virtual std::int64_t last_insert_id() = 0;
    // One statement as text, not prepared and not kept: DDL, SET and the words of a transaction.
    virtual void command(std::string_view sql) = 0;
};

}  // namespace storage
