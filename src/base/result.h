// The answer of an operation that may be refused. Five kinds serve the whole program; the web maps each to one HTTP
// status. A rule that is not met is no Error but a domain::Verdict.
//
//     auto unit = units.find(id);
//     if (!unit) return unit.error();
//     use(*unit);
#pragma once

#include "base/message.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace base {

enum class ErrorKind {
    NotFound,     // there is no such thing, or the user may not know of it
    Invalid,      // the input can't be accepted; `field` names the form field or column
    Forbidden,    // this person may not do it
    Conflict,     // somebody was faster, or the state no longer allows it
    Unavailable,  // the database or a file is away; trying again later may help
};

struct Error {  // NOLINT(clang-analyzer-core.uninitialized.Assign): the analyzer takes a variant for another
    ErrorKind kind = ErrorKind::Invalid;
    Message message;    // says what to do next
    std::string field;  // empty when the whole form is meant
};

inline Error not_found(Message message)
{
    return {ErrorKind::NotFound, std::move(message), {}};
}
inline Error invalid(Message message, std::string field = {})
{
    return {ErrorKind::Invalid, std::move(message), std::move(field)};
}
inline Error forbidden(Message message)
{
    return {ErrorKind::Forbidden, std::move(message), {}};
}
inline Error conflict(Message message)
{
    return {ErrorKind::Conflict, std::move(message), {}};
}
inline Error unavailable(Message message)
{
    return {ErrorKind::Unavailable, std::move(message), {}};
}

template <class T> class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value)
        : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: `return value;` is the point
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

    explicit operator bool() const { return state_.index() == 0; }
    T& value() & { return std::get<0>(state_); }
    const T& value() const& { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const { return std::get<1>(state_); }

private:
    std::variant<T, Error> state_;
};

template <> class [[nodiscard]] Result<void> {
public:
    using Value = void;

    Result() = default;
    Result(Error error) : error_(std::move(error)) {}  // NOLINT

    explicit operator bool() const { return !error_; }
    const Error& error() const { return *error_; }

private:
    std::optional<Error> error_;
};

}  // namespace base
